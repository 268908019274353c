#include "edit/current_words.h"

#include <algorithm>

#include "base/text.h"
#include "edit/word_diff.h"
#include "model/routes.h"
#include "model/speech.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

std::vector<std::string> letters_in(std::string_view text) {
  std::vector<std::string> letters;
  for (std::string_view word : words_in(text)) letters.push_back(letters_of_word(word));
  return letters;
}

// Whether two texts have the same letters: captions are shown with punctuation that their file does
// not have.
bool has_same_words(std::string_view a, std::string_view b) {
  return collapse_space(a) == collapse_space(b) || letters_in(a) == letters_in(b);
}

// The number of words in a text up to an offset.
std::size_t words_before(std::string_view text, std::size_t offset) {
  return words_in(text.substr(0, offset)).size();
}

// Moves the number of a word from one text to the other, along what both have in common.
std::size_t moved(std::size_t word, const std::vector<WordChange>& changes, bool is_end) {
  std::int64_t shift = 0;
  for (const WordChange& change : changes) {
    if (change.old_begin >= word) break;
    if (change.old_end <= word) {
      shift = std::int64_t{change.new_end} - change.old_end;
      continue;
    }
    return is_end ? change.new_end : change.new_begin;
  }
  return static_cast<std::size_t>(static_cast<std::int64_t>(word) + shift);
}

}  // namespace

TranscriptReader reader_of(const Knowledge& known, const EpisodeSource& source) {
  return [&](std::string_view bytes) -> std::optional<ReadTranscript> {
    EpisodeVersion version = read_version(known, source, bytes);
    if (!version.record.transcript) return std::nullopt;
    return ReadTranscript{*version.record.transcript, version.errors};
  };
}

std::optional<CurrentWords> current_words(const Knowledge& known, const Episode& episode,
                                          const EpisodeSource& source, std::string bytes) {
  EpisodeVersion version = read_version(known, source, bytes);
  if (!version.record.transcript) return std::nullopt;
  Diagnostics dropped;  // about corrections, which the site reports
  std::vector<std::uint32_t> uses;
  SpokenText spoken = make_spoken(*version.record.transcript, version.record.transcript_settings,
                                  known.config().corrections,
                                  published_for(known.site, episode, known.lock()), uses, dropped);
  return CurrentWords{{std::move(bytes), {*version.record.transcript, version.errors}},
                      std::move(spoken)};
}

std::optional<std::uint32_t> find_paragraph(const SpokenText& spoken, std::string_view fragment,
                                            std::string_view was) {
  auto says = [&](std::uint32_t index) {
    return has_same_words(spoken.text_of(spoken.layout.paragraphs[index].text), was);
  };
  std::optional<std::uint32_t> named = paragraph_of_fragment(spoken, fragment);
  if (named && says(*named)) return named;
  std::optional<std::uint32_t> only;
  for (std::uint32_t i = 0; i < spoken.layout.paragraphs.size(); ++i) {
    if (!says(i)) continue;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

TextRange place_in_file(const CurrentWords& current, std::uint32_t paragraph) {
  const std::string& shown = current.spoken.transcript.text;
  const std::string& text = current.file.read.transcript.text;
  TextRange range = current.spoken.layout.paragraphs[paragraph].text;
  if (current.spoken.corrections.empty()) return range;  // then both texts are the same
  const std::vector<WordChange> changes = compare_words(letters_in(shown), letters_in(text));
  const std::vector<std::string_view> words = words_in(text);
  std::size_t first = moved(words_before(shown, range.begin), changes, false);
  std::size_t end = moved(words_before(shown, range.end), changes, true);
  if (first >= end || end > words.size()) return {};
  auto offset = [&](const char* at) { return static_cast<std::uint32_t>(at - text.data()); };
  return {offset(words[first].data()), offset(words[end - 1].data() + words[end - 1].size())};
}

LinksTouched count_touched(const Knowledge& known, const Episode& episode,
                           const CurrentWords& before, const CurrentWords& after,
                           std::uint32_t edited) {
  LinksTouched links;
  for (const PublishedFragment& published :
       known.lock().fragments_of(path_of(known.site, episode.id))) {
    std::optional<std::uint32_t> old = paragraph_of_fragment(before.spoken, published.id);
    if (!old) continue;
    ++links.all;
    std::optional<std::uint32_t> now = paragraph_of_fragment(after.spoken, published.id);
    if (!now) {
      ++links.touched;
      continue;
    }
    const Paragraph& was = before.spoken.layout.paragraphs[*old];
    const Paragraph& is = after.spoken.layout.paragraphs[*now];
    bool is_same = was.start == is.start;
    if (*old != edited)
      is_same &= has_same_words(before.spoken.text_of(was.text), after.spoken.text_of(is.text));
    links.touched += is_same ? 0 : 1;
  }
  return links;
}

}  // namespace kbgen
