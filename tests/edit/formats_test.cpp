// Every format takes edits: over all cases of tests/formats each word is replaced, gets a
// neighbour, and is removed. Reading the file again gives the old transcript with this word
// changed, and the bytes differ in this word alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "base/encoding.h"
#include "base/text.h"
#include "edit/paragraph_edit.h"
#include "edit/word_diff.h"
#include "edit/word_places.h"
#include "formats/cases.h"
#include "formats/joining.h"
#include "formats/layout.h"

using namespace kbgen;

namespace {

// A word that no case has, in the script of the word that it replaces.
std::string_view other_than(std::string_view word) {
  return joins_without_space(word, word) ? "鯨" : "Zebrafish";
}

TranscriptReader reader_of(const TranscriptFormat& format) {
  return [&format](std::string_view bytes) -> std::optional<ReadTranscript> {
    Diagnostics diag;
    SourceFile file = decode_source("input", bytes, diag);
    Transcript transcript = parse_transcript(file, format, diag);
    auto errors = std::ranges::count(diag.all(), Severity::error, &Diagnostic::severity);
    return ReadTranscript{std::move(transcript), static_cast<std::size_t>(errors)};
  };
}

// The letters of a word, without signs around them: what a person would replace.
std::string_view core_of(std::string_view word) {
  auto is_sign = [](char c) { return c > ' ' && c < 0x7F && !is_word_char(char32_t(c)); };
  while (!word.empty() && is_sign(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_sign(word.back())) word.remove_suffix(1);
  return word;
}

// How often `core` was replaced by the other word between two versions of a file; 0 if anything
// else is different, too.
int replacements(std::string_view core, const std::string& before, const std::string& after) {
  std::string expected = before;
  int count = 0;
  std::ptrdiff_t shift = 0;
  const std::string_view other = other_than(core);
  for (TextRange place : places_of(core, before)) {
    auto at = static_cast<std::size_t>(place.begin + shift);
    if (after.compare(at, other.size(), other) != 0) continue;
    expected.replace(at, place.size(), other);
    shift += static_cast<std::ptrdiff_t>(other.size()) - static_cast<std::ptrdiff_t>(place.size());
    ++count;
  }
  return expected == after ? count : 0;
}

// What became of an edit of each word of a format.
struct Outcome {
  int edits = 0;
  std::vector<std::string> refused;
};

// Makes the new text of a paragraph; the word begins at `at`. An unchanged text is no edit.
using Typing = std::function<std::string(std::string was, std::size_t at, std::string_view word)>;
using Check =
    std::function<void(const EditedFile& before, const EditedFile& after, std::string_view word)>;

void edit_each_word(const FormatCase& c, const Typing& type, const Check& check, Outcome& outcome) {
  CAPTURE(c.path);
  const TranscriptReader reader = reader_of(*c.format);
  const std::string bytes = case_text(c.path);
  const EditedFile file{bytes, *reader(bytes)};
  const std::string& text = file.read.transcript.text;
  for (const Paragraph& paragraph : layout_of(file.read.transcript).paragraphs) {
    const std::string was =
        collapse_space(text.substr(paragraph.text.begin, paragraph.text.size()));
    for (std::string_view word : words_in(was)) {
      const std::string now = type(was, static_cast<std::size_t>(word.data() - was.data()), word);
      if (now == was) continue;
      ++outcome.edits;
      std::string problem;
      std::optional<EditedFile> edited =
          with_edits(file, edits_of({was, now}, text, paragraph.text), reader, problem);
      if (!edited) {
        outcome.refused.push_back(c.path + ": " + std::string(word));
        continue;
      }
      CAPTURE(word);
      CHECK(collapse_space(edited->read.transcript.text) ==
            collapse_space(text.substr(0, paragraph.text.begin) + now +
                           text.substr(paragraph.text.end)));
      CHECK(edited->read.transcript.speakers == file.read.transcript.speakers);
      check(file, *edited, word);
    }
  }
}

std::map<std::string, Outcome> edit_all(const Typing& type, const Check& check) {
  std::map<std::string, Outcome> outcomes;
  for (const FormatCase& c : format_cases())
    edit_each_word(c, type, check, outcomes[std::string(c.format->name)]);
  return outcomes;
}

// Removes those that are expected, and returns what is left on either side.
std::string unexpected(const std::map<std::string, Outcome>& outcomes,
                       std::vector<std::string> expected) {
  std::string report;
  for (const auto& [name, outcome] : outcomes)
    for (const std::string& one : outcome.refused) {
      auto known = std::ranges::find(expected, one);
      if (known == expected.end())
        report += "refused: " + one + "\n";
      else
        expected.erase(known);
    }
  for (const std::string& one : expected) report += "not refused: " + one + "\n";
  return report;
}

int count_edits(const std::map<std::string, Outcome>& outcomes) {
  int edits = 0;
  for (const auto& [name, outcome] : outcomes) edits += outcome.edits;
  return edits;
}

// Words that say something to the reader of the format: labels of a legend and notes of sounds are
// known by their words, and with others their lines would mean something else.
const std::vector<std::string> with_a_meaning = {
    "subrip/names_in_brackets.srt: (laughs)",    "turns/bold_around_both.md: [laughter]",
    "turns/somebody_unknown.txt: (BEGIN",        "turns/somebody_unknown.txt: CLIP)",
    "webvtt/two_names_in_a_cue.vtt: [laughter]",
};

std::vector<std::string> with_a_meaning_and(std::vector<std::string> others) {
  others.insert(others.end(), with_a_meaning.begin(), with_a_meaning.end());
  return others;
}

}  // namespace

TEST_CASE("in every format each word can be replaced, and the bytes of nothing else change") {
  auto replace = [](std::string was, std::size_t at, std::string_view word) {
    std::string_view core = core_of(word);
    if (core.empty()) return was;
    at += static_cast<std::size_t>(core.data() - word.data());
    return was.replace(at, core.size(), other_than(core));
  };
  auto check = [](const EditedFile& before, const EditedFile& after, std::string_view word) {
    CHECK(replacements(core_of(word), before.bytes, after.bytes) > 0);
  };
  auto outcomes = edit_all(replace, check);
  CHECK(count_edits(outcomes) > 2500);
  CHECK(unexpected(
            outcomes,
            with_a_meaning_and(
                {"named-paragraphs/questions.md: Legend:", "named-paragraphs/unmarked.txt: Note:",
                 "named-paragraphs/who_is_there.md: Hosts:", "turns/bold_around_both.md: music",
                 "turns/somebody_unknown.txt: VIDEO", "webvtt/signs_that_are_no_tags.vtt: 2."})) ==
        "");
}

// AWS keeps each sign as an item of its own, which belongs to the word before it.
void drop_signs_of_aws(std::map<std::string, Outcome>& outcomes) {
  std::erase_if(outcomes["aws-transcribe"].refused, [](const std::string& one) {
    return std::string_view(".,?").find(one.back()) != std::string_view::npos;
  });
}

TEST_CASE("in every format a word can be added behind each word") {
  auto add = [](std::string was, std::size_t at, std::string_view word) {
    bool is_spaced = !joins_without_space(word, word);
    return was.insert(at + word.size(), (is_spaced ? " " : "") + std::string(other_than(word)));
  };
  auto outcomes = edit_all(add, [](const EditedFile& before, const EditedFile& after, auto) {
    CHECK(before.bytes.size() < after.bytes.size());
  });
  drop_signs_of_aws(outcomes);
  CHECK(count_edits(outcomes) > 2500);
  CHECK(unexpected(outcomes, with_a_meaning_and({"named-paragraphs/questions.md: Legend:",
                                                 "turns/bold_around_both.md: bells.",
                                                 "turns/somebody_unknown.txt: VIDEO",
                                                 "webvtt/signs_that_are_no_tags.vtt: >>"})) == "");
}

TEST_CASE("in every format words can be removed") {
  auto remove = [](std::string was, std::size_t at, std::string_view word) {
    return word.size() == was.size() ? was : collapse_space(was.erase(at, word.size()));
  };
  auto outcomes = edit_all(remove, [](const EditedFile& before, const EditedFile& after, auto) {
    CHECK(before.bytes.size() > after.bytes.size());
  });
  drop_signs_of_aws(outcomes);
  CHECK(count_edits(outcomes) > 2500);
  CHECK(
      unexpected(outcomes,
                 {"named-paragraphs/bold.md: code.", "named-paragraphs/escapes.md: no",
                  "named-paragraphs/only_questions.md: bells.", "named-paragraphs/questions.md: J:",
                  "named-paragraphs/questions.md: Q(n):", "named-paragraphs/questions.md: rings",
                  "named-paragraphs/who_is_there.md: Hosts:", "table/whisper.tsv: Today,",
                  "turns/bold_around_both.md: bells.", "turns/somebody_unknown.txt: CLIP)",
                  "turns/table.md: you.", "webvtt/signs_that_are_no_tags.vtt: No,"}) == "");
}

TEST_CASE("letters that a format writes in its own way are found and written") {
  struct Case {
    std::string_view format, bytes, was, now, expected;
  };
  const Case cases[] = {
      {"webvtt", "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nTom &amp; Jery\r\n", "Tom & Jery",
       "Tom & <b>Jerry</b>",
       "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nTom &amp; &lt;b&gt;Jerry&lt;/b&gt;\r\n"},
      {"whisper-json", R"({"segments":[{"start":0,"end":2,"text":" Caf\u00e9 \"x\" one"}]})",
       "Café \"x\" one", "Tea \"y\" one",
       R"({"segments":[{"start":0,"end":2,"text":" Tea \"y\" one"}]})"},
      {"whisper-json", R"({"segments":[{"start":0,"end":2,"text":" one two"}]})", "one two",
       "one \"two\"", R"({"segments":[{"start":0,"end":2,"text":" one \"two\""}]})"},
      {"turns-yaml", "- line: 'it''s one'\n  who: A\n- line: two\n  who: B\n", "it's one",
       "that's one", "- line: 'that''s one'\n  who: A\n- line: two\n  who: B\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const TranscriptReader reader = reader_of(*find_format(c.format));
    EditedFile file{std::string(c.bytes), *reader(c.bytes)};
    const Transcript& transcript = file.read.transcript;
    std::string problem;
    auto edited = with_edits(file,
                             edits_of({std::string(c.was), std::string(c.now)}, transcript.text,
                                      transcript.cues[0].text),
                             reader, problem);
    CHECK(problem == "");
    REQUIRE(edited);
    CHECK(edited->bytes == c.expected);
  }
}

TEST_CASE("words that a page shows otherwise than the file stay as the file has them") {
  const std::string text = "so stork all is great and data talks too";
  auto edits = [&](std::string was, std::string now) {
    std::string all;
    for (const WordEdit& edit :
         edits_of({was, now}, text, {0, static_cast<std::uint32_t>(text.size())}))
      all += text.substr(edit.place.begin, edit.place.size()) + "=" + edit.words + ";";
    return all;
  };
  const std::string shown = "So Snorkel is great and DataTalks, too.";
  CHECK(edits(shown, shown) == "");
  CHECK(edits(shown, "So Snorkel is good and DataTalks, too.") == "great=good;");
  CHECK(edits(shown, "So Snorkel, is great and DataTalks, too.") == "stork=Snorkel,;all=;");
  CHECK(edits(shown, "So Snorkel is great and Data Talks, too.") == "data=Data;talks=Talks,;");
  CHECK(edits(shown, "So Snorkel is really great and DataTalks, too.") == "is=is really;");
  CHECK(edits(shown, "Well, so Snorkel is great and DataTalks, too.") == "so=Well, so;");
}

TEST_CASE("a mark of words that nobody understood becomes the words") {
  struct Case {
    std::string_view format, bytes, mark;
  };
  const Case cases[] = {
      {"webvtt",
       "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>We saw [unintelligible\n00:00:01] there.\n",
       "[unintelligible\n00:00:01]"},
      {"webvtt",
       "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>We did.\n\n00:02.000 --> "
       "00:03.000\n[inaudible]\n",
       "[inaudible]"},
      {"subrip", "1\n00:00:01,000 --> 00:00:02,000\nADA: We saw [inaudible] there.\n",
       "[inaudible]"},
      {"name-time",
       "Ada (00:00:01):\nWe saw [crosstalk 00:00:01] there.\n\nBob (00:00:05):\nI know.\n",
       "[crosstalk 00:00:01]"},
      {"named-paragraphs", "**Ada:** We saw (unintelligible) there.\n\n**Bob:** I know.\n",
       "(unintelligible)"},
      {"turns-yaml",
       "- line: We saw [unintelligible 00:00:01] there.\n  who: Ada\n- line: Yes.\n  who: Bob\n",
       "[unintelligible 00:00:01]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const TranscriptReader reader = reader_of(*find_format(c.format));
    const EditedFile file{std::string(c.bytes), *reader(c.bytes)};
    const std::string& text = file.read.transcript.text;
    const std::string was = collapse_space(text), mark = collapse_space(c.mark);
    std::size_t at = was.find(mark);
    REQUIRE(at != was.npos);
    std::string now = was, problem;
    now.replace(at, mark.size(), "Storkel Square");
    auto edited =
        with_edits(file, edits_of({was, now}, text, {0, static_cast<std::uint32_t>(text.size())}),
                   reader, problem);
    CHECK(problem == "");
    REQUIRE(edited);
    std::string expected(c.bytes);
    expected.replace(expected.find(c.mark), c.mark.size(),
                     mark == c.mark ? "Storkel Square" : "Storkel\nSquare");
    CHECK(edited->bytes == expected);
  }
}
