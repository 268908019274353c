// Values that fields of the contract (contract.h) compute instead of looking them up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theme/view.h"

namespace kbgen {

// About the page being rendered: values of fields of `page` in the contract. feed_path() is a path
// of the site, the others are texts and addresses.
std::string page_description(const View& view);
std::string root_url(const View& view);
std::string markdown_url(const View& view);
std::string feed_path(const View& view);
std::string edit_url(const View& view);

// About the site.
std::vector<ExternalLink> navigation(const View& view);
std::vector<ExternalLink> footer_links(const View& view);
std::vector<EntityCount> most_discussed(const View& view, std::size_t limit);

// About entities.
std::string description_of(const Site& site, EntityId entity);  // a sentence or two; may be empty
std::vector<std::string> texts_of(const std::vector<SpokenName>& names);
enum class Role { host, guest };
std::vector<EpisodeId> episodes_as(const View& view, PersonId person, Role role);
// At most eight things of one kind that are said together with the entity, the strongest first.
template <class Id>
std::vector<Relation> related_to(const View& view, EntityId entity) {
  constexpr std::size_t shown = 8;
  std::vector<Relation> related;
  for (const Relation& relation : view.links().related[entity])
    if (std::holds_alternative<Id>(relation.other) && related.size() < shown)
      related.push_back(relation);
  return related;
}
// Topics that come up in the episodes of a person, each with the number of these episodes.
std::vector<EntityCount> topics_with(const View& view, PersonId person);
// The transcript as files of the site: those that `downloads` of config.yaml names, and the
// Markdown twin of the page, unless Markdown has a file of its own.
std::vector<Download> downloads_of(const View& view, const Episode& episode);
// The names of all other formats, which downloads.js makes in the reader's browser.
std::vector<std::string> downloads_in_browser(const View& view, const Episode& episode);
jinja::Value image_url(const View& view, const std::string& path);
// The address of a recording: `url` itself if it is elsewhere, else the path of a file of the site.
std::string recording_url(const View& view, std::string_view url);
// The address of an episode's recording as a file; empty if it is none, as on YouTube.
std::string recorded_file(const View& view, const Episode& episode);
// The address to which seconds are appended for a link into the recording. Empty if there is no
// recording that can be played from a given time.
std::string moments_url(const View& view, const Episode& episode);
std::vector<EntityCount> shared_with(const View& view, const RelatedEpisode& related);
std::vector<SpeakerTalk> talk_of(const View& view, const Episode& episode);
// A sentence in which the page of `from` links to another page, the words of the link as <mark>.
std::string html_of(const View& view, EntityId from, const LinkingSentence& sentence);

}  // namespace kbgen
