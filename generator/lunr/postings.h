// The inverted index: for every term and field, where it was added.
//
// Batches are kept as they came, row by row. A counting sort makes a flat list for each term and
// field of them, without a container for every term.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "lunr/batch.h"
#include "lunr/settings.h"

namespace kbgen::lunr::detail {

// One call of add(). Calls with the same ref share its number.
struct Addition {
  std::uint32_t ref = 0;
  std::uint32_t batch = 0;
  std::uint32_t index = 0;  // within the batch
};

// One field of one document: entries [begin, end) of its batch.
struct Row {
  const Batch* batch = nullptr;
  std::uint32_t begin = 0, end = 0;

  std::uint32_t length() const { return batch->tokens_before(end) - batch->tokens_before(begin); }
};

// Everything that was added to a builder, in order.
struct Collection {
  std::size_t field_count = 0;
  Vocabulary terms;
  Forms forms;
  Vocabulary refs;
  std::vector<double> boosts;                 // of each ref: the last one given
  std::vector<std::uint32_t> last_additions;  // of each ref
  std::vector<Addition> additions;
  std::vector<Batch> batches;  // their entries name terms and sets of forms of this collection

  bool has_duplicates() const { return additions.size() > refs.size(); }

  Row row(std::uint32_t addition, std::size_t field) const {
    const Addition& added = additions[addition];
    const Batch& batch = batches[added.batch];
    std::size_t index = added.index * field_count + field;
    return {&batch, index == 0 ? 0 : batch.row_ends[index - 1], batch.row_ends[index]};
  }
};

struct Posting {
  std::uint32_t addition = 0;
  std::uint32_t entry = 0;  // of its batch
};

class Postings {
 public:
  explicit Postings(const Collection& all) : all_(all), order_(order_of_additions()) {
    count();
    fill();
    if (all.has_duplicates()) join_duplicates();
  }

  // Returns the postings of a term in a field, in the order in which JavaScript keeps their refs.
  // Those of one ref stand next to each other.
  std::span<const Posting> of(std::uint32_t term, std::size_t field) const {
    std::size_t list = term * all_.field_count + field;
    return std::span(postings_).subspan(begins_[list], begins_[list + 1] - begins_[list]);
  }

  // Returns lunr's documentsWithTerm, for which a ref counts once for every field.
  std::uint64_t count_refs(std::uint32_t term) const {
    std::uint64_t refs = 0;
    for (std::size_t field = 0; field < all_.field_count; ++field) {
      std::span<const Posting> list = of(term, field);
      refs += list.size();
      if (!all_.has_duplicates()) continue;
      for (std::size_t i = 1; i < list.size(); ++i) refs -= ref_of(list[i]) == ref_of(list[i - 1]);
    }
    return refs;
  }

  std::uint32_t ref_of(const Posting& posting) const {
    return all_.additions[posting.addition].ref;
  }

 private:
  // Counts how long each list will be. Leaves the beginning of list i in begins_[i + 1], which
  // fill() moves to the end of the list, where list i + 1 begins.
  void count() {
    begins_.assign(all_.terms.size() * all_.field_count + 2, 0);
    for_each_entry([&](std::size_t list, Posting) { ++begins_[list + 2]; });
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    postings_.resize(begins_.back());
  }

  void fill() {
    for_each_entry(
        [&](std::size_t list, Posting posting) { postings_[begins_[list + 1]++] = posting; });
  }

  template <class Use>
  void for_each_entry(Use&& use) const {
    for (std::uint32_t addition : order_) {
      for (std::size_t field = 0; field < all_.field_count; ++field) {
        Row row = all_.row(addition, field);
        for (std::uint32_t i = row.begin; i < row.end; ++i)
          use(row.batch->entries[i].term * all_.field_count + field, Posting{addition, i});
      }
    }
  }

  // Returns the order in which JavaScript keeps refs: those that look like indexes of an array come
  // first, by number.
  std::vector<std::uint32_t> order_of_additions() const {
    std::vector<std::uint32_t> order(all_.additions.size());
    std::iota(order.begin(), order.end(), 0);
    std::vector<std::uint32_t> rank(all_.refs.size());
    for (std::uint32_t ref = 0; ref < rank.size(); ++ref)
      rank[ref] = array_index(all_.refs[ref]).value_or(UINT32_MAX);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return rank[all_.additions[a].ref] < rank[all_.additions[b].ref];
    });
    return order;
  }

  // Puts the postings of a ref that was added several times to where it first stands in each list.
  void join_duplicates() {
    std::vector<std::size_t> first_place(all_.refs.size());
    for (std::size_t list = 0; list + 2 < begins_.size(); ++list) {
      auto begin = postings_.begin() + static_cast<std::ptrdiff_t>(begins_[list]);
      auto end = postings_.begin() + static_cast<std::ptrdiff_t>(begins_[list + 1]);
      for (auto p = end; p-- != begin;)
        first_place[ref_of(*p)] = static_cast<std::size_t>(p - begin);
      std::stable_sort(begin, end, [&](const Posting& a, const Posting& b) {
        return first_place[ref_of(a)] < first_place[ref_of(b)];
      });
    }
  }

  const Collection& all_;
  std::vector<std::uint32_t> order_;  // of additions, in every list
  std::vector<std::size_t> begins_;
  std::vector<Posting> postings_;
};

}  // namespace kbgen::lunr::detail
