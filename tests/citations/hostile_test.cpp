// Whatever a title or a name holds, each format stays what it is.

#include <doctest/doctest.h>

#include <random>

#include "base/json.h"
#include "base/text.h"
#include "citations/formats.h"
#include "citations/marked.h"

namespace kbgen {

namespace {

// Signs that some format reads, and some letters.
std::string random_text(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {
      "\\",   "{",     "}",    "\"",     "'",    "%", "#", "$", "&", "_",  "^",  "~",
      "|",    "[[",    "]]",   "<b",     ">",    "@", ",", "=", " ", "  ", "\n", "\x01",
      "\x04", "\x06",  "\x07", "ER  - ", "–",    "“", "”", "ü", "Ö", "話", "a",  "B",
      "and",  " and ", "Jr.",  "van",    " de ", ".", "?", ":", "-", "/",  "\t", "\r"};
  std::string text;
  for (std::size_t i = 1 + random() % 12; i > 0; --i) text += pieces[random() % std::size(pieces)];
  return without_marks(text).empty() ? "x" : without_marks(text);
}

Citable random_citable(std::mt19937& random) {
  Citable citable;
  if (random() % 2) citable.kind = Citable::Kind::podcast_episode;
  citable.id = "episode:" + slugify(random_text(random));
  citable.title = random_text(random);
  citable.container = random_text(random);
  citable.publisher = random() % 2 ? random_text(random) : "";
  for (std::size_t i = random() % 4; i > 0; --i)
    citable.people.push_back(
        {split_name(random_text(random)), random() % 2 ? Contribution::host : Contribution::guest});
  citable.medium = "Audio podcast episode";
  citable.url = "https://example.org/";
  citable.language = random() % 2 ? "en" : "de";
  citable.is_moment = random() % 2;
  return citable;
}

// As BibTeX counts them, which knows no escapes.
bool has_balanced_braces(std::string_view text) {
  int depth = 0;
  for (char c : text) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

bool has_only_tags(std::string_view ris) {
  for (std::string_view line : split(ris, '\n'))
    if (line.size() < 6 || line.substr(2, 4) != "  - ") return false;
  return true;
}

}  // namespace

TEST_CASE("no text of users breaks a format") {
  std::mt19937 random(6);
  CitedMoment moment{"t=754", Timecode{754'000}};
  for (int i = 0; i < 3000; ++i) {
    Citable citable = random_citable(random);
    auto written = [&](std::string_view format) {
      return plain_citation(find_citation_format(format)->write(citable),
                            citable.is_moment ? &moment : nullptr);
    };
    CAPTURE(citable.title);
    CHECK(read_json(written("csl-json")).has_value());
    CHECK(has_balanced_braces(written("bibtex")));
    CHECK(has_balanced_braces(written("biblatex")));
    CHECK(has_only_tags(written("ris")));
    std::string wikitext = replace_all(written("wikipedia"), "{{!}}", "");
    CHECK(wikitext.find_first_of("<>[]~") == std::string::npos);
    CHECK(wikitext.find('}') == wikitext.size() - 2);
    CHECK(wikitext.rfind('{') == 1);
  }
}

TEST_CASE("HTML of a citation has no tags but its own") {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    Citable citable = random_citable(random);
    for (const CitationFormat& format : citation_formats()) {
      std::string html = html_citation(format.write(citable));
      for (std::string_view own :
           {"<i>", "</i>", "</template>", "<slot></slot>", "<template data-moment=\"time\">",
            "<template data-moment=\"fragment\">", "<template data-moment=\"key\">",
            "<template data-moment=\"speaker\">", "<template data-moment=\"safe-speaker\">"})
        html = replace_all(html, own, "");
      CHECK(html.find_first_of("<>") == std::string::npos);
    }
  }
}

TEST_CASE("the citation of a moment without the moment is that of the page") {
  std::mt19937 random(8);
  for (int i = 0; i < 500; ++i) {
    Citable page = random_citable(random);
    if (random() % 4 == 0) page.url.clear();
    page.is_moment = false;
    Citable moment = page;
    moment.is_moment = true;
    for (const CitationFormat& format : citation_formats())
      CHECK(plain_citation(format.write(moment)) == plain_citation(format.write(page)));
  }
}

}  // namespace kbgen
