// What the settings of another program say of its site that ours can say, too.
#pragma once

#include <vector>

#include "base/yaml.h"
#include "start/foreign_site.h"

namespace kbgen {

// The title, the description, the address and the language that are set there, in the order of
// config.yaml. `settings` may be no map.
std::vector<SiteSetting> site_settings_of(const Yaml& settings);

}  // namespace kbgen
