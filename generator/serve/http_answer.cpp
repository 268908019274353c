#include "serve/http_answer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <limits>

#include "base/html.h"
#include "base/text.h"

namespace kbgen {

namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 206:
      return "Partial Content";
    case 301:
      return "Moved Permanently";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 421:
      return "Misdirected Request";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return status < 500 ? "Refused" : "Internal Server Error";
  }
}

// Percent-encodes white space, control characters and what is not ASCII, so that a URL cannot end
// its header or be read in different ways.
std::string as_header_value(std::string_view url) {
  std::string out;
  for (unsigned char byte : url)
    out += byte <= ' ' || byte >= 0x7f ? fmt::format("%{:02X}", byte) : std::string(1, byte);
  return out;
}

std::string line(std::string_view name, std::string_view value) {
  return fmt::format("{}: {}\r\n", name, value);
}

// Returns the head of an answer; `more` is lines of further headers. Browsers are told not to keep
// the answer, not to guess its type, and not to give it to other web sites.
std::string head(int status, std::string_view type, bool stays_open, const std::string& more) {
  return fmt::format("HTTP/1.1 {} {}\r\n", status, reason_of(status)) + line("Content-Type", type) +
         line("Cache-Control", "no-store") + line("X-Content-Type-Options", "nosniff") +
         line("Cross-Origin-Resource-Policy", "same-origin") +
         line("Connection", stays_open ? "keep-alive" : "close") + more + "\r\n";
}

std::string length_line(std::uint64_t length) {
  return line("Content-Length", std::to_string(length));
}

HttpAnswer answer(int status, std::string_view type, std::string_view body,
                  const HttpRequest& request, const std::string& more = "") {
  std::string text = head(status, type, request.stays_open, length_line(body.size()) + more);
  if (request.method != "HEAD") text += body;
  return {std::move(text), nullptr, 0, 0, request.stays_open};
}

HttpAnswer file_answer(const Response& response, const HttpRequest& request) {
  std::shared_ptr<const OpenFile> file = OpenFile::open(response.file);
  if (!file) return plain_answer(404, "this file cannot be read", request);
  ByteRange range{0, file->size()};
  RangeKind kind =
      request.method == "GET" ? parse_range(request.range, file->size(), range) : RangeKind::whole;
  std::string more = line("Accept-Ranges", "bytes");
  if (kind == RangeKind::unsatisfiable)
    return answer(416, response.type, "", request,
                  more + line("Content-Range", fmt::format("bytes */{}", file->size())));
  if (kind == RangeKind::part)
    more += line("Content-Range", fmt::format("bytes {}-{}/{}", range.from,
                                              range.from + range.length - 1, file->size()));
  int status = kind == RangeKind::part ? 206 : response.status;
  HttpAnswer sent{head(status, response.type, request.stays_open, length_line(range.length) + more),
                  file, range.from, range.length, request.stays_open};
  if (request.method == "HEAD") sent.left = 0;
  return sent;
}

// Reads a number of digits only. One that is too large counts as the largest there is.
std::optional<std::uint64_t> number_in(std::string_view digits) {
  std::uint64_t number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || end != digits.data() + digits.size()) return std::nullopt;
  if (error == std::errc::result_out_of_range) return std::numeric_limits<std::uint64_t>::max();
  return error == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::shared_ptr<const OpenFile> OpenFile::open(const std::string& path) {
  // Without O_NONBLOCK, opening a pipe waits until somebody writes into it.
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return nullptr;
  struct stat status {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
    close(descriptor);
    return nullptr;
  }
  return std::shared_ptr<const OpenFile>(
      new OpenFile(descriptor, static_cast<std::uint64_t>(status.st_size)));
}

OpenFile::~OpenFile() { close(descriptor_); }

std::size_t OpenFile::read(char* into, std::size_t count, std::uint64_t from) const {
  ssize_t got = pread(descriptor_, into, count, static_cast<off_t>(from));
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

RangeKind parse_range(std::string_view header, std::uint64_t size, ByteRange& range) {
  constexpr std::string_view unit = "bytes=";
  if (!lower_ascii(header.substr(0, unit.size())).starts_with(unit)) return RangeKind::whole;
  std::string_view spec = trim(header.substr(unit.size()));
  std::size_t dash = spec.find('-');
  if (dash == spec.npos || spec.find(',') != spec.npos) return RangeKind::whole;
  std::optional<std::uint64_t> first = number_in(spec.substr(0, dash));
  std::optional<std::uint64_t> last = number_in(spec.substr(dash + 1));
  bool has_last = dash + 1 < spec.size();
  if ((dash > 0 && !first) || (has_last && !last) || (!first && !last)) return RangeKind::whole;
  if (first && last && *last < *first) return RangeKind::whole;
  if (!first) {  // "-500" asks for the last 500 bytes
    if (*last == 0 || size == 0) return RangeKind::unsatisfiable;
    range.length = std::min(*last, size);
    range.from = size - range.length;
    return RangeKind::part;
  }
  if (*first >= size) return RangeKind::unsatisfiable;
  range.from = *first;
  range.length = (last ? std::min(*last, size - 1) : size - 1) - *first + 1;
  return RangeKind::part;
}

std::string_view path_of(std::string_view target) {
  return target.substr(0, target.find_first_of("?#"));
}

std::string page_in_query(std::string_view target) {
  constexpr std::string_view key = "page=";
  std::string_view query = target.substr(path_of(target).size());
  query = query.substr(0, query.find('#'));
  for (std::string_view pair : split(query.empty() ? query : query.substr(1), '&'))
    if (pair.starts_with(key)) return decode_url(pair.substr(key.size()));
  return "";
}

HttpAnswer plain_answer(int status, std::string_view sentence, const HttpRequest& request) {
  std::string allowed = status == 405 ? line("Allow", "GET, HEAD") : "";
  return answer(status, "text/plain; charset=utf-8", std::string(sentence) + "\n", request,
                allowed);
}

std::optional<HttpAnswer> refuse(const HttpRequest& request, const ServedHosts& hosts,
                                 Purpose purpose) {
  if (request.hosts.size() != 1)
    return plain_answer(400, "a request names its host exactly once", request);
  if (!hosts.contains(request.hosts[0]))
    return plain_answer(421,
                        "kbgen serve answers only to localhost, to what --host says and, where "
                        "that is not this machine alone, to the name of the machine, each with "
                        "its port",
                        request);
  if (purpose == Purpose::reading && request.method != "GET" && request.method != "HEAD")
    return plain_answer(405, "this site can only be read", request);
  if (!request.target.starts_with('/'))
    return plain_answer(400, "what is asked for is no path", request);
  bool is_of_here = request.fetch_site.empty() || request.fetch_site == "same-origin" ||
                    request.fetch_site == "none";
  if (!request.origin.empty())
    is_of_here &= lower_ascii(request.origin) == "http://" + lower_ascii(request.hosts[0]);
  if (!is_of_here && path_of(request.target).ends_with(events_path))
    return plain_answer(403, "events are for pages of this site", request);
  return std::nullopt;
}

HttpAnswer answer_with(const Response& response, const HttpRequest& request) {
  if (!response.file.empty()) return file_answer(response, request);
  std::string location =
      response.location.empty() ? "" : line("Location", as_header_value(response.location));
  return answer(response.status, response.type, response.body, request, location);
}

HttpAnswer begin_of_events() {
  // If the connection breaks off, the browser connects again after a second.
  return {head(200, "text/event-stream", false, "") + "retry: 1000\n\n", nullptr, 0, 0, false};
}

}  // namespace kbgen
