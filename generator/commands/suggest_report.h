// Prints what `kbgen suggest` found, as text for people or as JSON for programs.
#pragma once

#include <string_view>
#include <vector>

#include "model/knowledge.h"
#include "suggest/suggestion.h"

namespace kbgen {

struct SuggestKind {
  std::string_view name;  // as --kind takes it; also the key of the list in JSON
  SuggestionKind kind;
  std::string_view title;  // the heading above the list
};

// The suggestions of one kind that are shown.
struct SuggestSection {
  const SuggestKind* kind = nullptr;
  std::size_t found = 0;  // how many there are, also beyond --limit
  std::size_t first = 1;  // the number of the first one in `shown`
  std::vector<Suggestion> shown;
};

// Both print to standard output. Suggestions are numbered through all sections.
void print_suggestions(const Knowledge& known, const std::vector<SuggestSection>& sections);
void print_suggestions_json(const Knowledge& known, const std::vector<SuggestSection>& sections);

}  // namespace kbgen
