// kbgen: turns a podcast's transcripts into a cross-linked knowledge base.
//
// Each command is one file in commands/. What they share is build() in
// build.cpp: read that next, it is the whole generator on one screen.

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "base/did_you_mean.h"
#include "commands/commands.h"
#include "commands/describe.h"
#include "commands/version.h"

namespace kbgen {

static constexpr Command commands[] = {
    {"init", "start a knowledge base", init_command},
    {"new", "start an episode, a guest, a topic, a resource or a page", new_command},
    {"import", "make episodes of a feed or of bare transcripts", import_command},
    {"build", "write the site", build_command},
    {"serve", "show the site on this machine while its files change", serve_command},
    {"check", "report everything that is wrong, write nothing", check_command},
    {"cite", "say how to cite a page or a moment", cite_command},
    {"pin", "keep what a page says today, to be cited for good", pin_command},
    {"verify", "say whether a pinned page still says what was pinned", verify_command},
    {"explain", "say what the code of a message means", explain_command},
    {"transcript", "read one transcript and write it in another format", transcript_command},
    {"index", "print a Lunr search index of any documents", index_command},
    {"template", "render one Jinja2 template", template_command},
    {"suggest", "propose what the transcripts point to: errors, names, topics, links",
     suggest_command},
    {"theme", "start a theme; say what its templates may read and its options do", theme_command},
};

static int print_usage(std::string_view asked) {
  bool wanted = asked.empty() || asked == "help" || asked == "--help" || asked == "-h";
  std::FILE* out = wanted ? stdout : stderr;
  std::vector<std::string> names;
  for (const Command& command : commands) names.emplace_back(command.name);
  std::string help = did_you_mean(asked, names);
  if (!wanted)
    std::fprintf(out, "kbgen: there is no command '%.*s'%s%s\n\n", static_cast<int>(asked.size()),
                 asked.data(), help.empty() ? "" : "; ", help.c_str());
  std::fprintf(out, "usage: kbgen COMMAND [OPTIONS]\n\n");
  for (const Command& command : commands)
    std::fprintf(out, "  %-11.*s %.*s\n", static_cast<int>(command.name.size()),
                 command.name.data(), static_cast<int>(command.what.size()), command.what.data());
  std::fprintf(out, "\n`kbgen COMMAND --help` says more.\n");
  return wanted ? 0 : 2;
}

static int run(int argc, char** argv) {
  std::string_view wanted = argc > 1 ? argv[1] : "";
  if (wanted == "--version") return std::fputs(version_text().c_str(), stdout), 0;
  // For the compilation, and in no list: manual pages and completion.
  if (wanted == "describe") return describe_command(commands, argc - 1, argv + 1);
  for (const Command& command : commands)
    if (command.name == wanted) return command.run(argc - 1, argv + 1);
  return print_usage(wanted);
}

}  // namespace kbgen

// What stands in a buffer is written at the very end, and a full disk is only
// noticed then.
static int flush_output(int status) {
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return status;
  std::fprintf(stderr, "kbgen: standard output cannot be written\n");
  return status == 0 ? 1 : status;
}

int main(int argc, char** argv) try {
  return flush_output(kbgen::run(argc, argv));
} catch (const std::exception& bug) {
  if (std::ferror(stdout)) return flush_output(1);
  std::fprintf(stderr,
               "kbgen: internal error: %s\nThis is a mistake of kbgen, not of your content. Please "
               "report it.\n",
               bug.what());
  return 70;
}
