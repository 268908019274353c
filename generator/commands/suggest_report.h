// What kbgen suggest says: for people and for programs.
#pragma once

#include <string_view>
#include <vector>

#include "model/knowledge.h"
#include "suggest/suggestion.h"

namespace kbgen {

struct SuggestKind {
  std::string_view name;  // of --kind, and of the list in JSON
  SuggestionKind kind;
  std::string_view title;
};

struct SuggestSection {
  const SuggestKind* kind = nullptr;
  std::size_t found = 0;  // before the limit
  std::size_t first = 1;  // number of the first one shown
  std::vector<Suggestion> shown;
};

// To standard output. Numbers go on from one section to the next.
void print_suggestions(const Knowledge& known, const std::vector<SuggestSection>& sections);
void print_suggestions_json(const Knowledge& known, const std::vector<SuggestSection>& sections);

}  // namespace kbgen
