// Layouts of who and when that people use, each made of the same conversation: all of
// them are read alike.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/text.h"
#include "formats/cases.h"
#include "formats/turn_dress.h"

using namespace kbgen;

namespace {

struct Said {
  std::string_view name, time, words;
};

constexpr std::array<Said, 4> talk = {{
    {"Mira Solheim", "0:00", "Welcome back to the harbour hour."},
    {"Jonas Aalto", "0:15", "Thank you, I brought three bells."},
    {"Mira Solheim", "1:05", "Which one is the oldest?"},
    {"Jonas Aalto", "2:10", "The one by the river, I think."},
}};

// "NAME" and "TIME" and "WORDS" stand for what is said; LONG is the time with hours.
std::string written(std::string_view layout, std::string_view between) {
  std::string text;
  for (const Said& said : talk) {
    std::string turn = replace_all(layout, "NAME", said.name);
    turn = replace_all(turn, "LONG", "00:0" + std::string(said.time));
    turn = replace_all(turn, "TIME", said.time);
    text.append(replace_all(turn, "WORDS", said.words)).append(between);
  }
  return text;
}

// One line a turn: its time, its speaker, its words.
std::string turns_of(const std::string& text) {
  const TranscriptFormat* format = recognize_format(text);
  if (!format) return "no transcript";
  Transcript transcript = parse_text(*format, text).transcript;
  std::string out;
  std::int32_t before = -2;
  for (const Cue& cue : transcript.cues) {
    std::string words(transcript.text_of(cue));
    if (cue.speaker == before && !cue.start) {
      out.insert(out.size() - 1, " " + words);
      continue;
    }
    before = cue.speaker;
    out += cue.start ? format_timecode(*cue.start) : "-";
    out +=
        " " + (cue.speaker < 0 ? "-" : transcript.speakers[static_cast<std::size_t>(cue.speaker)]);
    out += ": " + words + "\n";
  }
  return out;
}

std::string expected(bool has_times) {
  std::string out;
  for (const Said& said : talk)
    out.append(has_times ? said.time : "-")
        .append(" ")
        .append(said.name)
        .append(": ")
        .append(said.words)
        .append("\n");
  return out;
}

}  // namespace

TEST_CASE("names and times in any dress are read alike") {
  for (std::string_view layout : {
           "**[TIME] NAME:** WORDS",
           "**NAME [TIME]:** WORDS",
           "**NAME** (TIME): WORDS",
           "**NAME** LONG\n\nWORDS",
           "**NAME:** LONG\n\nWORDS",
           "**NAME** `TIME`\nWORDS",
           "`TIME` **NAME**: WORDS",
           "`[LONG]` NAME: WORDS",
           "[LONG] NAME: WORDS",
           "(TIME) NAME: WORDS",
           "TIME NAME: WORDS",
           "TIME - NAME: WORDS",
           "LONG NAME\nWORDS",
           "[LONG] NAME\nWORDS",
           "NAME TIME\nWORDS",
           "NAME - LONG\nWORDS",
           "NAME \u2013 TIME\n\nWORDS",
           "NAME | LONG\nWORDS",
           "NAME, TIME\nWORDS",
           "NAME [TIME]: WORDS",
           "## NAME (TIME)\n\nWORDS",
           "### [TIME] NAME\nWORDS",
           "#### LONG - NAME\n\nWORDS",
           "- [TIME] **NAME**: WORDS",
           "LONG\nNAME\nWORDS",
           "LONG\nNAME:\nWORDS",
           "NAME\nTIME\nWORDS",
           "LONG\n\nNAME: WORDS",
           "LONG - LONG NAME: WORDS",
           "LONG.100 --> LONG.900\nNAME\nWORDS",
           "NAME (TIME - TIME)\nWORDS",
           "[LONG.000] NAME: WORDS",
           "NAME   TIME\nWORDS",
           "[NAME] LONG\nWORDS",
           "[TIME] [NAME]: WORDS",
           "**NAME** [(LONG)](https://bells.example/?t=TIME)\n\nWORDS",
           "[LONG](https://bells.example/?t=9) **NAME**: WORDS",
           "LONG:12 - LONG:24\nNAME\nWORDS",
           "LONG;12\nNAME\nWORDS",
           "1. [TIME] NAME: WORDS",
           "{TIME} NAME: WORDS",
           "TIME NAME\n\nWORDS",
           "NAME TIME \u2192 WORDS",
           "NAME \u00B7 [TIME]: WORDS",
           "NAME/TIME: WORDS",
           "NAME:TIME: WORDS",
           "NAME *TIME*\n\nWORDS",
           "NAME @TIME\nWORDS",
           "@TIME **NAME**: WORDS",
           "**NAME**, [TIME] - WORDS",
           "[TIME], *NAME*: WORDS",
           "TIME \u2014 NAME \u2014 WORDS",
           "`TIME`\nNAME\nWORDS",
           "- (TIME) \u00B7 NAME - WORDS",
           "<a id=\"a\"></a>**NAME** (TIME): WORDS",
       }) {
    CAPTURE(layout);
    CHECK(turns_of(written(layout, "\n\n")) == expected(true));
  }
}

TEST_CASE("names in any dress are read alike") {
  for (std::string_view layout : {
           "NAME: WORDS",
           "NAME : WORDS",
           "NAME\uFF1AWORDS",
           "**NAME:** WORDS",
           "**NAME**: WORDS",
           "**NAME**\nWORDS",
           "**NAME**\n\nWORDS",
           "**NAME** WORDS",
           "***NAME:*** WORDS",
           "__NAME__: WORDS",
           "*NAME*: WORDS",
           "_NAME:_ WORDS",
           "*NAME*\n\nWORDS",
           "<b>NAME:</b> WORDS",
           "### NAME\n\nWORDS",
           "> **NAME:** WORDS",
           "> NAME: WORDS",
           "[NAME] WORDS",
           "[NAME]: WORDS",
           "[NAME]\nWORDS",
           "(NAME) WORDS",
           "NAME - WORDS",
           "NAME \u2014 WORDS",
           "NAME\u2014WORDS",
           "NAME\nWORDS",
           ">> NAME: WORDS",
           "NAME:\n    WORDS",
           "1. NAME: WORDS",
           "2) **NAME:** WORDS",
           "**NAME**. WORDS",
           "[NAME]. WORDS",
           "{NAME} WORDS",
           "**NAME:** - WORDS",
           "\u2014 NAME: WORDS",
           "(NAME): WORDS",
           "NAME\n: WORDS",
           "<a name=\"a\"></a>**NAME:** WORDS",
       }) {
    CAPTURE(layout);
    CHECK(turns_of(written(layout, "\n\n")) == expected(false));
  }
}

TEST_CASE("times of a day count from the first of them") {
  for (std::string_view day : {"2020-03-01 23:", "[2020-03-01T23:", "01/03/20, 23:"}) {
    const bool is_bracketed = day.starts_with('[');
    std::string text;
    for (std::string_view at : {"58:10", "58:25", "59:15"})
      text += std::string(day) + std::string(at) + (is_bracketed ? "] " : " ") +
              (text.size() % 2 == 0 ? "Mira Solheim" : "Jonas Aalto") + ": It is late.\n\n";
    CAPTURE(text);
    CHECK(turns_of(text + text).starts_with("0:00 Mira Solheim: It is late.\n0:15"));
    CHECK(turns_of(text + text).find("\n1:05 ") != std::string::npos);
  }
  const std::string hall =
      "Mira Solheim 11:58 PM\nGood night.\n\nJonas Aalto 12:03 AM\nGood "
      "morning.\n\nMira Solheim 12:10 AM\nIt is.\n";
  CHECK(turns_of(hall) ==
        "0:00 Mira Solheim: Good night.\n5:00 Jonas Aalto: Good morning.\n12:00 Mira Solheim: It "
        "is.\n");
}

TEST_CASE("times with units are times") {
  CHECK(turns_of("0m05s Mira: One.\n\n1m10s Jonas: Two.\n\n1h2m3s Mira: Three.\n") ==
        "0:05 Mira: One.\n1:10 Jonas: Two.\n1:02:03 Mira: Three.\n");
  CHECK(turns_of("Mira: One.\n\nJonas: Two.\n\nMira: 5m is not far, 3s is not long.\n") ==
        "- Mira: One.\n- Jonas: Two.\n- Mira: 5m is not far, 3s is not long.\n");
}

TEST_CASE("labels in capitals need no sign where every line has one") {
  const std::string talk = "HOST Welcome.\nGUEST Thank you.\nHOST Is it cold?\nGUEST IT is.\n";
  CHECK(turns_of(talk) ==
        "- HOST: Welcome.\n- GUEST: Thank you.\n- HOST: Is it cold?\n- GUEST: IT is.\n");
  CHECK(turns_of("AND WE WENT OUT\nAND IT RAINED\nBUT THE DOG STAYED\nBUT NOBODY KNEW\nSO WE\n")
            .find("- -: AND WE") == 0);
}

TEST_CASE("labels within lines begin turns where line breaks were lost") {
  CHECK(turns_of(
            "Mira: Is it cold? Jonas: It is. Mira: Then come in. Jonas: Thank you. Mira: Sit.") ==
        "- Mira: Is it cold?\n- Jonas: It is.\n- Mira: Then come in.\n- Jonas: Thank you.\n"
        "- Mira: Sit.\n");
  // What somebody quotes within a turn is that person's.
  CHECK(turns_of("Mira: He wrote. Jonas: come in.\n\nJonas: I did.\n\nMira: You did.\n") ==
        "- Mira: He wrote. Jonas: come in.\n- Jonas: I did.\n- Mira: You did.\n");
}

TEST_CASE("a turn a line is a turn") {
  for (std::string_view layout : {"[LONG] NAME: WORDS", "NAME\tTIME\tWORDS", "LONG\tNAME\tWORDS",
                                  "TIME | NAME | WORDS", "[TIME - TIME] NAME: WORDS"}) {
    CAPTURE(layout);
    CHECK(turns_of(written(layout, "\n")) == expected(true));
  }
  for (std::string_view layout : {"NAME: WORDS", "NAME\tWORDS", "NAME | WORDS", "- **NAME**: WORDS",
                                  "* NAME: WORDS", "| NAME | WORDS |", "<NAME> WORDS"}) {
    CAPTURE(layout);
    CHECK(turns_of(written(layout, "\n")) == expected(false));
  }
}

TEST_CASE("what is no name and no word stays out of turns") {
  CHECK(turns_of("| Time | Who | What |\n|---|---|---|\n" +
                 written("| TIME | NAME | WORDS |", "\n")) == expected(true));
  std::string play = replace_all(written("NAME\nWORDS", "\n\n"), "Mira Solheim", "MIRA (CONT'D)");
  CHECK(turns_of(play) == replace_all(expected(false), "Mira Solheim", "MIRA"));
  std::string meeting = "Bells (2024-03-05 10:02 GMT-5) - Transcript\n\n";
  CHECK(turns_of(meeting + written("NAME: WORDS", "\n\n")) ==
        "- -: Bells (2024-03-05 10:02 GMT-5) - Transcript\n" + expected(false));
  // Initials are no label of answers.
  CHECK(turns_of("A.B. Welcome back.\n\nB.O. Thank you.\n\nA.B. Which one?\n") ==
        "- -: A.B. Welcome back. B.O. Thank you. A.B. Which one?\n");
}

TEST_CASE("one question and one answer are two turns, whatever is said above them") {
  using Labels = std::pair<std::string_view, std::string_view>;
  for (auto [question, answer] : {Labels{"Q", "A"}, Labels{"F", "A"}, Labels{"Frage", "Antwort"},
                                  Labels{"Pregunta", "Respuesta"}, Labels{"D", "R"}})
    for (std::string_view layout :
         {"NAME - WORDS", "NAME: WORDS", "**NAME:** WORDS", "NAME \u2013 WORDS"}) {
      CAPTURE(layout);
      CAPTURE(question);
      auto line = [&](std::string_view name, std::string_view words) {
        return replace_all(replace_all(layout, "NAME", name), "WORDS", words);
      };
      std::string text = "The store is where the numbers are kept.\n\n" +
                         line(question, "Is the mill finished?") + "\n\n" +
                         line(answer, "It is almost finished.") + "\n";
      SourceFile file{"talk.md", text};
      std::string found;
      for (const TurnLine& turn : find_turn_lines(whole_file(file)))
        found += std::string(turn.name) + "|" + std::string(turn.text) + ";";
      CHECK(found == std::string(question) + "|Is the mill finished?;" + std::string(answer) +
                         "|It is almost finished.;");
    }
}

TEST_CASE("labels that are no plain names are speakers where they come again") {
  auto with_names = [](std::string_view layout, std::string_view first, std::string_view second) {
    std::string text = replace_all(written(layout, "\n\n"), talk[0].name, first);
    return turns_of(replace_all(text, talk[1].name, second));
  };
  auto expected_names = [](std::string_view first, std::string_view second, bool has_times) {
    return replace_all(replace_all(expected(has_times), talk[0].name, first), talk[1].name, second);
  };
  CHECK(with_names("NAME. WORDS", "Q", "A") == expected_names("Q", "A", false));
  CHECK(with_names("NAME - WORDS", "Q", "A") == expected_names("Q", "A", false));
  CHECK(with_names("[NAME] WORDS", "SPEAKER_00", "SPEAKER_01") ==
        expected_names("SPEAKER_00", "SPEAKER_01", false));
  CHECK(with_names("[TIME] [NAME] WORDS", "SPEAKER_00", "SPEAKER_01") ==
        expected_names("SPEAKER_00", "SPEAKER_01", true));
  CHECK(with_names("NAME (TIME):\nWORDS", "Mira \u201CBell\u201D Solheim", "J.R. Aalto (XX)") ==
        expected_names("Mira \u201CBell\u201D Solheim", "J.R. Aalto (XX)", true));
  CHECK(with_names("NAME [TIME]: WORDS", "dr. m. o'hara (she/her)", "+1 (212) 555-0100") ==
        expected_names("dr. m. o'hara (she/her)", "+1 (212) 555-0100", true));
}

TEST_CASE("lists, notes and prose have no speakers") {
  for (std::string_view text :
       {"0:00 Welcome\n0:15 Three Bells\n1:05 The River\n",
        "**Bells**\n\nThey ring.\n\n**Ropes**\n\nThey hold.\n\n**Rivers**\n\nThey flow.\n",
        "Python - the language.\n\nRuby - the stone.\n\nC - the letter.\n",
        "(Ada) was here.\n\nWe came at 5:30 and left.\n",
        "# Bells\n\nThey ring.\n\n# Ropes\n\nThey hold.\n",
        "## 2.0\n\n### Bells\n\n- one\n\n### Ropes\n\n- two\n\n## 1.0\n\n### Bells\n\n- three\n\n"
        "### Ropes\n\n- four\n",
        "The `store` is one.\n\nThe `mill` is one.\n\nThe `card` is one.\n",
        "Some words.\n\nDefault: `1`\n\nMore words.\n\nDefault: `2`\n\nAnd words.\n",
        "```\nAda: 1\nBen: 2\nAda: 3\nBen: 4\n```\n"}) {
    CAPTURE(text);
    const TranscriptFormat* format = best_fit(text);
    if (format) CHECK(parse_text(*format, text).transcript.speakers.empty());
  }
}
