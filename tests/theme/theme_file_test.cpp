#include "theme/theme_file.h"

#include <doctest/doctest.h>

#include "support/made_knowledge.h"

namespace kbgen {

namespace {

constexpr const char* all_types =
    "title: T\nextends: default\nassets: [a.js]\noptions:\n"
    "  name: {type: text, default: Mill, help: H}\n"
    "  size: {type: number, default: 12, help: H}\n"
    "  is_wide: {type: truth, default: true, help: H}\n"
    "  tags: {type: list, default: [a, b], help: H}\n"
    "  corners: {type: choice, choices: [round, square], help: H}\n"
    "  accent: {type: color, default: \"#b5520e\", help: H}\n";

std::string values_of(const std::vector<ThemeOption>& options) {
  std::string lines;
  for (const ThemeOption& option : options)
    lines += option.name + ": " + printed_value(option) + "\n";
  return lines;
}

// The options of `all_types` as config.yaml sets them, and what is wrong.
std::string set(const std::string& wanted) {
  Diagnostics diag;
  SourceFile source{"theme.yaml", all_types}, config{"config.yaml", wanted};
  ThemeFile file = read_theme_file(source, diag);
  set_options(file.options, *parse_yaml(whole_file(config), diag), diag);
  return values_of(file.options) + lines_of(diag);
}

std::string reported(const std::string& text) {
  Diagnostics diag;
  SourceFile source{"theme.yaml", text};
  read_theme_file(source, diag);
  return lines_of(diag);
}

}  // namespace

TEST_CASE("theme.yaml gives options of every type their defaults; a choice has its first") {
  CHECK(set("{}") ==
        "name: Mill\nsize: 12\nis_wide: true\ntags: [a, b]\ncorners: round\naccent: #b5520e\n");
}

TEST_CASE("config.yaml replaces defaults, and what is wrong in it is reported at its place") {
  CHECK(set("{name: \"\", size: -3, is_wide: false, tags: [], corners: square, accent: red}") ==
        "name: \"\"\nsize: -3\nis_wide: false\ntags: []\ncorners: square\naccent: red\n");
  CHECK(set("corners: squar")
            .ends_with("config.yaml:1:10: 'corners' must be one of: round, square [wrong-type]\n"));
  CHECK(set("wide: true").ends_with("config.yaml:1:1: unknown key 'wide' [unknown-key]\n"));
}

TEST_CASE("a colour cannot leave its declaration in a style sheet") {
  for (const char* hostile :
       {"red; } body { x: y", "url(//x.example/)", "/* red", "red\\9", "@import", "\"red\""}) {
    CAPTURE(hostile);
    CHECK(set("accent: '" + std::string(hostile) + "'").find("wrong-type") != std::string::npos);
  }
  CHECK(set("accent: oklch(60% 0.15 50)").find("accent: oklch(60% 0.15 50)\n") !=
        std::string::npos);
}

TEST_CASE("an option without a type or with an unknown one is reported and left out") {
  CHECK(reported("options: {a: {help: H}}") ==
        "theme.yaml:1:11: this option has no 'type' [missing-key]\n");
  CHECK(reported("options: {a: {type: colour, help: H}}") ==
        "theme.yaml:1:21: there is no type 'colour' of options [wrong-type]\n");
  CHECK(reported("options: {a: red}") ==
        "theme.yaml:1:14: an option is a map of type, default and help [wrong-type]\n");
  CHECK(reported("- a").find("[bad-yaml]") != std::string::npos);
  CHECK(reported("") == "");
}

}  // namespace kbgen
