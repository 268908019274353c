#include "start/feed_episodes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "base/work.h"
#include "formats/guard.h"
#include "formats/transcript_file.h"
#include "formats/transcript_formats.h"
#include "start/feed_chapters.h"
#include "start/html_to_markdown.h"

namespace kbgen {

namespace {

// The types of transcripts that are loaded, the best first, with the extension that their files
// get. Transcripts in HTML, which feeds may offer, too, are only for reading.
struct TranscriptType {
  std::string_view type, extension;
};
constexpr TranscriptType transcript_types[] = {
    {"text/vtt", ".vtt"}, {"application/json", ".json"},    {"application/srt", ".srt"},
    {"text/srt", ".srt"}, {"application/x-subrip", ".srt"}, {"text/plain", ".txt"}};

bool begins_with_time(std::string_view line) {
  std::size_t end = line.find(' ');
  std::string_view word = line.substr(0, end);
  if (word.starts_with('(') || word.starts_with("\\[")) return true;
  return word.find(':') != word.npos && parse_timecode(word).has_value();
}

// Whether an episode's file can have this text as its notes and no transcript is seen in it.
bool are_notes(std::string_view markdown) {
  const TranscriptFormat* format = best_fit(markdown);
  return !format || format->name == "plain";
}

// Notes that will not be taken for a transcript in the episode's file. Lines such as "12:30 Links"
// would look like one, so they become a list, or all of the notes a quotation behind guards if that
// is not enough.
std::string as_notes(const std::string& markdown) {
  if (are_notes(markdown)) return markdown;
  std::string list;
  for (std::string_view line : split(trim_right(markdown), '\n')) {
    std::string_view text = line.ends_with('\\') ? line.substr(0, line.size() - 1) : line;
    list += (begins_with_time(text) ? "- " : "") + std::string(text) + "\n";
  }
  if (are_notes(list)) return list;
  std::string quote;
  for (std::string_view line : split(trim_right(markdown), '\n'))
    quote += "> " + std::string(line.empty() ? "" : guard) + std::string(line) + "\n";
  return quote;
}

class FeedImporter {
 public:
  FeedImporter(const Feed& feed, const ImportSettings& settings, const LoadAddress& load,
               KnownPeople& people)
      : feed_(feed), settings_(settings), load_(load), people_(people) {
    for (const EpisodeRecord& episode : settings.records.episodes) {
      slugs_.insert(episode.slug);
      if (episode.audio) addresses_.insert(episode.audio->url);
      if (episode.number && episode.show.name == settings.next.show)
        numbers_.emplace(episode.season, *episode.number);
      titles_.insert(fold(episode.title));
    }
  }

  ImportedFeed run() {
    ImportedFeed imported;
    StageTimer timer(settings_.work, "import");
    CountedWork work(settings_.work, feed_.episodes.size());
    for (const FeedEpisode& episode : feed_.episodes) {
      if (is_there(episode))
        ++imported.there;
      else
        imported.episodes.push_back(import(episode));
      work.piece_done();
    }
    return imported;
  }

 private:
  // Whether the knowledge base has this episode already: one with the same recording (titles are
  // changed later), one with the same title and slug (some titles recur), or a file with the same
  // slug that was not read, because it is a draft.
  bool is_there(const FeedEpisode& episode) const {
    if (!episode.media_url.empty() && addresses_.contains(episode.media_url)) return true;
    std::string slug = slugify(episode.title);
    if (titles_.contains(fold(episode.title)) && slugs_.contains(slug)) return true;
    bool is_draft = !slugs_.contains(slug);
    return is_draft &&
           exists(join_path(settings_.content, path_in_folder(ContentKind::episode, slug + ".md")));
  }

  void note(std::string what, std::string value, std::string why) {
    made_.findings.push_back({std::move(what), std::move(value), std::move(why)});
  }

  ImportedEpisode import(const FeedEpisode& episode) {
    made_ = {};
    NewContent content;
    content.date = settings_.today;
    content.show = settings_.next.show;
    content.language = settings_.config.language;
    content.title = episode.title;
    if (content.title.empty()) {
      content.title = "Untitled";
      note("title", "none", "the feed has none");
    }
    find_place(episode, content);
    find_number(episode, content);
    content.summary = episode.summary;
    const std::string notes = html_to_markdown(episode.notes);
    content.body = as_notes(notes);
    content.media = {episode.media_url, episode.media_type, episode.media_length, episode.duration};
    if (episode.media_url.empty()) note("audio", "none", "the feed has no address of it");
    for (const FeedPerson& person : episode.people) find_person(person, content);
    find_chapters(episode, notes, content);
    if (!episode.link.empty()) content.links.emplace_back(website_title(), episode.link);
    find_transcript(episode, content);
    made_.files.insert(made_.files.begin(), new_content_file(ContentKind::episode, content));
    return std::move(made_);
  }

  std::string website_title() const { return feed_.title.empty() ? "Website" : feed_.title; }

  void find_place(const FeedEpisode& episode, NewContent& content) {
    content.is_dated = episode.date.has_value();
    if (episode.date)
      content.date = *episode.date;
    else
      note("date", "none", "the feed has none that can be read");
    std::string slug = slugify(content.title);
    content.slug = slug;
    // The number after a slug goes on from the last one that was given, because in some feeds all
    // episodes have the same title, and counting from 2 each time would take too long.
    for (int& next = next_number_.try_emplace(slug, 2).first->second;
         !slugs_.insert(content.slug).second; ++next)
      content.slug = slug + "-" + std::to_string(next);
    if (content.slug != slug) note("name", content.slug, "another episode has the same title");
  }

  void find_number(const FeedEpisode& episode, NewContent& content) {
    content.season = episode.season;
    if (!episode.number) return;
    if (numbers_.emplace(episode.season, *episode.number).second)
      content.number = episode.number;
    else
      note("number", "none", fmt::format("another episode is number {}", *episode.number));
  }

  void find_person(const FeedPerson& person, NewContent& content) {
    bool is_host = person.role == "host" || person.role == "co-host";
    bool takes_part = is_host || person.role.find("guest") != person.role.npos;
    if (!takes_part)
      return note("person", person.name, person.role + ": not in front of a microphone");
    PersonGuess who = people_.find_or_add(person.name, settings_.next.hosts);
    if (who.slug.empty())
      return note("person", person.name, "left out: does not look like the name of a person");
    if (!who.is_found_by_label || who.is_new)
      note("person", fmt::format("“{}” is {}", person.name, who.slug), who.why);
    std::vector<std::string>& list = is_host ? content.hosts : content.guests;
    bool is_listed = std::ranges::find(content.hosts, who.slug) != content.hosts.end() ||
                     std::ranges::find(content.guests, who.slug) != content.guests.end();
    if (!is_listed) list.push_back(who.slug);
    if (!who.is_new) return;
    NewContent guest;
    guest.title = people_.name_of(who.slug);
    guest.slug = who.slug;
    guest.date = settings_.today;
    if (!person.url.empty()) guest.links.emplace_back("Website", person.url);
    made_.files.push_back(new_content_file(ContentKind::person, guest));
  }

  // Takes the chapters that the feed has in its own tags, else those of the file that it names,
  // else those that its notes list, which are Markdown.
  void find_chapters(const FeedEpisode& episode, std::string_view notes, NewContent& content) {
    content.chapters = episode.chapters;
    if (!content.chapters.empty()) return;
    const std::string& url = episode.chapters_url;
    if (!url.empty() && !load_) note("chapters", url, "--transcripts would load them");
    if (!url.empty() && load_) {
      std::string problem;
      std::optional<std::string> bytes = load_(url, problem);
      std::optional<FeedChapters> loaded = bytes ? chapters_of_json(*bytes) : std::nullopt;
      if (bytes && !loaded) problem = "these are no chapters";
      if (loaded) content.chapters = std::move(*loaded);
      if (!problem.empty()) note("chapters", url, "not loaded: " + problem);
    }
    if (!content.chapters.empty()) return;
    content.chapters = chapters_of_notes(notes);
    if (!content.chapters.empty())
      note("chapters", std::to_string(content.chapters.size()), "from the times in its notes");
  }

  void find_transcript(const FeedEpisode& episode, NewContent& content) {
    for (const TranscriptType& one : transcript_types)
      for (const FeedTranscript& transcript : episode.transcripts)
        if (load_ && transcript.type.starts_with(one.type) && load(transcript, one, content))
          return;
    if (episode.transcripts.empty()) return;
    content.links.emplace_back("Transcript", episode.transcripts.front().url);
    if (!load_) note("transcript", episode.transcripts.front().url, "--transcripts would load it");
  }

  bool load(const FeedTranscript& transcript, const TranscriptType& type, NewContent& content) {
    std::string problem;
    std::optional<std::string> bytes = load_(transcript.url, problem);
    if (bytes) {
      Diagnostics trouble;
      std::optional<SourceFile> file = decode_transcript(transcript.url, *bytes, trouble);
      const TranscriptFormat* format = file ? recognize_format(file->text) : nullptr;
      if (!format || parse_transcript(*file, *format, trouble).cues.empty() || trouble.has_errors())
        problem = "it is no transcript";
    }
    if (!problem.empty()) {
      note("transcript", transcript.url, "not loaded: " + problem);
      return false;
    }
    content.transcript = "transcripts/" + content.slug + std::string(type.extension);
    made_.files.push_back(
        {path_in_folder(ContentKind::episode, content.transcript), std::move(*bytes)});
    return true;
  }

  const Feed& feed_;
  const ImportSettings& settings_;
  const LoadAddress& load_;
  KnownPeople& people_;
  std::set<std::string> slugs_, addresses_, titles_;
  std::map<std::string, int> next_number_;  // slug → the number that its next namesake gets
  std::set<std::pair<std::optional<int>, int>> numbers_;
  ImportedEpisode made_;
};

}  // namespace

ImportedFeed import_feed(const Feed& feed, const ImportSettings& settings, const LoadAddress& load,
                         KnownPeople& people) {
  return FeedImporter(feed, settings, load, people).run();
}

}  // namespace kbgen
