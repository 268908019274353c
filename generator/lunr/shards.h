// An index in small files, so that a query loads only what its terms need and
// yet answers as the whole index would. README.md describes the files.
//
//   kbgen::lunr::ShardWriter writer(std::move(builder));
//   for (const Shard& shard : cut_into_shards(sizes)) …
//
// Weights are not in them: how often a term occurs, how long the field is and
// how many documents there are give every weight back to the last bit.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lunr/builder.h"
#include "lunr/forms.h"
#include "lunr/json.h"
#include "lunr/postings.h"
#include "lunr/unicode.h"

namespace kbgen::lunr {

// Writes a list of numbers as JSON. [number, count] stands for three or more equal ones in a row.
class RunWriter {
 public:
  explicit RunWriter(std::string& out) : out_(out) { out_ += '['; }

  void add(double number) {
    if (count_ > 0 && number == number_) return void(++count_);
    flush();
    number_ = number;
    count_ = 1;
  }

  void finish() {
    flush();
    if (out_.back() == ',') out_.pop_back();
    out_ += ']';
  }

 private:
  void flush() {
    bool in_one = count_ > 2;
    if (in_one) out_ += '[';
    for (std::size_t i = 0; i < (in_one ? 1 : count_); ++i) {
      append_number(out_, number_);
      out_ += ',';
    }
    if (in_one) {
      append_integer(out_, count_);
      out_ += "],";
    }
  }

  std::string& out_;
  double number_ = 0;
  std::size_t count_ = 0;
};

// The part [begin, end) of the sorted terms.
struct Shard {
  std::size_t begin = 0, end = 0;
};

// Bytes of JSON in a full shard. Larger shards cost every query more, and smaller ones make the
// manifest longer.
inline constexpr std::size_t shard_size = 14'000;

// Puts terms, whose bytes of JSON are `sizes`, into shards, one after the other until a shard is
// full. A term of more than half a shard stands alone, so that queries for other words need not
// load it.
inline std::vector<Shard> cut_into_shards(std::span<const std::uint32_t> sizes,
                                          std::size_t full = shard_size) {
  std::vector<Shard> shards;
  std::size_t size = full + 1;  // of the last shard; as if one were full already
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    bool alone = sizes[i] > full / 2;
    if (alone || size + sizes[i] > full) {
      shards.push_back({i, i});
      size = 0;
    }
    shards.back().end = i + 1;
    size = alone ? full + 1 : size + sizes[i];
  }
  return shards;
}

// Returns the shortest text that comes behind the term `before` and not behind the next one,
// `first`. The manifest says by it where a shard begins.
inline std::string_view shortest_separator(std::string_view before, std::string_view first) {
  auto [other, at] = std::ranges::mismatch(before, first);
  auto end = static_cast<std::size_t>(at - first.begin());
  // Moves to the beginning of the code point that differs, and then behind it.
  while (end > 0 && end < first.size() && (static_cast<unsigned char>(first[end]) & 0xC0) == 0x80)
    --end;
  next_code_point(first, end);
  return first.substr(0, end);
}

// Returns how many characters of ASCII two terms have in common at their beginning, at most 35.
inline std::size_t shared_ascii(std::string_view a, std::string_view b) {
  constexpr std::size_t most = 35;
  std::size_t shared = 0;
  while (shared < std::min({a.size(), b.size(), most}) && a[shared] == b[shared] &&
         is_ascii(a[shared]))
    ++shared;
  return shared;
}

// Writes sorted terms as a list in JSON. Each begins with a digit (base 36) that says how many
// characters of the term before it begins with; these are left out.
inline std::string format_terms(std::span<const std::string_view> terms) {
  std::string out = "[";
  std::string_view before;
  for (std::string_view now : terms) {
    std::size_t shared = shared_ascii(before, now);
    std::string entry(1, "0123456789abcdefghijklmnopqrstuvwxyz"[shared]);
    if (out.size() > 1) out += ',';
    append_string(out, entry += now.substr(shared));
    before = now;
  }
  return out += ']';
}

// Writes the files of an index in shards. Const and thread safe once made. The batches of the
// builder are freed as soon as they are sorted by term, so that everything is in memory twice only
// for that moment.
class ShardWriter {
 public:
  // Throws std::invalid_argument for documents that share a ref or whose refs
  // JavaScript would put in another order.
  explicit ShardWriter(Builder builder)
      : settings_(builder.settings()), all_(std::move(builder).take_collection()) {
    if (all_.has_duplicates()) throw std::invalid_argument("two documents share a ref");
    for (std::uint32_t ref = 0; ref < all_.refs.size(); ++ref)
      if (array_index(all_.refs[ref])) throw std::invalid_argument("a ref is a number");
    find_places();
    find_occurrences();
    all_.batches.clear();
    sort_terms();
  }

  std::size_t term_count() const { return terms_.size(); }
  std::string_view term(std::size_t i) const { return all_.terms[terms_[i]]; }

  // Appends ["term",index,[postings of the first field],[of the second],…], with the forms of the
  // term at the end for Settings::forms.
  void append_term(std::string& out, std::size_t i) const {
    out += '[';
    append_string(out, term(i));
    out += ',';
    append_integer(out, terms_[i]);
    for (std::size_t field = 0; field < settings_.fields.size(); ++field) {
      out += ",[";
      append_postings(out, occurrences(terms_[i], field));
      out += ']';
    }
    if (settings_.forms) detail::FormWriter(all_.forms, forms_of(terms_[i])).append(out, term(i));
    out += ']';
  }

  // Returns {"refs":…,"lengths":…,"boosts":…}.
  std::string documents() const {
    std::string out = "{\"refs\":[";
    append_refs(out);
    out += "],\"lengths\":[";
    // If b is 0, no weight depends on lengths.
    std::size_t counted = settings_.b > 0 ? settings_.fields.size() : 0;
    for (std::size_t field = 0; field < counted; ++field) {
      if (field > 0) out += ',';
      append_lengths(out, field);
    }
    out += "],\"boosts\":";
    RunWriter boosts(out);
    for (double boost : all_.boosts) boosts.add(boost);
    boosts.finish();
    return out += '}';
  }

  // Returns all terms as format_terms() writes them.
  std::string vocabulary() const {
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < terms_.size(); ++i) all.push_back(term(i));
    return format_terms(all);
  }

  // Returns the members of the manifest that describe documents and weights, without braces.
  std::string settings() const {
    std::string out = "\"documents\":";
    append_integer(out, all_.additions.size());
    out += ",\"terms\":";
    append_integer(out, terms_.size());
    append_list(out, "fields", [&](const Field& field) { append_string(out, field.name); });
    append_list(out, "boosts", [&](const Field& field) { append_number(out, field.boost); });
    append_list(out, "averages",
                [&](const Field& field) { append_number(out, average_length(field)); });
    append_number(out += ",\"k1\":", settings_.k1);
    append_number(out += ",\"b\":", settings_.b);
    ((out += ",\"pipeline\":") += settings_.pipeline()) += ",\"language\":\"";
    (out += settings_.language->code) += '"';
    if (!settings_.language->elisions.empty()) append_elisions(out);
    return out;
  }

 private:
  // Appends the lengths of a field as runs, or as a string if that is shorter: in a list every
  // second byte is a comma, which costs bytes even with gzip. The first character of the string is
  // the length from which the others count, so that nearly all of them are ASCII; the few shorter
  // lengths wrap around to characters just below the surrogates.
  void append_lengths(std::string& out, std::size_t field) const {
    constexpr std::uint32_t zero = 0x20, count = 0xD800 - zero;
    std::vector<std::uint32_t> lengths;
    for (std::size_t i = field; i < lengths_.size(); i += settings_.fields.size())
      lengths.push_back(lengths_[i]);
    std::string runs;
    RunWriter writer(runs);
    for (std::uint32_t length : lengths) writer.add(length);
    writer.finish();

    std::vector<std::uint32_t> sorted = lengths;
    std::ranges::sort(sorted);
    std::uint32_t from = sorted.empty() ? 0 : sorted[sorted.size() / 64];
    if (!sorted.empty() && sorted.back() >= count) return void(out += runs);
    std::string characters;
    append_utf8(characters, zero + from);
    for (std::uint32_t length : lengths)
      append_utf8(characters, zero + (length + count - from) % count);
    if (characters.size() < runs.size())
      append_string(out, characters);
    else
      out += runs;
  }

  struct Occurrence {
    std::uint32_t document = 0, frequency = 0;
  };

  void append_elisions(std::string& out) const {
    out += ",\"elisions\":[";
    for (std::string_view elision : settings_.language->elisions) {
      if (out.back() != '[') out += ',';
      append_string(out, elision);
    }
    out += ']';
  }

  // Returns where a term occurs in a field, by document.
  std::span<const Occurrence> occurrences(std::uint32_t term, std::size_t field) const {
    std::size_t list = term * settings_.fields.size() + field;
    return std::span(occurrences_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
  }

  // Returns the sets of forms of a term in all fields, one after the other.
  std::vector<DocumentForms> forms_of(std::uint32_t term) const {
    std::vector<DocumentForms> forms;
    std::size_t list = term * settings_.fields.size();
    for (std::size_t i = begins_[list]; i < begins_[list + settings_.fields.size()]; ++i)
      forms.push_back({occurrences_[i].document, form_sets_[i]});
    return forms;
  }

  template <class Use>
  void for_each_row(Use&& use) const {
    for (std::uint32_t document = 0; document < all_.additions.size(); ++document)
      for (std::size_t field = 0; field < settings_.fields.size(); ++field)
        use(document, field, all_.row(document, field));
  }

  // Counts how long each list of occurrences will be. Leaves the beginning of list i in
  // begins_[i + 1], which find_occurrences() moves to the end of the list, where list i + 1 begins.
  void find_places() {
    begins_.assign(all_.terms.size() * settings_.fields.size() + 2, 0);
    for_each_row([&](std::uint32_t, std::size_t field, const detail::Row& row) {
      lengths_.push_back(row.length());
      for (std::uint32_t i = row.begin; i < row.end; ++i)
        ++begins_[row.batch->entries[i].term * settings_.fields.size() + field + 2];
    });
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  }

  void find_occurrences() {
    occurrences_.resize(begins_.back());
    if (settings_.forms) form_sets_.resize(begins_.back());
    for_each_row([&](std::uint32_t document, std::size_t field, const detail::Row& row) {
      for (std::uint32_t i = row.begin; i < row.end; ++i) {
        std::size_t list = row.batch->entries[i].term * settings_.fields.size() + field;
        std::size_t at = begins_[list + 1]++;
        occurrences_[at] = {document, row.batch->frequency(i)};
        if (settings_.forms) form_sets_[at] = row.batch->form_sets[i];
      }
    });
  }

  // Leaves out the empty term, which lunr makes of signs alone, because no query can reach it.
  void sort_terms() {
    for (std::uint32_t term = 0; term < all_.terms.size(); ++term)
      if (!all_.terms[term].empty()) terms_.push_back(term);
    std::sort(terms_.begin(), terms_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return utf16_less(all_.terms[a], all_.terms[b]);
    });
  }

  void append_list(std::string& out, std::string_view name, auto&& append_field) const {
    ((out += ",\"") += name) += "\":[";
    for (const Field& field : settings_.fields) {
      if (&field != settings_.fields.data()) out += ',';
      append_field(field);
    }
    out += ']';
  }

  // Sums integers and divides once, as lunr does it, so that the last bit is the same. Returns 0
  // for a field that is always empty.
  double average_length(const Field& field) const {
    auto index = static_cast<std::size_t>(&field - settings_.fields.data());
    std::uint64_t sum = 0;
    for (std::size_t i = index; i < lengths_.size(); i += settings_.fields.size())
      sum += lengths_[i];
    return sum == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(all_.additions.size());
  }

  void append_postings(std::string& out, std::span<const Occurrence> list) const {
    std::uint32_t next = 0;  // the document behind the last one
    for (std::size_t i = 0; i < list.size();) {
      const Occurrence& first = list[i];
      std::uint32_t run = 1;
      while (i + run < list.size() && list[i + run].document == first.document + run &&
             list[i + run].frequency == first.frequency)
        ++run;
      if (run < 3) run = 1;
      append_posting(out, first.document + 1 - next, run, first.frequency);
      next = first.document + run;
      i += run;
    }
    if (out.back() == ',') out.pop_back();
  }

  static void append_posting(std::string& out, std::uint32_t step, std::uint32_t run,
                             std::uint32_t frequency) {
    if (run > 1)
      out += '[';
    else if (frequency > 1)
      out += '-';
    append_integer(out, step);
    if (run > 1) append_integer(out += ',', run);
    if (frequency > 1) append_integer(out += ',', frequency);
    out += run > 1 ? "]," : ",";
  }

  // Appends ["e12-",2] for "e12-0" and "e12-1". Any other ref stands for itself.
  void append_refs(std::string& out) const {
    for (std::uint32_t i = 0; i < all_.refs.size();) {
      std::string_view ref = all_.refs[i];
      std::uint32_t count = 0;
      if (ref.size() > 1 && ref.back() == '0') {
        std::string prefix(ref.substr(0, ref.size() - 1));
        while (i + count < all_.refs.size() &&
               all_.refs[i + count] == prefix + std::to_string(count))
          ++count;
        append_string(out += '[', prefix);
        append_integer(out += ',', count);
        out += "],";
      } else {
        append_string(out, ref);
        out += ',';
        count = 1;
      }
      i += count;
    }
    if (out.back() == ',') out.pop_back();
  }

  Settings settings_;
  detail::Collection all_;              // without its batches
  std::vector<std::uint32_t> lengths_;  // document by document, field by field
  std::vector<std::size_t> begins_;  // of the lists in occurrences_: term by term, field by field
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> form_sets_;  // of each of occurrences_; with Settings::forms
  std::vector<std::uint32_t> terms_;      // sorted
};

}  // namespace kbgen::lunr
