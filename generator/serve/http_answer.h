// From a request's head to the bytes of its answer: who is refused, which part
// of a file is sent, and what stands in the headers. Connections are the
// business of server.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/responses.h"
#include "serve/served_hosts.h"

namespace kbgen {

// What matters of a request's head.
struct HttpRequest {
  std::string method, target;
  std::vector<std::string> hosts;  // each `Host`
  std::string range, origin, fetch_site;
  bool stays_open = false;  // the connection, for another request
};

// A regular file that is open for reading.
class OpenFile {
 public:
  // Null where it is none, or cannot be read.
  static std::shared_ptr<const OpenFile> open(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::uint64_t size() const { return size_; }
  // How many bytes were read; 0 at the end and after an error.
  std::size_t read(char* into, std::size_t count, std::uint64_t from) const;

 private:
  OpenFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  const int descriptor_;
  const std::uint64_t size_;
};

struct HttpAnswer {
  std::string text;  // the head, and the body unless it is a file's
  std::shared_ptr<const OpenFile> file;
  std::uint64_t from = 0, left = 0;  // what is sent of the file
  bool stays_open = false;
};

// Where a request is refused before anybody looks at what it asks for: a method
// that changes things, a host that this is not, events for another web site.
std::optional<HttpAnswer> refuse(const HttpRequest& request, const ServedHosts& hosts);

// An answer of a sentence.
HttpAnswer plain_answer(int status, std::string_view sentence, const HttpRequest& request);

HttpAnswer answer_with(const Response& response, const HttpRequest& request);

// The head of a stream of events, which ends with its connection.
HttpAnswer begin_of_events();

// The path of what a request asks for, without its query.
std::string_view path_of(std::string_view target);
// The value behind "page=" in its query, decoded.
std::string page_in_query(std::string_view target);

// A part of a file, as `Range` asks for it.
struct ByteRange {
  std::uint64_t from = 0, length = 0;
};
enum class RangeKind { whole, part, unsatisfiable };
// Several parts at once are not given: the whole file is, as is allowed.
RangeKind parse_range(std::string_view header, std::uint64_t size, ByteRange& range);

}  // namespace kbgen
