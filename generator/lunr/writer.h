// Writes the serialised index as lunr.js does: weights as lunr.Builder.build computes them, and
// JSON as lunr.Index.toJSON lays it out.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lunr/json.h"
#include "lunr/log.h"
#include "lunr/postings.h"
#include "lunr/settings.h"
#include "lunr/unicode.h"

namespace kbgen::lunr::detail {

template <class Write>
class Writer {
 public:
  Writer(const Settings& settings, const Collection& all, Write& write)
      : settings_(settings), all_(all), write_(write), postings_(all) {
    for (const Field& field : settings.fields) fields_.push_back(quoted(field.name));
    for (std::uint32_t ref = 0; ref < all.refs.size(); ++ref) refs_.intern(quoted(all.refs[ref]));
    find_inverse_frequencies();
  }

  void run() {
    out_ = R"({"version":"2.3.9","fields":[)";
    for (const std::string& field : fields_) (out_ += field) += ',';
    close_list();
    out_ += R"(,"fieldVectors":[)";
    write_vectors();
    out_ += R"(,"invertedIndex":[)";
    write_inverted_index();
    ((out_ += R"(,"pipeline":)") += settings_.pipeline()) += '}';
    write_(std::string_view(out_));
  }

 private:
  static std::string quoted(std::string_view text) {
    std::string json;
    append_string(json, text);
    return json;
  }

  static std::string_view unquoted(std::string_view json) {
    return json.substr(1, json.size() - 2);
  }

  // Ends a list. Its elements are written with a comma behind each, so there may be one too many.
  void close_list() {
    if (out_.back() == ',')
      out_.back() = ']';
    else
      out_ += ']';
  }

  void flush_if_long() {
    if (out_.size() < 1 << 16) return;
    // The last byte may be a comma that close_list() wants to see.
    write_(std::string_view(out_).substr(0, out_.size() - 1));
    out_.erase(0, out_.size() - 1);
  }

  void find_inverse_frequencies() {
    auto documents = static_cast<double>(all_.additions.size());
    for (std::uint32_t term = 0; term < all_.terms.size(); ++term) {
      auto with_term = static_cast<double>(postings_.count_refs(term));
      double ratio = (documents - with_term + 0.5) / (with_term + 0.5);
      inverse_frequencies_.push_back(natural_log(1 + std::fabs(ratio)));
    }
  }

  double average_length(std::size_t field) const {
    std::uint64_t sum = 0;
    for (std::uint32_t addition : all_.last_additions) sum += all_.row(addition, field).length();
    return static_cast<double>(sum) / static_cast<double>(all_.refs.size());
  }

  void write_vectors() {
    std::vector<double> averages;
    for (std::size_t field = 0; field < fields_.size(); ++field)
      averages.push_back(average_length(field));
    for (std::uint32_t ref = 0; ref < all_.refs.size(); ++ref)
      for (std::size_t field = 0; field < fields_.size(); ++field) {
        ((out_ += "[\"") += unquoted(fields_[field])) += '/';
        (out_ += unquoted(refs_[ref])) += "\",[";
        write_vector(ref, field, averages[field]);
        close_list();
        out_ += "],";
        flush_if_long();
      }
    close_list();
  }

  void write_vector(std::uint32_t ref, std::size_t field, double average) {
    Row row = all_.row(all_.last_additions[ref], field);
    vector_.clear();
    for (std::uint32_t i = row.begin; i < row.end; ++i)
      vector_.push_back(std::uint64_t{row.batch->entries[i].term} << 32 | row.batch->frequency(i));
    std::sort(vector_.begin(), vector_.end());

    // Each step is one of lunr's, in its order: that decides the last bit.
    double k1 = settings_.k1, b = settings_.b;
    double length = k1 * (1 - b + b * (row.length() / average));
    double field_boost = settings_.fields[field].boost, document_boost = all_.boosts[ref];
    for (std::uint64_t term_and_frequency : vector_) {
      auto term = static_cast<std::uint32_t>(term_and_frequency >> 32);
      double frequency = static_cast<std::uint32_t>(term_and_frequency);
      double score = inverse_frequencies_[term] * ((k1 + 1) * frequency) / (length + frequency);
      score *= field_boost;
      score *= document_boost;
      append_integer(out_, term);
      out_ += ',';
      append_weight(out_, score);
      out_ += ',';
    }
  }

  void write_inverted_index() {
    std::vector<std::uint32_t> terms(all_.terms.size());
    std::iota(terms.begin(), terms.end(), 0);
    std::sort(terms.begin(), terms.end(), [&](std::uint32_t a, std::uint32_t b) {
      return utf16_less(all_.terms[a], all_.terms[b]);
    });
    for (std::uint32_t term : terms) write_term(term);
    close_list();
  }

  // A field like "1" comes before "_index", although lunr sets that first: JavaScript keeps keys
  // that look like indexes of an array before all others.
  void write_term(std::uint32_t term) {
    out_ += '[';
    append_string(out_, all_.terms[term]);
    out_ += ",{";
    std::size_t field = 0;
    for (; field < fields_.size() && array_index(settings_.fields[field].name); ++field) {
      write_field(term, field);
      out_ += ',';
    }
    out_ += "\"_index\":";
    append_integer(out_, term);
    for (; field < fields_.size(); ++field) {
      out_ += ',';
      write_field(term, field);
    }
    out_ += "}],";
    flush_if_long();
  }

  void write_field(std::uint32_t term, std::size_t field) {
    (out_ += fields_[field]) += ":{";
    std::span<const Posting> list = postings_.of(term, field);
    if (settings_.positions) gather_positions(list);
    for (std::size_t i = 0; i < list.size();) {
      std::uint32_t ref = postings_.ref_of(list[i]);
      std::size_t begin = i;
      while (i < list.size() && postings_.ref_of(list[i]) == ref) ++i;
      (out_ += refs_[ref]) += ":{";
      if (settings_.positions) write_positions(begin, i);
      out_ += "},";
      flush_if_long();
    }
    if (out_.back() == ',') out_.pop_back();
    out_ += '}';
  }

  // Copies the positions of a list, which lie far apart in memory. In loops that do nothing else
  // the processor fetches many at a time; fetching them one by one took half of all time.
  void gather_positions(std::span<const Posting> list) {
    sources_.clear();
    position_ends_.clear();
    std::size_t count = 0;
    for (const Posting& posting : list) {
      const Batch& batch = all_.batches[all_.additions[posting.addition].batch];
      std::uint32_t first = batch.tokens_before(posting.entry);
      sources_.push_back(batch.positions.data() + first);
      position_ends_.push_back(count += batch.entries[posting.entry].token_end - first);
    }
    positions_.resize(count);
    std::size_t to = 0;
    for (std::size_t i = 0; i < list.size(); ++i)
      for (const Position* from = sources_[i]; to < position_ends_[i];) positions_[to++] = *from++;
  }

  // Writes the positions of postings [begin, end) of the list that was gathered.
  void write_positions(std::size_t begin, std::size_t end) {
    out_ += "\"position\":[";
    for (std::size_t i = begin == 0 ? 0 : position_ends_[begin - 1]; i < position_ends_[end - 1];
         ++i) {
      write_position(positions_[i]);
      out_ += ',';
    }
    close_list();
  }

  void write_position(const Position& at) {
    if (at.start == Position::none) return void(out_ += "null");
    out_ += '[';
    append_integer(out_, at.start);
    out_ += ',';
    append_integer(out_, at.length);
    out_ += ']';
  }

  const Settings& settings_;
  const Collection& all_;
  Write& write_;
  Postings postings_;
  std::vector<double> inverse_frequencies_;  // of each term
  std::vector<std::string> fields_;          // as JSON strings
  Vocabulary refs_;                          // likewise, under the numbers of all_.refs
  std::string out_;

  // The current row: each term, and in the lower 32 bits how often it occurs.
  std::vector<std::uint64_t> vector_;

  // The current list: for each posting where its positions come from, and where they end in
  // positions_.
  std::vector<const Position*> sources_;
  std::vector<std::size_t> position_ends_;
  std::vector<Position> positions_;
};

}  // namespace kbgen::lunr::detail
