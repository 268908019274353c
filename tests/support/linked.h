// Reads the project in the current folder up to its links, for tests of what is derived from them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "build.h"
#include "model/passages.h"
#include "support/project.h"

namespace kbgen {

// The results of the stages discover to link. The functions find entities by slug and fail the test
// if there is none.
struct Linked {
  Diagnostics diag;
  Cache cache{Memory::none};
  Project project = open_project({}, diag);
  SourceTree sources = discover(project, cache.sources, diag);
  Site site =
      assemble(parse(sources, project, cache.records, diag), project, {}, cache.spoken, diag);
  Links links = link(site, cache.links, diag);

  EpisodeId episode(std::string_view slug) const {
    for (const Episode& e : site.episodes)
      if (e.slug == slug) return e.id;
    FAIL("there is no such episode");
    return {};
  }
  TopicId topic(std::string_view slug) const {
    for (const Topic& t : site.topics)
      if (t.slug == slug) return t.id;
    FAIL("there is no such topic");
    return {};
  }

  PersonId person(std::string_view slug) const {
    for (const Person& p : site.people)
      if (p.slug == slug) return p.id;
    FAIL("there is no such person");
    return {};
  }

  std::string slugs(const std::vector<EpisodeId>& ids) const {
    std::string out;
    for (EpisodeId id : ids) out += site.episodes[id].slug + " ";
    return out;
  }

  // All mentions in an episode, one a line: its target, its words and its sentence.
  std::string mentions(std::string_view slug) const {
    std::string out;
    EpisodeId id = episode(slug);
    const SpokenText& spoken = *site.episodes[id].spoken;
    auto [begin, end] = links.mentions_of_episode[id.index];
    for (std::uint32_t i = begin; i < end; ++i) {
      const Mention& m = links.mentions[i];
      out += slug_of(site, m.target) + ": " + std::string(spoken.text_of(m.text)) + " < " +
             std::string(spoken.text_of(sentence_of(spoken, m))) + "\n";
    }
    return out;
  }
};

inline void write_episode(const std::string& slug, const std::string& front_matter,
                          const std::string& body = "") {
  write_bytes("content/episodes/" + slug + ".md",
              "---\ntitle: " + slug + "\n" + front_matter + "\n---\n" + body);
}

inline void write_topic(const std::string& slug, const std::string& front_matter = "") {
  write_bytes("content/topics/" + slug + ".md", "---\n" + front_matter + "\n---\n");
}

// A WebVTT file with one cue every two minutes, spoken by Bob and Ada in turn, so that each is a
// moment of its own.
inline std::string captions(const std::vector<std::string>& said) {
  std::string out = "WEBVTT\n";
  for (std::size_t i = 0; i < said.size(); ++i) {
    std::string at = (i * 2 < 10 ? "0" : "") + std::to_string(i * 2);
    out += "\n00:" + at + ":00.000 --> 00:" + at + ":50.000\n<v " + (i % 2 ? "Ada" : "Bob") + ">" +
           said[i] + "\n";
  }
  return out;
}

}  // namespace kbgen
