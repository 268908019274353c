#include "base/fetch.h"

#include <fmt/format.h>
#include <httplib.h>

namespace kbgen {

static std::string describe(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::ConnectionTimeout:
      return "the host does not answer";
    case httplib::Error::Read:
    case httplib::Error::Write:
      return "the connection broke off";
    case httplib::Error::Canceled:
      return "it is too long";
    case httplib::Error::ExceedRedirectCount:
      return "it leads in circles";
    case httplib::Error::SSLServerVerification:
    case httplib::Error::SSLConnection:
      return "its certificate is not valid";
    default:
      return fmt::format("{}", httplib::to_string(error));
  }
}

std::variant<std::string, FetchFailure> fetch(const std::string& url, const FetchLimits& limits) {
  std::size_t host = url.find("://");
  if (host == url.npos) return FetchFailure{"this is no address"};
  std::size_t path = std::min(url.find('/', host + 3), url.size());
  httplib::Client client(url.substr(0, path));
  if (!client.is_valid()) return FetchFailure{"this is no address"};
  client.set_follow_location(true);
  client.set_connection_timeout(limits.seconds);
  client.set_read_timeout(limits.seconds);
  std::string body;
  auto take = [&](const char* data, std::size_t size) {
    body.append(data, size);
    return body.size() <= limits.bytes;
  };
  auto answer = client.Get(path < url.size() ? url.substr(path) : "/", take);
  if (!answer) return FetchFailure{describe(answer.error())};
  if (answer->status != 200)
    return FetchFailure{fmt::format("the host answers {}", answer->status)};
  return body;
}

}  // namespace kbgen
