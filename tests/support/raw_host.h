// A host on this machine that sends whatever bytes a test wants, as slowly and for as long as the
// test wants.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace kbgen {

// Listens on a free port of 127.0.0.1 for as long as it lives.
class RawHost {
 public:
  // One connection to the host, seen from the host.
  class Connection {
   public:
    // Waits for a request and returns its first line without the version, "GET /feed.xml"; empty if
    // the connection ends before.
    std::string request();
    // Sends bytes. False if the other side is gone, or the host is being closed.
    bool say(std::string_view bytes);
    // The same, but sends one byte every 20 ms.
    bool drip(std::string_view bytes);
    // Sends nothing until the other side is gone, or the host is being closed.
    void stay_silent();
    void pause(std::chrono::milliseconds time);

   private:
    friend RawHost;
    Connection(RawHost& host, int socket) : host_(host), socket_(socket) {}
    RawHost& host_;
    const int socket_;
  };

  // `behaviour` is called for each connection, on a thread of its own. The connection ends when it
  // returns.
  using Behaviour = std::function<void(Connection&)>;
  explicit RawHost(Behaviour behaviour);
  ~RawHost();
  RawHost(const RawHost&) = delete;
  RawHost& operator=(const RawHost&) = delete;

  // "127.0.0.1:40123"
  const std::string& name() const { return name_; }
  std::string url(std::string_view path) const { return "http://" + name_ + std::string(path); }
  // How many bytes were sent on all connections together.
  std::size_t bytes_said() const { return bytes_said_; }

 private:
  void accept_all();

  const Behaviour behaviour_;
  int listening_ = -1;
  std::string name_;
  std::atomic<std::size_t> bytes_said_ = 0;
  std::atomic<bool> is_closing_ = false;
  std::mutex mutex_;
  std::vector<int> sockets_;
  std::vector<std::jthread> threads_;
  std::jthread accepting_;
};

}  // namespace kbgen
