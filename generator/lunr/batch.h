// Cuts documents into tokens and terms: the part of lunr.Builder.add in which no document meets
// another.
//
// A batch depends on nothing but its documents and the settings, so batches can
// be made on many threads; Builder::add() joins them in order. However documents are cut
// into batches, the index is the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "lunr/forms.h"
#include "lunr/names.h"
#include "lunr/pairs.h"
#include "lunr/settings.h"
#include "lunr/tokenizer.h"
#include "lunr/unicode.h"
#include "lunr/vocabulary.h"

namespace kbgen::lunr {

// The value of a field: nothing (null or undefined in JavaScript), a text, or a list whose elements
// are tokens as they stand.
using Value = std::variant<std::monostate, std::string, std::vector<std::string>>;

struct Document {
  std::string ref;
  std::vector<std::pair<std::string, Value>> fields;  // by name; of two of a name the last counts
  double boost = 1;                                   // 0 and NaN count as 1
};

// A term in a row, which is one field of one document. `token_end` is where its tokens end among
// all tokens of the batch: how often it occurs is the distance from the entry before.
struct Entry {
  std::uint32_t term = 0;
  std::uint32_t token_end = 0;
};

// Documents, cut into terms.
struct Batch {
  std::vector<std::string> refs;
  std::vector<double> boosts;
  std::vector<std::uint32_t> row_ends;   // in entries: document by document, field by field
  std::vector<Entry> entries;            // within a row in order of first occurrence
  std::vector<Position> positions;       // of each token, entry by entry; with Settings::positions
  Vocabulary terms;                      // in order of first occurrence
  Forms forms;                           // with Settings::forms
  std::vector<std::uint32_t> form_sets;  // of each entry; with Settings::forms

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
  explicit Analyzer(const Settings& settings) : settings_(settings), names_(*settings.language) {}

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
    batch_.form_sets.shrink_to_fit();
    return std::move(batch_);
  }

 private:
  static const Value* find_value(const Document& document, std::string_view name) {
    for (auto field = document.fields.rbegin(); field != document.fields.rend(); ++field)
      if (field->first == name) return &field->second;
    return nullptr;
  }

  void add_tokens(const Value& value) {
    if (auto* text = std::get_if<std::string>(&value)) {
      assign_lower(lower_, *text);
      for_each_token(lower_, [&](std::string_view token, Position at) {
        if (settings_.cuts_pairs())
          for_each_pair(token, at, [&](auto piece, Position where) { add_token(piece, where); });
        else
          add_token(token, at);
      });
    } else if (auto* list = std::get_if<std::vector<std::string>>(&value)) {
      for (const std::string& element : *list) {
        assign_lower(lower_, element);
        add_token(lower_, Position());
      }
    }
  }

  // Adds a token to the row. Until the row ends, token_end only counts the tokens of its entry.
  void add_token(std::string_view token, Position at) {
    std::uint32_t word = word_of(settings_.names ? token : settings_.language->trim(token));
    std::uint32_t end = term_ends_[word];
    for (std::uint32_t i = word == 0 ? 0 : term_ends_[word - 1]; i < end; ++i) {
      std::uint32_t term = terms_of_words_[i];
      std::uint32_t& entry = entry_of_term_[term];  // counted from 1
      bool is_first = entry <= row_begin_;
      if (is_first) {
        batch_.entries.push_back({term, 0});
        entry = static_cast<std::uint32_t>(batch_.entries.size());
      }
      if (settings_.forms) add_form(entry - 1, forms_of_words_[i], is_first);
      ++batch_.entries[entry - 1].token_end;
      if (settings_.positions) found_.push_back({entry - 1, at});
    }
  }

  void add_form(std::uint32_t entry, std::uint32_t form, bool is_first) {
    if (is_first)
      batch_.form_sets.push_back(batch_.forms.sets.single(form));
    else
      batch_.form_sets[entry] = batch_.forms.sets.with(batch_.form_sets[entry], form);
  }

  // Returns the number of a word. The rest of the pipeline runs once for each distinct word, which
  // is most of what makes this fast.
  std::uint32_t word_of(std::string_view text) {
    std::uint32_t word = words_.intern(text);
    if (word < term_ends_.size()) return word;
    if (settings_.names)
      names_(text, [&](std::string_view form) { add_term(form); });
    else
      add_term(text);
    term_ends_.push_back(static_cast<std::uint32_t>(terms_of_words_.size()));
    return word;
  }

  void add_term(std::string_view trimmed) {
    if (settings_.drops_stop_words() &&
        std::ranges::binary_search(settings_.language->stop_words, trimmed))
      return;
    stem_ = trimmed;
    settings_.language->stem(stem_);
    std::uint32_t term = batch_.terms.intern(stem_);
    if (term == entry_of_term_.size()) entry_of_term_.push_back(0);
    terms_of_words_.push_back(term);
    if (settings_.forms) forms_of_words_.push_back(batch_.forms.texts.intern(trimmed));
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

  // Puts the positions of a row from the order of tokens into the order of entries.
  void place_positions() {
    batch_.positions.resize(tokens_);
    for (const auto& [entry, at] : found_) batch_.positions[next_token_[entry - row_begin_]++] = at;
    found_.clear();
  }

  const Settings& settings_;
  Batch batch_;
  std::uint32_t tokens_ = 0;     // in all rows that ended
  std::uint32_t row_begin_ = 0;  // entries in all rows that ended
  NameForms names_;
  Vocabulary words_;
  std::vector<std::uint32_t> terms_of_words_;  // word by word: mostly one, none of a stop word
  std::vector<std::uint32_t> forms_of_words_;  // of each of these terms; with Settings::forms
  std::vector<std::uint32_t> term_ends_;       // of each word
  std::vector<std::uint32_t> entry_of_term_;
  std::vector<std::pair<std::uint32_t, Position>> found_;  // in this row, with their entries
  std::vector<std::uint32_t> next_token_;                  // of each entry of this row
  std::string lower_, stem_;
};

}  // namespace detail

}  // namespace kbgen::lunr
