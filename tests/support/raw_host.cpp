#include "support/raw_host.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace kbgen {

std::string RawHost::Connection::request() {
  std::string head;
  std::array<char, 4096> buffer;
  while (head.find("\r\n\r\n") == head.npos) {
    ssize_t got = recv(socket_, buffer.data(), buffer.size(), 0);
    if (got <= 0) return "";
    head.append(buffer.data(), static_cast<std::size_t>(got));
  }
  return head.substr(0, head.find(" HTTP/"));
}

bool RawHost::Connection::say(std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    host_.bytes_said_ += static_cast<std::size_t>(sent);
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool RawHost::Connection::drip(std::string_view bytes) {
  for (char byte : bytes) {
    if (host_.is_closing_ || !say({&byte, 1})) return false;
    pause(std::chrono::milliseconds(20));
  }
  return true;
}

void RawHost::Connection::stay_silent() {
  std::array<char, 4096> ignored;
  while (recv(socket_, ignored.data(), ignored.size(), 0) > 0) continue;
}

void RawHost::Connection::pause(std::chrono::milliseconds time) {
  std::this_thread::sleep_for(time);
}

RawHost::RawHost(Behaviour behaviour) : behaviour_(std::move(behaviour)) {
  listening_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (listening_ < 0 || bind(listening_, generic, size) || listen(listening_, 64) ||
      getsockname(listening_, generic, &size))
    throw std::runtime_error("no port of this machine is free");
  name_ = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  accepting_ = std::jthread([this] { accept_all(); });
}

RawHost::~RawHost() {
  is_closing_ = true;
  shutdown(listening_, SHUT_RDWR);
  accepting_.join();
  {
    std::lock_guard guard(mutex_);
    for (int socket : sockets_) shutdown(socket, SHUT_RDWR);
  }
  threads_.clear();
  for (int socket : sockets_) close(socket);
  close(listening_);
}

void RawHost::accept_all() {
  for (int socket = 0; (socket = accept(listening_, nullptr, nullptr)) >= 0;) {
    std::lock_guard guard(mutex_);
    sockets_.push_back(socket);
    threads_.emplace_back([this, socket] {
      Connection connection(*this, socket);
      behaviour_(connection);
      // The connection ends in both directions, but the descriptor is only closed together with the
      // host, because it may still be used there.
      shutdown(socket, SHUT_RDWR);
    });
  }
}

}  // namespace kbgen
