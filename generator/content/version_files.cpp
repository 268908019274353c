#include "content/version_files.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/disk.h"
#include "base/front_matter.h"
#include "base/json.h"
#include "base/text.h"
#include "content/fields.h"

namespace kbgen {

namespace {

constexpr std::string_view folder = "versions/";
constexpr std::size_t hash_digits = 12;
constexpr std::string_view how = "`kbgen pin` makes such files; leave them as they are";

std::string text_with_plain_ends(std::string_view bytes) {
  return replace_all(std::string(bytes), "\r\n", "\n");
}

// "content/versions/topics/kaggle/x.md" → "topics/kaggle/"
std::string page_of(const std::string& path, const std::string& content) {
  std::string below = relative_path(path, content).substr(folder.size());
  return parent_path(below) + "/";
}

}  // namespace

std::optional<VersionName> parse_version_name(std::string_view name) {
  constexpr std::size_t date_size = std::string_view("2026-11-21").size();
  if (name.size() != date_size + 1 + hash_digits || name[date_size] != '-') return std::nullopt;
  std::optional<Date> date = parse_date(name.substr(0, date_size));
  std::string_view hash = name.substr(date_size + 1);
  bool is_hash = hash.find_first_not_of("0123456789abcdef") == hash.npos;
  if (!date || date->day == 0 || !is_hash) return std::nullopt;
  return VersionName{*date, std::string(hash)};
}

std::string format_version_name(const VersionName& name) {
  return format_date_iso(name.date) + "-" + name.hash;
}

std::string version_hash(std::string_view bytes) {
  return sha256_of(text_with_plain_ends(bytes)).substr(0, hash_digits);
}

std::string versions_folder(std::string_view page) {
  return std::string(folder) + std::string(page);
}

// The title is quoted as JSON, which is valid YAML, too.
std::string format_version(const VersionText& version) {
  std::string text = fmt::format("---\ntitle: {}\npage: {}\ndate: {}\n", format_json(version.title),
                                 version.page, format_date_iso(version.date));
  if (!version.site.empty()) text += fmt::format("site: {}\n", version.site);
  return text + fmt::format("---\n\n{}\n", trim(version.body));
}

std::string_view version_body(std::string_view text) {
  constexpr std::string_view end = "\n---\n";
  std::size_t at = text.starts_with("---\n") ? text.find(end) : text.npos;
  return at == text.npos ? text : trim(text.substr(at + end.size()));
}

std::optional<VersionRecord> read_version(const RecordSource& source, Diagnostics& diag) {
  const SourceFile& file = *source.file.source;
  std::optional<VersionName> name = parse_version_name(file_stem(file.path));
  VersionRecord version;
  version.file = &file;
  version.page = page_of(file.path, source.project.content);
  if (!name || version.page == "/") {
    diag.error("bad-version", file.path,
               "a pinned page lies in a folder like its address and is called like "
               "2026-11-21-5f3a0c81d2e4.md",
               std::string(how));
    return std::nullopt;
  }
  Fields fields(&source.front_matter, diag);
  version.name = file_stem(file.path);
  version.date = name->date;
  version.title = fields.required_text("title", {&file, 0, 0});
  fields.text("page");
  fields.date("date");
  fields.text("site");
  fields.reject_unknown();
  std::string hash = version_hash(file.text);
  if (hash != name->hash) {
    diag.error("changed-version", file.path,
               fmt::format("this is not what was pinned: by its words it is {}", hash),
               "take the file back from an older commit; what is new goes into a new version: "
               "kbgen pin " +
                   version.page);
    return std::nullopt;
  }
  version.prose = markdown_html(source.body, {}, diag);
  return version;
}

}  // namespace kbgen
