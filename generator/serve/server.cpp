#include "serve/server.h"

#include <fcntl.h>
#include <httplib.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>

#include "serve/responses.h"

namespace kbgen {

using std::chrono::milliseconds;

namespace {

// Each open page of a browser keeps one busy.
constexpr std::size_t threads = 64;

// How long a request waits for files that are being made.
constexpr milliseconds patience{60'000};

// Parts of a file, as they are asked for: recordings are long, and players
// begin in the middle.
void send_file(const std::string& path, const std::string& type, httplib::Response& response) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  off_t size = file < 0 ? -1 : lseek(file, 0, SEEK_END);
  if (size <= 0) {
    if (file >= 0) close(file);
    response.status = size == 0 ? 200 : 404;
    response.set_content("", type);
    return;
  }
  auto send = [file](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
    std::array<char, 1 << 16> buffer;
    ssize_t got =
        pread(file, buffer.data(), std::min(length, buffer.size()), static_cast<off_t>(offset));
    return got > 0 && sink.write(buffer.data(), static_cast<std::size_t>(got));
  };
  response.set_content_provider(static_cast<std::size_t>(size), type, send,
                                [file](bool) { close(file); });
}

}  // namespace

struct Server::Http {
  explicit Http(const LiveSite& live) : site(live) {
    server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server.set_tcp_nodelay(true);
    // The library would share a port that is taken (SO_REUSEPORT).
    server.set_socket_options([](socket_t socket) {
      int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.Get(".*", [this](const httplib::Request& request, httplib::Response& response) {
      response.set_header("Cache-Control", "no-store");
      bool is_listening = request.path.ends_with(std::string("/") + std::string(events_path));
      is_listening ? tell(request, response) : answer(request, response);
    });
  }

  void answer(const httplib::Request& request, httplib::Response& response) const {
    const std::string target = request.target.substr(0, request.target.find_first_of("?#"));
    const auto end = std::chrono::steady_clock::now() + patience;
    Shown shown = site.now();
    std::optional<Response> found = respond(shown, target, site.output());
    while (!found && !is_stopping && std::chrono::steady_clock::now() < end) {
      shown = site.wait_for_other(shown.number, milliseconds(250));
      found = respond(shown, target, site.output());
    }
    if (!found) found = Response{503, "text/plain", "the site is still being made\n", "", ""};
    // Whether it is a part (206) the library says.
    if (found->status != 200) response.status = found->status;
    if (!found->location.empty()) response.set_header("Location", found->location);
    if (found->file.empty())
      response.set_content(found->body, found->type);
    else
      send_file(found->file, found->type, response);
  }

  // A message whenever there is news, for as long as the page is open. Now and
  // then an empty one, to learn whether it still is.
  void tell(const httplib::Request& request, httplib::Response& response) const {
    struct Said {
      std::uint64_t number = 0;
      std::string last;
    };
    auto said = std::make_shared<Said>();
    std::string page = request.get_param_value("page");
    auto send = [this, said, page](std::size_t, httplib::DataSink& sink) {
      std::string message = ":\n\n";
      for (int waits = 0; waits < 20 && !is_stopping; ++waits) {
        Shown shown = site.wait_for_other(said->number, milliseconds(250));
        if (shown.number == said->number) continue;
        said->number = shown.number;
        std::string data = event_data(shown, page, site.output());
        if (data == said->last) continue;
        said->last = data;
        message = "data: " + data + "\n\n";
        break;
      }
      if (is_stopping) {
        sink.done();
        return true;
      }
      return sink.write(message.data(), message.size());
    };
    response.set_chunked_content_provider("text/event-stream", send);
  }

  const LiveSite& site;
  httplib::Server server;
  std::atomic<bool> is_stopping = false;
  std::thread thread;
};

Server::Server(const LiveSite& site) : http_(std::make_unique<Http>(site)) {}

Server::~Server() {
  http_->is_stopping = true;
  http_->server.stop();
  if (http_->thread.joinable()) http_->thread.join();
}

int Server::listen(const std::string& host, int port) {
  constexpr int first = 8000, last = 8099;
  int bound = 0;
  for (int at = port ? port : first; !bound && at <= (port ? port : last); ++at)
    if (http_->server.bind_to_port(host, at)) bound = at;
  if (!bound) return 0;
  http_->thread = std::thread([this] { http_->server.listen_after_bind(); });
  for (int waits = 0; waits < 1000 && !http_->server.is_running(); ++waits)
    std::this_thread::sleep_for(milliseconds(1));
  return bound;
}

}  // namespace kbgen
