// What the picture of a page says: taken from the site, in its language.
#pragma once

#include <string>
#include <vector>

#include "content/config.h"
#include "language/messages.h"
#include "model/links.h"
#include "model/plan.h"
#include "model/site.h"
#include "pictures/picture.h"

namespace kbgen {

// Gives each page the path of its picture, but for the one that nobody shares:
// that nothing was found. Without `base_url` there is none, because a picture
// must be named by its whole address. Reports `missing-font`.
void plan_pictures(const Config& config, const FontFiles& fonts, Plan& plan, Diagnostics& diag);

// Const, so that all pages share one.
class PictureMaker {
 public:
  PictureMaker(const Config& config, const Strings& strings, const Site& site, const Links& links);

  Picture operator()(const Page& page) const;

 private:
  class TimelineMaker;
  using Order = std::vector<EpisodeId>;

  void describe(EpisodeId id, Picture& picture) const;
  void describe(PersonId id, Picture& picture) const;
  void describe(TopicId id, Picture& picture) const;
  void describe(ResourceId id, Picture& picture) const;
  void describe(ShowId id, Picture& picture) const;
  void describe(StaticPageId, Picture&) const {}  // its title says it
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
