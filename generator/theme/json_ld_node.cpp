#include "theme/json_ld_node.h"

#include <algorithm>

#include "base/text.h"
#include "theme/meta_facts.h"

namespace kbgen {

// The address of a licence of Creative Commons by its name: "CC BY-NC-SA 4.0", "CC0 1.0". Empty for
// any other text.
static std::string creative_commons_url(std::string_view license) {
  std::vector<std::string_view> words = split_words(license);
  if (words.size() == 2 && lower_ascii(words[0]) == "cc0" && words[1] == "1.0")
    return "https://creativecommons.org/publicdomain/zero/1.0/";
  static constexpr std::string_view kinds[] = {"by",    "by-sa",    "by-nc",
                                               "by-nd", "by-nc-sa", "by-nc-nd"};
  static constexpr std::string_view versions[] = {"1.0", "2.0", "2.5", "3.0", "4.0"};
  if (words.size() != 3 || lower_ascii(words[0]) != "cc") return "";
  std::string kind = lower_ascii(words[1]);
  bool is_known = std::ranges::find(kinds, kind) != std::end(kinds) &&
                  std::ranges::find(versions, words[2]) != std::end(versions);
  return is_known
             ? "https://creativecommons.org/licenses/" + kind + "/" + std::string(words[2]) + "/"
             : "";
}

void SchemaNode::add(std::string_view property, Json value) {
  bool is_empty =
      (value.text() && value.text()->empty()) || (value.list() && value.list()->empty());
  if (!is_empty) members_.emplace_back(property, std::move(value));
}

void SchemaNode::add_known(std::string_view property, const std::optional<int>& number) {
  if (number) add(property, *number);
}

void SchemaNode::add_known(std::string_view property, const std::optional<Date>& date) {
  if (date) add(property, format_date_iso(*date));
}

void SchemaNode::add_known(std::string_view property, const std::optional<Timecode>& length) {
  if (length) add(property, format_iso_duration(*length));
}

void SchemaNode::add_license(std::string_view license) {
  if (license.empty()) return;
  std::string url = creative_commons_url(license);
  if (url.empty()) url = web_url(license);
  if (!url.empty()) return add("license", url);
  SchemaNode named("CreativeWork");
  named.add("name", license);
  add("license", std::move(named).take());
}

}  // namespace kbgen
