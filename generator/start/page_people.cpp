#include "start/page_people.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/yaml_writer.h"

namespace kbgen {

static std::vector<std::string> texts_in(const Yaml& keys, const char* key) {
  std::vector<std::string> texts;
  if (const Yaml* list = keys.find(key))
    for (const Yaml& item : list->items) texts.push_back(item.text);
  return texts;
}

void PagePeople::add(const std::string& slug, bool is_host, Parts& parts) const {
  auto is_in = [&](const std::vector<std::string>& list) {
    return std::ranges::find(list, slug) != list.end();
  };
  // Whoever hosts the show is no guest, wherever the name stands.
  if (is_in(hosts_of_show_)) is_host = true;
  if (!is_in(parts.hosts) && !is_in(parts.guests))
    (is_host ? parts.hosts : parts.guests).push_back(slug);
}

// Finds whom a name means: a page of the site by the name of its file, or anybody else by name.
PersonGuess PagePeople::find(const std::string& name, const std::vector<std::string>& near,
                             ImportedEpisode& made) {
  if (auto page = pages_.find(name); page != pages_.end()) return {page->second, "", false, true};
  PersonGuess who = known_.find_or_add(name, near);
  if (!who.slug.empty() && !who.is_found_by_label)
    made.findings.push_back({"person", fmt::format("“{}” is {}", name, who.slug), who.why});
  if (!who.is_new) return who;
  NewContent guest;
  guest.title = known_.name_of(who.slug);
  guest.slug = who.slug;
  guest.date = today_;
  made.files.push_back(new_content_file(ContentKind::person, guest));
  return who;
}

void PagePeople::take_names(Yaml& keys, ImportedEpisode& made) {
  Parts parts;
  for (bool are_hosts : {true, false})
    for (const std::string& name : texts_in(keys, are_hosts ? "hosts" : "guests")) {
      PersonGuess who = find(name, hosts_of_show_, made);
      if (who.slug.empty())
        made.findings.push_back(
            {"person", name, "left out: does not look like the name of a person"});
      else
        add(who.slug, are_hosts, parts);
    }
  set_member(keys, "hosts", yaml_list(parts.hosts));
  set_member(keys, "guests", yaml_list(parts.guests));
}

void PagePeople::take_speakers(const Transcript& transcript, Yaml& keys, Yaml& settings,
                               ImportedEpisode& made) {
  Parts parts{texts_in(keys, "hosts"), texts_in(keys, "guests")};
  Yaml explained;
  for (const std::string& label : transcript.speakers) {
    std::string name = label;
    for (const LegendEntry& entry : transcript.legend)
      if (entry.label == label) name = entry.meaning;
    std::vector<std::string> near = hosts_of_show_;
    near.insert(near.end(), parts.hosts.begin(), parts.hosts.end());
    near.insert(near.end(), parts.guests.begin(), parts.guests.end());
    PersonGuess who = find(name, near, made);
    if (who.slug.empty()) continue;
    if (!who.is_found_by_label) set_member(explained, label, yaml_scalar(who.slug));
    add(who.slug, false, parts);
  }
  set_member(keys, "hosts", yaml_list(parts.hosts));
  set_member(keys, "guests", yaml_list(parts.guests));
  if (explained.is_map() && !settings.find("speakers"))
    set_member(settings, "speakers", std::move(explained));
}

}  // namespace kbgen
