// The commands: one file each, one row each in the table of main.cpp.
//
// argv[0] is the command's name. The result is the exit status: 0 clean, 1 the
// content is wrong, 2 the command line is wrong.
#pragma once

#include <string_view>

namespace kbgen {

struct Command {
  std::string_view name;
  std::string_view what;
  int (*run)(int argc, char** argv);
};

int build_command(int argc, char** argv);
int serve_command(int argc, char** argv);
int check_command(int argc, char** argv);
int cite_command(int argc, char** argv);
int pin_command(int argc, char** argv);
int verify_command(int argc, char** argv);
int explain_command(int argc, char** argv);
int transcript_command(int argc, char** argv);
int index_command(int argc, char** argv);
int template_command(int argc, char** argv);
int suggest_command(int argc, char** argv);
int theme_command(int argc, char** argv);
int init_command(int argc, char** argv);
int new_command(int argc, char** argv);
int import_command(int argc, char** argv);

}  // namespace kbgen
