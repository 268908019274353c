// Checks that each code of a diagnostic has a row in generator/codes.cpp, where `kbgen explain`
// finds its meaning, and a test that shows it.

#include "codes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include "base/disk.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

void add_matches(const std::string& text, const std::regex& pattern, std::set<std::string>& codes) {
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    codes.insert((*it)[1]);
}

// The codes that the sources of kbgen report, found by how reports are written: the code is the
// first argument, or in the template engine the last one or a default.
std::set<std::string> codes_in_use() {
  static const std::regex first(R"re((?:error|warning|fail_as|report)\(\s*"([a-z][a-z0-9-]*)")re");
  static const std::regex last(R"re(fail\([^;]*"([a-z0-9]+-[a-z0-9-]+)"\);)re");
  static const std::regex otherwise(R"re(code = "([a-z][a-z0-9-]*)")re");
  std::set<std::string> codes;
  const std::string root = KBGEN_SOURCE_DIR "/generator";
  for (const std::string& file : files_below(root)) {
    std::string text = read_bytes(join_path(root, file));
    for (const std::regex* pattern : {&first, &last, &otherwise})
      add_matches(text, *pattern, codes);
  }
  // A code that ends with a hyphen is a prefix, to which a kind is added: unknown-guest.
  std::erase_if(codes, [](const std::string& code) { return code.ends_with('-'); });
  return codes;
}

std::set<std::string> codes_in_tests() {
  static const std::regex shown(R"re(\[([a-z][a-z0-9-]*)\])re");
  std::set<std::string> codes;
  const std::string root = KBGEN_SOURCE_DIR "/tests";
  for (const std::string& file : files_below(root)) {
    std::string extension = file_extension(file);
    if (extension == ".case" || extension == ".cpp" || extension == ".txt")
      add_matches(read_bytes(join_path(root, file)), shown, codes);
  }
  return codes;
}

bool has_row(const std::string& code) {
  return std::ranges::find(diagnostic_codes(), code, &DiagnosticCode::name) !=
         diagnostic_codes().end();
}

}  // namespace

TEST_CASE("every code in use has a row in generator/codes.cpp") {
  std::set<std::string> used = codes_in_use();
  for (const std::string& code : used) {
    CAPTURE(code);
    CHECK(has_row(code));
  }
  CHECK(used.size() > 40);
}

TEST_CASE("every row of generator/codes.cpp stands once, in order, with a meaning") {
  std::string before;
  for (const DiagnosticCode& row : diagnostic_codes()) {
    CAPTURE(row.name);
    CHECK(before < row.name);
    CHECK(row.meaning.ends_with('.'));
    before = row.name;
  }
}

TEST_CASE("every code has a test that shows it") {
  std::set<std::string> shown = codes_in_tests();
  for (const DiagnosticCode& row : diagnostic_codes()) {
    CAPTURE(row.name);
    CHECK(shown.contains(std::string(row.name)));
  }
}

}  // namespace kbgen
