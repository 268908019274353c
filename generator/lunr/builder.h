// lunr.Builder: documents in, the serialised index out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lunr/batch.h"
#include "lunr/postings.h"
#include "lunr/settings.h"
#include "lunr/writer.h"

namespace kbgen::lunr {

class Builder {
 public:
  // Throws std::invalid_argument for a field that lunr cannot have
  // (field_name_problem).
  explicit Builder(Settings settings) : settings_(detail::normalized(std::move(settings))) {
    all_.field_count = settings_.fields.size();
  }

  void add(const Document& document) { add(analyze(std::span(&document, 1))); }

  // Cuts documents into terms, for add(). Thread safe.
  template <class Documents>
  Batch analyze(const Documents& documents) const {
    detail::Analyzer analyzer(settings_);
    for (const Document& document : documents) analyzer.add(document);
    return std::move(analyzer).finish();
  }

  // Adds a batch of analyze(). The order of these calls is the order of documents in the index.
  void add(Batch batch) {
    std::vector<std::uint32_t> terms(batch.terms.size());
    for (std::uint32_t i = 0; i < terms.size(); ++i) terms[i] = all_.terms.intern(batch.terms[i]);
    for (Entry& entry : batch.entries) entry.term = terms[entry.term];
    batch.terms = Vocabulary();
    std::vector<std::uint32_t> sets = all_.forms.add(batch.forms);
    for (std::uint32_t& set : batch.form_sets) set = sets[set];
    batch.forms = Forms();

    auto number = static_cast<std::uint32_t>(all_.batches.size());
    for (std::uint32_t i = 0; i < batch.refs.size(); ++i)
      add_ref(batch.refs[i], batch.boosts[i], number, i);
    batch.refs = {};
    batch.boosts = {};
    all_.batches.push_back(std::move(batch));
  }

  // How many documents had the ref of an earlier one. lunr lets them share it:
  // the last has the weights, the words of all are found.
  std::size_t repeated_refs() const { return all_.additions.size() - all_.refs.size(); }

  // For shards.h, which writes the same index in another form.
  const Settings& settings() const { return settings_; }
  detail::Collection take_collection() && { return std::move(all_); }

  // JSON.stringify(lunr(…)), handed over piece by piece: write(std::string_view).
  template <class Write>
  void serialize(Write&& write) const {
    detail::Writer<Write>(settings_, all_, write).run();
  }

  std::string serialize() const {
    std::string json;
    serialize([&](std::string_view piece) { json += piece; });
    return json;
  }

 private:
  void add_ref(std::string_view name, double boost, std::uint32_t batch, std::uint32_t index) {
    std::uint32_t ref = all_.refs.intern(to_valid_utf8(name));
    if (ref == all_.boosts.size()) {
      all_.boosts.push_back(1);
      all_.last_additions.push_back(0);
    }
    all_.boosts[ref] = boost;
    all_.last_additions[ref] = static_cast<std::uint32_t>(all_.additions.size());
    all_.additions.push_back({ref, batch, index});
  }

  Settings settings_;
  detail::Collection all_;
};

}  // namespace kbgen::lunr
