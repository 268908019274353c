// The export of Podlove Publisher, a plugin of WordPress: tables of its database as XML
// (lib/modules/import_export of its sources). It names posts by their number and has no words of
// them.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/xml.h"
#include "start/foreign_site.h"

namespace kbgen {

inline constexpr std::string_view podlove_namespace = "podlove-podcast-publisher/export";

class PodloveEpisodes {
 public:
  // Reads an export; any other XML is passed over.
  void read(const XmlNode& root, std::shared_ptr<const SourceFile> source);

  // Adds what the export says of a post to its front matter.
  void add_to(const std::string& post_id, Yaml& front_matter);

  // Adds the episodes whose posts were not asked for as pages of their own.
  void add_others(ForeignSite& site) const;

 private:
  struct Episode {
    Yaml keys;
    std::string slug;
    std::shared_ptr<const SourceFile> source;
    bool has_post = false;
  };
  std::map<std::string, Episode> by_post_;
};

}  // namespace kbgen
