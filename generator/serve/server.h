// HTTP for one machine: what responses.h says, to browsers.
#pragma once

#include <memory>
#include <string>

#include "serve/live_site.h"

namespace kbgen {

class Server {
 public:
  // `site` outlives the server.
  explicit Server(const LiveSite& site);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Answers from now on, on threads of its own. Returns the port: the one that
  // was asked for or, for 0, the first free one from 8000 on; 0 if there is none.
  int listen(const std::string& host, int port);

 private:
  struct Http;
  std::unique_ptr<Http> http_;
};

}  // namespace kbgen
