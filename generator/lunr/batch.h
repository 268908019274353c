// Documents taken apart: lunr.Builder.add up to the point where documents meet.
//
// A batch depends on nothing but its documents and the settings, so batches can
// be made on many threads; Builder::add() joins them in order. However documents are cut
// into batches, the index is the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "lunr/settings.h"
#include "lunr/stemmer.h"
#include "lunr/stop_words.h"
#include "lunr/tokenizer.h"
#include "lunr/unicode.h"
#include "lunr/vocabulary.h"

namespace kbgen::lunr {

// Nothing (null or undefined), a text, or a list whose elements are tokens as
// they stand.
using Value = std::variant<std::monostate, std::string, std::vector<std::string>>;

struct Document {
  std::string ref;
  std::vector<std::pair<std::string, Value>> fields;  // by name; of two the last counts
  double boost = 1;                                   // 0 and NaN count as 1
};

// A term of a row, by where its tokens end among those of the batch: how often
// it occurs is the distance from the entry before.
struct Entry {
  std::uint32_t term = 0;
  std::uint32_t token_end = 0;
};

struct Batch {
  std::vector<std::string> refs;
  std::vector<double> boosts;
  std::vector<std::uint32_t> row_ends;  // in entries: document by document, field by field
  std::vector<Entry> entries;           // within a row in order of first occurrence
  std::vector<Position> positions;      // of each token, entry by entry; if asked for
  Vocabulary terms;                     // in order of first occurrence

  std::uint32_t tokens_before(std::uint32_t entry) const {
    return entry == 0 ? 0 : entries[entry - 1].token_end;
  }
  std::uint32_t frequency(std::uint32_t entry) const {
    return entries[entry].token_end - tokens_before(entry);
  }
};

namespace detail {

class Analyzer {
 public:
  explicit Analyzer(const Settings& settings) : settings_(settings) {}

  void add(const Document& document) {
    batch_.refs.push_back(document.ref);
    batch_.boosts.push_back(or_one(document.boost));
    for (const Field& field : settings_.fields) {
      if (const Value* value = find_value(document, field.name)) add_tokens(*value);
      end_row();
    }
  }

  Batch finish() && {
    batch_.entries.shrink_to_fit();
    batch_.positions.shrink_to_fit();
    batch_.row_ends.shrink_to_fit();
    return std::move(batch_);
  }

 private:
  static constexpr std::uint32_t dropped = UINT32_MAX;

  static const Value* find_value(const Document& document, std::string_view name) {
    for (auto field = document.fields.rbegin(); field != document.fields.rend(); ++field)
      if (field->first == name) return &field->second;
    return nullptr;
  }

  void add_tokens(const Value& value) {
    if (auto* text = std::get_if<std::string>(&value)) {
      assign_lower(lower_, *text);
      for_each_token(lower_, [&](std::string_view token, Position at) { add_token(token, at); });
    } else if (auto* list = std::get_if<std::vector<std::string>>(&value)) {
      for (const std::string& element : *list) {
        assign_lower(lower_, element);
        add_token(lower_, Position());
      }
    }
  }

  // Until the row ends, token_end only counts.
  void add_token(std::string_view token, Position at) {
    std::uint32_t term = term_of(trim_token(token));
    if (term == dropped) return;
    std::uint32_t& entry = entry_of_term_[term];  // counted from 1
    if (entry <= row_begin_) {
      batch_.entries.push_back({term, 0});
      entry = static_cast<std::uint32_t>(batch_.entries.size());
    }
    ++batch_.entries[entry - 1].token_end;
    if (settings_.positions) found_.push_back({entry - 1, at});
  }

  // The rest of lunr's pipeline: stopWordFilter, stemmer. Run once for each
  // distinct word, which is most of what makes this fast.
  std::uint32_t term_of(std::string_view trimmed) {
    std::uint32_t id = words_.intern(trimmed);
    if (id < term_of_word_.size()) return term_of_word_[id];
    std::uint32_t term = dropped;
    if (!is_stop_word(trimmed)) {
      stem_ = trimmed;
      stem(stem_);
      term = batch_.terms.intern(stem_);
      if (term == entry_of_term_.size()) entry_of_term_.push_back(0);
    }
    term_of_word_.push_back(term);
    return term;
  }

  void end_row() {
    auto row_end = static_cast<std::uint32_t>(batch_.entries.size());
    next_token_.clear();
    for (std::uint32_t i = row_begin_; i < row_end; ++i) {
      next_token_.push_back(tokens_);
      batch_.entries[i].token_end = tokens_ += batch_.entries[i].token_end;
    }
    if (settings_.positions) place_positions();
    batch_.row_ends.push_back(row_begin_ = row_end);
  }

  // From the order of tokens into the order of entries.
  void place_positions() {
    batch_.positions.resize(tokens_);
    for (const auto& [entry, at] : found_) batch_.positions[next_token_[entry - row_begin_]++] = at;
    found_.clear();
  }

  const Settings& settings_;
  Batch batch_;
  std::uint32_t tokens_ = 0;     // in all rows that ended
  std::uint32_t row_begin_ = 0;  // entries in all rows that ended
  Vocabulary words_;
  std::vector<std::uint32_t> term_of_word_;
  std::vector<std::uint32_t> entry_of_term_;
  std::vector<std::pair<std::uint32_t, Position>> found_;  // in this row, with their entries
  std::vector<std::uint32_t> next_token_;                  // of each entry of this row
  std::string lower_, stem_;
};

}  // namespace detail

}  // namespace kbgen::lunr
