#include "start/import_transcript.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/disk.h"
#include "base/front_matter.h"
#include "base/markdown.h"
#include "base/text.h"
#include "base/yaml.h"
#include "content/file_name_facts.h"
#include "formats/transcript_formats.h"

namespace kbgen {

namespace {

std::string quoted(std::string_view text) { return "“" + collapse_space(text) + "”"; }

bool is_markdown_name(const std::string& path) {
  return file_extension(path) == ".md" || file_extension(path) == ".markdown";
}

class Importer {
 public:
  Importer(const SourceFile& file, const ImportSettings& settings, KnownPeople& people)
      : file_(file),
        settings_(settings),
        people_(people),
        name_(facts_of_file_name(telling_name(file.path))) {}

  std::optional<ImportedEpisode> run(const std::string& bytes, Diagnostics& diag) {
    const TranscriptFormat* format = recognize_format(file_.text);
    if (!format) {
      report_no_transcript(file_, diag);
      return std::nullopt;
    }
    transcript_ = parse_transcript(file_, *format, diag);
    if (diag.has_errors()) return std::nullopt;
    if (transcript_.cues.empty()) {
      diag.error("no-turns", file_.path, "nothing is said in this file");
      return std::nullopt;
    }
    note("format", std::string(format->name),
         format->name == "plain" ? "because no other fits (a guess)" : "recognised by its content");
    content_.date = settings_.today;
    content_.show = settings_.next.show;
    content_.language = settings_.config.language;
    take_front_matter();
    find_title();
    find_date();
    find_number();
    find_video_and_language();
    if (!place(bytes)) return ImportedEpisode{{}, {}, true};
    find_people();
    find_chapters();
    imported_.files.insert(imported_.files.begin(),
                           new_content_file(ContentKind::episode, content_));
    return std::move(imported_);
  }

 private:
  void note(std::string what, std::string value, std::string why) {
    imported_.findings.push_back({std::move(what), std::move(value), std::move(why)});
  }

  // Reads the front matter, which a program that wrote the transcript may have put there. Mistakes
  // in it are not reported: it is only a source of guesses.
  void take_front_matter() {
    std::optional<FrontMatter> front = find_front_matter(file_);
    Diagnostics ignored;
    if (front) front_matter_ = read_front_matter(*front, ignored).value_or(Yaml());
    body_ = front ? front->body : whole_file(file_);
  }

  std::string written(std::string_view key) const {
    const Yaml* value = front_matter_.find(key);
    return value && value->is_scalar() ? collapse_space(value->text) : "";
  }

  std::string heading() const {
    if (!is_markdown_name(file_.path) && !body_.text().starts_with("# ")) return "";
    for (const MarkdownBlock& block : markdown_blocks(body_))
      if (block.kind == MarkdownBlock::Kind::heading && block.level == 1)
        return collapse_space(block.text);
    return "";
  }

  void find_title() {
    std::string why = "from its front matter";
    content_.title = written("title");
    if (content_.title.empty()) {
      content_.title = heading();
      why = "from its heading (likely)";
    }
    if (content_.title.empty() || equals_ignoring_ascii_case(content_.title, "transcript")) {
      content_.title = title_of_name();
      why = "from the name of the file (a guess)";
    }
    note("title", quoted(content_.title), why);
  }

  std::string title_of_name() const {
    if (!name_.title.empty()) return name_.title;
    return name_.number ? "Episode " + std::to_string(*name_.number) : file_stem(file_.path);
  }

  void find_date() {
    std::optional<Date> date = parse_date(written("date"));
    std::string why = "from its front matter";
    if (!date) {
      date = name_.date;
      why = "from the name of the file (likely)";
    }
    content_.is_dated = date.has_value();
    if (!date) return note("date", "none", "neither the file nor its name tells");
    content_.date = *date;
    note("date", format_date_iso(*date), why);
  }

  void find_number() {
    if (!name_.number) return;
    std::string number = std::to_string(*name_.number);
    bool taken = std::ranges::any_of(settings_.records.episodes, [&](const EpisodeRecord& other) {
      return other.number == name_.number && other.season == name_.season &&
             other.show.name == content_.show;
    });
    if (taken) return note("number", "none", "another episode is number " + number);
    content_.number = name_.number;
    content_.season = name_.season;
    if (name_.season)
      note("season", std::to_string(*name_.season), "from the name of the file (likely)");
    note("number", number, "from the name of the file (a guess)");
  }

  // Downloads of videos are called "Rivers and Maps [abcdefghijk].en.vtt".
  void find_video_and_language() {
    content_.youtube = name_.youtube;
    if (!name_.youtube.empty()) note("video", name_.youtube, "from the name of the file (likely)");
    if (name_.language.empty() || name_.language == settings_.config.language) return;
    content_.own_language = name_.language;
    note("language", name_.language, "from the name of the file (likely)");
  }

  // Decides the slug of the episode and the path of its transcript. A transcript in the content
  // folder stays there, and its name is the slug, because it was an episode with that address
  // before. False if the knowledge base has the episode already.
  bool place(const std::string& bytes) {
    std::string below = relative_path(absolute_path(file_.path), absolute_path(settings_.content));
    if (is_below(below, ".")) {
      content_.slug = slugify(file_stem(file_.path));
      content_.transcript =
          relative_path(below, std::string(folder_of(ContentKind::episode).folder));
      return true;
    }
    content_.slug = slugify(content_.title);
    if (settings_.places) {
      std::optional<Date> date = content_.is_dated ? std::optional(content_.date) : std::nullopt;
      ImportPlace free = settings_.places->place(
          {ContentKind::episode, content_.title, date, "", {content_.slug}});
      if (free.is_there) return false;
      if (free.slug != content_.slug) note("name", free.slug, "another episode has the same title");
      content_.slug = free.slug;
    }
    // Other extensions become .txt: a Markdown file among the episodes would be another episode.
    constexpr std::string_view kept[] = {".vtt", ".srt",  ".json", ".yaml",
                                         ".yml", ".docx", ".odt",  ".rtf"};
    std::string extension = file_extension(file_.path);
    if (std::ranges::find(kept, extension) == std::end(kept)) extension = ".txt";
    content_.transcript = "transcripts/" + content_.slug + extension;
    imported_.files.push_back({path_in_folder(ContentKind::episode, content_.transcript), bytes});
    return true;
  }

  std::string meaning_of(const std::string& label) const {
    for (const LegendEntry& entry : transcript_.legend)
      if (entry.label == label) return entry.meaning;
    return label;
  }

  void find_people() {
    for (const std::string& label : transcript_.speakers) {
      std::string name = meaning_of(label);
      PersonGuess who = people_.find_or_add(name, settings_.next.hosts);
      if (who.slug.empty()) {
        note("speaker", quoted(label), who.why);
        continue;
      }
      note("speaker", fmt::format("{} is {}", quoted(label), who.slug), who.why);
      if (!who.is_found_by_label) content_.speakers.emplace_back(label, who.slug);
      take_part(who);
    }
  }

  void take_part(const PersonGuess& who) {
    const std::vector<std::string>& hosts = settings_.next.hosts;
    bool is_host = std::ranges::find(hosts, who.slug) != hosts.end();
    std::vector<std::string>& list = is_host ? content_.hosts : content_.guests;
    if (std::ranges::find(list, who.slug) == list.end()) list.push_back(who.slug);
    if (!who.is_new) return;
    NewContent guest;
    guest.title = people_.name_of(who.slug);
    guest.slug = who.slug;
    guest.date = settings_.today;
    imported_.files.push_back(new_content_file(ContentKind::person, guest));
  }

  // Makes chapters of the headings. A heading without a time begins with the next cue that has one.
  void find_chapters() {
    for (std::size_t i = 0; i < transcript_.cues.size(); ++i) {
      if (transcript_.cues[i].kind != Cue::Kind::heading) continue;
      auto timed = std::find_if(transcript_.cues.begin() + static_cast<std::ptrdiff_t>(i),
                                transcript_.cues.end(), [](const Cue& cue) { return cue.start; });
      std::string title = collapse_space(transcript_.text_of(transcript_.cues[i]));
      if (timed == transcript_.cues.end() || title.empty() || title == content_.title ||
          equals_ignoring_ascii_case(title, "transcript"))
        continue;
      bool later = content_.chapters.empty() ||
                   timed->start->seconds() > content_.chapters.back().first.seconds();
      if (later) content_.chapters.emplace_back(*timed->start, title);
    }
    if (!content_.chapters.empty())
      note("chapters", std::to_string(content_.chapters.size()), "from its headings");
  }

  const SourceFile& file_;
  const ImportSettings& settings_;
  KnownPeople& people_;
  FileNameFacts name_;
  Transcript transcript_;
  Yaml front_matter_;
  Span body_;
  NewContent content_;
  ImportedEpisode imported_;
};

}  // namespace

std::optional<ImportedEpisode> import_transcript(const SourceFile& file, const std::string& bytes,
                                                 const ImportSettings& settings,
                                                 KnownPeople& people, Diagnostics& diag) {
  return Importer(file, settings, people).run(bytes, diag);
}

}  // namespace kbgen
