#include "edit/episode_source.h"

#include <algorithm>

#include "base/disk.h"
#include "base/encoding.h"
#include "content/parse.h"
#include "formats/documents.h"
#include "formats/transcript_formats.h"

namespace kbgen {

namespace {

// A path below the project's root as it is on the disk.
std::string disk_path(const Knowledge& known, const std::string& path) {
  std::string below_root = join_path(known.project->root, path);
  return exists(below_root) || !exists(path) ? below_root : path;
}

const ContentFile* find_file(const Knowledge& known, const std::string& path) {
  const ContentFile* file = known.sources.find(join_path(known.project->root, path));
  return file ? file : known.sources.find(path);
}

ContentFile with_text(const ContentFile& file, SourceFile text) {
  ContentFile changed = file;
  if (file.is_transcript()) changed.format = best_fit(text.text);
  changed.source = std::make_shared<const SourceFile>(std::move(text));
  return changed;
}

}  // namespace

EpisodeSource source_of_words(const Knowledge& known, const Episode& episode) {
  const std::string& path = episode.spoken->source_path;
  const ContentFile* words = find_file(known, path);
  return {words ? words->source->path : disk_path(known, path),
          find_file(known, episode.origin.path), words};
}

EpisodeVersion read_version(const Knowledge& known, const EpisodeSource& source,
                            std::string_view bytes) {
  EpisodeVersion version;
  Diagnostics diag;
  if (!source.episode) return version;
  // The record depends on its content file and on that of its words alone.
  SourceTree tree;
  SourceFile text = decode_source(source.path, bytes, diag);
  ContentFile words{ContentKind::episode, source.episode->slug, nullptr, nullptr};
  words.format = source.words ? nullptr : recognize_format(text.text);
  if (source.words) words = *source.words;
  if (source.words != source.episode) tree.files.push_back(*source.episode);
  tree.files.push_back(with_text(words, std::move(text)));
  std::ranges::sort(tree.files, {}, [](const ContentFile& file) { return file.source->path; });

  ParseMemo memo(Memory::none);
  Records records = parse(tree, *known.project, memo, diag);
  for (EpisodeRecord& record : records.episodes)
    if (record.transcript && record.transcript_path == source.path)
      version.record = std::move(record);
  version.errors = static_cast<std::size_t>(
      std::ranges::count(diag.all(), Severity::error, &Diagnostic::severity));
  return version;
}

std::string why_not_editable(std::string_view bytes) {
  if (document_kind(bytes))
    return "this file is a document of an office program or a web page; save it as text, and it "
           "can be edited here";
  Diagnostics diag;
  SourceFile file = decode_source("", bytes, diag);
  bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  bool is_other = is_utf16 || std::ranges::any_of(diag.all(), [](const Diagnostic& report) {
                    return report.code == "not-utf8";
                  });
  return is_other ? "this file is not UTF-8; save it as UTF-8, and it can be edited here" : "";
}

}  // namespace kbgen
