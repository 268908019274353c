#include "model/stock_speech.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/parallel.h"
#include "formats/sentences.h"
#include "model/phrases.h"

namespace kbgen {

namespace {

constexpr std::size_t fewest_words = 8;
constexpr std::uint32_t fewest_episodes = 3;

// The words of a sentence in small letters, and their number. Two signs of a script without spaces
// count as a word.
struct Words {
  std::string text;
  std::size_t count = 0;

  void add(std::string_view sentence) {
    std::size_t signs = 0;
    bool in_word = false;
    for (char c : sentence) {
      auto byte = static_cast<unsigned char>(c);
      bool is_letter = is_ascii_letter(c) || is_digit(c) || byte >= 0x80;
      if (!is_letter && c != '\'') {
        in_word = false;
        continue;
      }
      if (!in_word) {
        text += ' ';
        ++count;
      }
      in_word = true;
      signs += byte >= 0xE3 && byte <= 0xE9;
      text += ascii_lower(c);
    }
    count += signs / 2;
  }
};

// The sentences of a text, which together are all of it.
std::vector<TextRange> sentences_of(std::string_view text, std::uint32_t offset) {
  std::vector<TextRange> sentences;
  std::uint32_t begin = 0;
  auto add = [&](std::uint32_t end) {
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    if (begin < end) sentences.push_back({offset + begin, offset + end});
    begin = end;
  };
  for (std::uint32_t end : sentence_ends(text)) add(end);
  add(static_cast<std::uint32_t>(text.size()));
  return sentences;
}

SentenceRuns runs_of(const std::shared_ptr<const SpokenText>& spoken) {
  SentenceRuns found{spoken, {}};
  for (const Paragraph& paragraph : spoken->layout.paragraphs) {
    if (paragraph.kind == Cue::Kind::heading) continue;
    std::vector<TextRange> sentences =
        sentences_of(spoken->text_of(paragraph.text), paragraph.text.begin);
    for (std::size_t first = 0; first < sentences.size(); ++first) {
      Words words;
      std::size_t last = first;
      for (words.add(spoken->text_of(sentences[first]));
           words.count < fewest_words && last + 1 < sentences.size();)
        words.add(spoken->text_of(sentences[++last]));
      if (words.count < fewest_words) break;
      found.runs.push_back(
          {{sentences[first].begin, sentences[last].end}, quick_digest_of(words.text)});
    }
  }
  return found;
}

using RunsOfEpisodes = std::vector<std::shared_ptr<const SentenceRuns>>;  // null: does not count

RunsOfEpisodes read_episodes(const Site& site, const std::vector<bool>& counts,
                             SentenceRunsMemo& memo, Diagnostics& diag) {
  RunsOfEpisodes found =
      parallel_map(site.episodes.rows(), diag, [&](const Episode& episode, Diagnostics& mine) {
        if (!episode.spoken || !counts[episode.id.index])
          return std::shared_ptr<const SentenceRuns>();
        return memo.get(
            episode.slug, mine,
            [&](const SentenceRuns& before) { return before.spoken == episode.spoken; },
            [&](Diagnostics&) { return runs_of(episode.spoken); });
      });
  memo.sweep();
  return found;
}

struct Seen {
  std::uint32_t episodes = 0;
  std::uint32_t last = 0;  // the number of the episode that was counted last
  bool is_quoted = false;  // whether one of them is the one that pages quote
};
using SeenRuns = std::unordered_map<std::uint64_t, Seen>;

// Counts the episodes of each run that may be in three of them. Nearly all runs are in one, so a
// table of small numbers sorts most of them out before anything is kept.
SeenRuns count_episodes(const RunsOfEpisodes& found) {
  constexpr std::size_t slots = 1 << 22;
  std::vector<std::uint8_t> roughly(slots);
  auto slot_of = [&](const SentenceRun& run) -> std::uint8_t& {
    return roughly[run.digest % slots];
  };
  for (const auto& episode : found)
    if (episode)
      for (const SentenceRun& run : episode->runs)
        if (slot_of(run) < fewest_episodes) ++slot_of(run);
  SeenRuns seen;
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    for (const SentenceRun& run : found[i]->runs) {
      if (slot_of(run) < fewest_episodes) continue;
      Seen& all = seen[run.digest];
      if (all.episodes == 0 || all.last != i) ++all.episodes;
      all.last = i;
    }
  }
  std::erase_if(seen, [](const auto& run) { return run.second.episodes < fewest_episodes; });
  return seen;
}

void add_sentences(const RunsOfEpisodes& found, StockSpeech& stock) {
  SeenRuns seen = count_episodes(found);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i]) continue;
    for (const SentenceRun& run : found[i]->runs) {
      auto all = seen.find(run.digest);
      if (all == seen.end()) continue;
      stock.of_episode[i].push_back({run.text, all->second.episodes - 1, !all->second.is_quoted});
      all->second.is_quoted = true;
    }
  }
}

// Adds what `boilerplate` names, in how many episodes it may be.
void add_named(const Site& site, const std::vector<bool>& counts, StockSpeech& stock,
               Diagnostics& diag) {
  if (site.boilerplate.empty()) return;
  PhraseSet phrases;
  for (std::uint32_t i = 0; i < site.boilerplate.size(); ++i)
    phrases.add(site.boilerplate[i].text, i);
  struct Use {
    TextRange text;
    std::uint32_t phrase = 0;
  };
  auto uses = parallel_map(site.episodes.rows(), diag, [&](const Episode& episode, Diagnostics&) {
    std::vector<Use> found;
    if (!episode.spoken) return found;
    for (const Paragraph& paragraph : episode.spoken->layout.paragraphs)
      for (const PhraseSet::Match& match : phrases.find(episode.spoken->text_of(paragraph.text))) {
        TextRange text{paragraph.text.begin + match.text.begin,
                       paragraph.text.begin + match.text.end};
        for (std::uint32_t phrase : phrases.payloads_of(match)) found.push_back({text, phrase});
      }
    return found;
  });
  std::vector<std::set<std::size_t>> episodes(site.boilerplate.size());
  for (std::size_t i = 0; i < uses.size(); ++i)
    for (const Use& use : uses[i])
      if (counts[i]) episodes[use.phrase].insert(i);
  std::vector<char> is_quoted(site.boilerplate.size());
  for (std::size_t i = 0; i < uses.size(); ++i)
    for (const Use& use : uses[i]) {
      const std::set<std::size_t>& all = episodes[use.phrase];
      auto others = static_cast<std::uint32_t>(all.empty() ? 0 : all.size() - 1);
      bool is_first = counts[i] && !std::exchange(is_quoted[use.phrase], 1);
      stock.of_episode[i].push_back({use.text, others, is_first});
      ++stock.uses[use.phrase];
    }
}

// Puts the ranges of an episode in order. Where two overlap, the second keeps what is behind the
// first, if anything.
void part_ranges(std::vector<StockRange>& ranges) {
  std::ranges::stable_sort(ranges, [](const StockRange& a, const StockRange& b) {
    return a.text.begin != b.text.begin ? a.text.begin < b.text.begin : a.text.end > b.text.end;
  });
  std::vector<StockRange> parted;
  for (StockRange range : ranges) {
    if (!parted.empty() && range.text.begin < parted.back().text.end) {
      if (range.text.end <= parted.back().text.end) continue;
      range.text.begin = parted.back().text.end;
    }
    parted.push_back(range);
  }
  ranges = std::move(parted);
}

}  // namespace

const StockRange* StockSpeech::find(EpisodeId episode, TextRange text) const {
  if (episode.index >= of_episode.size()) return nullptr;
  const std::vector<StockRange>& ranges = of_episode[episode.index];
  auto range = std::ranges::upper_bound(ranges, text.begin, {},
                                        [](const StockRange& one) { return one.text.end; });
  return range != ranges.end() && range->text.begin <= text.begin ? &*range : nullptr;
}

StockSpeech find_stock_speech(const Site& site, const std::vector<bool>& counts,
                              SentenceRunsMemo& memo, Diagnostics& diag) {
  StockSpeech stock;
  stock.of_episode.resize(site.episodes.size());
  stock.uses.resize(site.boilerplate.size());
  add_sentences(read_episodes(site, counts, memo, diag), stock);
  add_named(site, counts, stock, diag);
  for (std::vector<StockRange>& ranges : stock.of_episode) part_ranges(ranges);
  return stock;
}

}  // namespace kbgen
