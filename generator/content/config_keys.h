// For whoever explains config.yaml: no key is forgotten.
#pragma once

#include <string>
#include <vector>

namespace kbgen {

// Every key that it may have; of a show, as "shows.title".
std::vector<std::string> config_keys();

}  // namespace kbgen
