// What the tables of the contract compute rather than look up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "theme/view.h"

namespace kbgen {

// Of the page being made.
std::string page_description(const View& view);
std::string root_url(const View& view);
std::string markdown_url(const View& view);
std::string feed_path(const View& view);
std::string edit_url(const View& view);

// Of the site.
std::vector<ExternalLink> navigation(const View& view);
// What `footer_links` of config.yaml names.
std::vector<ExternalLink> footer_links(const View& view);
std::vector<Counted> most_discussed(const View& view, std::size_t limit);

// Of entities.
std::string description_of(const Site& site, EntityId entity);  // a sentence or two, or empty
std::vector<std::string> texts_of(const std::vector<SpokenName>& names);
enum class Role { host, guest };
std::vector<EpisodeId> episodes_as(const View& view, PersonId person, Role role);
// What is said with it and is of one kind, the strongest first.
template <class Id>
std::vector<Relation> related_to(const View& view, EntityId entity) {
  constexpr std::size_t shown = 8;
  std::vector<Relation> related;
  for (const Relation& relation : view.links().related[entity])
    if (std::holds_alternative<Id>(relation.other) && related.size() < shown)
      related.push_back(relation);
  return related;
}
// Topics that come up in the episodes of a person.
std::vector<Counted> topics_with(const View& view, PersonId person);
std::vector<Download> downloads_of(const View& view, const Episode& episode);
jinja::Value image_url(const View& view, const std::string& path);
// Of a file elsewhere, or of one of the site by its path.
std::string recording_url(const View& view, std::string_view url);
// Whether browsers play what is there; else it is a page about it.
bool is_video_file(std::string_view url);
// What seconds are put behind for a link into the recording; empty where there
// is none that can be entered at a time.
std::string moments_url(const View& view, const Episode& episode);
std::vector<Counted> shared_with(const View& view, const RelatedEpisode& related);
std::vector<TalkRow> talk_of(const Episode& episode);
// The sentence in which a page links to another, the link's words as <mark>.
std::string html_of(const View& view, EntityId from, const LinkingSentence& sentence);

}  // namespace kbgen
