#include "edit/workbench.h"

#include <algorithm>

#include "base/disk.h"
#include "base/text.h"
#include "base/yaml.h"
#include "edit/who_speaks.h"
#include "suggest/apply.h"
#include "suggest/declined.h"
#include "suggest/editable_file.h"
#include "suggest/yaml_edit.h"

namespace kbgen {

using State = SaveResult::State;

static SaveResult unchanged(SaveResult result) {
  result.state = State::unchanged;
  return result;
}

Workbench::Workbench(std::string root, std::string content, TakeLock take_lock)
    : root_(std::move(root)),
      content_(std::move(content)),
      take_lock_(std::move(take_lock)),
      journal_(join_path(root_, ".kbgen/edits")) {}

template <class Act>
SaveResult Workbench::alone(const Act& act) {
  std::lock_guard guard(mutex_);
  SaveResult result;
  std::shared_ptr<void> lock = take_lock_(result.problem);
  return lock ? act(std::move(result)) : result;
}

SaveResult Workbench::save(const Knowledge& known, const SaveRequest& request) {
  const Episode* episode = find_transcribed(known.site, request.page);
  if (!episode) return refused("there is no transcript at this address");
  return alone([&](SaveResult result) {
    std::optional<LocatedEdit> edit = locate_edit(known, *episode, request, result);
    if (!edit) return result;
    if (edit->edits.empty()) return unchanged(std::move(result));
    return request.as == SaveAs::words
               ? save_words(known, *episode, *edit, request, std::move(result))
               : save_correction(known, *edit, request.as, std::move(result));
  });
}

SaveResult Workbench::save_words(const Knowledge& known, const Episode& episode,
                                 const LocatedEdit& edit, const SaveRequest& request,
                                 SaveResult result) {
  const CurrentWords& current = edit.current;
  std::optional<EditedFile> edited =
      with_edits(current.file, edit.edits, reader_of(known, edit.source), result.problem);
  if (!edited) return result;
  result.what = describe(edit);
  if (auto after = current_words(known, episode, edit.source, edited->bytes))
    result.links = count_touched(known, episode, current, *after, edit.paragraph);
  if (result.links.touched > 0 && !request.may_move_links) {
    result.state = State::moves;
    return result;
  }
  return write(std::move(result), edit.source.path, current.file.bytes, edited->bytes);
}

SaveResult Workbench::save_correction(const Knowledge& known, const LocatedEdit& edit, SaveAs as,
                                      SaveResult result) {
  std::optional<HeardAndSaid> rule = as_rule(edit);
  if (!rule)
    return refused(
        "a correction is one word or several in a row that become others; save the rest "
        "into the text");
  const bool is_here = as == SaveAs::correction_here;
  const ContentFile* episode = edit.source.episode;
  if (is_here && (!episode || episode->is_transcript()))
    return refused(
        "this episode is a bare transcript and has no front matter for corrections; "
        "save it as a correction of all episodes");
  if (!is_here && !known.project->config_file) return refused("there is no config.yaml");
  const std::string disk_path = is_here ? episode->source->path : known.project->config_file->path;
  result.path = known.project->path_in_root(disk_path);
  std::optional<EditableFile> file = open_for_edit(disk_path, result.problem);
  if (!file) return result;
  auto text = is_here ? with_correction_in_episode(file->source, rule->heard, rule->said)
                      : with_correction_in_config(file->source, rule->heard, rule->said);
  if (!text)
    return refused(result.path + " corrects '" + rule->heard +
                   "' already, or is written in a way that kbgen does not change");
  result.what = "'" + rule->heard + "' is corrected to '" + rule->said + "'" +
                (is_here ? " in this episode" : " in all episodes");
  return write(std::move(result), disk_path, file->bytes_of(file->source.text),
               file->bytes_of(*text));
}

// Links may lead anywhere, whatever a path says. Folders that are missing are made where they are.
bool Workbench::is_inside(const std::string& disk_path) const {
  std::string place = disk_path;
  while (!place.empty() && !exists(place)) place = parent_path(place);
  if (place.empty()) place = ".";
  return is_really_below(place, root_) || is_really_below(place, content_);
}

// A file of which nothing is left was made by the edit that is taken back.
static std::string write_or_remove(const std::string& disk_path, const std::string& bytes) {
  return bytes.empty() ? remove_file(disk_path) : write_file_atomically(disk_path, bytes);
}

SaveResult Workbench::write(SaveResult result, const std::string& disk_path,
                            const std::string& before, const std::string& after) {
  if (!is_inside(disk_path)) return refused(result.path + " lies outside of this project");
  result.problem = journal_.add(entry_between(result.path, result.what, before, after));
  if (result.problem.empty()) result.problem = write_or_remove(disk_path, after);
  result.state = result.problem.empty() ? State::saved : State::refused;
  return result;
}

SaveResult Workbench::name_speaker(const Knowledge& known, const SpeakerRequest& request) {
  const Episode* episode = find_transcribed(known.site, request.page);
  if (!episode) return refused("there is no transcript at this address");
  const std::string name = collapse_space(request.person);
  if (name.empty()) return refused("nobody is named");
  return alone([&](SaveResult result) {
    SaveRequest nothing_typed{request.page, request.fragment, {request.was, request.was}};
    std::optional<LocatedEdit> edit = locate_edit(known, *episode, nothing_typed, result);
    return edit ? give_speaker(known, *edit, name, std::move(result)) : result;
  });
}

SaveResult Workbench::give_speaker(const Knowledge& known, const LocatedEdit& edit,
                                   const std::string& name, SaveResult result) {
  const SpokenText& spoken = edit.current.spoken;
  const Speaker* speaker = spoken.speaker_of(edit.paragraph);
  if (!speaker && !spoken.speakers.empty())
    return refused("this paragraph has no label, but others have; write one into the transcript");
  const std::string label = speaker ? speaker->label : "";
  const std::optional<std::string> person = find_person(known.site, name);
  const std::string slug = person.value_or(slugify(name));
  const ContentFile* content = edit.source.episode;
  if (!content) return refused("this episode has no content file");
  result.path = known.project->path_in_root(content->source->path);
  std::optional<EditableFile> file = open_for_edit(content->source->path, result.problem);
  if (!file) return result;
  ContentFile as_it_is = *content;
  as_it_is.source = std::make_shared<const SourceFile>(file->source);
  const bool has_words = edit.source.words == content;
  EpisodeSource source{edit.source.path, &as_it_is, has_words ? &as_it_is : edit.source.words};
  std::optional<std::string> text =
      with_speaker(known, source, edit.current.file.bytes, label, slug);
  if (!text)
    return refused(result.path + " is written in a way in which kbgen cannot say who speaks");
  if (!person) {
    result = add_person(known, name, slug);
    if (result.state != State::saved) return result;
    result.path = known.project->path_in_root(content->source->path);
  }
  result.what = (label.empty() ? "all that has no label" : "'" + label + "'") + " is " + name;
  return write(std::move(result), content->source->path, file->bytes_of(file->source.text),
               file->bytes_of(*text));
}

SaveResult Workbench::add_person(const Knowledge& known, const std::string& name,
                                 const std::string& slug) {
  SaveResult result;
  const std::string disk_path =
      join_path(known.project->content,
                std::string(folder_of(ContentKind::person).folder) + "/" + slug + ".md");
  result.path = known.project->path_in_root(disk_path);
  result.what = "a new page for '" + name + "'";
  if (exists(disk_path)) return refused(result.path + " is there already");
  return write(std::move(result), disk_path, "", "---\nname: " + yaml_quoted(name) + "\n---\n");
}

SaveResult Workbench::accept(const Knowledge& known, const Suggestion& suggestion) {
  const Project& project = *known.project;
  return alone([&](SaveResult result) {
    const FileEdit edit = edit_for(suggestion, known.site, known.sources, project);
    if (edit.path.empty()) return refused("there is no file for this");
    result.path = project.path_in_root(edit.path);
    result.what = edit.what;
    if (!edit.problem.empty()) return refused(result.path + " " + edit.problem);
    return write(std::move(result), edit.path, edit.before, edit.after);
  });
}

SaveResult Workbench::decline(const std::string& name) {
  return alone([&](SaveResult result) {
    const std::string disk_path = join_path(root_, std::string(declined_file));
    result.path = declined_file;
    result.what = "'" + name + "' is not asked again";
    ReadResult before = try_to_read(disk_path);
    if (!before.bytes && !before.is_absent()) return refused(result.path + ": " + before.problem);
    const std::string text = before.bytes.value_or("");
    return write(std::move(result), disk_path, text, with_declined(text, name));
  });
}

SaveResult Workbench::undo() {
  return alone([&](SaveResult) { return step(Step::undo); });
}

SaveResult Workbench::redo() {
  return alone([&](SaveResult) { return step(Step::redo); });
}

SaveResult Workbench::step(Step step) {
  const bool is_undo = step == Step::undo;
  SaveResult result;
  std::vector<JournalEntry> entries = journal_.entries(result.problem);
  if (!result.problem.empty()) return result;
  auto first_undone = std::ranges::find(entries, true, &JournalEntry::is_undone);
  if (first_undone == (is_undo ? entries.begin() : entries.end())) {
    result.state = State::unchanged;
    return result;
  }
  const JournalEntry& entry = is_undo ? *(first_undone - 1) : *first_undone;
  result.path = entry.path;
  result.what = entry.what;
  const std::string disk_path = join_path(root_, entry.path);
  ReadResult read = try_to_read(disk_path);
  if (!read.bytes && !read.is_absent()) return refused(entry.path + ": " + read.problem);
  const std::string bytes = read.bytes.value_or("");
  auto wanted = is_undo ? without_edit(entry, bytes) : with_edit(entry, bytes);
  auto opposite = is_undo ? with_edit(entry, bytes) : without_edit(entry, bytes);
  // If the program was killed between the journal and the file, the file is in this state already.
  if (!wanted && !opposite)
    return refused(entry.path +
                   " was changed at this place meanwhile, so this stays as it is: " + entry.what);
  if (!is_inside(disk_path)) return refused(entry.path + " lies outside of this project");
  if (wanted) result.problem = write_or_remove(disk_path, *wanted);
  if (result.problem.empty())
    result.problem = is_undo ? journal_.note_undo() : journal_.note_redo();
  if (result.problem.empty()) result.state = State::saved;
  return result;
}

}  // namespace kbgen
