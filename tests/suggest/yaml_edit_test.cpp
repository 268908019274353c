#include "suggest/yaml_edit.h"

#include <doctest/doctest.h>

#include "base/yaml.h"

using namespace kbgen;

static std::string config(const std::string& text, std::string_view heard = "pi torch",
                          std::string_view said = "PyTorch") {
  return with_correction_in_config({"config.yaml", text}, heard, said).value_or("refused");
}

static std::string episode(const std::string& yaml, std::string_view heard = "pi torch") {
  std::string text = "---\n" + yaml + "---\nNotes: *they* stay.\n";
  return with_correction_in_episode({"one.md", text}, heard, "PyTorch").value_or("refused");
}

static std::string front(const std::string& yaml) {
  return "---\n" + yaml + "---\nNotes: *they* stay.\n";
}

TEST_CASE("a correction goes below the others, with everything else untouched") {
  CHECK(config("# ours\ntitle: 'A'   # why\ncorrections:\n    \"a b\": \"C\"  # heard often\n\n# "
               "end\nlanguage: en\n") ==
        "# ours\ntitle: 'A'   # why\ncorrections:\n    \"a b\": \"C\"  # heard often\n    \"pi "
        "torch\": "
        "\"PyTorch\"\n\n# end\nlanguage: en\n");
}

TEST_CASE("a config without corrections gets them at its end") {
  CHECK(config("title: A\n") == "title: A\ncorrections:\n  \"pi torch\": \"PyTorch\"\n");
  CHECK(config("title: A") == "title: A\ncorrections:\n  \"pi torch\": \"PyTorch\"\n");
  CHECK(config("corrections:\ntitle: A\n") ==
        "corrections:\n  \"pi torch\": \"PyTorch\"\ntitle: A\n");
}

TEST_CASE("braces stay braces") {
  CHECK(config("title: A\ncorrections: {}\n") ==
        "title: A\ncorrections: {\"pi torch\": \"PyTorch\"}\n");
  CHECK(config("title: A\ncorrections: {\"a}\": b}\n") ==
        "title: A\ncorrections: {\"a}\": b, \"pi torch\": \"PyTorch\"}\n");
  CHECK(episode("transcript: {file: a.vtt}\n") ==
        front("transcript: {file: a.vtt, corrections: {\"pi torch\": \"PyTorch\"}}\n"));
}

TEST_CASE("an episode's path to its transcript becomes settings") {
  CHECK(
      episode("title: A\ntranscript: ../a.vtt  # by hand\ndate: 2020\n") ==
      front("title: A\ntranscript:\n  file: ../a.vtt  # by hand\n  corrections:\n    \"pi torch\": "
            "\"PyTorch\"\ndate: 2020\n"));
}

TEST_CASE("settings of a transcript get corrections, indented as they are") {
  CHECK(episode("transcript:\n    file: a.vtt\n    speakers:\n        S: ada\ntitle: A\n") ==
        front("transcript:\n    file: a.vtt\n    speakers:\n        S: ada\n    corrections:\n     "
              " \"pi "
              "torch\": \"PyTorch\"\ntitle: A\n"));
  CHECK(
      episode("transcript:\n  corrections:\n    a: b\n  file: a.vtt\n") ==
      front(
          "transcript:\n  corrections:\n    a: b\n    \"pi torch\": \"PyTorch\"\n  file: a.vtt\n"));
  CHECK(episode("title: A\n") ==
        front("title: A\ntranscript:\n  corrections:\n    \"pi torch\": \"PyTorch\"\n"));
}

TEST_CASE("a list of turns has its corrections beside it") {
  CHECK(episode("transcript:\n- {who: a, line: b}\n") ==
        front("transcript:\n- {who: a, line: b}\ncorrections:\n  \"pi torch\": \"PyTorch\"\n"));
}

TEST_CASE("what cannot be done for certain is refused") {
  CHECK(config("title: A\ncorrections:\n  pi torch: PyTorch\n") == "refused");  // it is there
  CHECK(config("title: A\ncorrections: none\n") == "refused");
  CHECK(config("- a\n- b\n") == "refused");
  CHECK(config("title: [\n") == "refused");
  CHECK(config("title: A\n...\n") == "refused");
  CHECK_FALSE(with_correction_in_episode({"one.md", "no front matter\n"}, "a", "b").has_value());
}

TEST_CASE("whatever was heard reads back as it was") {
  CHECK(config("title: A\n", "say \"no\" \\ #: {x}", "yes: 'no'") ==
        "title: A\ncorrections:\n  \"say \\\"no\\\" \\\\ #: {x}\": \"yes: 'no'\"\n");
  CHECK(yaml_quoted("a\nb\x01") == "\"a b\"");
}
