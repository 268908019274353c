#include "start/page_transcript.h"

#include "base/disk.h"
#include "base/text.h"
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

std::string transcript_beside(const ForeignPage& page, const ForeignSite& site,
                              const std::set<std::string_view>& transcripts) {
  std::string stem = without_extension(page.path);
  for (const char* extension : {".vtt", ".srt", ".json", ".txt"}) {
    std::string path = stem + extension;
    if (!transcripts.contains(path)) continue;
    std::optional<SourceFile> file = decoded(join_path(site.folder, path));
    if (file && best_fit(file->text)) return path;
  }
  return "";
}

}  // namespace

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
                               const std::set<std::string_view>& transcripts) {
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
