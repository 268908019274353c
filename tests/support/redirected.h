// Catches what the test program itself prints.
#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>

namespace kbgen {

// Writes whatever is printed to a file descriptor into a file, for as long as this object lives.
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
    std::clearerr(stdout);  // an error of one test, such as a full disk, must not fail the next
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
