#include "suggest/apply.h"

#include <algorithm>

#include "base/disk.h"
#include "base/front_matter.h"
#include "base/text.h"
#include "suggest/editable_file.h"
#include "suggest/yaml_edit.h"

namespace kbgen {

namespace {

const ContentFile* file_of(const Episode& episode, const SourceTree& sources,
                           const Project& project) {
  if (episode.origin.path.empty()) return nullptr;
  const ContentFile* file = sources.find(join_path(project.root, episode.origin.path));
  return file ? file : sources.find(episode.origin.path);
}

Remedy correction_remedy(const Suggestion& suggestion, const Site& site, const SourceTree& sources,
                         const Project& project) {
  Remedy remedy;
  remedy.text = yaml_quoted(suggestion.found) + ": " + yaml_quoted(suggestion.proposed);
  const ContentFile* file = suggestion.episodes.size() == 1
                                ? file_of(site.episodes[suggestion.episodes[0]], sources, project)
                                : nullptr;
  remedy.in_episode =
      file && !file->is_transcript() && find_front_matter(*file->source) &&
      with_correction_in_episode(*file->source, suggestion.found, suggestion.proposed);
  if (remedy.in_episode) {
    remedy.path = file->source->path;
    remedy.below = place_of_corrections(*file->source);
  } else {
    remedy.below = "corrections:";
    if (project.config_file) remedy.path = project.config_file->path;
  }
  return remedy;
}

Remedy new_file_remedy(const Suggestion& suggestion, const Project& project) {
  bool is_topic = suggestion.kind == SuggestionKind::topic;
  std::string folder =
      is_topic ? std::string(folder_of(ContentKind::topic).folder) : suggestion.proposed;
  std::string title = is_topic ? suggestion.proposed : suggestion.found;
  Remedy remedy;
  remedy.is_new_file = true;
  remedy.path = join_path(project.content, folder + "/" + slugify(title) + ".md");
  bool is_person = folder == folder_of(ContentKind::person).folder;
  remedy.text = std::string(is_person ? "name: " : "title: ") + yaml_quoted(title);
  return remedy;
}

std::string write_new_file(const Remedy& remedy) {
  if (exists(remedy.path)) return "is there already";
  return write_file_atomically(remedy.path, "---\n" + remedy.text + "\n---\n", Replace::no);
}

std::string write_correction(const Suggestion& suggestion, const Remedy& remedy) {
  if (remedy.path.empty())
    return "there is no config.yaml for corrections; one line is enough for it: title: …";
  std::string problem;
  std::optional<EditableFile> file = open_for_edit(remedy.path, problem);
  if (!file) return problem;
  std::optional<std::string> text =
      remedy.in_episode
          ? with_correction_in_episode(file->source, suggestion.found, suggestion.proposed)
          : with_correction_in_config(file->source, suggestion.found, suggestion.proposed);
  if (!text) return "is written in a way that kbgen does not change; paste the line by hand";
  return write_file_atomically(remedy.path, file->bytes_of(*text));
}

std::string write_link(const Suggestion& suggestion) {
  std::string problem;
  std::optional<EditableFile> file = open_for_edit(suggestion.path, problem);
  if (!file) return problem;
  std::string text = file->source.text;
  TextRange range = suggestion.source;
  if (range.end > text.size() ||
      collapse_space(text.substr(range.begin, range.size())) != suggestion.found)
    return "has changed meanwhile";
  text.replace(range.begin, range.size(), suggestion.proposed);
  return write_file_atomically(suggestion.path, file->bytes_of(text));
}

std::string describe(const Suggestion& suggestion) {
  switch (suggestion.kind) {
    case SuggestionKind::error:
      return "'" + suggestion.found + "' is corrected to '" + suggestion.proposed + "'";
    case SuggestionKind::link:
      return "'" + suggestion.found + "' became " + suggestion.proposed;
    default:
      return "a new page for '" + suggestion.found + "'";
  }
}

}  // namespace

Remedy remedy_for(const Suggestion& suggestion, const Site& site, const SourceTree& sources,
                  const Project& project) {
  if (suggestion.kind == SuggestionKind::error)
    return correction_remedy(suggestion, site, sources, project);
  if (suggestion.kind == SuggestionKind::link) {
    Remedy remedy;
    remedy.path = suggestion.path;
    remedy.text = suggestion.proposed;
    return remedy;
  }
  return new_file_remedy(suggestion, project);
}

std::vector<Applied> apply(const std::vector<Suggestion>& chosen, const Site& site,
                           const SourceTree& sources, const Project& project) {
  std::vector<Suggestion> order = chosen;
  // Links come first, in each file from its end to its beginning, so that no edit moves the place
  // of a later one.
  std::ranges::stable_sort(order, [](const Suggestion& a, const Suggestion& b) {
    bool a_link = a.kind == SuggestionKind::link, b_link = b.kind == SuggestionKind::link;
    if (a_link != b_link) return a_link;
    return a_link && a.path == b.path && a.source.begin > b.source.begin;
  });
  std::vector<Applied> applied;
  for (const Suggestion& suggestion : order) {
    Remedy remedy = remedy_for(suggestion, site, sources, project);
    std::string problem = suggestion.kind == SuggestionKind::error
                              ? write_correction(suggestion, remedy)
                          : suggestion.kind == SuggestionKind::link ? write_link(suggestion)
                                                                    : write_new_file(remedy);
    applied.push_back({remedy.path, describe(suggestion), problem});
  }
  return applied;
}

}  // namespace kbgen
