#include "model/name_parts.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "support/made_knowledge.h"

namespace kbgen {

TEST_CASE("the parts of names are looked for once each, without titles behind them and initials") {
  MadeKnowledge made({{"guests/a.md", "---\nname: Ada M. Hill Jr.\n---\n"},
                      {"guests/b.md", "---\nname: Ada Moor\n---\n"},
                      {"guests/c.md", "---\nname: J. Stone\n---\n"},
                      {"guests/d.md", "---\nname: Cher\n---\n"},
                      {"guests/e.md", "---\nname: Vincent van gogh\n---\n"},
                      {"guests/f.md", "---\nname: Quiet Person\nmatch: none\n---\n"},
                      {"guests/g.md", "---\nname: 東京 太郎\n---\n"}});
  CHECK(join(NameParts(made.site()).words(), " ") == "Ada Hill Moor Stone Vincent");
}

TEST_CASE("a look tells how a word stands in its sentence") {
  auto look = [](std::string_view text, std::string_view word) {
    auto begin = static_cast<std::uint32_t>(text.find(word));
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < text.size(); ++i)
      if (text[i] == '.') ends.push_back(i + 1);
    NameParts::Look look =
        NameParts::look(text, {begin, begin + static_cast<std::uint32_t>(word.size())}, ends);
    return std::string(look.capital ? "C" : "") + (look.opens_sentence ? "O" : "") +
           (look.in_longer_name ? "L" : "") + (look.like_a_thing ? "T" : "");
  };
  CHECK(look("we met Jordan there", "Jordan") == "C");
  CHECK(look("jordan said", "jordan") == "O");
  CHECK(look("So. Jordan said", "Jordan") == "CO");
  CHECK(look("with Michael Jordan", "Michael") == "CL");
  CHECK(look("with Michael Jordan", "Jordan") == "CL");
  CHECK(look("Dr. Jordan", "Jordan") == "CO");
  CHECK(look("in Jordan", "Jordan") == "CT");
  CHECK(look("when Jordan I think", "Jordan") == "C");
  CHECK(look("a Jordan-Smith", "Jordan") == "CLT");
}

}  // namespace kbgen
