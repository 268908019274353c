// Reads content/episodes/<slug>.md: front matter and show notes, with the transcript in a file of
// its own, in the body, or in the front matter. An episode may also be a bare transcript.

#include <algorithm>

#include "base/ascii.h"
#include "base/controls.h"
#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/front_matter.h"
#include "base/markdown_limits.h"
#include "base/text.h"
#include "content/fields.h"
#include "content/file_kinds.h"
#include "content/file_name_facts.h"
#include "content/record_source.h"
#include "content/youtube_ids.h"
#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"

namespace kbgen {

namespace {

std::optional<Audio> read_audio(Fields& episode, Diagnostics& diag) {
  const Yaml* value = episode.any("audio");
  if (!value) return std::nullopt;
  Audio audio;
  if (value->is_scalar()) {
    audio.url = episode.url("audio");
    audio.place = value->span;
    return audio;
  }
  Fields fields(episode.map("audio"), diag);
  audio.url = fields.url("url");
  audio.place = fields.span("url");
  audio.type = fields.text("type");
  audio.length = fields.large_number("length").value_or(0);
  audio.duration = fields.time("duration");
  audio.duration_place = fields.span("duration");
  fields.reject_unknown();
  if (value->is_map() && !value->find("url"))
    diag.error("missing-key", value->span, "this audio has no 'url'");
  if (audio.url.empty()) return std::nullopt;
  return audio;
}

std::optional<Video> read_video(Fields& episode, Diagnostics& diag) {
  const Yaml* value = episode.any("video");
  if (!value) return std::nullopt;
  if (value->is_scalar()) {
    std::string id = youtube_id_of(value->text);
    if (id.empty() && is_youtube_id(value->text)) id = value->text;
    Video video{id, id.empty() ? episode.url("video") : "", value->span};
    return video.youtube.empty() && video.url.empty() ? std::nullopt : std::optional(video);
  }
  if (!episode.map("video", "{youtube: dQw4w9WgXcQ} or {url: \"https://…\"}")) return std::nullopt;
  Fields fields(value, diag);
  Reference youtube = fields.reference("youtube");
  Video video{youtube.name, fields.url("url"), fields.span("url")};
  fields.reject_unknown();
  if (!youtube.name.empty() && !is_youtube_id(youtube.name)) {
    diag.error("bad-video", youtube.span, "'" + youtube.name + "' is not the id of a YouTube video",
               "the id is the eleven letters and digits behind 'v=' in its address");
    return std::nullopt;
  }
  return video;
}

std::vector<ChapterRecord> read_chapters(const Yaml* list, Diagnostics& diag) {
  std::vector<ChapterRecord> chapters;
  if (!list) return chapters;
  for (const Yaml& item : list->items) {
    Fields fields(item.is_map() ? &item : nullptr, diag);
    std::optional<Timecode> start = fields.time("start");
    std::string title = fields.text("title");
    bool complete = item.is_map() && item.find("start") && !title.empty();
    if (!complete)
      diag.error("missing-key", item.span, "a chapter needs 'start' and 'title'",
                 "- {start: \"4:51\", title: \"…\"}");
    fields.reject_unknown();
    if (start && complete) chapters.push_back({*start, std::move(title), item.span});
  }
  return chapters;
}

// Reads `offset:` in milliseconds: "-12" makes all times 12 seconds earlier, "+0:05" or "5" makes
// them 5 seconds later.
std::int64_t read_offset(Fields& fields, Diagnostics& diag) {
  Reference offset = fields.reference("offset");
  if (offset.name.empty()) return 0;
  std::string_view digits = offset.name;
  bool back = digits.starts_with('-');
  if (back || digits.starts_with('+')) digits.remove_prefix(1);
  std::optional<Timecode> time = parse_timecode(digits);
  if (!time) {
    diag.error("bad-time", offset.span, "'" + offset.name + "' is not a time",
               "write it as 12, -0:12 or 1:02:03");
    return 0;
  }
  return back ? -time->ms : time->ms;
}

TranscriptSettings read_transcript_settings(Fields& episode, Diagnostics& diag) {
  TranscriptSettings settings;
  const Yaml* value = episode.any("transcript");
  if (!value) return settings;
  if (value->is_list()) {
    settings.in_front_matter = true;
    return settings;
  }
  if (value->is_scalar()) {
    settings.file = episode.reference("transcript");
    return settings;
  }
  Fields fields(value, diag);
  settings.file = fields.reference("file");
  settings.format = fields.reference("format");
  settings.speaker = fields.reference("speaker");
  if (const Yaml* speakers = fields.map("speakers"))
    for (const YamlMember& member : speakers->members) {
      if (!member.value.is_scalar())
        diag.error("wrong-type", member.value.span, "'" + member.key + "' must be one guest",
                   "Speaker 1: ada-lovelace");
      else
        settings.speakers.push_back(
            {{member.key, member.key_span}, {member.value.text, member.value.span}});
    }
  settings.corrections = fields.corrections("corrections");
  settings.offset_ms = read_offset(fields, diag);
  if (fields.any("restore_punctuation"))
    settings.restore_punctuation = fields.flag("restore_punctuation", true);
  fields.reject_unknown();
  return settings;
}

// The format that the author names; null if none is named. Reports `unknown-format`.
const TranscriptFormat* wanted_format(const Reference& wanted, Diagnostics& diag) {
  if (wanted.name.empty()) return nullptr;
  if (const TranscriptFormat* format = find_format(wanted.name)) return format;
  std::vector<std::string> names;
  for (const TranscriptFormat* format : transcript_formats()) names.emplace_back(format->name);
  std::string help = did_you_mean(wanted.name, names);
  diag.error("unknown-format", wanted.span, "there is no transcript format '" + wanted.name + "'",
             help.empty() ? "known: " + join(names, ", ") : help);
  return nullptr;
}

// Whether a file really lies in the project: a symbolic link may lead anywhere, whatever its own
// path says.
bool stays_inside(const std::string& path, const Project& project) {
  std::string real = real_path(path);
  return is_below(real, real_path(project.root)) || is_below(real, real_path(project.content));
}

// The path of the transcript that front matter names. It must lie below the folder of config.yaml
// (else `path-outside`), so that content from others cannot publish private files around it.
// Reports `odd-file-name` and `missing-file`, too.
std::optional<std::string> transcript_path(const EpisodeRecord& episode, const RecordSource& source,
                                           Diagnostics& diag) {
  const Reference& file = episode.transcript_settings.file;
  std::string path = join_path(parent_path(source.file.source->path), file.name);
  bool inside = !file.name.starts_with('/') && is_below(source.project.path_in_root(path), ".");
  if (!inside || (source.finds(path) && !stays_inside(path, source.project))) {
    diag.error("path-outside", file.span,
               "'" + file.name + "' leads out of the folder of config.yaml");
    return std::nullopt;
  }
  if (!is_plain_name(path)) {
    diag.error("odd-file-name", file.span, "the name of this file has a control character in it",
               "rename the file");
    return std::nullopt;
  }
  if (!exists(path)) {
    std::vector<std::string> near;
    Diagnostics of_others;  // dropped: the folder is only listed for a suggestion
    for (const std::string& name : list_files(parent_path(path), of_others))
      near.push_back(join_path(parent_path(file.name), name));
    diag.error("missing-file", file.span, "there is no file '" + file.name + "'",
               did_you_mean(file.name, near));
    return std::nullopt;
  }
  return path;
}

// The path of a transcript with the same name beside the episode: episodes/x.vtt for episodes/x.md.
// Empty if there is none. A file that was recognised comes first; JSON and YAML may be anything, so
// they count only then.
std::string transcript_beside(const RecordSource& source) {
  const std::string& path = source.file.source->path;
  std::string stem = path.substr(0, path.size() - file_extension(path).size());
  for (std::string_view extension : transcript_extensions())
    if (const ContentFile* known = source.tree.find(stem + std::string(extension)))
      if (source.finds(known->source->path)) return known->source->path;
  for (std::string_view extension : {".vtt", ".srt", ".json", ".txt", ".yaml", ".yml"}) {
    std::string beside = stem + std::string(extension);
    if (!source.finds(beside) || !stays_inside(beside, source.project)) continue;
    bool may_be_data = extension == ".json" || extension == ".yaml" || extension == ".yml";
    if (!may_be_data) return beside;
  }
  return "";
}

bool is_transcript_heading(const MarkdownBlock& block) {
  return block.kind == MarkdownBlock::Kind::heading &&
         equals_ignoring_ascii_case(trim(block.text), "transcript");
}

// The offset behind a heading "Transcript", which ends the show notes in a body that holds both;
// nothing if there is no such heading.
std::optional<std::uint32_t> transcript_heading_end(Span body) {
  std::vector<MarkdownBlock> blocks = markdown_blocks(body);
  auto heading = std::ranges::find_if(blocks, is_transcript_heading);
  if (heading == blocks.end()) return std::nullopt;
  std::uint32_t first = line_column_of(*body.file, body.begin).line;
  std::size_t at = body.begin;
  for (std::uint32_t line = first; line <= heading->line && at != std::string::npos; ++line)
    at = body.file->text.find('\n', at + (line > first));
  return at == std::string::npos ? body.end : static_cast<std::uint32_t>(at);
}

// Gives all speech that has no label to one speaker. False if there is none.
bool give_to(const std::string& label, Transcript& transcript) {
  auto has_no_label = [](const Cue& cue) {
    return cue.speaker < 0 && cue.kind != Cue::Kind::heading;
  };
  if (std::ranges::none_of(transcript.cues, has_no_label)) return false;
  auto known = std::ranges::find(transcript.speakers, label);
  auto index = static_cast<std::int32_t>(known - transcript.speakers.begin());
  if (known == transcript.speakers.end()) transcript.speakers.push_back(label);
  for (Cue& cue : transcript.cues)
    if (has_no_label(cue)) cue.speaker = index;
  return true;
}

class EpisodeReader {
 public:
  EpisodeReader(const RecordSource& source, Diagnostics& diag) : source_(source), diag_(diag) {}

  void read_transcript(EpisodeRecord& episode) {
    const TranscriptSettings& settings = episode.transcript_settings;
    notes_ = source_.body;
    if (settings.in_front_matter) {
      SourceFile own = *source_.file.source;
      own.text.resize(find_front_matter(own)->body.begin);
      parse_text(episode, std::move(own), *find_format("turns-yaml"));
    } else if (!settings.file.name.empty()) {
      if (auto path = transcript_path(episode, source_, diag_)) parse_file(episode, *path);
    } else if (source_.file.is_transcript()) {
      parse_content(episode, source_.file);
      notes_.begin = notes_.end;
    } else {
      read_own_body(episode);
    }
  }

  // The part of the body that is show notes.
  Span notes() const { return notes_; }

 private:
  void read_own_body(EpisodeRecord& episode) {
    if (!check_markdown_limits(source_.body, diag_)) return;
    const Reference& wanted = episode.transcript_settings.format;
    Span body = source_.body;
    std::optional<std::uint32_t> heading_end = transcript_heading_end(body);
    if (heading_end) body.begin = *heading_end;
    const TranscriptFormat* format = wanted_format(wanted, diag_);
    if (!format) format = best_fit(body.text());
    const TranscriptFormat* plain = find_format("plain");
    // Without a heading "Transcript" and without `format:` prose is taken for show notes, except in
    // a folder without config.yaml, where long prose is taken for a transcript.
    bool are_notes = !format || (format == plain && !source_.project.bare);
    if (!heading_end && wanted.name.empty() && are_notes) {
      if (std::string path = transcript_beside(source_); !path.empty()) parse_file(episode, path);
      return;
    }
    parse_text(episode, keep_only(body), format ? *format : *plain);
    notes_.end = heading_end ? begin_of_heading(*heading_end) : notes_.begin;
  }

  std::uint32_t begin_of_heading(std::uint32_t heading_end) const {
    std::size_t newline =
        source_.file.source->text.rfind('\n', heading_end > 0 ? heading_end - 1 : 0);
    return newline == std::string::npos
               ? 0
               : std::max(source_.body.begin, static_cast<std::uint32_t>(newline + 1));
  }

  void parse_file(EpisodeRecord& episode, const std::string& path) {
    if (const ContentFile* known = source_.tree.find(path)) {
      parse_content(episode, *known);
      return;
    }
    std::optional<std::string> bytes = read_file(path, diag_);
    if (!bytes) return;
    std::optional<SourceFile> file = decode_transcript(path, *bytes, diag_);
    if (!file) return;
    const TranscriptFormat* format = wanted_format(episode.transcript_settings.format, diag_);
    if (!format) format = recognize_format(file->text);
    if (format) return parse_text(episode, *file, *format);
    report_no_transcript(*file, diag_);
  }

  // Parses a file of the content folder, whose format discover() has recognised already.
  void parse_content(EpisodeRecord& episode, const ContentFile& file) {
    const TranscriptFormat* format = wanted_format(episode.transcript_settings.format, diag_);
    if (!format) format = file.format;
    if (!format) format = recognize_format(file.source->text);
    if (format) return parse_text(episode, *file.source, *format);
    report_no_transcript(*file.source, diag_);
  }

  void parse_text(EpisodeRecord& episode, const SourceFile& file, const TranscriptFormat& format) {
    std::vector<std::string> explained;
    for (const auto& [label, person] : episode.transcript_settings.speakers)
      explained.push_back(label.text);
    Transcript transcript = parse_transcript(file, format, diag_, explained);
    const Reference& speaker = episode.transcript_settings.speaker;
    if (!speaker.name.empty() && give_to(speaker.name, transcript))
      episode.transcript_settings.speakers.push_back({{speaker.name, speaker.span}, speaker});
    episode.transcript = std::make_shared<const Transcript>(std::move(transcript));
    episode.transcript_path = file.path;
  }

  const RecordSource& source_;
  Diagnostics& diag_;
  Span notes_;
};

}  // namespace

static void read_fields(Fields& fields, EpisodeRecord& episode, Diagnostics& diag) {
  episode.title = fields.text("title");
  episode.date = fields.date("date");
  episode.recorded = fields.date("recorded");
  episode.show = fields.reference("show");
  episode.translation_of = fields.reference("translation_of");
  episode.season = fields.number("season");
  episode.number = fields.number("number");
  episode.number_span = fields.span("number");
  episode.hosts = fields.references("hosts");
  episode.guests = fields.references("guests");
  episode.topics = fields.references("topics");
  episode.resources = fields.references("resources");
  episode.summary = fields.text("summary");
  episode.image = fields.reference("image");
  episode.audio = read_audio(fields, diag);
  episode.video = read_video(fields, diag);
  episode.transcript_settings = read_transcript_settings(fields, diag);
  for (CorrectionRule& rule : fields.corrections("corrections"))
    episode.transcript_settings.corrections.push_back(std::move(rule));
  episode.chapters = read_chapters(fields.list("chapters"), diag);
  episode.links = fields.links("links");
  episode.license = fields.text("license");
  episode.language = fields.text("language");
  episode.old_paths = fields.aliases("aliases");
  episode.draft = fields.flag("draft", false);
  episode.origin.updated = fields.date("updated");
}

bool is_readable_episode(const Yaml& front_matter) {
  Diagnostics diag;
  Fields fields(&front_matter, diag);
  EpisodeRecord episode;
  read_fields(fields, episode, diag);
  return diag.all().empty() && fields.unknown().empty();
}

// Fills in what the name of the file tells. In a folder that nobody configured files are often
// called by date and number, and have no front matter.
static void read_file_name(const RecordSource& source, EpisodeRecord& episode) {
  FileNameFacts facts = facts_of_file_name(telling_name(source.file.source->path));
  if (!episode.date) episode.date = facts.date;
  if (!episode.number) episode.number = facts.number;
  if (!episode.season) episode.season = facts.season;
  if (episode.language.empty()) episode.language = facts.language;
  if (!episode.video && !facts.youtube.empty()) episode.video = Video{facts.youtube, "", {}};
}

EpisodeRecord read_episode(const RecordSource& source, Diagnostics& diag) {
  Fields fields(&source.front_matter, diag);
  EpisodeRecord episode;
  read_fields(fields, episode, diag);
  source.begin(episode, diag);
  episode.title = source.title_or(episode.title);
  episode.names_all = !source.project.bare;
  if (source.project.bare)
    read_file_name(source, episode);
  else if (!source.file.is_transcript())  // which may have keys of the program that made it
    source.reject_unknown(fields);

  EpisodeReader reader(source, diag);
  reader.read_transcript(episode);
  episode.prose = markdown_html(reader.notes(), {.top_level = 3, .id_prefix = "notes-"}, diag);
  return episode;
}

}  // namespace kbgen
