// Writes an index in shards, each with the terms of a part of the alphabet, so that a browser loads
// only those that a query needs.

#include <algorithm>
#include <numeric>

#include "base/digest.h"
#include "base/gzip.h"
#include "base/parallel.h"
#include "exports/search_packs.h"

namespace kbgen {

namespace {

// Up to this size, in bytes, an index has one shard: a second request would cost more than the
// bytes.
constexpr std::size_t small_index = 100'000;

// The sorted terms of an index as JSON, each followed by a comma, and the size of each in bytes.
struct Terms {
  std::string text;
  std::vector<std::uint32_t> sizes;
};

Terms format_terms(const lunr::ShardWriter& writer, Diagnostics& diag) {
  constexpr std::size_t terms_a_block = 256;
  std::vector<std::size_t> begins;
  for (std::size_t at = 0; at < writer.term_count(); at += terms_a_block) begins.push_back(at);
  auto blocks = parallel_map(begins, diag, [&](std::size_t begin, Diagnostics&) {
    Terms block;
    std::size_t end = std::min(begin + terms_a_block, writer.term_count());
    for (std::size_t i = begin; i < end; ++i) {
      std::size_t before = block.text.size();
      writer.append_term(block.text, i);
      block.text += ',';
      block.sizes.push_back(static_cast<std::uint32_t>(block.text.size() - before));
    }
    return block;
  });
  Terms terms;
  for (Terms& block : blocks) {
    terms.text += std::exchange(block.text, {});
    terms.sizes.insert(terms.sizes.end(), block.sizes.begin(), block.sizes.end());
  }
  return terms;
}

// Where the terms of a shard are in the text of all terms.
struct Placed {
  std::size_t at, size;
};

std::vector<Placed> with_offsets(const std::vector<lunr::Shard>& shards,
                                 const std::vector<std::uint32_t>& sizes) {
  std::vector<Placed> placed;
  std::size_t at = 0;
  for (const lunr::Shard& shard : shards) {
    std::size_t size =
        std::accumulate(sizes.begin() + static_cast<std::ptrdiff_t>(shard.begin),
                        sizes.begin() + static_cast<std::ptrdiff_t>(shard.end), std::size_t{0});
    placed.push_back({at, size});
    at += size;
  }
  return placed;
}

}  // namespace

std::string add_search_file(SearchPart& part, std::string_view folder, std::string_view ending,
                            std::string_view bytes, const Staging& staging, Diagnostics& diag) {
  std::string digest = digest_of(bytes).substr(0, 10);
  std::string path = "search/" + std::string(folder) + "/" + digest + std::string(ending);
  // The same bytes can come twice, for example the same list of terms for two letters in spelling.
  auto is_it = [&](const OutputFile& file) { return file.path == path; };
  if (std::ranges::none_of(part.files, is_it))
    part.files.push_back(staging.add(std::move(path), bytes, std::string(search_origin), diag));
  return digest;
}

SearchPart write_shards(lunr::Builder builder, std::string_view folder, std::size_t shard_size,
                        JsonWriter& manifest, const Staging& staging, Diagnostics& diag) {
  lunr::ShardWriter writer(std::move(builder));
  Terms terms = format_terms(writer, diag);
  bool is_small = terms.text.size() <= small_index;
  std::vector<lunr::Shard> shards =
      lunr::cut_into_shards(terms.sizes, is_small ? 2 * small_index : shard_size);

  SearchPart part;
  for (std::size_t i = 0; i < writer.term_count(); ++i) part.terms.emplace_back(writer.term(i));
  auto add = [&](std::string_view bytes) {
    manifest.text(add_search_file(part, folder, ".json", bytes, staging, diag));
  };
  manifest.raw_members(writer.settings());
  manifest.key("documentsFile"), add(writer.documents());
  manifest.key("vocabularyFile"), add(writer.vocabulary());
  std::vector<std::string> compressed =
      parallel_map(with_offsets(shards, terms.sizes), diag, [&](const Placed& shard, Diagnostics&) {
        std::string text = "[" + terms.text.substr(shard.at, shard.size);
        text.back() = ']';
        return gzip(text);
      });
  PackWriter packs(folder, part, staging, diag);
  manifest.key("shards").begin_list();
  for (std::size_t i = 0; i < compressed.size(); ++i) {
    std::size_t begin = shards[i].begin;
    std::string_view before = begin > 0 ? writer.term(begin - 1) : std::string_view();
    manifest.text(lunr::shortest_separator(before, writer.term(begin)));
    manifest.number(packs.add(compressed[i]));
  }
  manifest.end_list().key("packs").begin_list();
  for (const std::string& digest : packs.finish()) manifest.text(digest);
  manifest.end_list();
  return part;
}

}  // namespace kbgen
