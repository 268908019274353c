// HTTP for one machine: what responses.h says, to browsers.
#pragma once

#include <memory>
#include <string>

#include "serve/live_site.h"

namespace kbgen {

struct HttpService;

class Server {
 public:
  // `site` outlives the server.
  explicit Server(const LiveSite& site);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Answers from now on, on threads of its own, whoever asks for a name of
  // ServedHosts. Returns the port: the one that
  // was asked for or, for 0, the first free one from 8000 on; 0 if there is none.
  int listen(const std::string& host, int port);

 private:
  std::unique_ptr<HttpService> service_;
};

}  // namespace kbgen
