#include "model/used_files.h"

#include <set>
#include <string>

namespace kbgen {

void keep_used(std::vector<StaticFile>& files, const Site& site) {
  std::set<std::string> used;
  for (EntityId id : all_entities(site))
    for (const Prose::Link& link : prose_of(site, id).links) used.insert(link.target.path);
  for (const Episode& episode : site.episodes) {
    used.insert(episode.image);
    if (episode.audio) used.insert(episode.audio->url);
    if (episode.video) used.insert(episode.video->url);
  }
  for (const Person& person : site.people) used.insert(person.image);
  for (const Show& show : site.shows) used.insert(show.image);
  std::erase_if(files, [&](const StaticFile& file) { return !used.contains(file.output_path); });
}

}  // namespace kbgen
