#include "start/foreign_settings.h"

#include <initializer_list>
#include <string_view>

#include "base/html.h"
#include "base/text.h"
#include "start/generator_paths.h"

namespace kbgen {

namespace {

// The first text that stands under one of the keys, at the top or in Hugo's and Zola's table for
// what themes read.
std::string first_text(const Yaml& settings, std::initializer_list<const char*> keys) {
  for (const char* table : {"", "params", "extra"}) {
    const Yaml* here = *table ? settings.find(table) : &settings;
    if (!here) continue;
    for (const char* key : keys)
      if (std::string text = collapse_space(text_of(*here, key)); !text.empty()) return text;
  }
  return "";
}

std::string without_slash(std::string address) {
  while (address.ends_with('/')) address.pop_back();
  return address;
}

// Jekyll parts an address: `url: https://example.org`, `baseurl: /podcast`.
std::string address_in(const Yaml& settings) {
  std::string address = first_text(settings, {"baseURL", "base_url", "url", "siteUrl", "site_url"});
  std::string path = text_of(settings, "baseurl");
  if (path.starts_with('/') && !address.ends_with(path)) address = without_slash(address) + path;
  bool is_address = address.starts_with("https://") || address.starts_with("http://");
  return is_address && is_safe_url(address) ? without_slash(address) : "";
}

}  // namespace

std::vector<SiteSetting> site_settings_of(const Yaml& settings) {
  if (!settings.is_map()) return {};
  std::string language = first_text(settings, {"languageCode", "defaultContentLanguage",
                                               "default_language", "lang", "locale", "language"});
  std::vector<SiteSetting> found;
  auto add = [&](const char* key, std::string value) {
    if (!value.empty()) found.push_back({key, std::move(value)});
  };
  add("title", first_text(settings, {"title", "name", "site_name", "podcast_title"}));
  add("description", first_text(settings, {"description", "tagline", "subtitle", "site_description",
                                           "podcast_description"}));
  add("base_url", address_in(settings));
  add("language", replace_all(language, "_", "-"));
  return found;
}

}  // namespace kbgen
