#include "commands/version.h"

#include <fmt/format.h>

#include <string_view>

#include "base/own_folder.h"

namespace kbgen {

// CMakeLists.txt defines all of these macros. KBGEN_COMMIT is empty if it is not known.
std::string version_text() {
  constexpr std::string_view commit = KBGEN_COMMIT, sanitize = KBGEN_SANITIZERS;
  std::string text = "kbgen " KBGEN_VERSION "\n";
  if (!commit.empty()) text += fmt::format("commit {}\n", commit);
  text += fmt::format("built with {} as {}{}{}\n", KBGEN_COMPILER, KBGEN_BUILD_TYPE,
                      sanitize.empty() ? "" : ", sanitized: ", sanitize);
  text += fmt::format("{}, {}\n", own_origin(), own_program());
  return text + "libraries: " KBGEN_LIBRARIES "\n";
}

}  // namespace kbgen
