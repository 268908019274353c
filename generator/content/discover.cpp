#include "content/discover.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/controls.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/front_matter.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/work.h"
#include "content/file_kinds.h"
#include "content/file_name_facts.h"
#include "content/folder_kinds.h"
#include "formats/documents.h"
#include "formats/other_files.h"
#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"
#include "publish/manifest.h"

namespace kbgen {

namespace {

// Whether a file of a folder that nobody configured is a draft or a part for Jekyll, Hugo and
// others (what begins with '_', but for "_posts" and the like), belongs to a program, or is a page
// that kbgen makes itself.
bool is_of_another_program(const std::string& path) {
  static constexpr std::string_view folders[] = {"node_modules", "vendor", "drafts"};
  std::vector<std::string_view> names = split(path, '/');
  bool is_part = file_name(path).starts_with('_');
  for (std::string_view name : names)
    is_part |= (name.starts_with('_') && !kind_of_folder(name)) ||
               std::ranges::find(folders, name) != std::end(folders);
  bool is_page = names.size() == 1 && is_markdown_file(path);
  return is_part || (is_page && is_own_page(file_stem(path)));
}

// Decides which files below the content folder are not content. The whole project may share one
// folder, so config.yaml, the lock, themes and the output may lie among the content.
class PassedOver {
 public:
  explicit PassedOver(const Project& project)
      : content_(absolute_path(project.content)), is_bare_(project.bare) {
    for (const char* own :
         {"config.yaml", "declined.txt", "permalinks", "permalinks.lock", "themes", "theme"})
      not_content_.push_back(absolute_path(join_path(project.root, own)));
    not_content_.push_back(absolute_path(project.output));
  }

  bool operator()(const std::string& path) const {
    std::string disk_path = content_ + "/" + path;
    return file_stem(path) == "_index" || is_about_the_folder(path) ||
           (is_bare_ && is_of_another_program(path)) ||
           std::ranges::any_of(
               not_content_, [&](const std::string& other) { return is_below(disk_path, other); });
  }

 private:
  std::string content_;
  bool is_bare_;
  std::vector<std::string> not_content_;
};

std::optional<ContentKind> kind_of(const std::string& path) {
  for (const ContentFolder& one : content_folders)
    if (path.starts_with(std::string(one.folder) + "/")) return one.kind;
  return std::nullopt;
}

struct Candidate {
  std::string path;  // below the content folder
  ContentKind kind;
  bool is_guessed = false;  // whether a talk in the file says otherwise
};

// In a folder that nobody configured Markdown may lie in folders that another program names.
bool is_page_of_markdown(const std::string& path, const Project& project) {
  return is_markdown_file(path) || (project.bare && file_extension(path) == ".mdx");
}

// What the folders of a path promise in a folder that nobody configured. Other folders' names than
// those of episodes and people say too little of what is in them.
std::optional<ContentKind> guessed_kind_of(const std::string& path, const Project& project) {
  if (!project.bare || !is_page_of_markdown(path, project)) return std::nullopt;
  std::optional<ContentKind> kind = kind_of_path_of(path);
  bool is_telling = kind == ContentKind::episode || kind == ContentKind::person;
  return is_telling ? kind : std::nullopt;
}

// In a folder without any folder of episodes every file is an episode; beside one, a page.
std::vector<Candidate> candidates_of(const std::vector<std::string>& paths,
                                     const Project& project) {
  bool is_ordered = std::ranges::any_of(paths, [&](const std::string& path) {
    return kind_of(path) || guessed_kind_of(path, project) == ContentKind::episode;
  });
  std::vector<Candidate> candidates;
  for (const std::string& path : paths) {
    ContentKind other = is_ordered ? ContentKind::page : ContentKind::episode;
    // A transcript alone is an episode wherever it lies.
    if (project.bare && may_be_transcript_file(path)) other = ContentKind::episode;
    std::optional<ContentKind> ours = kind_of(path), guessed = guessed_kind_of(path, project);
    candidates.push_back({path, ours.value_or(guessed.value_or(other)), project.bare && !ours});
  }
  return candidates;
}

// Whether somebody talks in a file of Markdown, as far as labels or times tell.
bool holds_talk(const SourceFile& file) {
  std::optional<FrontMatter> front = find_front_matter(file);
  const TranscriptFormat* format = best_fit(front ? front->body.text() : file.text);
  return format && format != find_format("plain");
}

// What became of one file: it is content, a file to copy, or neither if it could not be read.
struct Found {
  std::optional<ContentFile> content;
  std::optional<StaticFile> copied;
};

// Reports a file that should be a text and is a picture, a recording or an archive, as a document
// of Word is that somebody has renamed. In a folder without config.yaml it is only left out.
bool refuse_binary(const std::string& path, std::string_view bytes, bool may_be_transcript,
                   bool is_bare, Diagnostics& diag) {
  std::optional<OtherFile> other =
      document_kind(bytes) && may_be_transcript ? std::nullopt : binary_file(bytes);
  if (!other) return false;
  if (!is_bare)
    diag.error(may_be_transcript ? "no-transcript" : "unreadable-file", path,
               fmt::format("this is {}, and no {}", other->what,
                           may_be_transcript ? "transcript" : "Markdown"),
               may_be_transcript ? other->help : "its name says that it is text: rename it");
  return true;
}

ReadSource read_source(const std::string& path, bool may_be_transcript, bool is_bare,
                       Diagnostics& diag) {
  ReadSource read{settled_stamp_of(path), may_be_transcript, nullptr, nullptr};
  std::optional<std::string> bytes = read_file(path, diag);
  read.is_readable = bytes.has_value();
  if (!bytes) return read;
  if (refuse_binary(path, *bytes, may_be_transcript, is_bare, diag)) return read;
  bool is_document = may_be_transcript && document_kind(*bytes);
  Diagnostics dropped;  // a document that is no transcript is copied like any other file
  std::optional<SourceFile> decoded =
      is_document ? decode_transcript(path, *bytes, dropped) : decode_source(path, *bytes, diag);
  if (!decoded) return read;
  SourceFile file = std::move(*decoded);
  if (may_be_transcript) read.format = best_fit(file.text);
  if (!may_be_transcript || read.format)
    read.source = std::make_shared<const SourceFile>(std::move(file));
  return read;
}

Found read_candidate(const Candidate& candidate, const Project& project, SourceMemo& memo,
                     Diagnostics& diag) {
  std::string disk_path = join_path(project.content, candidate.path);
  StaticFile copied{candidate.path, disk_path};
  bool transcript =
      candidate.kind == ContentKind::episode && may_be_transcript_file(candidate.path);
  bool is_page = is_page_of_markdown(candidate.path, project);
  if (!is_page && !transcript) return {std::nullopt, copied};

  auto is_unchanged = [&](const ReadSource& before) {
    return before.stamp && before.stamp == stamp_of(disk_path) &&
           before.may_be_transcript == transcript;
  };
  std::shared_ptr<const ReadSource> read = memo.get(
      disk_path, diag, is_unchanged,
      [&](Diagnostics& mine) { return read_source(disk_path, transcript, project.bare, mine); });
  if (!read->is_readable) return {};
  if (!read->source) return {std::nullopt, copied};
  std::string name = project.bare ? telling_name(candidate.path) : file_stem(candidate.path);
  bool is_talk = is_page && candidate.is_guessed && holds_talk(*read->source);
  ContentFile file{is_talk ? ContentKind::episode : candidate.kind, std::move(name), read->source,
                   read->format};
  return {std::move(file), std::nullopt};
}

// Reports `odd-file-name` for a name that cannot be used: a line break in it would break every list
// that it is written into, and bytes that are not UTF-8 every page.
bool refuse_name(const std::string& path, const Project& project, Diagnostics& diag) {
  if (is_plain_name(path)) return false;
  diag.error("odd-file-name", visible(join_path(project.content, path)),
             "the name of this file has a control character in it, or is not UTF-8",
             "rename it; the characters are shown here as \\n or \\xff");
  return true;
}

// Makes slugs unique in a folder without config.yaml, whose files were not named with slugs in
// mind: files of the same name in different folders get slugs that begin with their folders.
void tell_apart(std::deque<ContentFile>& files, const std::string& content) {
  std::map<std::string, int> uses;
  for (const ContentFile& file : files) ++uses[file.slug];
  for (ContentFile& file : files) {
    if (uses[file.slug] == 1) continue;
    std::string path = relative_path(file.source->path, content);
    file.slug = slugify(path.substr(0, path.size() - file_extension(path).size()));
  }
}

// "a.txt, b.txt …": at most five names.
std::string list_of(std::vector<std::string> names) {
  constexpr std::size_t most = 5;
  bool are_more = names.size() > most;
  if (are_more) names.resize(most);
  return join(names, ", ") + (are_more ? " …" : "");
}

// How much a transcript tells: who speaks, and when. Of two that tell as much the one in the form
// that loses least counts.
std::size_t richness(const ContentFile& file) {
  static constexpr std::string_view poorest_first[] = {".txt", ".tsv", ".srt", ".vtt", ".json"};
  Diagnostics ignored;
  Transcript transcript = parse_transcript(*file.source, *file.format, ignored);
  bool has_times =
      std::ranges::any_of(transcript.cues, [](const Cue& cue) { return cue.start.has_value(); });
  auto form = std::ranges::find(poorest_first, file_extension(file.source->path));
  auto rank = form == std::end(poorest_first) ? 0 : form - std::begin(poorest_first);
  return (transcript.speakers.size() > 1 ? 200U : 0U) + (has_times ? 100U : 0U) +
         static_cast<std::size_t>(rank);
}

// Passes over transcripts that lie beside a richer one of the same name, as Whisper leaves
// talk.json, talk.srt, talk.txt and talk.vtt: they are one recording. Reports them in one
// `passed-over`.
void pass_over_copies(std::deque<ContentFile>& files, const std::string& content,
                      Diagnostics& diag) {
  std::map<std::string, std::vector<const ContentFile*>> of_recording;
  for (const ContentFile& file : files) {
    const std::string& path = file.source->path;
    if (file.is_transcript())
      of_recording[path.substr(0, path.size() - file_extension(path).size())].push_back(&file);
  }
  std::set<const ContentFile*> copies;
  std::vector<std::string> names;
  for (const auto& [stem, forms] : of_recording) {
    if (forms.size() < 2) continue;
    const ContentFile* best = *std::ranges::max_element(
        forms, {}, [](const ContentFile* file) { return richness(*file); });
    for (const ContentFile* file : forms) {
      if (file == best) continue;
      copies.insert(file);
      names.push_back(relative_path(file->source->path, content));
    }
  }
  if (copies.empty()) return;
  std::deque<ContentFile> kept;
  for (ContentFile& file : files)
    if (!copies.contains(&file)) kept.push_back(std::move(file));
  files = std::move(kept);
  std::size_t count = names.size();
  diag.warning("passed-over", content,
               count == 1 ? "a file is another form of a recording beside it: " + list_of(names)
                          : fmt::format("{} files are other forms of recordings beside them: {}",
                                        count, list_of(names)),
               "of each recording the form that tells most is read; delete the others");
}

// Takes sites that kbgen made out of the files, as a build leaves them that ran in the content
// folder. Reports each as `passed-over`.
void pass_over_sites(std::vector<std::string>& paths, const std::string& content,
                     Diagnostics& diag) {
  std::vector<std::string> sites;
  for (const std::string& path : paths)
    if (std::string folder = parent_path(path);
        file_name(path) == "index.html" &&
        file_size(join_path(join_path(content, folder), std::string(manifest_file))))
      sites.push_back(folder);
  for (const std::string& site : sites) {
    std::erase_if(paths, [&](const std::string& path) { return is_below(path, site); });
    diag.warning("passed-over", join_path(content, site), "this is a site that kbgen made",
                 "delete it, or move it out of the content folder");
  }
}

// Takes files that are neither content nor media out of the files to copy: of a folder that nobody
// configured, scripts and data would be published that nobody meant to. Reports them in one
// `left-out`.
void leave_out(std::vector<StaticFile>& files, const std::string& content, Diagnostics& diag) {
  std::vector<std::string> names;
  std::erase_if(files, [&](const StaticFile& file) {
    if (is_medium(file.output_path)) return false;
    names.push_back(file.output_path);
    return true;
  });
  if (names.empty()) return;
  std::size_t count = names.size();
  std::string list = list_of(names);
  diag.warning("left-out", content,
               count == 1 ? "a file here is no transcript and was left out: " + list
                          : fmt::format("{} files here are no transcripts and were left out: {}",
                                        count, list),
               "`kbgen transcript FILE` says what a file seems to be");
}

}  // namespace

const ContentFile* SourceTree::find(std::string_view path) const {
  auto path_of = [](const ContentFile& file) -> std::string_view { return file.source->path; };
  auto found = std::ranges::lower_bound(files, path, {}, path_of);
  return found != files.end() && path_of(*found) == path ? &*found : nullptr;
}

SourceTree discover(const Project& project, SourceMemo& memo, Diagnostics& diag) {
  StageTimer timer(diag.work(), "discover");
  if (!is_directory(project.content)) {
    diag.error("missing-file", project.content, "there is no such folder",
               "`content:` in config.yaml says where the content is");
    return {};
  }
  std::vector<std::string> paths = list_files(project.content, diag);
  std::erase_if(paths, PassedOver(project));
  std::erase_if(paths, [&](const std::string& path) { return refuse_name(path, project, diag); });
  pass_over_sites(paths, project.content, diag);
  std::vector<Candidate> candidates = candidates_of(paths, project);

  SourceTree tree;
  for (Found& found :
       parallel_map(candidates, diag, [&](const Candidate&candidate, Diagnostics&mine) {
         return read_candidate(candidate, project, memo, mine);
       })) {
    if (found.content) tree.files.push_back(std::move(*found.content));
    if (found.copied) tree.static_files.push_back(std::move(*found.copied));
  }
  memo.sweep();
  pass_over_copies(tree.files, project.content, diag);
  if (project.bare && tree.files.empty())
    diag.error("nothing-found", project.content, "there is no transcript in this folder",
               "transcripts are text, WebVTT, SubRip or JSON; `kbgen import` takes in the site of "
               "another program, `kbgen init` starts a folder with an example of everything");
  if (project.bare) {
    leave_out(tree.static_files, project.content, diag);
    tell_apart(tree.files, project.content);
  }
  return tree;
}

}  // namespace kbgen
