// Makes the bytes of an answer from the head of an HTTP request: which requests are refused, which
// part of a file is sent, and what the headers say. server.cpp has the connections.
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

// The parts of a request's head that decide on its answer.
struct HttpRequest {
  std::string method, target;
  std::vector<std::string> hosts;         // the value of each `Host` header
  std::string range, origin, fetch_site;  // of `Range`, `Origin` and `Sec-Fetch-Site`
  std::string content_type, token;        // of `Content-Type` and `X-Kbgen-Token`
  bool stays_open = false;                // the connection is kept for another request
};

// A regular file that is open for reading.
class OpenFile {
 public:
  // Returns null if `path` is no regular file or cannot be read.
  static std::shared_ptr<const OpenFile> open(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::uint64_t size() const { return size_; }
  // Reads up to `count` bytes from offset `from`. Returns how many; 0 at the end and after an
  // error.
  std::size_t read(char* into, std::size_t count, std::uint64_t from) const;

 private:
  OpenFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
  const int descriptor_;
  const std::uint64_t size_;
};

struct HttpAnswer {
  std::string text;                      // the head, and the body unless it is a file's
  std::shared_ptr<const OpenFile> file;  // null if the answer is no file
  std::uint64_t from = 0, left = 0;      // offset and number of the bytes of the file to send
  bool stays_open = false;
};

// Returns an answer to requests that are refused whatever they ask for: with several hosts or none,
// with a host that is not served, with other methods than GET and HEAD (unless it is an edit, which
// EditDesk judges further), and for events of a page of another web site. Returns nothing for other
// requests.
enum class Purpose { reading, editing };
std::optional<HttpAnswer> refuse(const HttpRequest& request, const ServedHosts& hosts,
                                 Purpose purpose = Purpose::reading);

// Answers with a sentence of plain text.
HttpAnswer plain_answer(int status, std::string_view sentence, const HttpRequest& request);

HttpAnswer answer_with(const Response& response, const HttpRequest& request);

// The head of a stream of events, which ends with its connection.
HttpAnswer begin_of_events();

// Returns the path of a request's target, without its query.
std::string_view path_of(std::string_view target);
// Returns the value behind "page=" in the query of a target, decoded; empty if there is none.
std::string page_in_query(std::string_view target);

// A part of a file, as `Range` asks for it.
struct ByteRange {
  std::uint64_t from = 0, length = 0;
};
enum class RangeKind { whole, part, unsatisfiable };
// Reads a `Range` header for a file of `size` bytes, and sets `range` if it is a `part`. If several
// parts are asked for at once, or in a wrong way, the whole file is sent, which HTTP allows.
RangeKind parse_range(std::string_view header, std::uint64_t size, ByteRange& range);

}  // namespace kbgen
