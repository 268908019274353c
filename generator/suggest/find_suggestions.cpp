#include "suggest/find_suggestions.h"

#include <set>
#include <string>

#include "base/text.h"
#include "suggest/archive.h"
#include "suggest/errors.h"
#include "suggest/names_said.h"
#include "suggest/topics_said.h"
#include "suggest/unlinked.h"

namespace kbgen {

std::vector<std::vector<Suggestion>> find_suggestions(
    const Knowledge& known, const std::function<bool(SuggestionKind)>& is_asked_for,
    Diagnostics& diag) {
  const Site& site = known.site;
  const Archive archive = read_archive(site, known.links, diag);
  const bool wants_names = is_asked_for(SuggestionKind::entity);
  std::vector<Suggestion> errors, names, topics, links;
  // A name that was heard wrong is no new name, so errors are found for names, too.
  if (is_asked_for(SuggestionKind::error) || wants_names)
    errors = find_errors(site, known.links, archive, diag);
  if (wants_names) {
    std::set<std::string> misheard;
    for (const Suggestion& error : errors) misheard.insert(fold(error.found));
    names = find_names(site, archive, misheard, diag);
  }
  if (!is_asked_for(SuggestionKind::error)) errors.clear();
  if (is_asked_for(SuggestionKind::topic)) topics = find_topics(site, archive, diag);
  if (is_asked_for(SuggestionKind::link))
    links = find_unlinked(site, known.links, known.sources, *known.project, diag);
  return {std::move(errors), std::move(names), std::move(topics), std::move(links)};
}

}  // namespace kbgen
