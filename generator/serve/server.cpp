// One thread moves bytes for all connections, some others make answers. An idle
// or slow connection therefore costs a socket and some kilobytes, never a
// thread, and each of its states has a time after which it ends. Boost.Asio
// waits for sockets, Boost.Beast reads heads of requests, with a limit of their
// length; what is answered is in http_answer.h.

#include "serve/server.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <chrono>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "serve/edit_desk.h"
#include "serve/http_answer.h"

namespace kbgen {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

namespace {

// Above this number, the connection that is needed least (see State) is closed for the next one. A
// connection may have a file open besides its socket, and a process may usually have 1024 of both.
constexpr std::size_t most_connections = 400;
// Bytes of answers that are being sent, over all connections; above that, the oldest is closed.
constexpr std::size_t most_held = 100'000'000;
constexpr std::size_t longest_head = 16 * 1024, piece_size = 64 * 1024;

constexpr seconds head_time{10};    // for the whole head of a request, silence before it included
constexpr seconds answer_time{60};  // for an answer of files that are still being made
constexpr seconds piece_time{30};   // for each piece of an answer that the other side takes
constexpr seconds close_time{2};    // for the other side to close the connection
constexpr seconds silent_time{5};   // of a stream of events, until a comment shows that it lives
constexpr milliseconds tick_time{250};

// What a connection is doing, in the order in which connections are closed to make room.
enum class State { reading, closing, listening, waiting, writing, answering };

}  // namespace

class Connection;

struct HttpService {
  HttpService(const LiveSite& live, EditDesk* editor) : site(live), desk(editor) {}
  ~HttpService();

  bool bind(const std::string& host, int port);
  void start();
  void accept();
  void make_room();
  void limit_held();
  void tick(std::uint64_t number);

  const LiveSite& site;
  EditDesk* const desk;  // null: the site can only be read
  std::optional<ServedHosts> hosts;
  std::uint64_t shown_number = 0;  // Shown::number of what is shown now
  asio::io_context io{1};
  asio::thread_pool workers{std::max(2u, std::thread::hardware_concurrency())};
  tcp::acceptor acceptor{io};
  asio::steady_timer accept_again{io};
  std::set<std::shared_ptr<Connection>> connections;
  std::atomic<bool> is_stopping = false;
  std::thread io_thread, news_thread;
};

// Everything here runs on the thread of `io`, except for what is given to `workers`.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(HttpService& server, tcp::socket socket)
      : server_(server), socket_(std::move(socket)) {}

  State state() const { return state_; }
  Clock::time_point since() const { return since_; }
  std::size_t held() const { return piece_.size(); }

  // Waits for the next request.
  void read() {
    enter(State::reading, head_time);
    parser_.emplace();
    parser_->header_limit(longest_head);
    http::async_read_header(
        socket_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, std::size_t) { self->has_read(error); });
  }

  void close() {
    error_code ignored;
    socket_.close(ignored);
    server_.connections.erase(shared_from_this());
  }

  // Is called every tick_time, and whenever something else is shown: goes on if that was waited
  // for, and ends what takes too long.
  void tick(Clock::time_point now) {
    bool has_news = seen_number_ < server_.shown_number;
    if (state_ == State::waiting && (has_news || now >= deadline_)) {
      now >= deadline_ ? send(plain_answer(503, "the site is still being made", request_))
                       : make_answer();
    } else if (state_ == State::listening && has_news) {
      make_answer();
    } else if (state_ == State::listening && now >= deadline_) {
      send_event(":\n\n");
    } else if (now >= deadline_) {
      close();
    }
  }

 private:
  void enter(State state, Clock::duration time) {
    state_ = state;
    since_ = Clock::now();
    deadline_ = since_ + time;
  }

  void has_read(error_code error) {
    if (!socket_.is_open()) return;
    request_ = {};
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
      return send(plain_answer(431, "the head of this request is too long", request_));
    if (error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
      return send(plain_answer(400, "this is no request of HTTP", request_));
    if (error) return close();
    request_ = head_of_request();
    const bool is_edit = server_.desk && EditDesk::is_edit(request_);
    std::optional<HttpAnswer> refusal =
        refuse(request_, *server_.hosts, is_edit ? Purpose::editing : Purpose::reading);
    if (!refusal && is_edit) refusal = server_.desk->refuse_edit(request_);
    if (refusal) return send(std::move(*refusal));
    if (is_edit) return read_edit();
    is_stream_ = path_of(request_.target).ends_with("/" + std::string(events_path)) &&
                 request_.method == "GET";
    if (is_stream_) return begin_stream();
    enter(State::waiting, answer_time);
    make_answer();
  }

  HttpRequest head_of_request() const {
    const auto& head = parser_->get();
    auto text = [](auto view) { return std::string(view.data(), view.size()); };
    HttpRequest request{text(head.method_string()),
                        text(head.target()),
                        {},
                        text(head[http::field::range]),
                        text(head[http::field::origin]),
                        text(head["Sec-Fetch-Site"]),
                        text(head[http::field::content_type]),
                        text(head["X-Kbgen-Token"]),
                        false};
    auto [first, last] = head.equal_range(http::field::host);
    for (; first != last; ++first) request.hosts.push_back(text(first->value()));
    // The body of a request is not read, so a request behind it cannot be read either.
    bool has_body = parser_->chunked() || parser_->content_length().value_or(0) > 0;
    request.stays_open = head.keep_alive() && !has_body;
    return request;
  }

  // Reads the body of an edit, which is the last request of its connection.
  void read_edit() {
    // Beast compares a length that the head tells with the limit before that limit is set.
    if (parser_->content_length().value_or(0) > longest_edit)
      return send(plain_answer(413, "this edit is too long", request_));
    enter(State::reading, head_time);
    edit_parser_.emplace(std::move(*parser_));
    edit_parser_->body_limit(longest_edit);
    http::async_read(
        socket_, buffer_, *edit_parser_,
        [self = shared_from_this()](error_code error, std::size_t) { self->has_read_edit(error); });
  }

  void has_read_edit(error_code error) {
    if (!socket_.is_open()) return;
    if (error == http::error::body_limit)
      return send(plain_answer(413, "this edit is too long", request_));
    if (error) return close();
    enter(State::answering, answer_time);
    auto self = shared_from_this();
    asio::post(server_.workers, [self, body = edit_parser_->get().body()] {
      HttpAnswer answer = self->edit_answer(body);
      asio::post(self->server_.io, [self, answer = std::move(answer)]() mutable {
        if (self->socket_.is_open()) self->send(std::move(answer));
      });
    });
  }

  // Runs on a thread of `workers`; nothing else uses `request_` then.
  HttpAnswer edit_answer(const std::string& body) const {
    try {
      return server_.desk->answer(request_, body, server_.site.now());
    } catch (const std::exception& error) {
      return plain_answer(500, error.what(), request_);
    }
  }

  // Lets a worker make the answer, or the next message of a stream.
  void make_answer() {
    const Clock::time_point until = deadline_;
    state_ = State::answering;
    auto self = shared_from_this();
    asio::post(server_.workers, [self, until] {
      Shown shown = self->server_.site.now();
      std::optional<HttpAnswer> answer;
      std::string event;
      self->is_stream_ ? void(event = self->event_of(shown))
                       : void(answer = self->answer_of(shown));
      asio::post(self->server_.io, [self, until, number = shown.number, answer = std::move(answer),
                                    event = std::move(event)]() mutable {
        self->seen_number_ = number;
        self->is_stream_ ? self->has_event(std::move(event))
                         : self->has_answer(std::move(answer), until);
      });
    });
  }

  // answer_of() and event_of() run on threads of `workers`; nothing else uses `request_` then.
  std::optional<HttpAnswer> answer_of(const Shown& shown) const {
    try {
      std::string_view path = path_of(request_.target);
      std::optional<Response> found =
          server_.desk ? server_.desk->recording(shown, path) : std::nullopt;
      if (!found)
        found =
            respond(shown, path, server_.site.output(), server_.desk ? Editing::yes : Editing::no);
      return found ? std::optional(answer_with(*found, request_)) : std::nullopt;
    } catch (const std::exception& error) {
      return plain_answer(500, error.what(), request_);
    }
  }
  std::string event_of(const Shown& shown) const {
    if (shown.number == 0) return "";
    return event_data(shown, page_in_query(request_.target), server_.site.output());
  }

  void has_answer(std::optional<HttpAnswer> answer, Clock::time_point until) {
    if (!socket_.is_open()) return;
    if (answer) return send(std::move(*answer));
    state_ = State::waiting;
    deadline_ = until;
  }

  void send(HttpAnswer answer) {
    answer_ = std::move(answer);
    piece_ = std::move(answer_.text);
    send_piece();
  }

  void send_piece() {
    enter(State::writing, piece_time);
    std::size_t size = std::min(piece_.size() - sent_, piece_size);
    asio::async_write(socket_, asio::buffer(piece_.data() + sent_, size),
                      [self = shared_from_this()](error_code error, std::size_t size) {
                        self->has_sent(error, size);
                      });
  }

  void has_sent(error_code error, std::size_t size) {
    if (error || !socket_.is_open()) return close();
    sent_ += size;
    if (sent_ < piece_.size()) return send_piece();
    sent_ = 0;
    piece_.clear();
    if (is_stream_) return listen();
    if (answer_.left > 0) return send_file();
    answer_.file.reset();
    answer_.stays_open ? read() : close_slowly();
  }

  void send_file() {
    piece_.resize(std::min<std::uint64_t>(answer_.left, piece_size));
    piece_.resize(answer_.file->read(piece_.data(), piece_.size(), answer_.from));
    if (piece_.empty()) return close();  // the file is shorter than it was when the answer began
    answer_.from += piece_.size();
    answer_.left -= piece_.size();
    send_piece();
  }

  // Waits for the other side to close, too: closing while bytes from there are unread would make
  // the system drop what was not delivered of the answer.
  void close_slowly() {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    enter(State::closing, close_time);
    ignore_input();
  }

  void ignore_input() {
    socket_.async_read_some(asio::buffer(ignored_),
                            [self = shared_from_this()](error_code error, std::size_t) {
                              if (!self->socket_.is_open()) return;
                              error ? self->close() : self->ignore_input();
                            });
  }

  void begin_stream() {
    ignore_input();  // notices when the browser leaves the page
    last_event_.clear();
    seen_number_ = 0;
    send(begin_of_events());
  }

  void listen() {
    enter(State::listening, silent_time);
    if (seen_number_ < server_.shown_number) make_answer();
  }

  void has_event(std::string event) {
    if (!socket_.is_open()) return;
    if (event.empty() || event == last_event_) return listen();
    last_event_ = event;
    send_event("data: " + event + "\n\n");
  }

  void send_event(std::string text) {
    piece_ = std::move(text);
    send_piece();
  }

  HttpService& server_;
  tcp::socket socket_;
  boost::beast::flat_buffer buffer_{2 * longest_head};
  std::optional<http::request_parser<http::empty_body>> parser_;
  std::optional<http::request_parser<http::string_body>> edit_parser_;
  HttpRequest request_;
  HttpAnswer answer_;
  std::string piece_;       // what is being sent
  std::size_t sent_ = 0;    // bytes of `piece_`
  bool is_stream_ = false;  // of events
  std::string last_event_;
  std::uint64_t seen_number_ = 0;  // Shown::number when the last answer was made
  std::array<char, 1024> ignored_;
  State state_ = State::reading;
  Clock::time_point since_, deadline_;
};

bool HttpService::bind(const std::string& host, int port) {
  error_code error;
  tcp::resolver resolver(io);
  bool has_brackets = host.starts_with('[') && host.ends_with(']');
  std::string name = has_brackets ? host.substr(1, host.size() - 2) : host;
  for (const auto& found : resolver.resolve(name, std::to_string(port), error)) {
    acceptor.open(found.endpoint().protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(found.endpoint(), error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error) return true;
    error_code ignored;
    acceptor.close(ignored);
  }
  return false;
}

void HttpService::start() {
  accept();
  io_thread = std::thread([this] { io.run(); });
  news_thread = std::thread([this] {
    std::uint64_t number = 0;
    while (!is_stopping) {
      number = site.wait_for_other(number, tick_time).number;
      asio::post(io, [this, number] { tick(number); });
    }
  });
}

void HttpService::accept() {
  acceptor.async_accept([this](error_code error, tcp::socket socket) {
    if (error) {  // no socket is left, for example
      make_room();
      accept_again.expires_after(milliseconds(100));
      accept_again.async_wait([this](error_code) { accept(); });
      return;
    }
    if (connections.size() >= most_connections) make_room();
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto connection = std::make_shared<Connection>(*this, std::move(socket));
    connections.insert(connection);
    connection->read();
    accept();
  });
}

void HttpService::make_room() {
  auto order = [](const auto& one) { return std::pair(one->state(), one->since()); };
  auto first = std::ranges::min_element(connections, {}, order);
  if (first != connections.end()) std::shared_ptr<Connection>(*first)->close();
}

void HttpService::tick(std::uint64_t number) {
  shown_number = number;
  const Clock::time_point now = Clock::now();
  const std::vector<std::shared_ptr<Connection>> all(connections.begin(), connections.end());
  for (const auto& connection : all)
    if (connection->state() != State::answering) connection->tick(now);
  limit_held();
}

void HttpService::limit_held() {
  std::size_t held = 0;
  for (const auto& connection : connections) held += connection->held();
  while (held > most_held) {
    auto age = [](const auto& one) { return std::pair(one->held() == 0, one->since()); };
    std::shared_ptr<Connection> oldest = *std::ranges::min_element(connections, {}, age);
    if (held == oldest->held()) return;  // a single page may be larger than the limit
    held -= oldest->held();
    oldest->close();
  }
}

HttpService::~HttpService() {
  is_stopping = true;
  if (news_thread.joinable()) news_thread.join();
  io.stop();
  if (io_thread.joinable()) io_thread.join();
  workers.stop();
  workers.join();
}

Server::Server(const LiveSite& site, EditDesk* desk)
    : service_(std::make_unique<HttpService>(site, desk)) {}

Server::~Server() = default;

int Server::listen(const std::string& host, int port) {
  constexpr int first = 8000, last = 8099;
  int bound = 0;
  for (int at = port ? port : first; !bound && at <= (port ? port : last); ++at)
    if (service_->bind(host, at)) bound = at;
  if (!bound) return 0;
  service_->hosts.emplace(host, bound, name_of_this_machine());
  service_->start();
  return bound;
}

}  // namespace kbgen
