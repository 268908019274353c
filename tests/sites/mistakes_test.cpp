// A hundred slips that people make, each alone in a small knowledge base, and
// all that `kbgen check` says of it: mistakes.txt beside this file. Its lines
// are FILE: what stands there ⇒ what somebody writes instead, then the report.
// KBGEN_UPDATE=1 writes what came out, for `git diff` to judge.

#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "support/project.h"

namespace kbgen {

namespace {

constexpr std::string_view sign = "▸ ", becomes = " ⇒ ";

// The files of a knowledge base in which nothing is wrong.
const std::map<std::string, std::string> sound = {
    {"config.yaml",
     "title: T\ntheme: plain\nlanguage: en\nshows:\n  our-show:\n    title: Our show\n    hosts: "
     "[ada]\ntheme_options: {accent: \"#0a7\", wide: true}\n"},
    {"themes/plain/theme.yaml",
     "title: Plain\nassets: [main.css]\noptions:\n"
     "  accent: {type: color, default: red, help: Of links.}\n"
     "  wide: {type: truth, help: Whether it is wide.}\n"},
    {"themes/plain/assets/main.css", "a { color: red }\n"},
    {"themes/plain/templates/base.html",
     "<link href=\"{{ asset('main.css') }}\">\n{% block main %}{% endblock %}\n"},
    {"themes/plain/templates/episode.html",
     "{% extends 'base.html' %}\n{% block main %}\n<h1>{{ episode.title|upper }}</h1>\n"
     "{% for guest in episode.guests %}\n{{ guest.name }}{% if not loop.last %}, {% endif %}\n"
     "{% endfor %}\n{% if theme.options.wide %}wide{% endif %}\n{% endblock %}\n"},
    {"content/guests/ada.md", "---\nname: Ada Lovelace\n---\n"},
    {"content/topics/mills.md", "---\ntitle: Mills\n---\n"},
    {"content/resources/book.md", "---\ntitle: A Book\ntype: book\n---\n"},
    {"content/episodes/one.md",
     "---\ntitle: One\nshow: our-show\ndate: 2026-01-02\nguests: [ada]\ntopics: [mills]\n"
     "resources: [book]\ntranscript: one.vtt\n---\n\nNotes on [[Mills]].\n"},
    {"content/episodes/one.vtt",
     "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ada Lovelace>The mills turn. See A Book.\n"},
};

struct Mistake {
  std::string heading, file, from, to, report;
};

std::vector<Mistake> read_mistakes(const std::string& text) {
  std::vector<Mistake> mistakes;
  for (std::string_view line : split(text, '\n')) {
    if (!line.starts_with(sign)) {
      if (!mistakes.empty()) mistakes.back().report += std::string(line) + "\n";
      continue;
    }
    Mistake mistake{std::string(line), "", "", "", ""};
    line.remove_prefix(sign.size());
    std::size_t colon = line.find(": "), arrow = line.find(becomes);
    mistake.file = line.substr(0, colon);
    auto plain = [](std::string_view part) { return replace_all(part, "\\n", "\n"); };
    mistake.from = plain(line.substr(colon + 2, arrow - colon - 2));
    mistake.to = plain(line.substr(arrow + becomes.size()));
    mistakes.push_back(std::move(mistake));
  }
  for (Mistake& mistake : mistakes) mistake.report = std::string(trim(mistake.report)) + "\n";
  return mistakes;
}

std::string report_on(const Mistake* mistake) {
  TestProject project;
  for (const auto& [path, text] : sound) {
    bool is_it = mistake && mistake->file == path;
    if (is_it) REQUIRE(text.find(mistake->from) != std::string::npos);
    write_bytes(path, is_it ? replace_all(text, mistake->from, mistake->to) : text);
  }
  return run_kbgen({"check"}).err;
}

}  // namespace

TEST_CASE("nothing is wrong with what the mistakes are made in") {
  CHECK(report_on(nullptr) == "");
}

TEST_CASE("a hundred mistakes are named at their lines, with what to do") {
  const std::string path = KBGEN_SOURCE_DIR "/tests/sites/mistakes.txt";
  std::string before = read_bytes(path), after;
  std::vector<Mistake> mistakes = read_mistakes(before);
  CHECK(mistakes.size() >= 100);
  for (const Mistake& mistake : mistakes) {
    std::string report = report_on(&mistake);
    CAPTURE(mistake.heading);
    CHECK(report != "");
    CHECK(report == mistake.report);
    after += mistake.heading + "\n" + report + "\n";
  }
  if (std::getenv("KBGEN_UPDATE") && after != before) write_bytes(path, after);
}

}  // namespace kbgen
