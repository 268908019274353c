// Files of strings: what they say, what is wrong with them. That numbers and dates are those of
// other programs: tests/theme/strings.test.mjs.

#include "language/messages.h"

#include <doctest/doctest.h>

using namespace kbgen;

namespace {

struct Files {
  Strings strings;
  Diagnostics diag;

  explicit Files(std::string_view language = "en") : strings(language) {}
  Files& add(std::string_view tag, std::string text) {
    strings.add(tag, {std::string(tag) + ".yaml", std::move(text)}, diag);
    return *this;
  }
  // Each problem in a line.
  std::string problems() const {
    std::string out;
    for (const Diagnostic& problem : diag.all())
      out += problem.where.path + ":" + std::to_string(problem.where.at.line) + ": " +
             problem.message + " [" + problem.code + "] " + problem.help + "\n";
    return out;
  }
};

std::string problems_of(std::string text) { return Files().add("en", std::move(text)).problems(); }

}  // namespace

TEST_CASE("a translation counts, and what it lacks is English") {
  Files files("de-AT");
  files.add("en", "cite: Cite\nmore: More\nolder: Older\n")
      .add("de", "cite: Zitieren\nmore: Mehr\n")
      .add("de-at", "more: Mehr davon\n");
  CHECK(files.strings.tags() == std::vector<std::string>{"en", "de", "de-at"});
  CHECK(files.strings.text("cite") == "Zitieren");
  CHECK(files.strings.text("more") == "Mehr davon");
  CHECK(files.strings.text("older") == "Older");
  CHECK(files.strings.untranslated() == std::vector<std::string>{"older"});
  CHECK(files.strings.language() == "de-at");
  CHECK(files.problems() == "");
}

TEST_CASE("what is filled in is text, or HTML where it is asked for") {
  Files files;
  files.add("en", "moved: This & that is at {link}, {title}\n");
  Strings::Values values{{"link", "<a>here</a>"}, {"title", "&amp;"}};
  CHECK(files.strings.text("moved", values) == "This & that is at <a>here</a>, &amp;");
  CHECK(files.strings.html("moved", values) == "This &amp; that is at <a>here</a>, &amp;");
}

TEST_CASE("dates are as precise as they are known") {
  Files files("de");
  files.add("en", "month_8: August\ndate_of_day: '{day} {month} {year}'\n")
      .add("en", "date_of_month: '{month} {year}'\n")
      .add("de", "date_of_day: '{day}. {month} {year}'\n");
  CHECK(files.strings.date(*parse_date("2020-08-13")) == "13. August 2020");
  CHECK(files.strings.date(*parse_date("2020-08")) == "August 2020");
  CHECK(files.strings.date(*parse_date("2020")) == "2020");
}

TEST_CASE("an English site misses nothing, in whatever country") {
  for (const char* language : {"en", "en-GB", "en_US", ""}) {
    Files files(language);
    CHECK_MESSAGE(files.add("en", "cite: Cite\n").strings.untranslated().empty(), language);
  }
}

TEST_CASE("a placeholder that the English text has not is reported where it stands") {
  Files files("de");
  files
      .add("en",
           "heard: 'heard: {words}'\nplain: Plain\nwords: {one: a word, other: '{count} words'}\n")
      .add("de", "heard: '{wodrs}'\nplain: '{x}'\nwords: {one: ein Wort, other: viele Wörter}\n");
  CHECK(files.problems() ==
        "de.yaml:1: this text has no '{words}' [missing-placeholder] the English text has it\n"
        "de.yaml:1: '{wodrs}' is no placeholder of this text [unknown-placeholder] "
        "did you mean 'words'?\n"
        "de.yaml:2: '{x}' is no placeholder of this text [unknown-placeholder] "
        "nothing is filled into this text\n");
}

TEST_CASE("whatever a file holds, it is reported and harmless") {
  CHECK(problems_of("- a\n") ==
        "en.yaml:1: strings must be a map of keys and texts [bad-yaml] cite: \"…\"\n");
  CHECK(problems_of("a: [x]\nb:\nc: {other: {other: x}}\n") ==
        "en.yaml:1: this must be a text, or a map of 'one', 'other' … [wrong-type] \n"
        "en.yaml:2: this must be a text, or a map of 'one', 'other' … [wrong-type] \n"
        "en.yaml:3: this must be a text, or a map of 'one', 'other' … [wrong-type] \n");
  CHECK(problems_of("a: {one: x}\n") ==
        "en.yaml:1: 'a' has no 'other' [missing-key] the form that counts where no other does\n");
  CHECK(problems_of("a: {few: x, other: y}\nb: {noe: x, other: y}\n") ==
        "en.yaml:1: numbers have no form 'few' in 'en' [unknown-key] known: one, other\n"
        "en.yaml:2: numbers have no form 'noe' in 'en' [unknown-key] known: one, other\n");
  CHECK(problems_of("a: 'x {Count}'\nb: '{}'\nc: '} { x'\n") ==
        "en.yaml:1: '{Count}' is no placeholder of this text [unknown-placeholder] "
        "a placeholder is made of small letters and '_'\n"
        "en.yaml:2: '{}' is no placeholder of this text [unknown-placeholder] "
        "a placeholder is made of small letters and '_'\n");
  CHECK(Files().add("en", "a: " + std::string(5000, '[')).diag.has_errors());
  for (const char* text : {"", "\"", "a: \"\xff\"", "a: {", "a: &x y\nb: *x", "{}: x"}) {
    Files files;
    files.add("en", text);
    CHECK_MESSAGE(files.strings.text("nothing") == "nothing", text);
  }
}

TEST_CASE("a number takes the form that its language has for it") {
  Files files("pl");
  files.add("en", "words: {one: '{count} word', other: '{count} words'}\n")
      .add("pl", "words: {one: słowo, few: słowa, many: słów, other: słowa}\n");
  const Message& words = *files.strings.find("words");
  auto form = [&](std::uint64_t n) { return words.form(n).front().text; };
  CHECK(form(1) == "słowo");
  CHECK(form(22) == "słowa");
  CHECK(form(12) == "słów");
  CHECK(format_number(12345, *words.locale) == "12\u00a0345");
  CHECK(format_number(1234, *words.locale) == "1234");
}

TEST_CASE("writing runs as the script does, else as the language") {
  for (const char* tag : {"ar", "he-IL", "fa", "ur_PK", "az-Arab", "yi", "pa-Arab-PK"})
    CHECK_MESSAGE(is_right_to_left(tag), tag);
  for (const char* tag : {"", "en", "de-AT", "ar-Latn", "az", "zh-Hant", "uz-Latn-UZ", "x"})
    CHECK_MESSAGE(!is_right_to_left(tag), tag);
}
