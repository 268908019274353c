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

// Each sets what a file says before and after the edit, or the problem.
void make_file(const Remedy& remedy, FileEdit& edit) {
  edit.is_new = true;
  edit.after = "---\n" + remedy.text + "\n---\n";
  if (exists(remedy.path)) edit.problem = "is there already";
}

void add_correction(const Suggestion& suggestion, const Remedy& remedy, FileEdit& edit) {
  if (remedy.path.empty()) {
    edit.problem = "there is no config.yaml for corrections; one line is enough for it: title: …";
    return;
  }
  std::optional<EditableFile> file = open_for_edit(remedy.path, edit.problem);
  if (!file) return;
  std::optional<std::string> text =
      remedy.in_episode
          ? with_correction_in_episode(file->source, suggestion.found, suggestion.proposed)
          : with_correction_in_config(file->source, suggestion.found, suggestion.proposed);
  edit.before = file->bytes_of(file->source.text);
  if (text) edit.after = file->bytes_of(*text);
  if (!text)
    edit.problem = "is written in a way that kbgen does not change; paste the line by hand";
}

void make_link(const Suggestion& suggestion, FileEdit& edit) {
  std::optional<EditableFile> file = open_for_edit(suggestion.path, edit.problem);
  if (!file) return;
  std::string text = file->source.text;
  edit.before = file->bytes_of(text);
  TextRange range = suggestion.source;
  if (range.end > text.size() ||
      collapse_space(text.substr(range.begin, range.size())) != suggestion.found) {
    edit.problem = "has changed meanwhile";
    return;
  }
  text.replace(range.begin, range.size(), suggestion.proposed);
  edit.after = file->bytes_of(text);
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

FileEdit edit_for(const Suggestion& suggestion, const Site& site, const SourceTree& sources,
                  const Project& project) {
  const Remedy remedy = remedy_for(suggestion, site, sources, project);
  FileEdit edit;
  edit.path = remedy.path;
  edit.what = describe(suggestion);
  if (suggestion.kind == SuggestionKind::error)
    add_correction(suggestion, remedy, edit);
  else if (suggestion.kind == SuggestionKind::link)
    make_link(suggestion, edit);
  else
    make_file(remedy, edit);
  return edit;
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
    FileEdit edit = edit_for(suggestion, site, sources, project);
    if (edit.problem.empty())
      edit.problem =
          write_file_atomically(edit.path, edit.after, edit.is_new ? Replace::no : Replace::yes);
    applied.push_back({edit.path, edit.what, edit.problem});
  }
  return applied;
}

}  // namespace kbgen
