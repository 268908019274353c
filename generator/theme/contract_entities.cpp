// What templates may read of people, topics and resources, and of the passages
// in which they are mentioned.

#include <algorithm>

#include "base/text.h"
#include "model/parts.h"
#include "model/passages.h"
#include "model/quotations.h"
#include "model/recorded.h"
#include "model/said_by.h"
#include "model/spoken.h"
#include "theme/contract_picture.h"
#include "theme/mention_counts.h"
#include "theme/page_facts.h"

namespace kbgen {

using jinja::Value;

// All passages about an entity; the best ones if parts of its page have the others.
static Value passages_of(const View& view, EntityId entity) {
  if (view.known().plan.parts_of(entity).empty())
    return wrap_list(view, passages_about(view.site(), view.links(), entity));
  return wrap_own(view, best_passages(view.site(), view.links(), entity));
}

static constexpr std::string_view quotations_help =
    "What says most about it: at most three passages, each of another episode; those whose speaker "
    "is known come first.";

// Where passages of a group are that the page does not show: the part with the episode, or the
// episode itself.
static std::string url_of_rest(const PassageGroup& group, const View& view) {
  const Plan& plan = view.known().plan;
  if (view.page().subject)
    for (const Part& part : plan.parts_of(*view.page().subject))
      if (std::ranges::find(part.entries, EntityId(group.episode)) != part.entries.end())
        return view.url(part.path, "in-" + view.site().episodes[group.episode].slug);
  return view.url(group.episode);
}

// The recording of a passage; empty if it is not a file or the times are not known.
static std::string url_of_stretch(const View& view, const Passage& passage) {
  const Episode& episode = view.site().episodes[passage.episode];
  std::optional<Stretch> stretch = stretch_of(*episode.spoken, passage.text);
  std::string recording = recorded_file(view, episode);
  if (recording.empty() || !stretch) return "";
  return recording + "#t=" + std::to_string(stretch->begin) + "," + std::to_string(stretch->end);
}

std::span<const Field<Person>> Contract<Person>::fields() {
  static constexpr Field<Person> fields[] = {
      {"name", "text", "As the author wrote it.",
       [](const Person& p, const View& v) { return v.text(p.name); }},
      {"slug", "text", "The part of the address that names the person: `/guests/<slug>/`.",
       [](const Person& p, const View& v) { return v.text(p.slug); }},
      {"url", "text", "Address of the page.",
       [](const Person& p, const View& v) { return Value::text(v.url(EntityId(p.id))); }},
      {"role", "text", "What the person does; may be empty.",
       [](const Person& p, const View& v) { return v.text(p.role); }},
      {"initials", "text", "One or two letters of the name, to show in place of a picture.",
       [](const Person& p, const View&) { return Value::text(initials_of(p.name)); }},
      {"image", "text", "Address of a picture; may be empty.",
       [](const Person& p, const View& v) { return image_url(v, p.image); }},
      {"picture", "picture?", "The same in several sizes.",
       [](const Person& p, const View& v) { return wrap_picture(v, p.image); }},
      {"links", "list of link", "As the author wrote them.",
       [](const Person& p, const View& v) { return wrap_list(v, p.links); }},
      {"same_as", "list of text", "Addresses of the same person elsewhere.",
       [](const Person& p, const View& v) { return wrap_list(v, p.same_as); }},
      {"about", "HTML", "The hand-written part; may be empty.",
       [](const Person& p, const View& v) { return v.html(p.prose); }},
      {"summary", "text", "The beginning of `about`, as text.",
       [](const Person& p, const View&) { return Value::text(excerpt(p.prose.text, 200)); }},
      {"hosted", "list of episode", "Episodes with the person as a host, newest first.",
       [](const Person& p, const View& v) {
         return wrap_own(v, episodes_as(v, p.id, Role::host));
       }},
      {"guest_in", "list of episode", "Episodes with the person as a guest, newest first.",
       [](const Person& p, const View& v) {
         return wrap_own(v, episodes_as(v, p.id, Role::guest));
       }},
      {"episode_count", "number", "Number of episodes in which the person takes part.",
       [](const Person& p, const View& v) { return v.number(v.links().episodes_of[p.id].size()); }},
      {"topics", "list of counted",
       "Topics that come up in the person's episodes; `count` is the number of these episodes.",
       [](const Person& p, const View& v) { return wrap_own(v, topics_with(v, p.id)); }},
      {"says", "list of said_about",
       "What the person says: at most 24 topics, the one that they name most often first.",
       [](const Person& p, const View& v) {
         return wrap_own(v, said_by(v.site(), v.links(), p.id));
       }},
      {"related", "list of relation",
       "Topics that are mentioned in the same moments as the person more often than by chance, the "
       "strongest first.",
       [](const Person& p, const View& v) { return wrap_own(v, related_to<TopicId>(v, p.id)); }},
      {"resources", "list of resource", "Resources that the person made.",
       [](const Person& p, const View& v) { return wrap_list(v, v.links().works_by[p.id]); }},
      {"passages", "list of passage_group",
       "What is said where the name is mentioned, episode by episode; the best of it if the page "
       "has "
       "parts.",
       [](const Person& p, const View& v) { return passages_of(v, p.id); }},
      {"quotations", "list of passage", quotations_help,
       [](const Person& p, const View& v) {
         return wrap_own(v, quotations_about(v.site(), v.links(), p.id));
       }},
      {"said_in", "number", "Number of episodes in which the name is said.",
       [](const Person& p, const View& v) { return v.number(episodes_naming(v.links(), p.id)); }},
      {"mention_count", "number", "How often the name is said.",
       [](const Person& p, const View& v) { return v.number(v.links().mentions_of[p.id].size()); }},
  };
  return fields;
}

std::span<const Field<Topic>> Contract<Topic>::fields() {
  static constexpr Field<Topic> fields[] = {
      {"title", "text", "As the author wrote it.",
       [](const Topic& t, const View& v) { return v.text(t.title); }},
      {"slug", "text", "The part of the address that names the topic: `/topics/<slug>/`.",
       [](const Topic& t, const View& v) { return v.text(t.slug); }},
      {"url", "text", "Address of the page.",
       [](const Topic& t, const View& v) { return Value::text(v.url(EntityId(t.id))); }},
      {"aliases", "list of text", "Other names of the topic in speech.",
       [](const Topic& t, const View& v) { return wrap_own(v, texts_of(t.aliases)); }},
      {"about", "HTML", "The hand-written introduction; may be empty.",
       [](const Topic& t, const View& v) { return v.html(t.prose); }},
      {"summary", "text", "The beginning of `about`, as text.",
       [](const Topic& t, const View&) { return Value::text(excerpt(t.prose.text, 200)); }},
      {"parent", "topic?", "The wider topic.",
       [](const Topic& t, const View& v) { return wrap(v, t.parent); }},
      {"children", "list of topic", "Narrower topics.",
       [](const Topic& t, const View& v) { return wrap_list(v, v.links().children[t.id]); }},
      {"see_also", "list of topic", "The topics that the author lists as `related`.",
       [](const Topic& t, const View& v) { return wrap_list(v, t.related); }},
      {"related", "list of relation",
       "Topics that are mentioned in the same moments more often than by chance, the strongest "
       "first.",
       [](const Topic& t, const View& v) { return wrap_own(v, related_to<TopicId>(v, t.id)); }},
      {"related_people", "list of relation", "The same for people.",
       [](const Topic& t, const View& v) { return wrap_own(v, related_to<PersonId>(v, t.id)); }},
      {"related_resources", "list of relation", "The same for resources.",
       [](const Topic& t, const View& v) { return wrap_own(v, related_to<ResourceId>(v, t.id)); }},
      {"episodes", "list of episode", "Episodes that list it in their front matter, newest first.",
       [](const Topic& t, const View& v) { return wrap_list(v, v.links().episodes_of[t.id]); }},
      {"resources", "list of resource", "Resources that list it in their front matter.",
       [](const Topic& t, const View& v) { return wrap_list(v, v.links().resources_about[t.id]); }},
      {"passages", "list of passage_group",
       "Who said what about it, episode by episode; the best of it if the page has parts.",
       [](const Topic& t, const View& v) { return passages_of(v, t.id); }},
      {"quotations", "list of passage", quotations_help,
       [](const Topic& t, const View& v) {
         return wrap_own(v, quotations_about(v.site(), v.links(), t.id));
       }},
      {"mention_count", "number", "How often it is mentioned.",
       [](const Topic& t, const View& v) { return v.number(v.links().mentions_of[t.id].size()); }},
      {"said_in", "number", "Number of episodes in which it is mentioned.",
       [](const Topic& t, const View& v) { return v.number(episodes_naming(v.links(), t.id)); }},
      {"speakers", "list of speaker_count", "Who mentions it, most often first.",
       [](const Topic& t, const View& v) { return wrap_own(v, who_says(v, t.id)); }},
      {"years", "list of year_count", "Number of mentions in each year, without gaps.",
       [](const Topic& t, const View& v) { return wrap_own(v, mentions_by_year(v, t.id)); }},
  };
  return fields;
}

std::span<const Field<Resource>> Contract<Resource>::fields() {
  static constexpr Field<Resource> fields[] = {
      {"title", "text", "As the author wrote it.",
       [](const Resource& r, const View& v) { return v.text(r.title); }},
      {"slug", "text", "The part of the address that names the resource: `/resources/<slug>/`.",
       [](const Resource& r, const View& v) { return v.text(r.slug); }},
      {"url", "text", "Address of the page.",
       [](const Resource& r, const View& v) { return Value::text(v.url(EntityId(r.id))); }},
      {"type", "text", "book, course, article, paper, tool, site, talk, episode or empty.",
       [](const Resource& r, const View& v) { return v.text(r.type); }},
      {"by", "list of creator", "Who made it.",
       [](const Resource& r, const View& v) { return wrap_list(v, r.by); }},
      {"website", "text", "Where to get it; may be empty.",
       [](const Resource& r, const View& v) { return v.text(r.url); }},
      {"isbn", "text", "Its ISBN; may be empty.",
       [](const Resource& r, const View& v) { return v.text(r.isbn); }},
      {"doi", "text", "Its DOI; may be empty.",
       [](const Resource& r, const View& v) { return v.text(r.doi); }},
      {"year", "number?", "Year of publication.",
       [](const Resource& r, const View& v) { return v.number(r.year); }},
      {"about", "HTML", "The hand-written part; may be empty.",
       [](const Resource& r, const View& v) { return v.html(r.prose); }},
      {"summary", "text", "The beginning of `about`, as text.",
       [](const Resource& r, const View&) { return Value::text(excerpt(r.prose.text, 200)); }},
      {"topics", "list of topic", "As the author wrote them.",
       [](const Resource& r, const View& v) { return wrap_list(v, r.topics); }},
      {"episodes", "list of episode", "Episodes that list it in their front matter, newest first.",
       [](const Resource& r, const View& v) { return wrap_list(v, v.links().episodes_of[r.id]); }},
      {"passages", "list of passage_group",
       "Who said what about it, episode by episode; the best of it if the page has parts.",
       [](const Resource& r, const View& v) { return passages_of(v, r.id); }},
      {"quotations", "list of passage", quotations_help,
       [](const Resource& r, const View& v) {
         return wrap_own(v, quotations_about(v.site(), v.links(), r.id));
       }},
      {"mention_count", "number", "How often it is mentioned.",
       [](const Resource& r, const View& v) {
         return v.number(v.links().mentions_of[r.id].size());
       }},
      {"said_in", "number", "Number of episodes in which it is mentioned.",
       [](const Resource& r, const View& v) { return v.number(episodes_naming(v.links(), r.id)); }},
      {"speakers", "list of speaker_count", "Who mentions it, most often first.",
       [](const Resource& r, const View& v) { return wrap_own(v, who_says(v, r.id)); }},
      {"related", "list of relation",
       "Topics that are mentioned in the same moments more often than by chance, the strongest "
       "first.",
       [](const Resource& r, const View& v) { return wrap_own(v, related_to<TopicId>(v, r.id)); }},
      {"related_people", "list of relation", "The same for people.",
       [](const Resource& r, const View& v) { return wrap_own(v, related_to<PersonId>(v, r.id)); }},
      {"related_resources", "list of relation", "The same for resources.",
       [](const Resource& r, const View& v) {
         return wrap_own(v, related_to<ResourceId>(v, r.id));
       }},
  };
  return fields;
}

std::span<const Field<Creator>> Contract<Creator>::fields() {
  static constexpr Field<Creator> fields[] = {
      {"name", "text", "Name of whoever made it.",
       [](const Creator& c, const View& v) { return v.text(c.name); }},
      {"person", "person?", "The person, if they have a page.",
       [](const Creator& c, const View& v) { return wrap(v, c.person); }},
  };
  return fields;
}

std::span<const Field<PassageGroup>> Contract<PassageGroup>::fields() {
  static constexpr Field<PassageGroup> fields[] = {
      {"episode", "episode", "The episode in which it is said.",
       [](const PassageGroup& g, const View& v) { return wrap(v, g.episode); }},
      {"count", "number",
       "Mentions in this episode; 0 if only an advertisement or stock phrase has it.",
       [](const PassageGroup& g, const View& v) { return v.number(std::size_t{g.mentions}); }},
      {"passages", "list of passage",
       "In the order in which they were said; passages that overlap or touch are one.",
       [](const PassageGroup& g, const View& v) { return wrap_own(v, g.passages); }},
      {"left_out", "number", "Number of passages that this page does not show.",
       [](const PassageGroup& g, const View& v) { return v.number(std::size_t{g.left_out}); }},
      {"rest_url", "text", "Address where these are.",
       [](const PassageGroup& g, const View& v) { return Value::text(url_of_rest(g, v)); }},
      {"weight", "number", "How much is said here, to sort groups by.",
       [](const PassageGroup& g, const View&) { return Value::number(g.weight); }},
  };
  return fields;
}

std::span<const Field<SaidAbout>> Contract<SaidAbout>::fields() {
  static constexpr Field<SaidAbout> fields[] = {
      {"topic", "topic", "What it is about.",
       [](const SaidAbout& s, const View& v) { return wrap(v, s.topic); }},
      {"id", "text", "The id under which other pages expect it on the person's page.",
       [](const SaidAbout& s, const View& v) {
         return Value::text(fragment_of_said(v.site(), s.topic));
       }},
      {"count", "number", "How often the person names the topic.",
       [](const SaidAbout& s, const View& v) { return v.number(std::size_t{s.mentions}); }},
      {"passages", "list of passage",
       "The best passages in which the person names it, at most three, the one that says most "
       "first.",
       [](const SaidAbout& s, const View& v) { return wrap_own(v, s.passages); }},
      {"is_quoted", "truth",
       "Whether pages quote these passages; of topics that the person names less often they have "
       "the times.",
       [](const SaidAbout& s, const View& v) { return v.flag(s.is_quoted); }},
      {"search_url", "text", "Address of a search for all that the person says about it.",
       [](const SaidAbout& s, const View& v) {
         return Value::text(url_of_search(v, s.topic, s.person));
       }},
  };
  return fields;
}

std::span<const Field<Passage>> Contract<Passage>::fields() {
  static constexpr Field<Passage> fields[] = {
      {"episode", "episode", "The episode in which it is said.",
       [](const Passage& p, const View& v) { return wrap(v, p.episode); }},
      {"url", "text", "Address of the moment.",
       [](const Passage& p, const View& v) {
         return Value::text(url_of_place(v, {p.episode, p.paragraph}));
       }},
      {"speaker", "speaker?", "Who says it.",
       [](const Passage& p, const View& v) {
         const Speaker* speaker = v.site().episodes[p.episode].spoken->speaker_of(p.paragraph);
         return speaker ? wrap(v, *speaker) : v.absent();
       }},
      {"time", "time?",
       "When the paragraph begins, or else the last one before it whose time is known.",
       [](const Passage& p, const View& v) {
         return wrap(v, time_near(*v.site().episodes[p.episode].spoken, p.paragraph));
       }},
      {"recording", "text",
       "Address of the recording from where the passage begins to where it ends: "
       "`…/a.mp3#t=754,790`; empty if the recording is no file or the times are not known.",
       [](const Passage& p, const View& v) { return Value::text(url_of_stretch(v, p)); }},
      {"text", "text", "One to three whole sentences; `…` where a very long one is cut.",
       [](const Passage& p, const View& v) { return Value::text(text_of(v.site(), p)); }},
      {"html", "HTML", "`text` with the names in `<mark>`.",
       [](const Passage& p, const View& v) { return Value::safe_text(html_of(v.site(), p)); }},
      {"rank", "number",
       "Its place among the passages of its episode by how much they say, from 1.",
       [](const Passage& p, const View& v) { return v.number(std::size_t{p.rank}); }},
      {"repeats", "number",
       "Number of other episodes in which this is said word for word, as advertisements are; the "
       "page has it once. 0 for most passages.",
       [](const Passage& p, const View& v) { return v.number(std::size_t{p.repeats}); }},
  };
  return fields;
}

std::span<const Field<Relation>> Contract<Relation>::fields() {
  static constexpr Field<Relation> fields[] = {
      {"title", "text", "Name of what is said together with this.",
       [](const Relation& r, const View& v) { return v.text(title_of(v.site(), r.other)); }},
      {"url", "text", "Address of its page.",
       [](const Relation& r, const View& v) { return Value::text(v.url(r.other)); }},
      {"kind", "text", "guest, topic or resource.",
       [](const Relation& r, const View&) { return Value::view(kind_of(r.other).name); }},
      {"count", "number", "Moments in which both are mentioned.",
       [](const Relation& r, const View& v) { return v.number(std::size_t{r.moments}); }},
      {"places", "list of place", "The first of these moments.",
       [](const Relation& r, const View& v) { return wrap_own(v, r.places); }},
  };
  return fields;
}

std::span<const Field<Place>> Contract<Place>::fields() {
  static constexpr Field<Place> fields[] = {
      {"episode", "episode", "The episode in which it is.",
       [](const Place& p, const View& v) { return wrap(v, p.episode); }},
      {"url", "text", "Address of the moment.",
       [](const Place& p, const View& v) { return Value::text(url_of_place(v, p)); }},
      {"time", "time?", "When it is, as in `passage`.",
       [](const Place& p, const View& v) {
         const std::shared_ptr<const SpokenText>& spoken = v.site().episodes[p.episode].spoken;
         return spoken ? wrap(v, time_near(*spoken, p.paragraph)) : v.absent();
       }},
  };
  return fields;
}

std::span<const Field<EntityCount>> Contract<EntityCount>::fields() {
  static constexpr Field<EntityCount> fields[] = {
      {"title", "text", "Name of what is counted.",
       [](const EntityCount& c, const View& v) { return v.text(title_of(v.site(), c.entity)); }},
      {"url", "text", "Address of its page.",
       [](const EntityCount& c, const View& v) { return Value::text(v.url(c.entity)); }},
      {"kind", "text", "episode, guest, topic, resource, show or page.",
       [](const EntityCount& c, const View&) { return Value::view(kind_of(c.entity).name); }},
      {"count", "number", "How often it comes up.",
       [](const EntityCount& c, const View& v) { return v.number(std::size_t{c.count}); }},
      {"places", "list of number",
       "Where it comes up in the episode, in hundredths of its length; empty if it was not counted "
       "in one episode.",
       [](const EntityCount& c, const View& v) {
         std::vector<Value> places;
         if (c.episode)
           for (int place : places_in_episode(v, c.entity, *c.episode))
             places.push_back(Value::integer(place));
         return Value::list(std::move(places));
       }},
  };
  return fields;
}

std::span<const Field<SpeakerCount>> Contract<SpeakerCount>::fields() {
  static constexpr Field<SpeakerCount> fields[] = {
      {"name", "text", "Name of the speaker.",
       [](const SpeakerCount& s, const View&) { return Value::text(s.name); }},
      {"person", "person?", "The person, if known.",
       [](const SpeakerCount& s, const View& v) { return wrap(v, s.person); }},
      {"count", "number", "How often the speaker mentions it.",
       [](const SpeakerCount& s, const View& v) { return v.number(std::size_t{s.count}); }},
      {"url", "text",
       "Address of what the speaker says about it: on the person's page, if it is among what they "
       "name most often, else a search.",
       [](const SpeakerCount& s, const View&) { return Value::text(s.url); }},
  };
  return fields;
}

std::span<const Field<YearCount>> Contract<YearCount>::fields() {
  static constexpr Field<YearCount> fields[] = {
      {"year", "number", "The year.",
       [](const YearCount& y, const View& v) { return v.number(std::size_t(y.year)); }},
      {"url", "text",
       "Address of the first mention of that year, if a part of the page has it; else empty.",
       [](const YearCount& y, const View&) { return Value::text(y.url); }},
      {"count", "number", "How often it is mentioned in that year.",
       [](const YearCount& y, const View& v) { return v.number(std::size_t{y.count}); }},
  };
  return fields;
}

}  // namespace kbgen
