// A theme as a site uses it: layers that complete one another. On top the
// site's own theme/ folder, below it the theme of config.yaml, below that the
// one that it extends, and so on.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "jinja/environment.h"
#include "language/messages.h"
#include "theme/assets.h"
#include "theme/theme_file.h"

namespace kbgen {

struct Theme {
  std::string name;
  std::string title;
  std::unique_ptr<Strings> strings = std::make_unique<Strings>();  // of the site's language
  std::unique_ptr<jinja::Environment> templates;
  Assets assets;
  std::set<std::string, std::less<>> script_keys;  // of the strings that scripts look up
  std::set<std::string> listed_assets;             // published although no page asks for them
  std::vector<ThemeOption> options;                // as config.yaml set them
  jinja::Value option_values;                      // the same for templates: theme.options
};

}  // namespace kbgen
