#include "start/show_entry.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/yaml.h"

namespace kbgen {

namespace {

std::string entry_of(const NewShow& show, const std::string& indent) {
  std::string text = fmt::format("{}{}:\n", indent, show.slug);
  auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) text += fmt::format("{0}{0}{1}: {2}\n", indent, key, yaml_quoted(value));
  };
  add("title", show.title);
  add("author", show.author);
  add("description", show.description);
  add("url", show.url);
  add("feed", show.feed);
  add("image", show.image);
  return text;
}

}  // namespace

const ShowRecord* show_of_feed(const Config& config, const Feed& feed, const std::string& address) {
  auto is_it = [&](const ShowRecord& show) {
    return (!address.empty() && show.feed == address) || fold(show.title) == fold(feed.title);
  };
  auto found = std::ranges::find_if(config.shows, is_it);
  if (found != config.shows.end()) return &*found;
  bool is_only_one = config.shows.size() == 1 && config.shows[0].feed.empty();
  return is_only_one ? &config.shows[0] : nullptr;
}

NewShow new_show(const Feed& feed, const std::string& slug, const std::string& address) {
  return {slug, feed.title, feed.description, feed.author, feed.link, address, ""};
}

std::optional<std::string> config_with_show(const SourceFile& config, const NewShow& show) {
  Diagnostics trouble;
  std::optional<Yaml> yaml = parse_yaml(whole_file(config), trouble);
  if (!yaml || trouble.has_errors() || !yaml->is_map()) return std::nullopt;
  std::string text = config.text;
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  const Yaml* shows = yaml->find("shows");
  if (!shows) return text + "\nshows:\n" + entry_of(show, "  ");
  if (!shows->is_map() || shows->members.empty()) return std::nullopt;
  // The new show goes above the first one and has the same indentation.
  Span first = shows->members[0].key_span;
  std::string_view line = line_of(config, first.begin);
  auto begin = static_cast<std::size_t>(line.data() - config.text.data());
  std::string indent = config.text.substr(begin, first.begin - begin);
  if (indent.empty() || indent.find_first_not_of(' ') != indent.npos) return std::nullopt;
  return text.insert(begin, entry_of(show, indent));
}

}  // namespace kbgen
