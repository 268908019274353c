#include "base/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace kbgen {

namespace {

constexpr int not_started = 127, ended_by_signal = 128;  // as shells have them

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The variables of this program and `more`, of which those of the same name count.
std::vector<std::string> environment_with(const Environment& more) {
  std::vector<std::string> all;
  for (char** variable = environ; *variable; ++variable) {
    std::string_view text = *variable;
    bool is_replaced = false;
    for (const auto& [name, value] : more)
      if (text.starts_with(name + "=")) is_replaced = true;
    if (!is_replaced) all.emplace_back(text);
  }
  for (const auto& [name, value] : more) all.push_back(name + "=" + value);
  return all;
}

std::string read_all(int file) {
  std::string text;
  char part[65536];
  while (true) {
    ssize_t size = read(file, part, sizeof part);
    if (size > 0) text.append(part, static_cast<std::size_t>(size));
    if (size == 0 || (size < 0 && errno != EINTR)) return text;
  }
}

}  // namespace

Ended run_program(const std::vector<std::string>& arguments, const Environment& more) {
  Ended ended{not_started, ""};
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return ended;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  std::vector<std::string> given = arguments, variables = environment_with(more);
  pid_t child = 0;
  int problem = posix_spawnp(&child, given.front().c_str(), &actions, nullptr,
                             pointers_to(given).data(), pointers_to(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (problem == 0) {
    ended.output = read_all(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : ended_by_signal + WTERMSIG(status);
  }
  close(ends[0]);
  return ended;
}

}  // namespace kbgen
