#include "serve/http_answer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/temporary_folder.h"

namespace kbgen {

namespace {

HttpRequest get(std::string target) {
  HttpRequest request;
  request.method = "GET";
  request.target = std::move(target);
  request.hosts = {"localhost:8000"};
  request.stays_open = true;
  return request;
}

const ServedHosts& hosts() {
  static const ServedHosts hosts("127.0.0.1", 8000, "mill");
  return hosts;
}

std::string status_of(const HttpAnswer& answer) { return answer.text.substr(9, 3); }

std::string refused(const HttpRequest& request) {
  std::optional<HttpAnswer> answer = refuse(request, hosts());
  return answer ? status_of(*answer) : "no";
}

// "part 2+3": three bytes after the first two.
std::string range_of(std::string_view header, std::uint64_t size) {
  ByteRange range;
  switch (parse_range(header, size, range)) {
    case RangeKind::whole:
      return "whole";
    case RangeKind::unsatisfiable:
      return "none";
    case RangeKind::part:
      break;
  }
  return fmt::format("part {}+{}", range.from, range.length);
}

}  // namespace

TEST_CASE("only requests that read a path of this host are answered") {
  HttpRequest request = get("/topics/");
  CHECK(refused(request) == "no");
  request.method = "HEAD";
  CHECK(refused(request) == "no");
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get", ""}) {
    request.method = method;
    CHECK(refused(request) == "405");
  }
  for (const char* target : {"", "*", "topics/", "http://localhost:8000/"})
    CHECK(refused(get(target)) == "400");
  request = get("/");
  request.hosts = {};
  CHECK(refused(request) == "400");
  request.hosts = {"localhost:8000", "localhost:8000"};
  CHECK(refused(request) == "400");
  request.hosts = {"evil.example:8000"};
  CHECK(refused(request) == "421");
}

TEST_CASE("events are told to pages of this site only") {
  HttpRequest request = get("/archive/_kbgen/events?page=");
  CHECK(refused(request) == "no");
  for (const auto& [site, origin, answer] : {std::tuple("same-origin", "", "no"),
                                             {"none", "", "no"},
                                             {"cross-site", "", "403"},
                                             {"same-site", "", "403"},
                                             {"", "http://localhost:8000", "no"},
                                             {"", "http://localhost:9000", "403"},
                                             {"", "https://localhost:8000", "403"},
                                             {"", "null", "403"},
                                             {"same-origin", "http://evil.example", "403"}}) {
    request.fetch_site = site;
    request.origin = origin;
    CHECK(refused(request) == answer);
  }
  request.target = "/archive/";  // somebody may link to a page from elsewhere
  CHECK(refused(request) == "no");
}

TEST_CASE("every answer says that its type is not to be guessed and that it is for this site") {
  TemporaryFolder folder;
  write_bytes("a.mp3", "abcdef");
  HttpRequest wrong = get("/");
  wrong.hosts = {"evil.example"};
  HttpRequest beyond = get("/");
  beyond.range = "bytes=9-";
  for (const HttpAnswer& answer :
       {answer_with({200, "text/html", "words", "", ""}, get("/")),
        answer_with({301, "text/plain", "", "", "/a/"}, get("/")),
        answer_with({200, "audio/mpeg", "", "a.mp3", ""}, get("/")),
        answer_with({200, "audio/mpeg", "", "a.mp3", ""}, beyond),
        answer_with({200, "audio/mpeg", "", "nothing.mp3", ""}, get("/")), *refuse(wrong, hosts()),
        plain_answer(503, "soon", get("/")), begin_of_events()}) {
    CHECK(answer.text.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
    CHECK(answer.text.find("\r\nCross-Origin-Resource-Policy: same-origin\r\n") !=
          std::string::npos);
  }
}

TEST_CASE("an answer is its head and its body, for HEAD the same head alone") {
  HttpRequest request = get("/");
  std::string whole = answer_with({200, "text/html", "words", "", ""}, request).text;
  CHECK(whole ==
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nCache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
        "Connection: keep-alive\r\nContent-Length: 5\r\n\r\nwords");
  request.method = "HEAD";
  CHECK(answer_with({200, "text/html", "words", "", ""}, request).text + "words" == whole);
}

TEST_CASE("no address can end the header that it stands in") {
  std::string text =
      answer_with({301, "text/plain", "", "", "/a b/\r\nX: y/\xC3\xA9%20/"}, get("/")).text;
  CHECK(text.find("\r\nLocation: /a%20b/%0D%0AX:%20y/%C3%A9%20/\r\n") != std::string::npos);
}

TEST_CASE("a range is a part of the file, or the whole where it is none that is known") {
  CHECK(range_of("", 10) == "whole");
  CHECK(range_of("bytes=0-", 10) == "part 0+10");
  CHECK(range_of("bytes=2-4", 10) == "part 2+3");
  CHECK(range_of("Bytes = 2-4", 10) == "whole");
  CHECK(range_of("BYTES=2-4", 10) == "part 2+3");
  CHECK(range_of("bytes=2-99", 10) == "part 2+8");
  CHECK(range_of("bytes=-3", 10) == "part 7+3");
  CHECK(range_of("bytes=-99", 10) == "part 0+10");
  CHECK(range_of("bytes=0-99999999999999999999999", 10) == "part 0+10");
  CHECK(range_of("bytes=-99999999999999999999999", 10) == "part 0+10");
  for (const char* beyond :
       {"bytes=10-", "bytes=10-11", "bytes=99999999999999999999999-", "bytes=-0"})
    CHECK_MESSAGE(range_of(beyond, 10) == "none", beyond);
  for (const char* odd : {"bytes=", "bytes=-", "bytes=a-b", "bytes=4-2", "bytes=--3", "bytes=1-2-3",
                          "bytes=+1-2", "bytes=1-2,4-5", "items=0-1", "bytes 0-1"})
    CHECK_MESSAGE(range_of(odd, 10) == "whole", odd);
  CHECK(range_of("bytes=0-", 0) == "none");
  CHECK(range_of("bytes=-1", 0) == "none");
  std::string many = "bytes=0-0";
  for (int i = 0; i < 100'000; ++i) many += ",0-0";
  CHECK(range_of(many, 10) == "whole");
}

TEST_CASE("a file is sent from where it was asked for, and not at all if it is no file") {
  TemporaryFolder folder;
  write_bytes("a.mp3", "abcdef");
  HttpRequest request = get("/a.mp3");
  request.range = "bytes=2-3";
  HttpAnswer answer = answer_with({200, "audio/mpeg", "", "a.mp3", ""}, request);
  CHECK(status_of(answer) == "206");
  CHECK(answer.text.find("\r\nContent-Range: bytes 2-3/6\r\n") != std::string::npos);
  std::string part(answer.left, ' ');
  CHECK(answer.file->read(part.data(), part.size(), answer.from) == 2);
  CHECK(part == "cd");
  CHECK(status_of(answer_with({200, "audio/mpeg", "", ".", ""}, request)) == "404");
  CHECK(status_of(answer_with({200, "audio/mpeg", "", "/dev/zero", ""}, request)) == "404");
}

TEST_CASE("the page of a stream of events stands in its query") {
  CHECK(page_in_query("/_kbgen/events?page=topics%2Fmills%2F") == "topics/mills/");
  CHECK(page_in_query("/_kbgen/events?a=b&page=404.html#c") == "404.html");
  CHECK(page_in_query("/_kbgen/events?page=") == "");
  CHECK(page_in_query("/_kbgen/events") == "");
  CHECK(path_of("/a/?b") == "/a/");
}

}  // namespace kbgen
