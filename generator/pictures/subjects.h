// Makes what the share image of a page says, from the site's data and in its language.
#pragma once

#include <string>
#include <vector>

#include "language/messages.h"
#include "model/knowledge.h"
#include "pictures/picture.h"

namespace kbgen {

// Whether the site has share images: not without `base_url`, because a picture must be named by its
// whole address, not with `share_images: false`, and not if a font is missing, which is reported as
// `missing-font`.
bool has_pictures(const Config& config, const FontFiles& fonts, Diagnostics& diag);

// The path of a page's share image below the site's root, on a site that has share images. Empty
// for 404.html, which nobody shares.
std::string picture_path(const Page& page);

// Makes the pictures of all pages. Safe to use from several threads. `known` and `strings` must
// outlive it.
class PictureMaker {
 public:
  PictureMaker(const Knowledge& known, const Strings& strings);

  // What the picture of a page of the plan says.
  Picture operator()(const Page& page) const;

 private:
  class TimelineMaker;
  // Episodes in the order in which a timeline shows them.
  struct Order {
    std::vector<EpisodeId> ids;
    std::vector<int> ranks;  // of each episode of the site, -1: not shown; empty if `ids` has one

    explicit Order(EpisodeId only) : ids{only} {}
    Order(std::vector<EpisodeId> shown, std::size_t episodes_of_site);
    int rank_of(EpisodeId id) const {
      return !ranks.empty() ? ranks[id.index] : id == ids.front() ? 0 : -1;
    }
  };

  void describe(const Episode& episode, Picture& picture) const;
  void describe(const Person& person, Picture& picture) const;
  void describe(const Topic& topic, Picture& picture) const;
  void describe(const Resource& resource, Picture& picture) const;
  void describe(const Show& show, Picture& picture) const;
  void describe(const StaticPage&, Picture&) const {}  // a picture of it has only the title
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
  Order transcribed_;  // the episodes with a transcript
};

}  // namespace kbgen
