#include "edit/workbench.h"

#include <algorithm>

#include "base/disk.h"
#include "base/text.h"
#include "base/yaml.h"
#include "edit/who_speaks.h"
#include "model/routes.h"
#include "model/spoken.h"
#include "suggest/apply.h"
#include "suggest/declined.h"
#include "suggest/editable_file.h"
#include "suggest/yaml_edit.h"

namespace kbgen {

namespace {

using State = SaveResult::State;

SaveResult refused(std::string problem) {
  SaveResult result;
  result.problem = std::move(problem);
  return result;
}

SaveResult unchanged(SaveResult result) {
  result.state = State::unchanged;
  return result;
}

const Episode* find_episode(const Site& site, std::string_view page) {
  auto has_page = [&](const Episode& episode) { return path_of(site, episode.id) == page; };
  auto found = std::ranges::find_if(site.episodes.rows(), has_page);
  return found == site.episodes.rows().end() ? nullptr : &*found;
}

// A sentence for people: what became what.
std::string describe(const std::vector<WordEdit>& edits, std::string_view text) {
  std::vector<std::string> parts;
  for (const WordEdit& edit : edits) {
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

// What was heard and what was said, if the edits are of words in a row; nothing otherwise.
struct HeardAndSaid {
  std::string heard, said;
};
std::optional<HeardAndSaid> as_rule(const std::vector<WordEdit>& edits, std::string_view text) {
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

}  // namespace

Workbench::Workbench(std::string root, std::string content, TakeLock take_lock)
    : root_(std::move(root)),
      content_(std::move(content)),
      take_lock_(std::move(take_lock)),
      journal_(join_path(root_, ".kbgen/edits")) {}

SaveResult Workbench::save(const Knowledge& known, const SaveRequest& request) {
  const Episode* episode = find_episode(known.site, request.page);
  if (!episode || !episode->spoken) return refused("there is no transcript at this address");
  std::lock_guard guard(mutex_);
  std::string problem;
  std::shared_ptr<void> lock = take_lock_(problem);
  if (!lock) return refused(problem);
  return request.as == SaveAs::words ? save_words(known, *episode, request)
                                     : save_correction(known, *episode, request);
}

namespace {

// What a request asks for, seen in the file as it is now.
struct Understood {
  EpisodeSource source;
  CurrentWords current;
  std::uint32_t paragraph = 0;
  std::vector<WordEdit> edits;
};

// Nothing, and `result` says why, if the request cannot be met.
std::optional<Understood> understand(const Knowledge& known, const Episode& episode,
                                     const SaveRequest& request, SaveResult& result) {
  Understood understood{source_of_words(known, episode), {}, 0, {}};
  result.path = known.project->path_in_root(understood.source.path);
  ReadResult read = try_to_read(understood.source.path);
  if (!read.bytes) {
    result.problem = result.path + (read.problem.empty() ? " is not there any more"
                                                         : " cannot be read: " + read.problem);
    return std::nullopt;
  }
  result.problem = why_not_editable(*read.bytes);
  if (!result.problem.empty()) return std::nullopt;
  auto current = current_words(known, episode, understood.source, std::move(*read.bytes));
  if (!current) {
    result.problem = "there is no transcript in " + result.path + " any more";
    return std::nullopt;
  }
  understood.current = std::move(*current);
  const SpokenText& spoken = understood.current.spoken;
  auto paragraph = find_paragraph(spoken, request.fragment, request.typed.was);
  if (!paragraph) {
    auto theirs = paragraph_of_fragment(spoken, request.fragment);
    result.state = State::conflict;
    result.problem = "somebody else has changed this paragraph meanwhile";
    if (theirs)
      result.theirs = collapse_space(spoken.text_of(spoken.layout.paragraphs[*theirs].text));
    return std::nullopt;
  }
  understood.paragraph = *paragraph;
  understood.edits = edits_of(request.typed, understood.current.file.read.transcript.text,
                              place_in_file(understood.current, *paragraph));
  return understood;
}

}  // namespace

SaveResult Workbench::save_words(const Knowledge& known, const Episode& episode,
                                 const SaveRequest& request) {
  SaveResult result;
  std::optional<Understood> asked = understand(known, episode, request, result);
  if (!asked) return result;
  if (asked->edits.empty()) return unchanged(std::move(result));
  const CurrentWords& current = asked->current;
  std::optional<EditedFile> edited =
      with_edits(current.file, asked->edits, reader_of(known, asked->source), result.problem);
  if (!edited) return result;
  result.what = describe(asked->edits, current.file.read.transcript.text);
  if (auto after = current_words(known, episode, asked->source, edited->bytes))
    result.links = count_touched(known, episode, current, *after, asked->paragraph);
  if (result.links.touched > 0 && !request.may_move_links) {
    result.state = State::moves;
    return result;
  }
  return write(std::move(result), asked->source.path, current.file.bytes, edited->bytes);
}

SaveResult Workbench::save_correction(const Knowledge& known, const Episode& episode,
                                      const SaveRequest& request) {
  SaveResult result;
  std::optional<Understood> asked = understand(known, episode, request, result);
  if (!asked) return result;
  if (asked->edits.empty()) return unchanged(std::move(result));
  auto rule = as_rule(asked->edits, asked->current.file.read.transcript.text);
  if (!rule)
    return refused(
        "a correction is one word or several in a row that become others; save the rest "
        "into the text");
  const bool is_here = request.as == SaveAs::correction_here;
  if (is_here && (!asked->source.episode || asked->source.episode->is_transcript()))
    return refused(
        "this episode is a bare transcript and has no front matter for corrections; "
        "save it as a correction of all episodes");
  if (!is_here && !known.project->config_file) return refused("there is no config.yaml");
  const std::string disk_path =
      is_here ? asked->source.episode->source->path : known.project->config_file->path;
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

// Links may lead anywhere, whatever a path says.
bool Workbench::is_inside(const std::string& disk_path) const {
  std::string place = exists(disk_path) ? disk_path : parent_path(disk_path);
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
  const Episode* episode = find_episode(known.site, request.page);
  if (!episode || !episode->spoken) return refused("there is no transcript at this address");
  const std::string name = collapse_space(request.person);
  if (name.empty()) return refused("nobody is named");
  std::lock_guard guard(mutex_);
  SaveResult result;
  std::shared_ptr<void> lock = take_lock_(result.problem);
  if (!lock) return result;
  SaveRequest nothing_typed{request.page, request.fragment, {request.was, request.was}};
  std::optional<Understood> asked = understand(known, *episode, nothing_typed, result);
  if (!asked) return result;
  const SpokenText& spoken = asked->current.spoken;
  const Speaker* speaker = spoken.speaker_of(asked->paragraph);
  if (!speaker && !spoken.speakers.empty())
    return refused("this paragraph has no label, but others have; write one into the transcript");
  const std::string label = speaker ? speaker->label : "";
  const std::optional<std::string> person = find_person(known.site, name);
  const std::string slug = person.value_or(slugify(name));
  const ContentFile* content = asked->source.episode;
  if (!content) return refused("this episode has no content file");
  result.path = known.project->path_in_root(content->source->path);
  std::optional<EditableFile> file = open_for_edit(content->source->path, result.problem);
  if (!file) return result;
  ContentFile as_it_is = *content;
  as_it_is.source = std::make_shared<const SourceFile>(file->source);
  const bool has_words = asked->source.words == content;
  EpisodeSource source{asked->source.path, &as_it_is, has_words ? &as_it_is : asked->source.words};
  std::optional<std::string> text =
      with_speaker(known, source, asked->current.file.bytes, label, slug);
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
  result.problem = make_folders(parent_path(disk_path));
  if (!result.problem.empty()) return result;
  return write(std::move(result), disk_path, "", "---\nname: " + yaml_quoted(name) + "\n---\n");
}

SaveResult Workbench::accept(const Knowledge& known, const Suggestion& suggestion) {
  std::lock_guard guard(mutex_);
  SaveResult result;
  std::shared_ptr<void> lock = take_lock_(result.problem);
  if (!lock) return result;
  const Project& project = *known.project;
  const std::string disk_path = remedy_for(suggestion, known.site, known.sources, project).path;
  if (disk_path.empty()) return refused("there is no file for this");
  result.path = project.path_in_root(disk_path);
  ReadResult before = try_to_read(disk_path);
  if (!before.bytes && !before.is_absent()) return refused(result.path + ": " + before.problem);
  const Applied applied = apply({suggestion}, known.site, known.sources, project).front();
  result.what = applied.what;
  if (!applied.problem.empty()) return refused(result.path + " " + applied.problem);
  // The edit is in the file already. Should the program end here, it cannot be taken back by a key.
  ReadResult after = try_to_read(disk_path);
  result.problem = journal_.add(
      entry_between(result.path, result.what, before.bytes.value_or(""), after.bytes.value_or("")));
  if (result.problem.empty()) result.state = State::saved;
  return result;
}

SaveResult Workbench::decline(const std::string& name) {
  std::lock_guard guard(mutex_);
  SaveResult result;
  std::shared_ptr<void> lock = take_lock_(result.problem);
  if (!lock) return result;
  const std::string disk_path = join_path(root_, std::string(declined_file));
  result.path = declined_file;
  result.what = "'" + name + "' is not asked again";
  ReadResult before = try_to_read(disk_path);
  if (!before.bytes && !before.is_absent()) return refused(result.path + ": " + before.problem);
  const std::string text = before.bytes.value_or("");
  return write(std::move(result), disk_path, text, with_declined(text, name));
}

SaveResult Workbench::undo() { return step(Step::undo); }
SaveResult Workbench::redo() { return step(Step::redo); }

SaveResult Workbench::step(Step step) {
  const bool is_undo = step == Step::undo;
  std::lock_guard guard(mutex_);
  SaveResult result;
  std::shared_ptr<void> lock = take_lock_(result.problem);
  if (!lock) return result;
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
