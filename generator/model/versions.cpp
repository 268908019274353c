#include "model/versions.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "content/versions.h"

namespace kbgen {

namespace {

// "- Ada, [4:51](../x/#t=291): so \\*it\\* is" → "Ada, 4:51: so *it* is". Only what
// twin.cpp writes is read.
std::string plain_line(std::string_view line) {
  while (line.starts_with('#') || line.starts_with('-') || line.starts_with(' '))
    line.remove_prefix(1);
  std::string plain;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size())
      plain += line[++i];
    else if (line.substr(i).starts_with("]("))
      i = std::min(line.find(')', i), line.size());
    else if (line[i] != '[')
      plain += line[i];
  }
  return plain;
}

std::vector<std::string> lines_of(std::string_view body) {
  std::vector<std::string> lines;
  for (std::string_view line : split(body, '\n'))
    if (!trim(line).empty()) lines.push_back(plain_line(line));
  return lines;
}

// Lines of `some` that are not among `others`, each as often as it is more.
std::vector<std::string> without(const std::vector<std::string>& some,
                                 const std::vector<std::string>& others) {
  std::multiset<std::string_view> left(others.begin(), others.end());
  std::vector<std::string> rest;
  for (const std::string& line : some) {
    auto same = left.find(line);
    if (same == left.end())
      rest.push_back(line);
    else
      left.erase(same);
  }
  return rest;
}

}  // namespace

VersionChanges changes_since(const TwinInput& input, const Plan& plan, const Version& version) {
  if (!version.page) return {};
  auto page = std::ranges::find(plan.pages, version.page, &Page::subject);
  std::vector<std::string> now = lines_of(words_of_page(input, *page, version.path));
  std::vector<std::string> then = lines_of(version_body(version.text));
  return {without(now, then), without(then, now)};
}

std::vector<VersionId> versions_of(const Site& site, EntityId page) {
  std::vector<VersionId> versions;
  for (const Version& version : site.versions)
    if (version.page == page) versions.push_back(version.id);
  std::ranges::reverse(versions);
  return versions;
}

}  // namespace kbgen
