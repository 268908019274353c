// Who speaks in JSON: the keys under which programs say it, and their lists of names.
#pragma once

#include <map>
#include <string>

#include "base/json.h"

namespace kbgen {

class JsonSpeakers {
 public:
  // Reads the names in a list `speakers` at the top: [{id: 0, name: "Ada"}].
  explicit JsonSpeakers(const Json& json);

  // The label of who speaks in a segment or word; empty if it tells nobody. A number becomes
  // "Speaker 0" where the file has no name for it.
  std::string name_of(const Json& item) const;
  std::string name_for(const Json* speaker) const;  // of the value of a key, which may be null

 private:
  std::string name_in(const Json& item) const;

  std::map<std::string, std::string> names_;  // by id as it is written
};

}  // namespace kbgen
