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

namespace {

// "https://example.org" and "/a?b"; no fragment, which no host is asked for.
struct Address {
  std::string host, path;
};

Address parts_of(const std::string& url) {
  std::size_t host = url.find("://");
  if (host == url.npos) return {};
  std::size_t path = std::min(url.find_first_of("/?#", host + 3), url.size());
  std::string rest = url.substr(path, url.find('#', path) - path);
  if (!rest.starts_with('/')) rest.insert(0, "/");
  return {url.substr(0, path), rest};
}

void configure(httplib::Client& client, const FetchLimits& limits) {
  client.set_follow_location(true);
  client.set_connection_timeout(limits.seconds);
  client.set_read_timeout(limits.seconds);
}

}  // namespace

std::variant<std::string, FetchFailure> fetch(const std::string& url, const FetchLimits& limits) {
  Address address = parts_of(url);
  httplib::Client client(address.host);
  if (address.host.empty() || !client.is_valid()) return FetchFailure{"this is no address"};
  configure(client, limits);
  std::string body;
  auto take = [&](const char* data, std::size_t size) {
    body.append(data, size);
    return body.size() <= limits.bytes;
  };
  auto answer = client.Get(address.path, take);
  if (!answer) return FetchFailure{describe(answer.error())};
  if (answer->status != 200)
    return FetchFailure{fmt::format("the host answers {}", answer->status)};
  return body;
}

LinkAnswer ask(const std::string& url, const FetchLimits& limits) {
  Address address = parts_of(url);
  httplib::Client client(address.host);
  if (address.host.empty() || !client.is_valid()) return {0, "this is no address"};
  configure(client, limits);
  client.set_default_headers({{"User-Agent", "kbgen/" KBGEN_VERSION " (checks links)"}});
  httplib::Result head = client.Head(address.path);
  if (head && head->status < 400) return {head->status, ""};
  // Some hosts answer 403, 404, 405 or 501 to every HEAD, some not at all.
  LinkAnswer answer;
  auto take_status = [&](const httplib::Response& response) {
    answer.status = response.status;
    return false;
  };
  auto take_nothing = [](const char*, std::size_t) { return false; };
  httplib::Result got = client.Get(address.path, take_status, take_nothing);
  if (answer.status == 0) answer.what = describe(got.error());
  return answer;
}

}  // namespace kbgen
