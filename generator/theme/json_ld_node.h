// A thing of schema.org while it is put together. What is not known is left
// out, so that whoever describes one need not ask.
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

  // Unless it is an empty text or an empty list.
  void add(std::string_view property, Json value);

  // If it is known, and dates as precisely as they are.
  void add_known(std::string_view property, const std::optional<int>& number);
  void add_known(std::string_view property, const std::optional<Date>& date);
  void add_known(std::string_view property, const std::optional<Timecode>& length);

  // Creative Commons' licences and URLs as addresses, others by name: `license`
  // is an address or a thing, never a text.
  void add_license(std::string_view license);

  Json::Map take() && { return std::move(members_); }

 private:
  Json::Map members_;
};

}  // namespace kbgen
