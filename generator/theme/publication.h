// All that the files of a site are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/messages.h"
#include "model/knowledge.h"
#include "model/page_dates.h"
#include "model/routes.h"
#include "publish/outputs.h"
#include "theme/theme.h"

namespace kbgen {

// Everything that it refers to outlives it.
struct Publication {
  const Knowledge& known;
  const Theme& theme;
  const Staging& staging;             // where finished files wait
  std::vector<PageDate> dates;        // of the pages of the plan, in its order
  std::vector<LockedPage> removed{};  // pages that were published and are gone on purpose
  bool has_pictures = false;          // whether pages have pictures for sharing

  const Config& config() const { return known.config(); }
  const Site& site() const { return known.site; }
  const Links& links() const { return known.links; }
  const Plan& plan() const { return known.plan; }
  const Strings& strings() const { return *theme.strings; }
  UrlStyle url_style() const;

  // Of a page that is not in the plan nothing is known.
  const PageDate& date_of(const Page& page) const;
  // Path of the page's picture for sharing; empty: it has none.
  std::string picture_of(const Page& page) const;
  // With the host; empty without `base_url`.
  std::string absolute_url(std::string_view path) const;
};

// What the page is called in its head and in citations: an entity's title, or a word of the
// theme's strings.
std::string title_of(const Publication& publication, const Page& page);

}  // namespace kbgen
