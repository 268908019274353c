#include "model/mentions.h"

#include <algorithm>
#include <set>

#include "base/digest.h"
#include "base/parallel.h"
#include "base/text.h"
#include "formats/sentences.h"
#include "model/addresses.h"
#include "model/inflections.h"
#include "model/name_parts.h"
#include "model/phrases.h"
#include "model/restoration.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// What a phrase means that transcripts are searched for. `other_name` is the name of something that
// gets no mentions; it only keeps shorter names from being found in it.
struct Sense {
  enum class Kind { name, other_name, name_part };
  Kind kind = Kind::name;
  EntityId entity;
  bool is_title = false;
  NameParts::Word part = 0;
};

// In which other number an English name is looked for, too. `either` adds singulars, for topics
// often have titles in the plural ("neural networks").
enum class Number { as_it_is, plural, either };

class Names {
 public:
  Names(const Site& site, const NameParts& parts) {
    for (const Person& p : site.people) add(p.id, p.name, p.aliases, p.match, Number::as_it_is);
    for (const Topic& t : site.topics) add(t.id, t.title, t.aliases, t.match, Number::either);
    for (const Resource& r : site.resources) add(r.id, r.title, r.aliases, r.match, Number::plural);
    add_other_names(site);
    for (NameParts::Word word = 0; word < parts.words().size(); ++word)
      add_phrase(parts.words()[word], number_of({Sense::Kind::name_part, {}, false, word}),
                 Case::any, PhraseSet::Form::part);
  }

  const PhraseSet& phrases() const { return phrases_; }

  // A digest of all names. While it is the same, the same is found in a transcript.
  std::string digest() const { return digest_of(all_); }

  template <class Use>
  void for_each_sense(const PhraseSet::Match& match, Use use) const {
    for (std::uint32_t number : phrases_.payloads_of(match)) use(senses_[number]);
  }

 private:
  using Case = PhraseSet::Case;

  std::uint32_t number_of(Sense sense) {
    senses_.push_back(sense);
    return static_cast<std::uint32_t>(senses_.size() - 1);
  }

  // Adds the names of an entity. With `match: none` they get no mentions, but still keep shorter
  // names from being found in them.
  void add(EntityId id, const std::string& title, const std::vector<SpokenName>& aliases,
           bool match, Number number) {
    Sense::Kind kind = match ? Sense::Kind::name : Sense::Kind::other_name;
    add_forms(title, Case::any, number_of({kind, id, true}), number);
    std::uint32_t as_alias = number_of({kind, id});
    for (const SpokenName& alias : aliases)
      if (!equals_ignoring_ascii_case(alias.text, title))
        add_forms(alias.text, alias.exact_case ? Case::exact : Case::any, as_alias, number);
  }

  void add_forms(const std::string& name, Case case_rule, std::uint32_t sense, Number number) {
    add_phrase(name, sense, case_rule);
    auto derive = [&](const std::optional<std::string>& form, Case rule) {
      if (form) add_phrase(*form, sense, rule, PhraseSet::Form::derived);
    };
    if (number == Number::as_it_is) return;
    bool is_phrase = name.find(' ') != name.npos;
    if (number == Number::either && (senses_[sense].is_title || !is_phrase))
      derive(singular_of(name), case_rule);
    // A name that is also a verb ("Spark") needs its capital: "what sparks joy" is not about it.
    bool is_proper = number == Number::plural && begins_last_word_upper(name);
    derive(plural_of(name), is_proper ? Case::exact : case_rule);
  }

  static bool begins_last_word_upper(std::string_view name) {
    std::vector<std::string_view> words = split_words(name);
    std::size_t at = 0;
    return !words.empty() && is_upper(next_code_point(words.back(), at));
  }

  // Adds full names of what has no page, so that "Python" is not found in "Monty Python".
  void add_other_names(const Site& site) {
    std::uint32_t sense = number_of({Sense::Kind::other_name, {}});
    auto add_name = [&](const std::string& name) {
      if (folded_words(name).size() > 1) add_phrase(name, sense);
    };
    for (const Show& show : site.shows) add_name(show.title);
    for (const Resource& resource : site.resources)
      for (const Creator& creator : resource.by) add_name(creator.name);
    std::set<std::string_view> unknown_speakers;
    for (const Episode& episode : site.episodes)
      if (episode.spoken)
        for (const Speaker& speaker : episode.spoken->speakers)
          if (!speaker.person && looks_like_person(speaker.name))
            unknown_speakers.insert(speaker.name);
    for (std::string_view name : unknown_speakers) add_name(std::string(name));
  }

  void add_phrase(const std::string& phrase, std::uint32_t sense, Case case_rule = Case::any,
                  PhraseSet::Form form = PhraseSet::Form::written) {
    phrases_.add(phrase, sense, case_rule, form);
    const Sense& meant = senses_[sense];
    std::uint32_t entity = std::visit([](auto id) { return id.index; }, meant.entity);
    for (std::size_t fact : {phrase.size(), std::size_t(case_rule), std::size_t(form),
                             std::size_t(meant.kind), meant.entity.index(), std::size_t(entity),
                             std::size_t(meant.is_title), std::size_t(meant.part)})
      all_ += std::to_string(fact) + ' ';
    all_ += phrase;
  }

  PhraseSet phrases_;
  std::vector<Sense> senses_;
  std::string all_;  // all that was added, for the digest
};

// Who and what an episode's front matter says it is about.
std::set<EntityId> named_in_front_matter(const Episode& episode) {
  std::set<EntityId> named(episode.topics.begin(), episode.topics.end());
  named.insert(episode.resources.begin(), episode.resources.end());
  named.insert(episode.hosts.begin(), episode.hosts.end());
  named.insert(episode.guests.begin(), episode.guests.end());
  return named;
}

class EpisodeReader {
 public:
  EpisodeReader(const Names& names, std::string digest, const Episode& episode)
      : names_(names),
        episode_(episode),
        spoken_(*episode.spoken),
        forms_(is_english(episode.language) ? PhraseSet::Form::derived : PhraseSet::Form::part),
        text_(text_in_heard_letters(spoken_)),
        found_{episode.spoken, named_in_front_matter(episode), std::move(digest), {}, {}} {
    for (const Mark& mark : spoken_.transcript.marks) {
      if (mark.kind == Mark::Kind::code) code_.push_back(mark.text);
      if (mark.kind == Mark::Kind::link) links_.push_back(mark.text);
    }
  }

  FoundMentions read() {
    for (std::uint32_t i = 0; i < spoken_.layout.paragraphs.size(); ++i) read_paragraph(i);
    return std::move(found_);
  }

 private:
  void read_paragraph(std::uint32_t index) {
    TextRange paragraph = spoken_.layout.paragraphs[index].text;
    std::string_view said = std::string_view(text_).substr(paragraph.begin, paragraph.size());
    auto accepts = [&](TextRange range) {
      return !is_closed({paragraph.begin + range.begin, paragraph.begin + range.end}) &&
             !is_inside_address(said, range);
    };
    std::vector<PhraseSet::Match> matches = names_.phrases().find(said, forms_, accepts);
    if (matches.empty()) return;
    std::vector<std::uint32_t> ends = sentence_ends(said);
    for (const PhraseSet::Match& match : matches) {
      TextRange range{paragraph.begin + match.text.begin, paragraph.begin + match.text.end};
      Mention mention{{}, episode_.id, index, range};
      if (std::optional<NameParts::Word> part = add_mentions(match, mention))
        found_.parts.push_back({mention, *part, NameParts::look(said, match.text, ends)});
    }
  }

  // Whether a name is in code or is only a part of a link's words. A link that is exactly the name
  // is a mention.
  bool is_closed(TextRange range) const {
    if (overlapping(code_, range)) return true;
    const TextRange* link = overlapping(links_, range);
    return link && *link != range;
  }

  static const TextRange* overlapping(const std::vector<TextRange>& marks, TextRange range) {
    auto mark = std::ranges::upper_bound(marks, range.begin, {}, &TextRange::end);
    return mark != marks.end() && mark->begin < range.end ? &*mark : nullptr;
  }

  // Adds mentions of what the phrase means. Returns the part of a person's name that it is, if it
  // means nothing else.
  std::optional<NameParts::Word> add_mentions(const PhraseSet::Match& match, Mention mention) {
    std::vector<EntityId> titled, meant;
    std::optional<NameParts::Word> part;
    bool is_other = false;
    names_.for_each_sense(match, [&](const Sense& sense) {
      if (sense.kind == Sense::Kind::name)
        (sense.is_title ? titled : meant).push_back(sense.entity);
      if (sense.kind == Sense::Kind::name_part) part = sense.part;
      is_other |= sense.kind == Sense::Kind::other_name;
    });
    meant.insert(meant.begin(), titled.begin(), titled.end());
    bool is_decided =
        std::ranges::any_of(meant, [&](auto id) { return found_.front_matter.contains(id); });
    std::size_t first = found_.mentions.size();
    for (EntityId entity : meant) {
      if (meant.size() > 1 && is_decided && !found_.front_matter.contains(entity)) continue;
      // An entity may have the same name twice, as title and as alias.
      bool again = std::any_of(found_.mentions.begin() + static_cast<std::ptrdiff_t>(first),
                               found_.mentions.end(),
                               [&](const Mention& other) { return other.target == entity; });
      mention.target = entity;
      if (!again) found_.mentions.push_back(mention);
    }
    return meant.empty() && !is_other ? part : std::nullopt;
  }

  const Names& names_;
  const Episode& episode_;
  const SpokenText& spoken_;
  PhraseSet::Form forms_;
  const std::string text_;
  std::vector<TextRange> code_, links_;
  FoundMentions found_;
};

using FoundInEpisodes = std::vector<std::shared_ptr<const FoundMentions>>;

// Reads all episodes in parallel. The result is in the order of site.episodes; null for an episode
// without a transcript.
FoundInEpisodes read_episodes(const Site& site, const Names& names, LinkMemo& memo,
                              Diagnostics& diag) {
  const std::string digest = memo.forgets() ? "" : names.digest();
  FoundInEpisodes found =
      parallel_map(site.episodes.rows(), diag, [&](const Episode& episode, Diagnostics& mine) {
        if (!episode.spoken) return std::shared_ptr<const FoundMentions>();
        auto is_same = [&](const FoundMentions& before) {
          return before.spoken == episode.spoken && before.names == digest &&
                 before.front_matter == named_in_front_matter(episode);
        };
        return memo.episodes.get(episode.slug, mine, is_same, [&](Diagnostics&) {
          return EpisodeReader(names, digest, episode).read();
        });
      });
  memo.episodes.sweep();
  return found;
}

// The items with the present id of their episode. A remembered one may be out of date, because ids
// change when an episode comes or goes.
template <class Item>
std::vector<Item> numbered(std::vector<Item> items, EpisodeId episode, auto mention_of) {
  for (Item& item : items) mention_of(item).episode = episode;
  return items;
}

}  // namespace

std::vector<std::vector<Mention>> find_mentions(const Site& site, LinkMemo& memo,
                                                Diagnostics& diag) {
  NameParts parts(site);
  Names names(site, parts);
  FoundInEpisodes found = read_episodes(site, names, memo, diag);
  if (!memo.forgets() && found == memo.found) return memo.mentions;

  for (const Episode& episode : site.episodes)
    if (episode.spoken)
      parts.learn(episode, found[episode.id.index]->mentions, found[episode.id.index]->parts);
  std::vector<std::vector<Mention>> mentions(site.episodes.size());
  for (const Episode& episode : site.episodes) {
    if (!episode.spoken) continue;
    const FoundMentions& here = *found[episode.id.index];
    std::vector<Mention>& all = mentions[episode.id.index];
    all = numbered(here.mentions, episode.id, [](Mention& m) -> Mention& { return m; });
    parts.resolve(episode,
                  numbered(here.parts, episode.id,
                           [](NameParts::Sighting& s) -> Mention& { return s.mention; }),
                  all);
    if (memo.forgets()) found[episode.id.index].reset();
  }
  if (memo.forgets()) return mentions;
  memo.found = std::move(found);
  memo.mentions = mentions;
  return mentions;
}

}  // namespace kbgen
