// Everything that the files of a site are made of: the input of templates and exports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/messages.h"
#include "model/knowledge.h"
#include "model/page_dates.h"
#include "model/routes.h"
#include "publish/outputs.h"
#include "theme/sized_pictures.h"
#include "theme/theme.h"

namespace kbgen {

// It is const while files are made of it, on any thread. What it refers to must outlive it.
struct Publication {
  const Knowledge& known;
  const Theme& theme;
  const Staging& staging;             // takes the finished files
  std::vector<PageDate> dates;        // one for each page of the plan, in its order
  std::vector<LockedPage> removed{};  // pages that were published and are gone on purpose
  bool has_pictures = false;          // whether pages have pictures for sharing
  SizedPictures sized{};              // pictures that pages show as squares

  const Config& config() const { return known.config(); }
  const Site& site() const { return known.site; }
  const Links& links() const { return known.links; }
  const Plan& plan() const { return known.plan; }
  const Strings& strings() const { return *theme.strings; }
  UrlStyle url_style() const;

  // The dates of a page; both are unknown for a page that is not in the plan.
  const PageDate& date_of(const Page& page) const;
  // Path of the page's share image below the site's root; empty: it has none. A part has that of
  // the page that it continues.
  std::string picture_of(const Page& page) const;
  // The address with the host of a path of the site; empty without `base_url`.
  std::string absolute_url(std::string_view path) const;
};

// The title of a page, in its head and in citations: that of its entity or version, the site's
// title for the home page, else one of the theme's strings.
std::string title_of(const Publication& publication, const Page& page);

}  // namespace kbgen
