#include "model/mentions.h"

#include <algorithm>

#include "base/text.h"

namespace kbgen {

MentionFinder::MentionFinder(const Site& site) {
  auto add = [&](EntityId id, const std::string& name, const std::vector<SpokenName>& aliases,
                 bool match) {
    if (!match) return;
    auto payload = static_cast<std::uint32_t>(targets_.size());
    targets_.push_back(id);
    names_.add(name, payload);
    for (const SpokenName& alias : aliases)
      if (!equals_ignoring_ascii_case(alias.text, name))
        names_.add(alias.text, payload,
                   alias.exact_case ? PhraseSet::Case::exact : PhraseSet::Case::any);
  };
  for (const Person& person : site.people)
    add(person.id, person.name, person.aliases, person.match);
  for (const Topic& topic : site.topics) add(topic.id, topic.title, topic.aliases, topic.match);
  for (const Resource& resource : site.resources)
    add(resource.id, resource.title, resource.aliases, resource.match);
}

namespace {

// The sentence that holds `range`, cut to `limit` bytes at words around it.
// Text without punctuation is cut the same way.
TextRange context_of(std::string_view text, TextRange paragraph,
                     const std::vector<std::uint32_t>& ends, TextRange range) {
  constexpr std::uint32_t limit = 320;
  TextRange context = paragraph;
  for (std::uint32_t end : ends) {
    std::uint32_t at = paragraph.begin + end;
    if (at <= range.begin) context.begin = at;
    if (at >= range.end) {
      context.end = at;
      break;
    }
  }
  if (context.size() > limit) {
    std::uint32_t room = (limit - std::min(limit, range.size())) / 2;
    auto word_break = [&](std::uint32_t from, std::uint32_t otherwise, bool before) {
      std::size_t at = before ? text.find_first_of(" \n", from) : text.find_last_of(" \n", from);
      return at == text.npos ? otherwise : static_cast<std::uint32_t>(at);
    };
    if (range.begin > context.begin + room)
      context.begin = std::min(range.begin, word_break(range.begin - room, range.begin, true));
    if (context.end > range.end + room)
      context.end = std::max(range.end, word_break(range.end + room, range.end, false));
  }
  while (context.begin < range.begin && (text[context.begin] == ' ' || text[context.begin] == '\n'))
    ++context.begin;
  return context;
}

}  // namespace

std::vector<Mention> MentionFinder::find(const Episode& episode) const {
  std::vector<Mention> mentions;
  if (!episode.spoken) return mentions;
  const SpokenText& spoken = *episode.spoken;
  const std::vector<Paragraph>& paragraphs = spoken.layout.paragraphs;
  std::string_view text = spoken.transcript.text;
  std::uint32_t at = 0;
  std::uint32_t sentences_of = static_cast<std::uint32_t>(paragraphs.size());  // none yet
  std::vector<std::uint32_t> ends;
  for (const PhraseSet::Match& match : names_.find(text)) {
    while (at < paragraphs.size() && paragraphs[at].text.end < match.text.end) ++at;
    if (at == paragraphs.size()) break;
    const Paragraph& paragraph = paragraphs[at];
    if (match.text.begin < paragraph.text.begin) continue;  // across two paragraphs
    if (sentences_of != at) ends = sentence_ends(spoken.text_of(paragraph.text));
    sentences_of = at;
    TextRange context = context_of(text, paragraph.text, ends, match.text);
    for (std::uint32_t payload : names_.payloads_of(match)) {
      // An entity may have the same name twice, as title and as alias.
      bool again = !mentions.empty() && mentions.back().target == targets_[payload] &&
                   mentions.back().text == match.text;
      if (!again) mentions.push_back({targets_[payload], episode.id, at, match.text, context});
    }
  }
  return mentions;
}

}  // namespace kbgen
