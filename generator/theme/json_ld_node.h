// A thing of schema.org while it is put together. A property whose value is not known is left out,
// so callers need not check.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/time.h"

namespace kbgen {

class SchemaNode {
 public:
  explicit SchemaNode(std::string_view type) { add("@type", type); }

  // Adds a property, unless the value is an empty text or an empty list.
  void add(std::string_view property, Json value);

  // Add a property if the value is known. A date is as precise as it is known: "2020", "2020-03".
  void add_known(std::string_view property, const std::optional<int>& number);
  void add_known(std::string_view property, const std::optional<Date>& date);
  void add_known(std::string_view property, const std::optional<Timecode>& length);

  // Adds a licence: one of Creative Commons or a URL as an address, any other as a CreativeWork
  // with this name, because the property `license` takes no plain text.
  void add_license(std::string_view license);

  Json::Map take() && { return std::move(members_); }

 private:
  Json::Map members_;
};

}  // namespace kbgen
