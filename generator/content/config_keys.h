// The keys of config.yaml, for a test that each is explained to authors, and for fuzzing.
#pragma once

#include <string>
#include <vector>

namespace kbgen {

// Every key that config.yaml may have; those of a show as "shows.title".
std::vector<std::string> config_keys();

}  // namespace kbgen
