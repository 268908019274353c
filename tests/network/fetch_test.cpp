// Hosts that are slow, broken or hostile. Each line of the table is one of them:
// what it says, and what must come of it, in bounded time and memory.

#include "network/fetch.h"

#include <doctest/doctest.h>

#include <future>

#include "support/raw_host.h"

namespace kbgen {

namespace {

using Connection = RawHost::Connection;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::string_view ok = "HTTP/1.1 200 OK\r\n";
constexpr std::string_view words = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwords";

// Limits of time are generous where nothing is slow, because this machine may be.
constexpr milliseconds short_time(1500);

FetchLimits small_limits() {
  FetchLimits limits;
  limits.time = milliseconds(20'000);
  limits.bytes = 100'000;
  limits.header_bytes = 20'000;
  limits.redirects = 3;
  return limits;
}

constexpr const char* slow = "the host sends too slowly: 1.5 s are allowed";
constexpr const char* silent = "the host does not answer";
constexpr const char* broken = "its answer breaks off or is no HTTP";
constexpr const char* no_http = "what the host says is no HTTP";
constexpr const char* too_long = "it is too long: 100 kB are allowed";
constexpr const char* many_headers = "its headers are too long: 20 kB are allowed";
constexpr const char* no_web = "it leads to something that is no address of http or https";

struct Case {
  std::string name;
  RawHost::Behaviour behaviour;
  std::string outcome;  // the body, or what is said
};

// The host's answer to a request for "/"; other paths have five letters.
RawHost::Behaviour says(std::string answer) {
  return [answer = std::move(answer)](Connection& connection) {
    std::string asked = connection.request();
    connection.say(asked == "GET /" || asked == "HEAD /" ? answer : std::string(words));
  };
}

// The same, and then the same again, as often as the other side takes it.
RawHost::Behaviour repeats(std::string begin, std::string more) {
  return [begin = std::move(begin), more = std::move(more)](Connection& connection) {
    std::string asked = connection.request();
    if (asked == "GET /words") {
      connection.say(words);
      return;
    }
    bool goes_on = connection.say(begin);
    while (goes_on) goes_on = connection.say(more);
  };
}

RawHost::Behaviour drips(std::string begin, std::string slowly) {
  return [begin = std::move(begin), slowly = std::move(slowly)](Connection& connection) {
    connection.request();
    connection.say(begin);
    connection.drip(slowly);
    connection.stay_silent();
  };
}

RawHost::Behaviour leads_to(const std::string& location) {
  return says("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
}

std::string chunk() { return "1000\r\n" + std::string(0x1000, 'a') + "\r\n"; }

std::vector<Case> cases() {
  const std::string letters(100'000, 'a'), chunked = "Transfer-Encoding: chunked\r\n\r\n";
  const std::string http(ok), header = "X-Header: " + std::string(50, 'a') + "\r\n";
  return {
      {"a whole answer", says(std::string(words)), "words"},
      {"a body in chunks", says(http + chunked + "5\r\nwords\r\n0\r\n\r\n"), "words"},
      {"a body until the end of the connection", says(http + "\r\nwords"), "words"},
      {"a byte now and then in the body", drips(http + "Content-Length: 9999\r\n\r\n", letters),
       slow},
      {"a byte now and then in a header", drips(http + "X: ", letters), slow},
      {"a byte now and then in the first line", drips("", "HTTP/1.1 200 " + letters), slow},
      {"a byte now and then behind the size of a chunk", drips(http + chunked + "5;", letters),
       slow},
      {"a connection and no answer", [](Connection& c) { c.stay_silent(); }, silent},
      {"a connection that is closed at once", [](Connection&) {}, broken},
      {"headers without end", repeats(http, header), many_headers},
      {"one header without end", repeats(http + "X: ", letters), many_headers},
      {"a first line without end", repeats("HTTP/1.1 200 ", letters), many_headers},
      {"no first line without end", repeats("", letters), no_http},
      {"early hints without end", repeats("", "HTTP/1.1 103 Early Hints\r\n" + header + "\r\n"),
       many_headers},
      {"trailers without end", repeats(http + chunked + "5\r\nwords\r\n0\r\n", header),
       many_headers},
      {"headers that break off", says(http + header), broken},
      {"a body without end", repeats(http + chunked, chunk()), too_long},
      {"a body without end and length", repeats(http + "\r\n", letters), too_long},
      {"a length above the limit", says(http + "Content-Length: 100001\r\n\r\n"), too_long},
      {"a length of more than there is", says(http + "Content-Length: 9\r\n\r\nwords"), broken},
      {"a length below zero", says(http + "Content-Length: -5\r\n\r\nwords"), no_http},
      {"a length that is no number", says(http + "Content-Length: five\r\n\r\nwords"), no_http},
      {"a length beyond all numbers",
       says(http + "Content-Length: 99999999999999999999999999\r\n\r\nwords"), too_long},
      {"two lengths", says(http + "Content-Length: 5\r\nContent-Length: 3\r\n\r\nwords"),
       "its answer contradicts itself"},
      {"a chunk of absurd size", says(http + chunked + "FFFFFFFFFFFFFFFFFFFF\r\nwords"), broken},
      {"a chunk below zero", says(http + chunked + "-5\r\nwords\r\n0\r\n\r\n"), broken},
      {"a body that is compressed, unasked",
       says(http + "Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nwords"),
       "the host sends it compressed, which it was not asked for"},
      {"no content, with content",
       says("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nwords"), "the host answers 204"},
      {"an error with a body without end", repeats("HTTP/1.1 500 Oops\r\n" + chunked, chunk()),
       "the host answers 500"},
      {"a redirect with a body without end",
       repeats("HTTP/1.1 302 Found\r\nLocation: /words\r\n" + chunked, chunk()), "words"},
      {"a redirect without a place", says("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"),
       "the host answers 302"},
      {"a redirect to nothing", leads_to(""), "the host answers 302"},
      {"a redirect to itself", leads_to("/"), "it leads in circles"},
      {"a redirect to a fragment of itself", leads_to("#words"), "it leads in circles"},
      {"a redirect within the host", leads_to("words"), "words"},
      {"a redirect to a file", leads_to("file:///etc/passwd"), no_web},
      {"a redirect to another protocol", leads_to("ftp://127.0.0.1/words"), no_web},
      {"a redirect to a script", leads_to("javascript:alert(1)"), no_web},
      {"a redirect to a port that is none", leads_to("http://127.0.0.1:99999/"), no_web},
      {"a redirect to nowhere", leads_to("http://127.0.0.1:1/"), silent},
      {"a redirect with control characters", leads_to("/wo\x01rds\x1b[31m"), no_web},
      {"a redirect of two lines", leads_to("/wo\rSet-Cookie: a=b"), no_web},
      {"a redirect to a very long place", leads_to("/" + letters), many_headers},
      {"what is no HTTP", says("220 mail.example.org ESMTP\r\n\r\n"), no_http},
      {"another HTTP", says("HTTP/9.9 200 OK\r\n\r\nwords"), no_http},
      {"a status that is none", says("HTTP/1.1 99999 OK\r\n\r\nwords"), no_http},
  };
}

std::string outcome_of(const std::string& url, const FetchLimits& limits) {
  auto answer = fetch(url, limits);
  if (auto* failure = std::get_if<FetchFailure>(&answer)) return failure->what;
  return std::get<std::string>(answer);
}

// What `question` gives for each case, all of them at a time, since some wait.
template <typename Result>
std::vector<Result> for_each_case(Result (*question)(const std::string&, const FetchLimits&)) {
  std::vector<std::future<Result>> running;
  for (const Case& one : cases())
    running.push_back(std::async(std::launch::async, [one, question] {
      RawHost host(one.behaviour);
      FetchLimits limits = small_limits();
      if (one.outcome == slow || one.outcome == silent) limits.time = short_time;
      const auto begin = steady_clock::now();
      Result result = question(host.url("/"), limits);
      CHECK_MESSAGE(steady_clock::now() - begin < std::chrono::seconds(30), one.name);
      // The two ends of a connection keep more than what was read.
      CHECK_MESSAGE(host.bytes_said() < 40'000'000, one.name);
      return result;
    }));
  std::vector<Result> results;
  for (std::future<Result>& one : running) results.push_back(one.get());
  return results;
}

}  // namespace

TEST_CASE("whatever a host does, a fetch ends in time, takes few bytes and says why") {
  const std::vector<Case> all = cases();
  const std::vector<std::string> outcomes = for_each_case(outcome_of);
  for (std::size_t i = 0; i < all.size(); ++i)
    CHECK_MESSAGE(outcomes[i] == all[i].outcome, all[i].name, ": ", outcomes[i]);
}

TEST_CASE("whatever a host does, asking for a link ends in time and has an answer") {
  const std::vector<Case> all = cases();
  const std::vector<LinkAnswer> answers = for_each_case(ask);
  for (std::size_t i = 0; i < all.size(); ++i)
    CHECK_MESSAGE(answers[i].what.empty() == (answers[i].status >= 200), all[i].name);
}

TEST_CASE("time, headers and redirects count for all hosts to which an address leads") {
  auto number = [](const std::string& asked) {
    return std::stoi("0" + asked.substr(asked.find('/') + 1));
  };
  RawHost host([&](Connection& connection) {
    int step = number(connection.request());
    connection.pause(milliseconds(step < 100 ? 0 : 300));
    connection.say("HTTP/1.1 307 On\r\nLocation: /" + std::to_string(step + 1) +
                   "\r\nX: " + std::string(step < 50 ? 0 : 8'000, 'a') + "\r\n\r\n");
  });
  FetchLimits limits = small_limits();
  CHECK(outcome_of(host.url("/1"), limits) == "it leads on more than 3 times");
  limits.redirects = 40;
  CHECK(outcome_of(host.url("/1"), limits) == "it leads on more than 40 times");
  CHECK(outcome_of(host.url("/50"), limits) == many_headers);
  limits.header_bytes = 1'000'000;
  limits.time = short_time;
  CHECK(outcome_of(host.url("/100"), limits) == slow);
}

TEST_CASE("a handshake of TLS that never ends is no answer") {
  RawHost host([](Connection& connection) { connection.stay_silent(); });
  FetchLimits limits = small_limits();
  limits.time = short_time;
  CHECK(outcome_of("https://" + host.name() + "/", limits) == silent);
  RawHost plain([](Connection& connection) {
    connection.say("220 this is no TLS\r\n");
    connection.stay_silent();
  });
  CHECK(outcome_of("https://" + plain.name() + "/", small_limits()) ==
        "no secure connection (TLS) can be made");
}

TEST_CASE("only an address of http or https is asked") {
  for (const char* url : {"", "words", "http://", "https://:80/", "file:///etc/passwd",
                          "http://127.0.0.1:99999/", "http://127.0.0.1:0x50/",
                          "gopher://127.0.0.1/", "http://127.0.0.1:1\r\nX: y/", "http://[::1/"})
    CHECK_MESSAGE(outcome_of(url, small_limits()) == "this is no address", url);
}

TEST_CASE("a host that is silent is told from a host that leads nowhere") {
  RawHost silent_host([](Connection& connection) { connection.stay_silent(); });
  RawHost circle(leads_to("/"));
  FetchLimits limits = small_limits();
  limits.time = short_time;
  CHECK(ask(silent_host.url("/"), limits).is_silent);
  LinkAnswer leads_in_circles = ask(circle.url("/"), small_limits());
  CHECK(leads_in_circles.what == "it leads in circles");
  CHECK(!leads_in_circles.is_silent);
}

}  // namespace kbgen
