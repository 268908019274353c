#include "content/foreign_front_matter.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "base/ascii.h"
#include "base/text.h"
#include "content/foreign_values.h"

namespace kbgen {

namespace {

// How one key is read. Of two keys for one of ours the row that comes first counts, unless it
// `adds`.
struct Translation {
  std::string_view foreign, ours;
  Yaml (*convert)(const Yaml&, const RecordSource&);
  bool adds = false;
};

// Keys of Jekyll, Hugo, Zola, Eleventy, Docusaurus, Obsidian and of archives that wrote programs
// of their own. Ours are among them, because another program may mean something else by them.
constexpr Translation of_episodes[] = {
    {"title", "title", foreign::text},
    {"date", "date", foreign::date},
    {"publish_date", "date", foreign::date},
    {"published_at", "date", foreign::date},
    {"publishdate", "date", foreign::date},
    {"pubdate", "date", foreign::date},
    {"published", "date", foreign::date},
    {"upload_date", "date", foreign::date},
    {"air_date", "date", foreign::date},
    {"created", "date", foreign::date},
    {"dateadded", "date", foreign::date},
    {"recorded", "recorded", foreign::date},
    {"updated", "updated", foreign::date},
    {"lastmod", "updated", foreign::date},
    {"last_modified_at", "updated", foreign::date},
    {"summary", "summary", foreign::text},
    {"description", "summary", foreign::text},
    {"excerpt", "summary", foreign::text},
    {"subtitle", "summary", foreign::text},
    {"season", "season", foreign::text},
    {"number", "number", foreign::text},
    {"episode", "number", foreign::text},
    {"episode_number", "number", foreign::text},
    {"hosts", "hosts", foreign::names, true},
    {"host", "hosts", foreign::names, true},
    {"guests", "guests", foreign::names, true},
    {"guest", "guests", foreign::names, true},
    {"speakers", "guests", foreign::names, true},
    {"speaker", "guests", foreign::names, true},
    {"authors", "guests", foreign::names},
    {"author", "guests", foreign::names},
    {"topics", "topics", foreign::words, true},
    {"tags", "topics", foreign::words, true},
    {"categories", "topics", foreign::words, true},
    {"category", "topics", foreign::words, true},
    {"keywords", "topics", foreign::words, true},
    {"resources", "resources", foreign::resources},
    {"image", "image", foreign::image},
    {"cover", "image", foreign::image},
    {"thumbnail", "image", foreign::image},
    {"video", "video", foreign::video},
    {"youtube", "video", foreign::video},
    {"youtube_url", "video", foreign::video},
    {"youtube_id", "video", foreign::video},
    {"video_id", "video", foreign::video},
    {"video_url", "video", foreign::video},
    {"media", "video", foreign::video},
    {"audio", "audio", foreign::audio},
    {"audio_url", "audio", foreign::audio},
    {"enclosure", "audio", foreign::audio},
    {"mp3", "audio", foreign::audio},
    {"media", "audio", foreign::audio},
    {"duration", "duration", foreign::text},
    {"transcript", "transcript", foreign::transcript},
    {"chapters", "chapters", foreign::as_it_is},
    {"links", "links", foreign::links, true},
    {"license", "license", foreign::text},
    {"language", "language", foreign::text},
    {"lang", "language", foreign::text},
    {"aliases", "aliases", foreign::old_paths, true},
    {"redirect_from", "aliases", foreign::old_paths, true},
    {"permalink", "aliases", foreign::old_paths, true},
    {"slug", "slug", foreign::slug},
    {"draft", "draft", foreign::text},
    {"published", "draft", foreign::unpublished},
};

constexpr Translation of_people[] = {
    {"name", "name", foreign::text},          {"title", "name", foreign::text},
    {"aliases", "aliases", foreign::words},   {"match", "match", foreign::text},
    {"role", "role", foreign::text},          {"image", "image", foreign::image},
    {"picture", "image", foreign::image},     {"photo", "image", foreign::image},
    {"links", "links", foreign::links, true}, {"same_as", "same_as", foreign::as_it_is},
    {"updated", "updated", foreign::date},
};

constexpr Translation of_topics[] = {
    {"title", "title", foreign::text},
    {"aliases", "aliases", foreign::words},
    {"match", "match", foreign::text},
    {"parent", "parent", foreign::topic_slugs},
    {"related", "related", foreign::topic_slugs},
    {"updated", "updated", foreign::date},
};

constexpr Translation of_resources[] = {
    {"title", "title", foreign::text},      {"type", "type", foreign::text},
    {"aliases", "aliases", foreign::words}, {"match", "match", foreign::text},
    {"by", "by", foreign::as_it_is},        {"url", "url", foreign::text},
    {"topics", "topics", foreign::words},   {"isbn", "isbn", foreign::text},
    {"doi", "doi", foreign::text},          {"year", "year", foreign::text},
    {"updated", "updated", foreign::date},
};

constexpr Translation of_pages[] = {
    {"title", "title", foreign::text},
    {"aliases", "aliases", foreign::old_paths, true},
    {"redirect_from", "aliases", foreign::old_paths, true},
    {"updated", "updated", foreign::date},
};

std::span<const Translation> translations_of(ContentKind kind) {
  switch (kind) {
    case ContentKind::episode:
      return of_episodes;
    case ContentKind::person:
      return of_people;
    case ContentKind::topic:
      return of_topics;
    case ContentKind::resource:
      return of_resources;
    case ContentKind::page:
    case ContentKind::version:
      break;
  }
  return of_pages;
}

// A key as programs compare it: "youtubeURL" is no other key than "youtube_url".
std::string comparable_key(std::string_view key) {
  std::string letters;
  for (char c : key)
    if (c != '_' && c != '-' && c != ' ') letters += ascii_lower(c);
  return letters;
}

// One of the keys, and how it may be read.
struct Reading {
  const YamlMember* member;
  const Translation* how;
};

// All readings of all keys, in the order in which they count.
std::vector<Reading> readings_of(const Yaml& foreign, ContentKind kind) {
  std::vector<Reading> readings;
  for (const Translation& how : translations_of(kind))
    for (const YamlMember& member : foreign.members)
      if (comparable_key(member.key) == comparable_key(how.foreign))
        readings.push_back({&member, &how});
  return readings;
}

// Adds what one reading gives. False if it gives nothing that our readers understand.
bool add_reading(const Reading& reading, const RecordSource& source, Yaml& adopted) {
  std::string ours(reading.how->ours);
  Yaml value = reading.how->convert(reading.member->value, source);
  if (value.is_null()) return false;
  Yaml alone;
  alone.kind = Yaml::Kind::map;
  alone.members.push_back({ours, reading.member->key_span, value});
  if (ours == "slug" || ours == "duration") {
    adopted.members.push_back(std::move(alone.members.front()));
    return true;
  }
  bool is_readable = source.file.kind == ContentKind::episode
                         ? is_readable_episode(alone)
                         : is_readable_entity(source.file.kind, alone);
  if (!is_readable) return false;
  YamlMember* known = adopted.find_member(ours);
  if (!known) {
    adopted.members.push_back(std::move(alone.members.front()));
    return true;
  }
  if (!reading.how->adds || !known->value.is_list() || !value.is_list()) return false;
  for (Yaml& item : value.items) known->value.items.push_back(std::move(item));
  return true;
}

// Puts `duration:` where ours stands, in `audio:`. It says nothing without a recording.
void place_duration(Yaml& adopted) {
  YamlMember* duration = adopted.find_member("duration");
  YamlMember* audio = adopted.find_member("audio");
  if (!duration) return;
  Yaml length = duration->value;
  if (audio && parse_timecode(length.text)) {
    if (audio->value.is_scalar()) {
      Yaml map;
      map.kind = Yaml::Kind::map;
      map.span = audio->value.span;
      map.members.push_back({"url", audio->key_span, audio->value});
      audio->value = std::move(map);
    }
    if (!audio->value.find_member("duration"))
      audio->value.members.push_back({"duration", length.span, length});
  }
  std::erase_if(adopted.members, [](const YamlMember& m) { return m.key == "duration"; });
}

// The front matter with the keys that Zola and Hugo keep in tables of their own beside the others:
// `extra: {guest: …}` is `guest: …`.
Yaml without_tables(const Yaml& foreign) {
  static constexpr std::string_view tables[] = {"extra", "params", "taxonomies"};
  Yaml flat;
  flat.kind = Yaml::Kind::map;
  flat.span = foreign.span;
  for (const YamlMember& member : foreign.members) {
    bool is_table =
        member.value.is_map() && std::ranges::find(tables, member.key) != std::end(tables);
    if (is_table)
      flat.members.insert(flat.members.end(), member.value.members.begin(),
                          member.value.members.end());
    else
      flat.members.push_back(member);
  }
  return flat;
}

}  // namespace

Yaml adopt_front_matter(const Yaml& written, const RecordSource& source) {
  const Yaml foreign = without_tables(written);
  Yaml adopted;
  adopted.kind = Yaml::Kind::map;
  adopted.span = foreign.span;
  std::map<const YamlMember*, std::string_view> used;
  for (const Reading& reading : readings_of(foreign, source.file.kind))
    if (!used.contains(reading.member) && add_reading(reading, source, adopted))
      used.emplace(reading.member, reading.how->ours);
  bool has_audio = adopted.find_member("audio") != nullptr;
  place_duration(adopted);
  for (const YamlMember& member : foreign.members) {
    auto as = used.find(&member);
    bool is_used = as != used.end() && (as->second != "duration" || has_audio);
    source.notes.push_back({is_used ? KeyFate::used : KeyFate::passed_over, member.key,
                            is_used ? std::string(as->second) : "", member.key_span});
  }
  return adopted;
}

void count_key(const KeyNote& note, KeyCounts& counts) {
  bool is_other = note.fate == KeyFate::used && note.said != note.key;
  if (note.fate == KeyFate::used)
    ++counts.used[is_other ? note.key + " as " + note.said : note.key];
  else if (note.fate == KeyFate::passed_over)
    ++counts.passed_over[note.key];
}

namespace {

// The slug for each name in lists, and the records that are missing for them.
template <class Record>
class NamedRecords {
 public:
  NamedRecords(std::vector<Record>& records, std::string Record::*title)
      : records_(records), title_(title) {
    for (const Record& record : records) {
      slugs_.insert(record.slug);
      by_title_.emplace(fold(record.*title), record.slug);
    }
  }

  void name(std::vector<Reference>& references) {
    std::set<std::string> seen;
    for (Reference& reference : references) reference.name = slug_of(reference.name);
    std::erase_if(references,
                  [&](const Reference& reference) { return !seen.insert(reference.name).second; });
  }

 private:
  std::string slug_of(const std::string& name) {
    if (slugs_.contains(name)) return name;
    if (auto known = by_title_.find(fold(name)); known != by_title_.end()) return known->second;
    std::string slug = slugify(name);
    if (!slugs_.insert(slug).second) return slug;
    Record record;
    record.slug = slug;
    record.*title_ = is_slug(name) ? capitalize(replace_all(name, "-", " ")) : name;
    by_title_.emplace(fold(name), slug);
    records_.push_back(std::move(record));
    return slug;
  }

  std::vector<Record>& records_;
  std::string Record::*title_;
  std::set<std::string> slugs_;
  std::map<std::string, std::string> by_title_;
};

}  // namespace

void add_named_records(Records& records) {
  NamedRecords<PersonRecord> people(records.people, &PersonRecord::name);
  NamedRecords<TopicRecord> topics(records.topics, &TopicRecord::title);
  std::set<std::string> slugs;
  for (EpisodeRecord& episode : records.episodes) {
    people.name(episode.hosts);
    people.name(episode.guests);
    topics.name(episode.topics);
    while (!slugs.insert(episode.slug).second) episode.slug += "-2";
  }
  for (ResourceRecord& resource : records.resources) topics.name(resource.topics);
}

}  // namespace kbgen
