#include "model/addresses.h"

#include <doctest/doctest.h>

#include <string>

using namespace kbgen;

// Whether the name's first place in the text is only part of an address.
static bool inside(std::string_view text, std::string_view name) {
  auto begin = static_cast<std::uint32_t>(text.find(name));
  return is_inside_address(text, {begin, begin + static_cast<std::uint32_t>(name.size())});
}

TEST_CASE("a part of an address, a path or a name of a file is no name") {
  for (const char* text :
       {"see https://kaggle.com/x, yes", "www.kaggle.org", "kaggle.com/competitions", "kaggle.com.",
        "mail info@kaggle.example", "(kaggle.com)", "kaggle.py", "open ~/kaggle/input",
        "/usr/kaggle", "the kaggle_api module", "C:\\kaggle", "docs.kaggle.io?x=1"}) {
    CAPTURE(text);
    CHECK(inside(text, "kaggle"));
  }
}

TEST_CASE("the whole of an address may be a name, and a full stop makes no address") {
  CHECK(!inside("on fast.ai, they", "fast.ai"));
  CHECK(!inside("fast.ai's course", "fast.ai"));
  CHECK(!inside("is it kaggle.com?", "kaggle.com"));
  CHECK(!inside("I like kaggle.So do you", "kaggle"));
  CHECK(!inside("kaggle/fast.ai", "kaggle"));
  CHECK(!inside("use kaggle. Then", "kaggle"));
  CHECK(!inside("pre-kaggle, @kaggle, #kaggle", "kaggle"));
  CHECK(!inside("...kaggle...", "kaggle"));
}

TEST_CASE("an address without end is looked at near the name only") {
  std::string text(100'000, 'a');
  text += "/kaggle/" + std::string(100'000, 'b');
  CHECK(!inside(text, "kaggle"));
}
