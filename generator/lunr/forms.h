// Which words a term stands for, document by document.
//
// The stemmer makes "general" and "generics" one term, "gener", and an index
// knows terms alone. With Settings::forms the words that became a term, its
// forms, are kept as well, so that what was asked for can be told from what is
// like it. lunr knows nothing of them: they stand beside the postings (shards.h).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lunr/json.h"
#include "lunr/unicode.h"
#include "lunr/vocabulary.h"

namespace kbgen::lunr {

// Sets of forms, each kept once and told by a number. A document mostly has one
// form of a term.
class FormSets {
 public:
  using Set = std::vector<std::uint32_t>;  // ascending

  FormSets() = default;
  FormSets(FormSets&&) = default;
  FormSets& operator=(FormSets&&) = default;

  // Returns the number of the set that has one form, as most sets do.
  std::uint32_t single(std::uint32_t form) {
    if (form >= singles_.size()) singles_.resize(form + 1, unknown);
    if (singles_[form] == unknown) singles_[form] = intern({form});
    return singles_[form];
  }

  std::uint32_t intern(Set set) {
    auto [at, is_new] = numbers_.try_emplace(std::move(set), size());
    if (is_new) sets_.push_back(&at->first);
    return at->second;
  }

  std::uint32_t with(std::uint32_t set, std::uint32_t form) {
    const Set& before = *sets_[set];
    auto at = std::ranges::lower_bound(before, form);
    if (at != before.end() && *at == form) return set;
    Set after = before;
    after.insert(after.begin() + (at - before.begin()), form);
    return intern(std::move(after));
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(sets_.size()); }
  const Set& operator[](std::uint32_t set) const { return *sets_[set]; }

 private:
  static constexpr std::uint32_t unknown = UINT32_MAX;

  std::map<Set, std::uint32_t> numbers_;
  std::vector<std::uint32_t> singles_;
  std::vector<const Set*> sets_;  // keys of numbers_, which stay where they are
};

// Forms and their sets, of a batch or of all that was added.
struct Forms {
  Vocabulary texts;
  FormSets sets;

  // Adds the sets of `other`, and returns the number that each has here.
  std::vector<std::uint32_t> add(const Forms& other) {
    std::vector<std::uint32_t> forms(other.texts.size()), numbers(other.sets.size());
    for (std::uint32_t i = 0; i < forms.size(); ++i) forms[i] = texts.intern(other.texts[i]);
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
      FormSets::Set set;
      for (std::uint32_t form : other.sets[i]) set.push_back(forms[form]);
      std::ranges::sort(set);
      numbers[i] = sets.intern(std::move(set));
    }
    return numbers;
  }
};

// A set of forms that a document has.
struct DocumentForms {
  std::uint32_t document = 0, set = 0;
};

namespace detail {

// Writes the forms of one term as JSON. For each document that has the term, in their order, one
// character tells which set of forms it has.
class FormWriter {
 public:
  // `documents` may have a document several times, once for each field. `forms` must outlive this.
  FormWriter(const Forms& forms, std::vector<DocumentForms> documents) : forms_(forms) {
    std::ranges::stable_sort(documents, {}, &DocumentForms::document);
    for (std::size_t i = 0; i < documents.size();) {
      std::size_t end = i + 1;
      while (end < documents.size() && documents[end].document == documents[i].document) ++end;
      add(std::span(documents).subspan(i, end - i));
      i = end;
    }
    sort();
  }

  // Appends nothing if the term is its only form; else a comma and either "form" or
  // [[form, form, …], [set, …], "characters"], the most frequent forms and sets first. A set is the
  // number of a form or a list of such numbers.
  void append(std::string& out, std::string_view term) const {
    if (texts_.size() == 1 && texts_[0] == term) return;
    out += ',';
    if (texts_.size() == 1) return append_string(out, texts_[0]);
    out += "[[";
    for (std::string_view text : texts_) {
      append_string(out, text);
      out += ',';
    }
    out.back() = ']';
    out += ",[";
    for (const FormSets::Set& set : sets_) append_set(out, set);
    out.back() = ']';
    out += ',';
    std::string characters;
    for (std::uint32_t set : sets_of_documents_) append_utf8(characters, character_of(set));
    append_string(out, characters);
    out += ']';
  }

 private:
  void add(std::span<const DocumentForms> of_document) {
    std::uint32_t first = of_document[0].set;
    bool is_one = std::ranges::all_of(of_document, [&](auto& one) { return one.set == first; });
    std::uint32_t set = is_one ? found(first) : found_.intern(united(of_document));
    if (set >= counts_.size()) counts_.resize(set + 1, 0);
    ++counts_[set];
    sets_of_documents_.push_back(set);
  }

  std::uint32_t found(std::uint32_t set) {
    auto [at, is_new] = numbers_.try_emplace(set, 0);
    if (is_new) at->second = found_.intern(forms_.sets[set]);
    return at->second;
  }

  FormSets::Set united(std::span<const DocumentForms> of_document) const {
    FormSets::Set all;
    for (const DocumentForms& one : of_document) {
      FormSets::Set both;
      std::ranges::set_union(all, forms_.sets[one.set], std::back_inserter(both));
      all = std::move(both);
    }
    return all;
  }

  // Sorts forms by frequency, then by their letters, and numbers them anew: their numbers in
  // `forms_` depend on what else there is, and a new episode must not change the files of other
  // words.
  void sort() {
    std::map<std::uint32_t, std::uint64_t> documents;  // of each form
    for (std::uint32_t set = 0; set < found_.size(); ++set)
      for (std::uint32_t form : found_[set]) documents[form] += counts_[set];
    std::vector<std::uint32_t> forms;
    for (auto [form, count] : documents) forms.push_back(form);
    std::ranges::sort(forms, [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(documents[b], forms_.texts[a]) < std::tuple(documents[a], forms_.texts[b]);
    });
    std::map<std::uint32_t, std::uint32_t> places;
    for (std::uint32_t form : forms) {
      places.emplace(form, static_cast<std::uint32_t>(texts_.size()));
      texts_.push_back(forms_.texts[form]);
    }
    std::vector<std::pair<std::uint64_t, FormSets::Set>> sets;
    for (std::uint32_t set = 0; set < found_.size(); ++set) {
      FormSets::Set placed;
      for (std::uint32_t form : found_[set]) placed.push_back(places.at(form));
      std::ranges::sort(placed);
      sets.emplace_back(counts_[set], std::move(placed));
    }
    std::vector<std::uint32_t> order(sets.size()), rank(sets.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(sets[b].first, sets[a].second) < std::tie(sets[a].first, sets[b].second);
    });
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      rank[order[i]] = i;
      sets_.push_back(std::move(sets[order[i]].second));
    }
    for (std::uint32_t& set : sets_of_documents_) set = rank[set];
  }

  static void append_set(std::string& out, const FormSets::Set& set) {
    if (set.size() > 1) out += '[';
    for (std::uint32_t form : set) {
      append_integer(out, form);
      out += ',';
    }
    if (set.size() > 1) {
      out.back() = ']';
      out += ',';
    }
  }

  // Returns the character that stands for a set. Sets have the visible characters of ASCII from '#'
  // on, without '\', then those from U+00A1 to the surrogates, and then those behind these.
  static char32_t character_of(std::uint32_t set) {
    char32_t c = 0x23 + set;
    if (c >= 0x5C) ++c;
    if (c >= 0x7F) c += 0xA1 - 0x7F;
    if (c >= 0xD800) c += 0xE000 - 0xD800;
    return c;
  }

  const Forms& forms_;
  FormSets found_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;  // in found_, of sets of forms_
  std::vector<std::uint64_t> counts_;                         // documents of each set
  std::vector<std::uint32_t> sets_of_documents_;
  std::vector<std::string_view> texts_;
  std::vector<FormSets::Set> sets_;  // by places in texts_
};

}  // namespace detail

}  // namespace kbgen::lunr
