#include "edit/located_edit.h"

#include <algorithm>

#include "base/disk.h"
#include "base/text.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

SaveResult refused(std::string problem) {
  SaveResult result;
  result.problem = std::move(problem);
  return result;
}

const Episode* find_transcribed(const Site& site, std::string_view page) {
  auto has_page = [&](const Episode& episode) {
    return episode.spoken && path_of(site, episode.id) == page;
  };
  auto found = std::ranges::find_if(site.episodes.rows(), has_page);
  return found == site.episodes.rows().end() ? nullptr : &*found;
}

std::optional<LocatedEdit> locate_edit(const Knowledge& known, const Episode& episode,
                                       const SaveRequest& request, SaveResult& result) {
  LocatedEdit located{source_of_words(known, episode), {}, 0, {}};
  result.path = known.project->path_in_root(located.source.path);
  ReadResult read = try_to_read(located.source.path);
  if (!read.bytes) {
    result.problem = result.path + (read.problem.empty() ? " is not there any more"
                                                         : " cannot be read: " + read.problem);
    return std::nullopt;
  }
  result.problem = why_not_editable(*read.bytes);
  if (!result.problem.empty()) return std::nullopt;
  auto current = current_words(known, episode, located.source, std::move(*read.bytes));
  if (!current) {
    result.problem = "there is no transcript in " + result.path + " any more";
    return std::nullopt;
  }
  located.current = std::move(*current);
  const SpokenText& spoken = located.current.spoken;
  auto paragraph = find_paragraph(spoken, request.fragment, request.typed.was);
  if (!paragraph) {
    auto theirs = paragraph_of_fragment(spoken, request.fragment);
    result.state = SaveResult::State::conflict;
    result.problem = "somebody else has changed this paragraph meanwhile";
    if (theirs)
      result.theirs = collapse_space(spoken.text_of(spoken.layout.paragraphs[*theirs].text));
    return std::nullopt;
  }
  located.paragraph = *paragraph;
  located.edits = edits_of(request.typed, located.current.file.read.transcript.text,
                           place_in_file(located.current, *paragraph));
  return located;
}

std::string describe(const LocatedEdit& located) {
  const std::string_view text = located.current.file.read.transcript.text;
  std::vector<std::string> parts;
  for (const WordEdit& edit : located.edits) {
    std::string heard = collapse_space(text.substr(edit.place.begin, edit.place.size()));
    parts.push_back(edit.words.empty() ? "'" + heard + "' was removed"
                                       : "'" + heard + "' became '" + edit.words + "'");
  }
  constexpr std::size_t shown = 3;
  if (parts.size() <= shown) return join(parts, ", ");
  std::size_t more = parts.size() - shown;
  parts.resize(shown);
  return join(parts, ", ") + " and " + std::to_string(more) + " more";
}

std::optional<HeardAndSaid> as_rule(const LocatedEdit& located) {
  const std::vector<WordEdit>& edits = located.edits;
  const std::string_view text = located.current.file.read.transcript.text;
  if (edits.empty()) return std::nullopt;
  HeardAndSaid rule;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (i > 0) {
      std::uint32_t gap = edits[i - 1].place.end;
      std::string_view between = text.substr(gap, edits[i].place.begin - gap);
      if (!trim(between).empty()) return std::nullopt;
      rule.heard += collapse_space(between).empty() && !between.empty() ? " " : "";
      if (!edits[i].words.empty()) rule.said += ' ';
    }
    rule.heard += text.substr(edits[i].place.begin, edits[i].place.size());
    rule.said += edits[i].words;
  }
  rule.heard = collapse_space(rule.heard);
  return rule.said.empty() ? std::nullopt : std::optional(rule);
}

}  // namespace kbgen
