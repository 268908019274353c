// Checks that all files of a site are valid (UTF-8, XML, JSON, captions) whatever its text
// contains: control characters as they are and as escapes, incomplete code points, ends of comments
// and scripts, text in the other direction.

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "base/disk.h"
#include "base/text.h"
#include "formats/transcript_formats.h"
#include "support/project.h"
#include "support/written.h"

namespace kbgen {

namespace {

using Random = std::mt19937;

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {"Ada",
                                               "mills",
                                               "Wave",
                                               " ",
                                               " ",
                                               "\t",
                                               ":",
                                               "-",
                                               "[",
                                               "]",
                                               "(",
                                               ")",
                                               "*",
                                               "_",
                                               "`",
                                               "#",
                                               "@",
                                               "]]>",
                                               "-->",
                                               "<!--",
                                               "</script>",
                                               "</title>",
                                               "</style>",
                                               "<b>",
                                               "&#27;",
                                               "&#xFFFE;",
                                               "&#0;",
                                               "&amp;lt;",
                                               "{{ 7 }}",
                                               "{%",
                                               "\x01",
                                               "\x07",
                                               "\x08",
                                               "\x0b",
                                               "\x0c",
                                               "\x1b[31m",
                                               "\x1f",
                                               "\x7f",
                                               "\u0080",
                                               "\u0085",
                                               "\u009b2J",
                                               "\u009f",
                                               "\u00a0",
                                               "\u200b",
                                               "\u200d",
                                               "\u2028",
                                               "\u2029",
                                               "\u202e",
                                               "\u2066",
                                               "\u2069",
                                               "\ufeff",
                                               "\ufffd",
                                               "\ufffe",
                                               "\uffff",
                                               "\u202f:",
                                               "\u00a0:",
                                               "\xed\xa0\x80",
                                               "\xff",
                                               "\xc3",
                                               "\xe2\x80",
                                               "\xf4\x90\x80\x80",
                                               "e\u0301\u0327\u0334\u0489",
                                               "שלום",
                                               "مرحبا",
                                               "\U0001F9D1\u200d\U0001F680",
                                               "ſ",
                                               "ŉ",
                                               "İ",
                                               "ﬀ",
                                               std::string(300, 'w'),
                                               std::string("\0", 1)};
  return all;
}

std::string nasty(Random& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += pieces()[random() % pieces().size()];
  return text;
}

// A nasty text in double quotation marks, with some of `escapes`, as a YAML or JSON string.
std::string quoted(Random& random, std::string_view escapes) {
  std::string text = "\"Nn ";
  for (std::size_t i = 0; i < 6; ++i) {
    text += replace_all(replace_all(nasty(random, 1), "\\", ""), "\"", "");
    if (random() % 3 == 0) text += std::string(split(escapes, ' ')[random() % 6]);
  }
  return text + "\"";
}

constexpr std::string_view yaml_escapes = "\\x01 \\e \\0 \\u009b \\uFFFE \\uFFFF";
constexpr std::string_view json_escapes = "\\u0001 \\u001b \\u0000 \\u009b \\uFFFE \\uFFFF";

void write_nasty_site(Random& random) {
  auto yaml = [&] { return quoted(random, yaml_escapes); };
  write_bytes("config.yaml",
              "title: " + yaml() + "\ndescription: " + yaml() + "\nlicense: " + yaml() +
                  "\nbase_url: https://example.org/a\nshows:\n  s: {title: " + yaml() +
                  ", hosts: [ada]}\ndownloads: [webvtt, subrip, podcast-json, text, markdown]\n");
  write_bytes("content/guests/ada.md", "---\nname: " + yaml() + "\naliases: [" + yaml() + ", " +
                                           yaml() + "]\nrole: " + yaml() + "\n---\n" +
                                           nasty(random, 60) + "\n");
  write_bytes("content/topics/mills.md", "---\ntitle: " + yaml() + "\naliases: [mills, " + yaml() +
                                             "]\n---\n" + nasty(random, 60) + "\n");
  write_bytes("content/resources/notes.md",
              "---\ntitle: " + yaml() + "\nby: [" + yaml() + "]\n---\n" + nasty(random, 30) + "\n");
  write_bytes("content/episodes/a.md",
              "---\ntitle: " + yaml() + "\nsummary: " + yaml() +
                  "\nshow: s\ndate: 2020\nguests: [ada]\nchapters: [{start: "
                  "1, title: " +
                  yaml() + "}]\n---\n" + nasty(random, 40) + "\n");
  std::string vtt = "WEBVTT\n\n", otter, named, json = "{\"version\": \"1.0.0\", \"segments\": [\n";
  for (int i = 1; i < 20; ++i) {
    std::string time = "00:00:" + std::string(i < 10 ? "0" : "") + std::to_string(i);
    vtt += time + ".000 --> " + time + ".900\n<v " + nasty(random, 3) + ">" + nasty(random, 12) +
           " mills\n\n";
    otter +=
        "Ada " + nasty(random, 1) + "  0:" + time.substr(6) + "\n" + nasty(random, 12) + "\n\n";
    named += "Ada " + nasty(random, 1) + ": " + nasty(random, 12) + "\n\n";
    json += std::string(i > 1 ? ",\n" : "") + "{\"speaker\": " + quoted(random, json_escapes) +
            ", \"startTime\": " + std::to_string(i) +
            ", \"body\": " + quoted(random, json_escapes) + "}";
  }
  write_bytes("content/episodes/a.vtt", vtt);
  write_bytes("content/episodes/b.txt", otter);
  write_bytes("content/episodes/c.md",
              "---\ntranscript: {format: named-paragraphs}\n---\n" + named);
  write_bytes("content/episodes/d.json", json + "]}\n");
}

// The captions of the site that cannot be read or have no cues, with what was reported; empty if
// all are good.
std::string unreadable_captions() {
  std::string problems;
  for (const auto& [path, bytes] : tree_of("site")) {
    if (file_extension(path) != ".vtt" && file_extension(path) != ".srt") continue;
    Diagnostics diag;
    SourceFile file{path, bytes};
    Transcript read = parse_transcript(file, *recognize_format(bytes), diag);
    if (read.cues.empty() || diag.has_errors()) problems += path + "\n" + format_diagnostics(diag);
  }
  return problems;
}

}  // namespace

TEST_CASE("whatever a site says, its files are UTF-8, XML and JSON, without control characters") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    TemporaryFolder folder;
    Random random(seed);
    write_nasty_site(random);
    Run run = build_site();
    INFO(run.err.substr(0, 2000));
    REQUIRE(run.status == 0);
    CHECK(written_problem("stderr.txt", run.err) == "");
    CHECK(written_problem("stdout.txt", run.out) == "");
    CHECK(written_problems("site") == "");
    CHECK(unreadable_captions() == "");
    CHECK(exists("site/episodes/a/transcript.vtt"));
  }
}

TEST_CASE("a label is known before a colon with any space between the two") {
  for (const char* space : {" ", "\u00a0", "\u202f", "\u2009", "\u200b", "\ufeff", "\u00a0 \u3000"})
    for (const char* bold : {"", "**"}) {
      CAPTURE(space);
      CAPTURE(bold);
      std::string text;
      for (const char* name : {"Anna", "Émile Zola", "Anna", "Émile Zola"})
        text += std::string(bold) + name + bold + space + ": Ça va ? Oui.\n\n";
      Diagnostics diag;
      SourceFile file{"e.txt", text};
      Transcript read = parse_transcript(file, *recognize_format(text), diag);
      CHECK(read.speakers == std::vector<std::string>{"Anna", "Émile Zola"});
      CHECK(read.text == "Ça va ? Oui.\nÇa va ? Oui.\nÇa va ? Oui.\nÇa va ? Oui.");
    }
}

}  // namespace kbgen
