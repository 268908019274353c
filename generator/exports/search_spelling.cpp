// Writes the terms of the indexes, among which a browser looks for what a reader may have mistyped.
// The file of a letter has the terms whose first or second letter it is: a typing error in one of
// the two leaves the other as it was, so a browser reads at most two files.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "exports/search.h"

namespace kbgen {

namespace {

// Letters whose files would have fewer bytes share one file: alphabets have many rare letters.
constexpr std::size_t small_file = 2'000;

using TermsByLetter = std::map<std::string_view, std::vector<std::string_view>>;

// The first character of a text as UTF-8; empty if it is not a letter.
std::string_view first_letter(std::string_view text) {
  std::size_t end = 0;
  if (text.empty() || !is_letter(next_code_point(text, end))) return {};
  return text.substr(0, end);
}

// Terms of fewer than three letters are left out: they are too short to correct.
TermsByLetter sort_by_letter(const std::vector<std::string>& terms) {
  TermsByLetter by_letter;
  for (std::string_view term : terms) {
    std::string_view first = first_letter(term);
    if (first.empty() || count_code_points(term) < 3) continue;
    by_letter[first].push_back(term);
    std::string_view second = first_letter(term.substr(first.size()));
    if (!second.empty() && second != first) by_letter[second].push_back(term);
  }
  return by_letter;
}

}  // namespace

// The part of the manifest is ["a", digest, …, "", digest], where "" stands for all other letters.
SearchPart write_spelling(std::vector<std::string> terms, const Staging& staging,
                          Diagnostics& diag) {
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  SearchPart part;
  JsonWriter manifest;
  manifest.begin_list();
  auto add = [&](std::string_view letter, std::string_view file) {
    manifest.text(letter).text(add_search_file(part, "spelling", ".json", file, staging, diag));
  };
  std::vector<std::string_view> others;
  for (auto& [letter, words] : sort_by_letter(terms)) {
    std::string file = lunr::format_terms(words);
    if (file.size() < small_file) {
      others.insert(others.end(), words.begin(), words.end());
      continue;
    }
    add(letter, file);
  }
  std::ranges::sort(others);
  others.erase(std::unique(others.begin(), others.end()), others.end());
  add("", lunr::format_terms(others));
  part.manifest = manifest.end_list().take();
  return part;
}

}  // namespace kbgen
