#include "content/foreign_front_matter.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "base/ascii.h"
#include "base/text.h"
#include "content/foreign_keys.h"

namespace kbgen {

namespace {

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
  const ForeignKey* how;
};

// All readings of all keys, in the order in which they count.
std::vector<Reading> readings_of(const Yaml& foreign, ContentKind kind) {
  std::vector<Reading> readings;
  for (const ForeignKey& how : foreign_keys_of(kind))
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
    if (adopted.find_member(ours)) return false;
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
  if (audio) {
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

// Where both keys are there, `title` is what somebody does, or their name once more.
void drop_role_that_is_name(Yaml& adopted) {
  const Yaml *name = adopted.find("name"), *role = adopted.find("role");
  if (name && role && fold(name->text) == fold(role->text))
    std::erase_if(adopted.members, [](const YamlMember& m) { return m.key == "role"; });
}

// The front matter with the keys that programs keep in tables of their own beside the others:
// `extra: {guest: …}` of Zola, `params` of Hugo and `episode` of plugins are `guest: …`.
Yaml without_tables(const Yaml& foreign) {
  static constexpr std::string_view tables[] = {"extra",   "params", "taxonomies", "episode",
                                                "podcast", "itunes", "metadata"};
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

std::vector<YamlMember> values_read_as(std::string_view ours, const Yaml& written,
                                       ContentKind kind) {
  const Yaml foreign = without_tables(written);
  std::vector<YamlMember> values;
  for (const Reading& reading : readings_of(foreign, kind))
    if (reading.how->ours == ours) values.push_back(*reading.member);
  return values;
}

Yaml adopt_front_matter(const Yaml& written, const RecordSource& source) {
  const Yaml foreign = without_tables(written);
  Yaml adopted;
  adopted.kind = Yaml::Kind::map;
  adopted.span = foreign.span;
  std::map<const YamlMember*, std::string_view> used;
  for (const Reading& reading : readings_of(foreign, source.file.kind))
    if (!used.contains(reading.member) && add_reading(reading, source, adopted))
      used.emplace(reading.member, reading.how->ours);
  drop_role_that_is_name(adopted);
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
