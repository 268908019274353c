// libcurl makes each single request, within limits of time. Redirects are followed here, because
// libcurl would read the bodies of all redirects and count the headers of each host anew. A
// connection is closed where the headers of an answer end, unless its body is wanted.

#include "network/fetch.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <set>
#include <string_view>

#include "base/sizes.h"
#include "base/text.h"
#include "network/certificates.h"

namespace kbgen {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr const char* broken = "its answer breaks off or is no HTTP";

enum class Wanted { head, status, body };

// What one host answers to one request.
struct Reply {
  long status = 0;
  bool has_headers = false;  // whether all headers have come
  std::string location, length, body;
  std::string problem;  // why there is no answer; empty: there is one
};

// What comes of a question when all redirects have been followed.
struct Answer {
  Reply reply;             // of the last host
  bool is_silent = false;  // whether the first host sent nothing at all
};

// The address to which `location`, as a header has it, leads from the page at `base`, or `base`
// itself, without its fragment. Nothing if that is not an http or https address.
std::optional<std::string> resolve(const std::string& base, const std::string& location = "") {
  std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), curl_url_cleanup);
  constexpr unsigned as_browsers_do = CURLU_URLENCODE | CURLU_ALLOW_SPACE;
  auto set = [&](const std::string& text) {
    return curl_url_set(url.get(), CURLUPART_URL, text.c_str(), as_browsers_do) == CURLUE_OK;
  };
  auto get = [&](CURLUPart part) {
    char* text = nullptr;
    std::string out = curl_url_get(url.get(), part, &text, 0) == CURLUE_OK ? text : "";
    curl_free(text);
    return out;
  };
  if (!set(base) || (!location.empty() && !set(location))) return std::nullopt;
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  std::string scheme = get(CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return std::nullopt;
  return get(CURLUPART_URL);
}

bool is_redirect(long status) {
  return (status >= 301 && status <= 303) || status == 307 || status == 308;
}

// A question to a host and to those to which it redirects. Used once: its limits hold for all of
// them together.
class Question {
 public:
  Question(Wanted wanted, const FetchLimits& limits)
      : wanted_(wanted), limits_(limits), end_(Clock::now() + limits.time) {}

  Answer follow(const std::string& address) {
    std::optional<std::string> url = resolve(address);
    if (!url) return failure("this is no address");
    const bool is_secure = url->starts_with("https:");
    std::set<std::string> seen;
    while (true) {
      if (!seen.insert(*url).second) return failure("it leads in circles");
      if (seen.size() > static_cast<std::size_t>(limits_.redirects) + 1)
        return failure(fmt::format("it leads on more than {} times", limits_.redirects));
      reply_ = {};
      ask(*url);
      if (!reply_.problem.empty()) return {reply_, seen.size() == 1 && header_bytes_ == 0};
      if (!is_redirect(reply_.status) || reply_.location.empty()) return {reply_};
      url = resolve(*url, reply_.location);
      if (!url) return failure("it leads to something that is no address of http or https");
      if (is_secure && wanted_ == Wanted::body && url->starts_with("http:"))
        return failure("it leads from https to http, where others can change what comes");
    }
  }

 private:
  Answer failure(std::string what) {
    reply_ = {};
    reply_.problem = std::move(what);
    return {reply_};
  }

  void ask(const std::string& url) {
    auto left = std::chrono::duration_cast<milliseconds>(end_ - Clock::now());
    if (left <= milliseconds(0)) {
      reply_.problem = time_is_over(header_bytes_ > 0);
      return;
    }
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
    configure(curl.get(), left);
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    handle_ = curl.get();
    CURLcode code = curl_easy_perform(curl.get());
    // CURLE_WRITE_ERROR is no failure where end_headers() closed the connection on purpose.
    if (!reply_.problem.empty() || (code == CURLE_WRITE_ERROR && reply_.has_headers)) return;
    if (code != CURLE_OK)
      reply_.problem = describe(code);
    else if (!reply_.has_headers)
      reply_.problem = broken;
  }

  void configure(CURL* curl, milliseconds left) {
    const bool asks_for_links = wanted_ != Wanted::body;
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS,
                     static_cast<long>(std::min(left, limits_.connect_time).count()));
    // Without this, libcurl would wait for the look-up of a name even when the time is over.
    curl_easy_setopt(curl, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits_.bytes));
    curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(curl, CURLOPT_NOBODY, wanted_ == Wanted::head ? 1L : 0L);
    curl_easy_setopt(
        curl, CURLOPT_USERAGENT,
        asks_for_links ? "kbgen/" KBGEN_VERSION " (checks links)" : "kbgen/" KBGEN_VERSION);
    if (std::string certificates = certificates_file(); !certificates.empty())
      curl_easy_setopt(curl, CURLOPT_CAINFO, certificates.c_str());
    using Take = std::size_t (*)(char*, std::size_t, std::size_t, void*);
    Take take_header = [](char* data, std::size_t, std::size_t size, void* self) {
      return static_cast<Question*>(self)->take_header({data, size}) ? size : 0;
    };
    Take take_body = [](char* data, std::size_t, std::size_t size, void* self) {
      return static_cast<Question*>(self)->take_body({data, size}) ? size : 0;
    };
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, this);
  }

  // Notes the problem and returns false, with which callbacks of libcurl close the connection.
  bool refuse(std::string what) {
    reply_.problem = std::move(what);
    return false;
  }

  // Takes one line of the headers, also of those that follow a chunked body, which only count
  // towards the limit. False closes the connection.
  bool take_header(std::string_view line) {
    header_bytes_ += line.size();
    if (header_bytes_ > limits_.header_bytes) return refuse(too_many_headers());
    if (reply_.has_headers) return true;
    std::size_t colon = line.find(':');
    std::string name = lower_ascii(trim(line.substr(0, colon)));
    std::string value(colon == line.npos ? "" : trim(line.substr(colon + 1)));
    if (name == "location" && reply_.location.empty()) reply_.location = value;
    if (name == "content-length") {
      if (!reply_.length.empty() && reply_.length != value)
        return refuse("its answer contradicts itself");
      reply_.length = value;
    }
    if (name == "content-encoding" && wanted_ == Wanted::body && lower_ascii(value) != "identity")
      return refuse("the host sends it compressed, which it was not asked for");
    return trim(line).empty() ? end_headers() : true;
  }

  // False, which closes the connection, unless the body is wanted or headers are still to come.
  bool end_headers() {
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &reply_.status);
    // Answers such as "100 Continue" come before the real one.
    if (reply_.status < 200) {
      reply_ = {};
      return true;
    }
    reply_.has_headers = true;
    return wanted_ == Wanted::body && reply_.status == 200;
  }

  bool take_body(std::string_view data) {
    if (reply_.body.size() + data.size() > limits_.bytes) return refuse(too_long());
    reply_.body += data;
    return true;
  }

  std::string describe(CURLcode code) const {
    switch (code) {
      case CURLE_OPERATION_TIMEDOUT: {
        double first_byte = 0;
        curl_easy_getinfo(handle_, CURLINFO_STARTTRANSFER_TIME, &first_byte);
        return time_is_over(first_byte > 0 || header_bytes_ > 0);
      }
      case CURLE_COULDNT_CONNECT:
        return "the host does not answer";
      case CURLE_COULDNT_RESOLVE_HOST:
      case CURLE_COULDNT_RESOLVE_PROXY:
        return "there is no host of this name";
      case CURLE_GOT_NOTHING:
      case CURLE_PARTIAL_FILE:
      case CURLE_RECV_ERROR:
      case CURLE_SEND_ERROR:
        return broken;
      case CURLE_FILESIZE_EXCEEDED:
        return too_long();
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CACERT_BADFILE:
        return "its certificate is not valid";
      case CURLE_SSL_CONNECT_ERROR:
        return "no secure connection (TLS) can be made";
      case CURLE_OUT_OF_MEMORY:  // what libcurl says of a header line of more than 100 kB
        return too_many_headers();
      case CURLE_UNSUPPORTED_PROTOCOL:
      case CURLE_WEIRD_SERVER_REPLY:
      case CURLE_WRITE_ERROR:
      case CURLE_BAD_CONTENT_ENCODING:
        return "what the host says is no HTTP";
      case CURLE_URL_MALFORMAT:
        return "this is no address";
      default:
        return lower_ascii(curl_easy_strerror(code));
    }
  }

  std::string time_is_over(bool has_begun) const {
    if (!has_begun) return "the host does not answer";
    return fmt::format("the host sends too slowly: {:.3g} s are allowed",
                       std::chrono::duration<double>(limits_.time).count());
  }
  std::string too_long() const {
    return fmt::format("it is too long: {} are allowed", format_size(limits_.bytes));
  }
  std::string too_many_headers() const {
    return fmt::format("its headers are too long: {} are allowed",
                       format_size(limits_.header_bytes));
  }

  const Wanted wanted_;
  const FetchLimits limits_;
  const Clock::time_point end_;
  std::size_t header_bytes_ = 0;
  Reply reply_;
  CURL* handle_ = nullptr;
};

Answer answer_to(const std::string& url, Wanted wanted, const FetchLimits& limits) {
  // Initialises libcurl once: static variables are initialised by one thread while others wait.
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (ready != CURLE_OK) return {{0, false, "", "", "", "libcurl cannot be used here"}, true};
  return Question(wanted, limits).follow(url);
}

}  // namespace

std::variant<std::string, FetchFailure> fetch(const std::string& url, const FetchLimits& limits) {
  Reply reply = answer_to(url, Wanted::body, limits).reply;
  if (!reply.problem.empty()) return FetchFailure{reply.problem};
  if (reply.status != 200) return FetchFailure{fmt::format("the host answers {}", reply.status)};
  return std::move(reply.body);
}

LinkAnswer ask(const std::string& url, const FetchLimits& limits) {
  auto say = [](const Answer& answer) {
    return LinkAnswer{static_cast<int>(answer.reply.problem.empty() ? answer.reply.status : 0),
                      answer.reply.problem, answer.is_silent};
  };
  const Clock::time_point end = Clock::now() + limits.time;
  FetchLimits half = limits;
  half.time /= 2;
  LinkAnswer head = say(answer_to(url, Wanted::head, half));
  if (head.status > 0 && head.status < 400) return head;
  // Some hosts answer 403, 404, 405 or 501 to every HEAD request, and some do not answer it at all.
  FetchLimits rest = limits;
  rest.time = std::chrono::duration_cast<milliseconds>(end - Clock::now());
  return say(answer_to(url, Wanted::status, rest));
}

}  // namespace kbgen
