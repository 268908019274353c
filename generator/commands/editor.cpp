#include "commands/editor.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace kbgen {

std::string edit_file(const std::string& path) {
  const char* editor = std::getenv("VISUAL");
  if (!editor || !*editor) editor = std::getenv("EDITOR");
  if (!editor || !*editor) return "neither VISUAL nor EDITOR says which editor";
  // The path is passed as an argument, because the shell would interpret characters of a path that
  // is part of the command.
  std::string command = std::string(editor) + " \"$1\"";
  std::fflush(nullptr);
  pid_t child = fork();
  if (child < 0) return "no process for the editor can be started";
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", command.c_str(), "sh", path.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return "";
  return "the editor '" + std::string(editor) + "' ended with a failure";
}

}  // namespace kbgen
