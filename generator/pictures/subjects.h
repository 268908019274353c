// What the picture of a page says: taken from the site, in its language.
#pragma once

#include <string>
#include <vector>

#include "base/strings.h"
#include "model/knowledge.h"
#include "pictures/picture.h"

namespace kbgen {

// Whether pages have pictures at all. Without `base_url` they have none, because a picture must be
// named by its whole address. Reports `missing-font`.
bool has_pictures(const Config& config, const FontFiles& fonts, Diagnostics& diag);

// The path of a page's picture, on a site that has pictures; empty for the one page that nobody
// shares: that nothing was found.
std::string picture_path(const Page& page);

// Const, so that all pages share one.
class PictureMaker {
 public:
  PictureMaker(const Knowledge& known, const Strings& strings);

  Picture operator()(const Page& page) const;

 private:
  class TimelineMaker;
  using Order = std::vector<EpisodeId>;

  void describe(const Episode& episode, Picture& picture) const;
  void describe(const Person& person, Picture& picture) const;
  void describe(const Topic& topic, Picture& picture) const;
  void describe(const Resource& resource, Picture& picture) const;
  void describe(const Show& show, Picture& picture) const;
  void describe(const StaticPage&, Picture&) const {}  // its title says it
  void describe_list(const Page& page, Picture& picture) const;
  void describe_version(const Version& version, Picture& picture) const;

  std::string count(std::string_view key, std::size_t number) const;
  std::string mentions_in(EntityId entity) const;
  void add_site_facts(Picture& picture) const;
  Timeline of_mentions(EntityId entity) const;
  Timeline of_all(const Order& order) const;

  const Config& config_;
  const Strings& strings_;
  const Site& site_;
  const Links& links_;
  Order transcribed_;  // the episodes with a transcript, oldest first
};

}  // namespace kbgen
