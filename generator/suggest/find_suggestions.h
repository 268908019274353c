// Everything that `kbgen suggest` proposes, found in one go.
#pragma once

#include <functional>
#include <vector>

#include "base/diagnostics.h"
#include "model/knowledge.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Returns the suggestions of each kind that is asked for, by SuggestionKind, each list the most
// certain first.
std::vector<std::vector<Suggestion>> find_suggestions(
    const Knowledge& known, const std::function<bool(SuggestionKind)>& is_asked_for,
    Diagnostics& diag);

}  // namespace kbgen
