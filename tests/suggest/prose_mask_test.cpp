#include "suggest/prose_mask.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace kbgen;

// Without what is masked.
static std::string left(const std::string& text, bool stop_at_transcript = false) {
  SourceFile file{"a.md", text};
  std::string masked = masked_prose(file, stop_at_transcript);
  CHECK(masked.size() == text.size());
  return replace_all(masked, "\x01", "");
}

TEST_CASE("links, code, addresses and tags are no place for a link") {
  CHECK(left("See [[Kaggle]] and [Kaggle](x.md) or `Kaggle`, ``a ` Kaggle``.") ==
        "See  and  or , .");
  CHECK(left("![Kaggle](k.png) <b title=Kaggle> https://kaggle.com/Kaggle end") == "!   end");
  CHECK(left("[Kaggle][k] is [a] bracket\n\n[k]: https://kaggle.com\n") == " is [a] bracket\n\n\n");
}

TEST_CASE("headings, fences, indented code and front matter neither") {
  CHECK(left("---\ntitle: Kaggle\n---\ntext\n") == "\n\n\ntext\n");
  CHECK(left("# Kaggle\n\nKaggle\n======\n\ntext\n") == "\n\n\n======\n\ntext\n");
  CHECK(left("a\n```\nKaggle\n```\nb\n\n    Kaggle\nc\n") == "a\n\n\n\nb\n\n\nc\n");
}

TEST_CASE("what is opened and never closed stays text") {
  CHECK(left("a ` b [ c < d [[ e") == "a ` b [ c < d [[ e");
  CHECK(left(std::string(20000, '[')).size() == 20000);
}

TEST_CASE("a transcript below its heading is not prose") {
  CHECK(left("notes\n\n## Transcript\n\nKaggle\n", true) == "notes\n\n\n\n\n");
  CHECK(left("notes\n\n## Transcript\n\nKaggle\n") == "notes\n\n\n\nKaggle\n");
}
