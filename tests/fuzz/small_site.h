// A knowledge base in memory, for readers that need one around them: an episode
// of a few captions, a person, two topics, a resource, a page.
#pragma once

#include <string>
#include <string_view>

#include "content/discover.h"
#include "content/parse.h"
#include "model/assemble.h"
#include "model/plan.h"

namespace kbgen::fuzz {

struct SmallSite {
  SmallSite();
  // With another file; `path` is below the content folder.
  SmallSite(const std::string& path, ContentKind kind, std::string text);

  Diagnostics diag;
  Project project;
  SourceTree sources;
  Records records;  // a copy of what the site was made of
  Site site;

 private:
  void add(const std::string& path, ContentKind kind, std::string text);
  void finish();
};

// The same one for every input.
const SmallSite& small_site();

}  // namespace kbgen::fuzz
