// An HTTP server for the browsers of an author. What it answers is in responses.h.
#pragma once

#include <memory>
#include <string>

#include "serve/live_site.h"

namespace kbgen {

class EditDesk;
struct HttpService;

class Server {
 public:
  // `site` and `desk` must outlive the server. Without a desk the site can only be read.
  explicit Server(const LiveSite& site, EditDesk* desk = nullptr);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Answers requests from now on, on threads of its own, if they are for a name of ServedHosts.
  // Returns the port: `port` or, if that is 0, the first free one from 8000 to 8099; 0 if none is
  // free.
  int listen(const std::string& host, int port);

 private:
  std::unique_ptr<HttpService> service_;
};

}  // namespace kbgen
