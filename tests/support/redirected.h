// What this program prints, caught.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>

namespace kbgen {

// Sends a file descriptor to a file for as long as it lives.
class Redirected {
 public:
  Redirected(int descriptor, const std::filesystem::path& path) : descriptor_(descriptor) {
    flush();
    saved_ = dup(descriptor);
    int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(file, descriptor);
    close(file);
  }
  ~Redirected() {
    flush();
    dup2(saved_, descriptor_);
    close(saved_);
    std::clearerr(stdout);  // a full device was one case's, not the next one's
  }

 private:
  static void flush() {
    std::cout.flush();
    std::cerr.flush();
    std::fflush(nullptr);
  }

  int descriptor_;
  int saved_;
};

}  // namespace kbgen
