// A theme as a site uses it, put together from its layers (layers.h): templates, assets, strings
// and options. It does not change once it is loaded, and is safe to use from several threads.
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
  std::string name;                                                // `theme` of config.yaml
  std::string title;                                               // of its theme.yaml
  std::unique_ptr<Strings> strings = std::make_unique<Strings>();  // of the site's language
  std::unique_ptr<jinja::Environment> templates;
  Assets assets;
  std::set<std::string, std::less<>> script_keys;  // the keys of strings that scripts look up
  std::set<std::string> listed_assets;             // published although no page asks for them
  std::vector<ThemeOption> options;                // as config.yaml set them
  jinja::Value option_values;                      // the same as templates see it: theme.options
};

}  // namespace kbgen
