#include "start/page_transcript.h"

#include <algorithm>

#include "base/disk.h"
#include "base/text.h"
#include "content/file_name_facts.h"
#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"
#include "start/generator_paths.h"

namespace kbgen {

namespace {

// The value of the front matter that names a file; null if none does.
const Yaml* name_of_file(const Yaml& keys) {
  const Yaml* named = keys.find("transcript");
  const Yaml* file = named ? named->find("file") : nullptr;
  return file ? file : named && named->is_scalar() ? named : nullptr;
}

std::optional<SourceFile> decoded(const std::string& path) {
  ReadResult read = try_to_read(path);
  Diagnostics of_build;
  return read.bytes ? decode_transcript(path, *read.bytes, of_build) : std::nullopt;
}

// What a recording is called by the name of its transcript.
std::string name_of_recording(const std::string& path) {
  std::string name = slugify(telling_name(path));
  for (std::string_view ending :
       {"-en", "-transcript", "-transcription", "-captions", "-subtitles"})
    if (name.ends_with(ending)) name.erase(name.size() - ending.size());
  return name;
}

std::string name_of_page(const ForeignPage& page) { return slugify(page.name); }

std::string transcript_beside(const ForeignPage& page, const ForeignSite& site,
                              const TranscriptFiles& transcripts) {
  std::string stem = without_extension(page.path);
  std::vector<std::string> others = transcripts.called_like(page);
  for (const char* extension : {".vtt", ".srt", ".json", ".txt"}) {
    std::vector<std::string> paths;
    if (transcripts.has(stem + extension)) paths.push_back(stem + extension);
    for (const std::string& other : others)
      if (other.ends_with(extension)) paths.push_back(other);
    for (const std::string& path : paths) {
      std::optional<SourceFile> file = decoded(join_path(site.folder, path));
      if (file && best_fit(file->text)) return path;
    }
  }
  return "";
}

}  // namespace

TranscriptFiles::TranscriptFiles(const ForeignSite& site)
    : paths_(site.transcripts.begin(), site.transcripts.end()) {
  std::set<std::string> pages;
  for (const ForeignPage& page : site.pages) {
    pages.insert(without_extension(page.path));
    // Somebody's page has no transcript of its own.
    if (page.kind != ContentKind::person) ++pages_of_name_[name_of_page(page)];
  }
  for (const std::string& path : site.transcripts)
    if (!pages.contains(without_extension(path))) by_name_[name_of_recording(path)].push_back(path);
}

std::vector<std::string> TranscriptFiles::called_like(const ForeignPage& page) const {
  std::string name = name_of_page(page);
  auto files = by_name_.find(name), none = by_name_.end();
  auto pages = pages_of_name_.find(name);
  bool is_only_one = pages != pages_of_name_.end() && pages->second == 1;
  if (files == none || !is_only_one) return {};
  std::string first = without_extension(files->second.front());
  bool is_one_recording = std::ranges::all_of(
      files->second, [&](const std::string& path) { return without_extension(path) == first; });
  return is_one_recording ? files->second : std::vector<std::string>();
}

std::string transcript_named_by(const AdoptedPage& adopted, const ForeignSite& site) {
  const Yaml* name = name_of_file(adopted.keys);
  if (!name) return "";
  std::string path = name->text.starts_with('/')
                         ? join_path(site.media, name->text.substr(1))
                         : join_path(parent_path(adopted.page->path), name->text);
  std::string file = normalize_path(path);
  bool is_inside =
      is_below(file, ".") && is_really_below(join_path(site.folder, file), site.folder);
  return is_inside ? file : "";
}

std::string transcript_file_of(const AdoptedPage& adopted, const ForeignSite& site,
                               const TranscriptFiles& transcripts) {
  if (name_of_file(adopted.keys)) return transcript_named_by(adopted, site);
  bool is_in_page =
      adopted.speech || adopted.transcript_begin > 0 || adopted.keys.find("transcript");
  return is_in_page ? "" : transcript_beside(*adopted.page, site, transcripts);
}

std::optional<Transcript> read_transcript_of(const AdoptedPage& adopted, const std::string& file,
                                             const ForeignSite& site) {
  bool is_in_page = adopted.speech || adopted.transcript_begin > 0;
  std::optional<SourceFile> text;
  if (!file.empty())
    text = decoded(join_path(site.folder, file));
  else if (is_in_page)
    text = SourceFile{adopted.page->path, adopted.page->body.substr(adopted.transcript_begin)};
  const TranscriptFormat* format = file.empty() ? adopted.speech : nullptr;
  if (text && !format) format = recognize_format(text->text);
  Diagnostics of_build;
  return text && format ? std::optional(parse_transcript(*text, *format, of_build)) : std::nullopt;
}

}  // namespace kbgen
