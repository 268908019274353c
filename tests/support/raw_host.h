// A host on this machine that says whatever bytes a test wants it to say, as
// slowly and for as long as it likes.
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

class RawHost {
 public:
  class Connection {
   public:
    // Waits for a request and returns its first line without the version:
    // "GET /feed.xml". Empty: nobody asks.
    std::string request();
    // False when the other side has gone, or the host closes.
    bool say(std::string_view bytes);
    // A byte every 20 ms.
    bool drip(std::string_view bytes);
    // Until the other side goes, or the host closes.
    void stay_silent();
    void pause(std::chrono::milliseconds time);

   private:
    friend RawHost;
    Connection(RawHost& host, int socket) : host_(host), socket_(socket) {}
    RawHost& host_;
    const int socket_;
  };

  // Each connection has a thread, and is closed when `behaviour` returns.
  using Behaviour = std::function<void(Connection&)>;
  explicit RawHost(Behaviour behaviour);
  ~RawHost();
  RawHost(const RawHost&) = delete;
  RawHost& operator=(const RawHost&) = delete;

  // "127.0.0.1:40123"
  const std::string& name() const { return name_; }
  std::string url(std::string_view path) const { return "http://" + name_ + std::string(path); }
  // How many bytes the other sides took.
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
