// What templates may read of an episode and of what was said in it.

#include "base/media.h"
#include "base/text.h"
#include "content/youtube_ids.h"
#include "formats/labels.h"
#include "language/own_names.h"
#include "model/quotations.h"
#include "model/spoken.h"
#include "model/timeline.h"
#include "theme/contract_picture.h"
#include "theme/edit_links.h"
#include "theme/mention_counts.h"
#include "theme/page_facts.h"
#include "theme/transcript_html.h"

namespace kbgen {

using jinja::Value;

static Value numbers(const std::vector<int>& all) {
  std::vector<Value> values;
  for (int one : all) values.push_back(Value::integer(one));
  return Value::list(std::move(values));
}

std::span<const Field<Episode>> Contract<Episode>::fields() {
  static constexpr Field<Episode> fields[] = {
      {"title", "text", "As the author wrote it.",
       [](const Episode& e, const View& v) { return v.text(e.title); }},
      {"slug", "text", "The part of the address that names the episode: `/episodes/<slug>/`.",
       [](const Episode& e, const View& v) { return v.text(e.slug); }},
      {"url", "text", "Address of its page.",
       [](const Episode& e, const View& v) { return Value::text(v.url(EntityId(e.id))); }},
      {"date", "date?", "When it was published.",
       [](const Episode& e, const View& v) { return wrap(v, e.date); }},
      {"recorded", "date?", "When it was recorded.",
       [](const Episode& e, const View& v) { return wrap(v, e.recorded); }},
      {"show", "show?", "The show it belongs to.",
       [](const Episode& e, const View& v) { return wrap(v, e.show); }},
      {"original", "episode?", "The episode of which this is a translation.",
       [](const Episode& e, const View& v) {
         return e.translation_of ? wrap(v, *e.translation_of) : v.absent();
       }},
      {"translations", "list of episode",
       "The same conversation in other languages, the original first.",
       [](const Episode& e, const View& v) { return wrap_list(v, v.links().translations[e.id]); }},
      {"season", "number?", "As the author wrote it.",
       [](const Episode& e, const View& v) { return v.number(e.season); }},
      {"number", "number?", "As the author wrote it.",
       [](const Episode& e, const View& v) { return v.number(e.number); }},
      {"hosts", "list of person", "As the author wrote them; else the show's.",
       [](const Episode& e, const View& v) { return wrap_list(v, e.hosts); }},
      {"guests", "list of person", "In billing order.",
       [](const Episode& e, const View& v) { return wrap_list(v, e.guests); }},
      {"topics", "list of topic", "As the author wrote them.",
       [](const Episode& e, const View& v) { return wrap_list(v, e.topics); }},
      {"resources", "list of resource", "As the author wrote them.",
       [](const Episode& e, const View& v) { return wrap_list(v, e.resources); }},
      {"summary", "text",
       "`summary` of its front matter, else the beginning of the notes, else of the transcript.",
       [](const Episode& e, const View&) { return Value::text(summary_of(e)); }},
      {"notes", "HTML", "The show notes; may be empty.",
       [](const Episode& e, const View& v) { return v.html(e.prose); }},
      {"image", "text", "Address of its picture; may be empty.",
       [](const Episode& e, const View& v) { return image_url(v, e.image); }},
      {"picture", "picture?", "Its picture in several sizes, else that of its show.",
       [](const Episode& e, const View& v) {
         bool is_own = !e.image.empty() || !e.show;
         return wrap_picture(v, is_own ? e.image : v.site().shows[*e.show].image);
       }},
      {"audio", "audio?", "The recording.",
       [](const Episode& e, const View& v) { return e.audio ? wrap(v, *e.audio) : v.absent(); }},
      {"video", "video?", "The recording as video.",
       [](const Episode& e, const View& v) { return e.video ? wrap(v, *e.video) : v.absent(); }},
      {"moments_url", "text",
       "Address of the recording, to which seconds can be appended: `…/a.mp3#t=`, "
       "`https://youtu.be/…?t=`; empty if nothing can be played from a given time.",
       [](const Episode& e, const View& v) { return Value::text(moments_url(v, e)); }},
      {"duration", "time?",
       "Length of the audio as the author wrote it, else as far as the transcript's times go.",
       [](const Episode& e, const View& v) { return wrap(v, duration_of(e)); }},
      {"chapters", "list of chapter", "In order of time.",
       [](const Episode& e, const View& v) { return wrap_list(v, e.chapters); }},
      {"chapter_places", "list of number",
       "Where the chapters that have a `fragment` begin, in hundredths of the transcript's length: "
       "0 to 99.",
       [](const Episode& e, const View&) { return numbers(hundredths_of_chapters(e)); }},
      {"links", "list of link", "As the author wrote them.",
       [](const Episode& e, const View& v) { return wrap_list(v, e.links); }},
      {"license", "text", "Its own, else the site's; may be empty.",
       [](const Episode& e, const View& v) { return v.text(e.license); }},
      {"language", "text", "Its own, else the site's.",
       [](const Episode& e, const View& v) { return v.text(e.language); }},
      {"language_name", "text", "The name of `language` in itself: `Deutsch`.",
       [](const Episode& e, const View&) { return Value::text(own_name_of(e.language)); }},
      {"direction", "text", "Direction in which `language` is written: ltr or rtl.",
       [](const Episode& e, const View& v) { return v.text(direction_of(e.language)); }},
      {"transcript", "transcript?", "What was said.",
       [](const Episode& e, const View& v) { return e.spoken ? wrap(v, *e.spoken) : v.absent(); }},
      {"transcript_html", "HTML",
       "The whole transcript: turns, paragraphs with a link to each, and links to what is "
       "mentioned. "
       "kbgen writes it straight into the page.",
       [](const Episode& e, const View& v) { return transcript_html(e, v); }},
      {"downloads", "list of download",
       "The transcript as files: at least its Markdown, in which the page is, too.",
       [](const Episode& e, const View& v) { return wrap_own(v, downloads_of(v, e)); }},
      {"downloads_in_browser", "list of text",
       "Formats without a file, which `downloads.js` makes of the page when a reader asks for one.",
       [](const Episode& e, const View& v) { return wrap_own(v, downloads_in_browser(v, e)); }},
      {"mentioned_people", "list of counted", "Who is mentioned, most often first.",
       [](const Episode& e, const View& v) {
         return wrap_own(v, mentioned_by<PersonId>(v, e.id));
       }},
      {"mentioned_topics", "list of counted", "Which topics are mentioned, most often first.",
       [](const Episode& e, const View& v) { return wrap_own(v, mentioned_by<TopicId>(v, e.id)); }},
      {"mentioned_resources", "list of counted", "Which resources are mentioned, most often first.",
       [](const Episode& e, const View& v) {
         return wrap_own(v, mentioned_by<ResourceId>(v, e.id));
       }},
      {"related", "list of related_episode",
       "At most five episodes with the most in common, closest first.",
       [](const Episode& e, const View& v) {
         return wrap_list(v, v.links().related_episodes[e.id]);
       }},
      {"talk", "list of talk_share",
       "Who talks how much, most first, without advertisements and stock phrases; empty if fewer "
       "than two speakers are known.",
       [](const Episode& e, const View& v) { return wrap_own(v, talk_of(v, e)); }},
      {"quotation", "passage?", "What says most about one of the topics that it is about.",
       [](const Episode& e, const View& v) {
         std::optional<Passage> said = quotation_of(v.site(), v.links(), e.id);
         return said ? wrap_copy(v, *said) : v.absent();
       }},
      {"newer", "episode?", "The next one by date.",
       [](const Episode& e, const View& v) {
         return e.id.index > 0 ? wrap(v, EpisodeId{e.id.index - 1}) : v.absent();
       }},
      {"older", "episode?", "The previous one by date.",
       [](const Episode& e, const View& v) {
         return e.id.index + 1 < v.site().episodes.size() ? wrap(v, EpisodeId{e.id.index + 1})
                                                          : v.absent();
       }},
  };
  return fields;
}

std::span<const Field<RelatedEpisode>> Contract<RelatedEpisode>::fields() {
  static constexpr Field<RelatedEpisode> fields[] = {
      {"episode", "episode", "The other one.",
       [](const RelatedEpisode& r, const View& v) { return wrap(v, r.other); }},
      {"shared", "list of counted",
       "What both are about, the rarest first; `count` is how often the other episode mentions it.",
       [](const RelatedEpisode& r, const View& v) { return wrap_own(v, shared_with(v, r)); }},
  };
  return fields;
}

std::span<const Field<SpeakerTalk>> Contract<SpeakerTalk>::fields() {
  static constexpr Field<SpeakerTalk> fields[] = {
      {"speaker", "speaker", "Who talks.",
       [](const SpeakerTalk& t, const View& v) {
         const SpokenText& spoken = *v.site().episodes[t.episode].spoken;
         return wrap(v, spoken.speakers[static_cast<std::size_t>(t.talk.speaker)]);
       }},
      {"time", "time?", "For how long; absent in a transcript without times.",
       [](const SpeakerTalk& t, const View& v) { return wrap(v, t.talk.time); }},
      {"words", "number", "How many words.",
       [](const SpeakerTalk& t, const View& v) { return v.number(t.talk.words); }},
      {"percent", "number",
       "Share of the time, or of the words where no times are known: 0 to 100.",
       [](const SpeakerTalk& t, const View&) {
         return Value::integer(static_cast<std::int64_t>(t.talk.share * 100 + 0.5));
       }},
      {"places", "list of number",
       "Where the speaker says most, in hundredths of the transcript's length: 0 to 99, ascending.",
       [](const SpeakerTalk& t, const View& v) {
         return numbers(hundredths_of_talk(*v.site().episodes[t.episode].spoken,
                                           static_cast<std::size_t>(t.talk.speaker)));
       }},
  };
  return fields;
}

std::span<const Field<SpokenText>> Contract<SpokenText>::fields() {
  static constexpr Field<SpokenText> fields[] = {
      {"format", "text", "The format of its file: otter, webvtt, …",
       [](const SpokenText& s, const View& v) { return v.text(s.transcript.format); }},
      {"speakers", "list of speaker", "In order of appearance.",
       [](const SpokenText& s, const View& v) { return wrap_list(v, s.speakers); }},
      {"word_count", "number", "Words that were said.",
       [](const SpokenText& s, const View& v) { return v.number(s.word_count); }},
      {"reading_minutes", "number", "Minutes that reading it takes, at 230 words a minute.",
       [](const SpokenText& s, const View& v) { return v.number(s.word_count / 230 + 1); }},
      {"has_times", "truth", "Whether its times are known.",
       [](const SpokenText& s, const View& v) { return v.flag(s.duration.has_value()); }},
      {"correction_count", "number", "Number of places that were corrected.",
       [](const SpokenText& s, const View& v) { return v.number(s.corrections.size()); }},
      {"is_restored", "truth",
       "Whether capitals and full stops were set by kbgen because its file has none.",
       [](const SpokenText& s, const View& v) { return v.flag(!s.restored.empty()); }},
      {"edit_url", "text",
       "Where its file can be edited; a paragraph's `data-line` can be appended as `#L12`. Empty "
       "without `repository`.",
       [](const SpokenText& s, const View& v) {
         return Value::text(editor_url(v.config().repository, s.source_path));
       }},
  };
  return fields;
}

std::span<const Field<Speaker>> Contract<Speaker>::fields() {
  static constexpr Field<Speaker> fields[] = {
      {"name", "text", "As the page shows it.",
       [](const Speaker& s, const View& v) { return v.text(s.name); }},
      {"label", "text", "As the transcript writes it.",
       [](const Speaker& s, const View& v) { return v.text(s.label); }},
      {"spelled", "text",
       "The name before a colon in a file: in brackets where it does not look like one.",
       [](const Speaker& s, const View&) { return Value::text(spell_label(s.name)); }},
      {"person", "person?", "Who it is, if known.",
       [](const Speaker& s, const View& v) { return wrap(v, s.person); }},
  };
  return fields;
}

std::span<const Field<Chapter>> Contract<Chapter>::fields() {
  static constexpr Field<Chapter> fields[] = {
      {"title", "text", "As the author wrote it.",
       [](const Chapter& c, const View& v) { return v.text(c.title); }},
      {"start", "time?", "When it begins; absent for a heading of a transcript without times.",
       [](const Chapter& c, const View& v) { return wrap(v, c.start); }},
      {"fragment", "text",
       "Id of the paragraph in which it begins, to append to the episode's address after a `#`; "
       "may "
       "be empty.",
       [](const Chapter& c, const View& v) { return v.text(c.fragment); }},
  };
  return fields;
}

std::span<const Field<Audio>> Contract<Audio>::fields() {
  static constexpr Field<Audio> fields[] = {
      {"url", "text", "Address of the file.",
       [](const Audio& a, const View& v) { return Value::text(recording_url(v, a.url)); }},
      {"type", "text", "Media type; may be empty.",
       [](const Audio& a, const View& v) { return v.text(a.type); }},
      {"length", "number", "Size in bytes; 0 if it is not known.",
       [](const Audio& a, const View&) { return Value::integer(a.length); }},
      {"duration", "time?", "As the author wrote it.",
       [](const Audio& a, const View& v) { return wrap(v, a.duration); }},
  };
  return fields;
}

std::span<const Field<Video>> Contract<Video>::fields() {
  static constexpr Field<Video> fields[] = {
      {"youtube", "text", "The video's id; empty if it is elsewhere.",
       [](const Video& a, const View& v) { return v.text(a.youtube); }},
      {"url", "text", "Where it can be watched.",
       [](const Video& a, const View& v) {
         return a.youtube.empty() ? Value::text(recording_url(v, a.url))
                                  : Value::text(youtube_address(a.youtube));
       }},
      {"is_file", "truth", "Whether `url` is a file that browsers can play.",
       [](const Video& a, const View& v) { return v.flag(is_film_address(a.url)); }},
  };
  return fields;
}

std::span<const Field<Download>> Contract<Download>::fields() {
  static constexpr Field<Download> fields[] = {
      {"name", "text", "Its format: webvtt, subrip, podcast-json, text or markdown.",
       [](const Download& d, const View& v) { return v.text(d.name); }},
      {"url", "text", "Address of the file.",
       [](const Download& d, const View& v) { return Value::text(v.url(d.path)); }},
  };
  return fields;
}

}  // namespace kbgen
