#include "model/passages.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>

#include "base/ascii.h"
#include "base/html.h"
#include "base/text.h"
#include "formats/sentences.h"

namespace kbgen {

namespace {

constexpr std::size_t most_sentences = 3;
constexpr std::uint32_t short_bytes = 140;    // a shorter passage takes in more sentences
constexpr std::uint32_t longest_bytes = 480;  // a longer passage is cut
constexpr std::uint32_t cut_to_bytes = 320;

// The sentences of one paragraph, which together are all of it.
class Sentences {
 public:
  Sentences(const SpokenText& spoken, std::uint32_t paragraph)
      : paragraph_(spoken.layout.paragraphs[paragraph].text) {
    std::string_view text = spoken.text_of(paragraph_);
    for (std::uint32_t end : sentence_ends(text))
      if (end < text.size()) ends_.push_back(paragraph_.begin + end);
    ends_.push_back(paragraph_.end);
  }

  std::size_t size() const { return ends_.size(); }
  std::size_t at(std::uint32_t offset) const {
    auto end = std::ranges::upper_bound(ends_, offset);
    return std::min(static_cast<std::size_t>(end - ends_.begin()), ends_.size() - 1);
  }
  TextRange range(std::size_t first, std::size_t last) const {
    return {first == 0 ? paragraph_.begin : ends_[first - 1], ends_[last]};
  }

 private:
  TextRange paragraph_;
  std::vector<std::uint32_t> ends_;  // the end of each sentence
};

// A name in a paragraph, and the stock speech in which it stands, if any.
struct Named {
  TextRange text;
  const StockRange* stock = nullptr;
};

// A passage in the making: sentences [first, last] of a paragraph, and the names in them.
struct Draft {
  std::size_t first = 0, last = 0;
  std::vector<TextRange> names;
  TextRange naming{};  // the sentences that have them
  const StockRange* stock = nullptr;
};

// Whether a sentence belongs to a draft: to one of stock speech only if it is said as often, and
// never to one of the other kind, unless both have the same sentence.
bool belongs_to(const Draft& draft, std::size_t sentence, const StockRange* stock) {
  if (sentence == draft.last) return true;
  bool is_alike = draft.stock ? stock && stock->repeats == draft.stock->repeats : !stock;
  return is_alike && sentence == draft.last + 1 && sentence - draft.first < most_sentences;
}

// Puts names of neighbouring sentences into one passage, up to three sentences.
std::vector<Draft> draft_passages(const Sentences& sentences, std::span<const Named> names) {
  std::vector<Draft> drafts;
  for (const Named& name : names) {
    std::size_t sentence = sentences.at(name.text.begin);
    if (drafts.empty() || !belongs_to(drafts.back(), sentence, name.stock))
      drafts.push_back({sentence, sentence, {}, {}, name.stock});
    Draft& draft = drafts.back();
    draft.last = sentence;
    draft.names.push_back(name.text);
    if (!name.stock) draft.stock = nullptr;  // a stock phrase in a sentence that says more
  }
  return drafts;
}

// Lengthens short passages, which say little by themselves, by the sentences behind them, else by
// those before them, but never by a sentence of another passage.
void lengthen(std::vector<Draft>& drafts, const Sentences& sentences) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.stock) continue;
    std::size_t floor = i == 0 ? 0 : drafts[i - 1].last + 1;
    std::size_t ceiling = i + 1 < drafts.size() ? drafts[i + 1].first : sentences.size();
    auto may_take = [&](std::size_t first, std::size_t last) {
      return last - first < most_sentences && sentences.range(first, last).size() <= longest_bytes;
    };
    while (sentences.range(draft.first, draft.last).size() < short_bytes) {
      if (draft.last + 1 < ceiling && may_take(draft.first, draft.last + 1))
        ++draft.last;
      else if (draft.first > floor && may_take(draft.first - 1, draft.last))
        --draft.first;
      else
        break;
    }
  }
}

// The next place at or behind `from` where text may be cut: between words, or between characters in
// scripts without spaces.
std::uint32_t cut_point(std::string_view text, std::uint32_t from) {
  constexpr std::uint32_t longest_word = 80;
  std::size_t at = text.substr(0, std::min<std::size_t>(text.size(), from + longest_word))
                       .find_first_of(" \n", from);
  if (at != text.npos) return static_cast<std::uint32_t>(at);
  while (from < text.size() && continues_letter(text[from])) ++from;
  return from;
}

// Cuts a passage out of `whole` around names that are close to each other. It does not begin before
// `floor`.
Passage window_of(std::string_view text, TextRange whole, std::span<const TextRange> names,
                  std::uint32_t floor) {
  Passage passage{{}, 0, whole, {}, {names.begin(), names.end()}};
  std::uint32_t span = names.back().end - names.front().begin;
  std::uint32_t room = (cut_to_bytes - std::min(span, cut_to_bytes)) / 2;
  std::uint32_t begin = names.front().begin - std::min(names.front().begin, room);
  if (begin > std::max(whole.begin, floor))
    passage.text.begin = std::min(names.front().begin, cut_point(text, begin));
  else
    passage.text.begin = std::max(whole.begin, floor);
  if (names.back().end + room < whole.end)
    passage.text.end = std::min(whole.end, cut_point(text, names.back().end + room));
  passage.is_cut_before = passage.text.begin > whole.begin;
  passage.is_cut_after = passage.text.end < whole.end;
  passage.naming = passage.text;
  return passage;
}

// Cuts a long passage between words into shorter ones that together hold all names.
std::vector<Passage> cut_long(std::string_view text, TextRange whole,
                              std::span<const TextRange> names) {
  std::vector<Passage> passages;
  std::uint32_t floor = whole.begin;
  while (!names.empty()) {
    std::size_t together = 1;
    while (together < names.size() && names[together].end - names.front().begin <= cut_to_bytes)
      ++together;
    // A window begins behind the one before it, so that nothing is shown twice.
    passages.push_back(window_of(text, whole, names.first(together), floor));
    names = names.subspan(together);
    while (!names.empty() && names.front().begin < passages.back().text.end) {
      passages.back().text.end = std::max(passages.back().text.end, names.front().end);
      passages.back().naming.end = passages.back().text.end;
      passages.back().names.push_back(names.front());
      names = names.subspan(1);
    }
    floor = passages.back().text.end;
  }
  return passages;
}

void trim_space(std::string_view text, TextRange& range) {
  auto is_space = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (range.begin < range.end && is_space(range.begin)) ++range.begin;
  while (range.begin < range.end && is_space(range.end - 1)) --range.end;
}

// Estimates how much a passage says about the thing. It weighs more if the thing is named often in
// it and around it, if other entities are named in it, if it is long (up to forty words), and if a
// guest says it; less if it is a question, and least if it is said in many episodes, as
// advertisements are.
class Weighing {
 public:
  Weighing(const Site& site, const Links& links, EntityId entity)
      : site_(site), links_(links), entity_(entity) {}

  double operator()(const Passage& passage) const {
    const Episode& episode = site_.episodes[passage.episode];
    const SpokenText& spoken = *episode.spoken;
    std::string_view words = spoken.text_of(passage.text);
    double length = std::min(1.0, static_cast<double>(count_words(words)) / 40);
    double weight = 1.5 * length + std::sqrt(static_cast<double>(passage.names.size()));
    weight += 0.5 * std::min(4.0, others_in(passage)) + 0.7 * std::log1p(nearby(passage));
    if (is_by_guest(episode, passage)) weight += 0.5;
    if (passage.is_stock) return weight / 10;
    return trim(words).ends_with('?') ? weight - 0.7 : weight;
  }

 private:
  std::span<const Mention> mentions_between(EpisodeId episode, std::uint32_t begin,
                                            std::uint32_t end) const {
    auto [first, last] = links_.mentions_of_episode[episode.index];
    std::span<const Mention> all = std::span(links_.mentions).subspan(first, last - first);
    auto at = [&](std::uint32_t offset) {
      return std::ranges::lower_bound(all, offset, {},
                                      [](const Mention& m) { return m.text.begin; });
    };
    return {at(begin), at(end)};
  }
  double others_in(const Passage& passage) const {
    auto mentions = mentions_between(passage.episode, passage.text.begin, passage.text.end);
    return static_cast<double>(std::ranges::count_if(
        mentions, [&](const Mention& mention) { return mention.target != entity_; }));
  }
  // How often the thing is mentioned within about a minute of talk on each side.
  double nearby(const Passage& passage) const {
    constexpr std::uint32_t minute = 900;  // bytes
    auto mentions =
        mentions_between(passage.episode, passage.text.begin - std::min(minute, passage.text.begin),
                         passage.text.end + minute);
    return static_cast<double>(std::ranges::count(mentions, entity_, &Mention::target));
  }
  bool is_by_guest(const Episode& episode, const Passage& passage) const {
    const Speaker* speaker = episode.spoken->speaker_of(passage.paragraph);
    return speaker && speaker->person &&
           std::ranges::find(episode.guests, *speaker->person) != episode.guests.end();
  }

  const Site& site_;
  const Links& links_;
  EntityId entity_;
};

void add_paragraph(const SpokenText& spoken, EpisodeId episode, std::uint32_t paragraph,
                   std::span<const Named> names, std::vector<Passage>& passages) {
  Sentences sentences(spoken, paragraph);
  std::vector<Draft> drafts = draft_passages(sentences, names);
  for (Draft& draft : drafts) draft.naming = sentences.range(draft.first, draft.last);
  lengthen(drafts, sentences);
  for (Draft& draft : drafts) {
    TextRange range = sentences.range(draft.first, draft.last);
    std::vector<Passage> made = range.size() > longest_bytes
                                    ? cut_long(spoken.transcript.text, range, draft.names)
                                    : std::vector<Passage>{{episode, paragraph, range, draft.naming,
                                                            std::move(draft.names)}};
    for (Passage& passage : made) {
      passage.episode = episode;
      passage.paragraph = paragraph;
      passage.is_stock = draft.stock != nullptr;
      if (draft.stock) passage.repeats = draft.stock->repeats;
      trim_space(spoken.transcript.text, passage.text);
      trim_space(spoken.transcript.text, passage.naming);
      passages.push_back(std::move(passage));
    }
  }
}

void rank(PassageGroup& group) {
  std::vector<Passage*> by_weight;
  for (Passage& passage : group.passages) by_weight.push_back(&passage);
  std::ranges::stable_sort(by_weight, std::greater(), &Passage::weight);
  for (std::size_t i = 0; i < by_weight.size(); ++i) {
    by_weight[i]->rank = static_cast<std::uint32_t>(i + 1);
    if (i < 3) group.weight += by_weight[i]->weight;
  }
  group.weight += std::log1p(group.mentions);
}

std::vector<PassageGroup> find_passages(const Site& site, const Links& links, EntityId entity) {
  std::vector<PassageGroup> groups;
  Weighing weight(site, links, entity);
  std::vector<std::uint32_t> mentions;
  std::ranges::merge(links.mentions_of[entity], links.quoted_stock_of[entity],
                     std::back_inserter(mentions));
  for (std::size_t i = 0; i < mentions.size();) {
    const Mention& first = links.mentions[mentions[i]];
    if (groups.empty() || groups.back().episode != first.episode)
      groups.push_back({first.episode, 0, {}});
    std::vector<Named> names;
    for (; i < mentions.size(); ++i) {
      const Mention& mention = links.mentions[mentions[i]];
      if (mention.episode != first.episode || mention.paragraph != first.paragraph) break;
      bool is_stock = mention.standing == Standing::stock;
      names.push_back(
          {mention.text, is_stock ? links.stock.find(mention.episode, mention.text) : nullptr});
      groups.back().mentions += !is_stock;
    }
    PassageGroup& group = groups.back();
    add_paragraph(*site.episodes[first.episode].spoken, first.episode, first.paragraph, names,
                  group.passages);
  }
  for (PassageGroup& group : groups) {
    for (Passage& passage : group.passages) passage.weight = weight(passage);
    rank(group);
  }
  return groups;
}

}  // namespace

PassageStore::PassageStore(const Site& site)
    : slots_{std::vector<Slot>(site.episodes.size()), std::vector<Slot>(site.people.size()),
             std::vector<Slot>(site.topics.size()),   std::vector<Slot>(site.resources.size()),
             std::vector<Slot>(site.shows.size()),    std::vector<Slot>(site.pages.size())} {}

const std::vector<PassageGroup>& passages_about(const Site& site, const Links& links,
                                                EntityId entity) {
  return links.passages->get(entity, [&] { return find_passages(site, links, entity); });
}

TextRange sentence_of(const SpokenText& spoken, const Mention& mention) {
  Sentences sentences(spoken, mention.paragraph);
  std::size_t at = sentences.at(mention.text.begin);
  TextRange range = sentences.range(at, at);
  if (range.size() > longest_bytes)
    range = cut_long(spoken.transcript.text, range, std::span(&mention.text, 1)).front().text;
  trim_space(spoken.transcript.text, range);
  return range;
}

static std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string text_of(const Site& site, const Passage& passage) {
  return (passage.is_cut_before ? "… " : "") +
         on_one_line(site.episodes[passage.episode].spoken->text_of(passage.text)) +
         (passage.is_cut_after ? " …" : "");
}

std::string html_of(const Site& site, const Passage& passage) {
  const SpokenText& spoken = *site.episodes[passage.episode].spoken;
  auto escaped = [&](std::uint32_t begin, std::uint32_t end) {
    return escape_html(on_one_line(spoken.text_of({begin, end})));
  };
  std::string html = passage.is_cut_before ? "… " : "";
  std::uint32_t done = passage.text.begin;
  for (TextRange name : passage.names) {
    html += escaped(done, name.begin) + "<mark>" + escaped(name.begin, name.end) + "</mark>";
    done = name.end;
  }
  html += escaped(done, passage.text.end);
  return passage.is_cut_after ? html + " …" : html;
}

}  // namespace kbgen
