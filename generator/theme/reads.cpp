#include "theme/reads.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "model/routes.h"
#include "theme/contract.h"

namespace kbgen {

Subjects subjects_of(const Knowledge& known) {
  const Site& site = known.site;
  Subjects subjects;
  for (EntityId entity : all_entities(site)) subjects.emplace(path_of(site, entity), entity);
  for (const Version& version : site.versions) subjects.emplace(version.path, version.id);
  for (const Part& part : known.plan.parts) subjects.emplace(part.path, &part);
  for (const MapNode& node : known.map.nodes)
    subjects.emplace("map " + path_of(site, node.entity), &node);
  return subjects;
}

// The digest of a field's value as it is now; nothing if `row` is not of this type or has no such
// field.
template <class Row>
static std::optional<std::uint64_t> digest_now(const Row& row, std::string_view type,
                                               std::string_view field, const View& view) {
  if (type != Contract<Row>::name) return std::nullopt;
  for (const Field<Row>& known : Contract<Row>::fields())
    if (known.name == field) return digest_of_value(known.get(row, view));
  return std::nullopt;
}

static std::optional<std::uint64_t> digest_now(const Read& read, const Subjects& subjects,
                                               const View& view) {
  if (read.type == Contract<SiteRow>::name)
    return digest_now(SiteRow(), read.type, read.field, view);
  if (read.type == Contract<PageRow>::name)
    return digest_now(PageRow(), read.type, read.field, view);
  auto subject = subjects.find(read.subject);
  if (subject == subjects.end()) return std::nullopt;
  const Site& site = view.site();
  auto of = [&](const auto& row) { return digest_now(row, read.type, read.field, view); };
  if (auto* node = std::get_if<const MapNode*>(&subject->second)) return of(**node);
  if (auto* part = std::get_if<const Part*>(&subject->second)) return of(**part);
  if (auto* version = std::get_if<VersionId>(&subject->second)) return of(site.versions[*version]);
  return with_entity(site, std::get<EntityId>(subject->second), of);
}

const Read* first_difference(const std::vector<Read>& reads, const Subjects& subjects,
                             const View& view) {
  auto differs = [&](const Read& read) { return digest_now(read, subjects, view) != read.value; };
  auto found = std::ranges::find_if(reads, differs);
  return found == reads.end() ? nullptr : &*found;
}

std::string describe(const Read& read) {
  std::string what = read.type + "." + read.field;
  return read.subject.empty() ? what : what + " of " + read.subject;
}

// Each page is a line with its path, followed by one line for each read, which begins with a tab.
// Neither paths nor names of fields contain a tab.
std::string format_reads(const ReadsOfPages& pages) {
  std::string text;
  for (const auto& [path, page] : pages) {
    text += path + "\n";
    for (const Read& read : page.reads)
      text +=
          fmt::format("\t{}\t{}\t{}\t{:016x}\n", read.type, read.subject, read.field, read.value);
  }
  return text;
}

static std::optional<Read> parse_read(std::string_view line) {
  std::vector<std::string_view> parts = split(line, '\t');
  if (parts.size() != 5) return std::nullopt;
  Read read{std::string(parts[1]), std::string(parts[2]), std::string(parts[3])};
  const char* end = parts[4].data() + parts[4].size();
  auto [stop, error] = std::from_chars(parts[4].data(), end, read.value, 16);
  if (error != std::errc() || stop != end) return std::nullopt;
  return read;
}

ReadsOfPages parse_reads(std::string_view text) {
  ReadsOfPages pages;
  PageReads* page = nullptr;
  for (std::string_view line : split(text, '\n')) {
    if (!line.starts_with('\t')) {
      page = &pages[std::string(line)];
    } else if (std::optional<Read> read = parse_read(line)) {
      page->reads.push_back(std::move(*read));
    }
  }
  return pages;
}

// Why a page changed: the first read that differs. Empty if all are the same.
static std::string reason_of_change(const PageReads& before, const PageReads& now) {
  for (const Read& read : now.reads) {
    auto known =
        std::ranges::find_if(before.reads, [&](const Read& other) { return other.is_of(read); });
    if (known == before.reads.end()) return "it reads " + describe(read);
    if (known->value != read.value) return describe(read) + " has changed";
  }
  return now.reads.size() < before.reads.size() ? "it reads less" : "";
}

std::vector<std::string> explain_changes(const ReadsOfPages& before, const ReadsOfPages& now) {
  std::vector<std::string> lines;
  for (const auto& [path, page] : now) {
    auto known = before.find(path);
    std::string reason =
        known == before.end() ? "it is new" : reason_of_change(known->second, page);
    if (!reason.empty()) lines.push_back((path.empty() ? "the home page" : path) + ": " + reason);
  }
  return lines;
}

}  // namespace kbgen
