#include "commands/last_build.h"

#include <fmt/format.h>

#include <charconv>

#include "base/digest.h"
#include "base/disk.h"
#include "base/own_folder.h"
#include "base/text.h"
#include "pictures/fonts.h"
#include "theme/load_theme.h"
#include "theme/theme_files.h"

namespace kbgen {

namespace {

std::string line_of(const std::string& path, const std::optional<FileStamp>& stamp) {
  if (!stamp) return path + "\n";
  return fmt::format("{} {} {} {}\n", path, stamp->size, stamp->number, stamp->changed_ns);
}

// All files below a folder; nothing if a part of it cannot be read.
std::optional<std::vector<std::string>> files_below(const std::string& folder) {
  Diagnostics trouble;
  std::vector<std::string> files = list_files(folder, trouble);
  if (!trouble.all().empty()) return std::nullopt;
  return files;
}

// Whether a path below the project's root is of the lock.
bool is_of_lock(std::string_view path) {
  return path.starts_with("permalinks/") || path == "permalinks.lock";
}

// Every file that a build could read, but for the lock, which a build may write.
std::optional<std::vector<std::string>> inputs_of(const Project& project) {
  std::vector<std::string> inputs;
  for (const std::string& folder : {project.root, project.content}) {
    std::optional<std::vector<std::string>> files = files_below(folder);
    if (!files) return std::nullopt;
    for (const std::string& file : *files) {
      std::string path = join_path(folder, file);
      bool is_output = path.starts_with(project.output + "/");
      bool is_lock = folder == project.root && is_of_lock(file);
      if (!is_output && !is_lock) inputs.push_back(std::move(path));
    }
  }
  Diagnostics trouble;
  for (const std::string& path : theme_files(project, trouble)) inputs.push_back(path);
  if (!trouble.all().empty()) return std::nullopt;
  for (const auto* weight : {&font_files().regular, &font_files().bold})
    inputs.insert(inputs.end(), weight->begin(), weight->end());
  // Another program may make another site of the same files.
  inputs.insert(inputs.end(), {lunr_js_file(), own_program()});
  return inputs;
}

}  // namespace

LastBuild::LastBuild(const Project& project, const std::string& request)
    : project_(project), request_(request + "\n" + project.themes + "\n" + KBGEN_VERSION) {
  std::optional<std::vector<std::string>> inputs = inputs_of(project);
  is_settled_ = inputs.has_value();
  if (!inputs) return;
  for (const std::string& path : *inputs) {
    std::optional<FileStamp> stamp = stamp_of(path);
    is_settled_ = is_settled_ && stamp == settled_stamp_of(path);
    inputs_ += line_of(path, stamp);
  }
}

// In the project's own folder, because a site has the same bytes on every machine.
std::string LastBuild::path() const {
  return join_path(project_.root, ".kbgen/last-build-" + digest_of(project_.output).substr(0, 8));
}

// The files of a site whose names begin with '.', which list_files() passes over.
constexpr std::string_view hidden_files[] = {".nojekyll", ".kbgen/manifest.json"};

// The stamps of the site's files. Whoever changes one of them in the same tick of the clock in
// which it was published is not noticed; the next build that has something to do puts it right.
std::string LastBuild::site() const {
  std::string lines;
  std::vector<std::string> files =
      files_below(project_.output).value_or(std::vector<std::string>());
  files.insert(files.end(), std::begin(hidden_files), std::end(hidden_files));
  for (const std::string& file : files)
    lines += line_of(file, stamp_of(join_path(project_.output, file)));
  return digest_of(lines);
}

std::string LastBuild::made_of() const {
  std::string lines = request_ + "\n" + inputs_;
  std::vector<std::string> locks{join_path(project_.root, "permalinks.lock")};
  const std::string folder = join_path(project_.root, "permalinks");
  for (const std::string& file : files_below(folder).value_or(std::vector<std::string>()))
    locks.push_back(join_path(folder, file));
  for (const std::string& path : locks) lines += line_of(path, stamp_of(path));
  return digest_of(lines);
}

std::optional<BuildRecord> LastBuild::find() const {
  std::optional<std::string> bytes = try_to_read(path()).bytes;
  if (!bytes || !is_settled_) return std::nullopt;
  std::vector<std::string_view> parts = split(*bytes, '\0');
  bool is_whole = parts.size() == 9 && parts[0] == digest_of(bytes->substr(parts[0].size() + 1));
  if (!is_whole || parts[1] != made_of() || parts[2] != site()) return std::nullopt;
  BuildRecord record{0,
                     std::string(parts[4]),
                     std::string(parts[5]),
                     std::string(parts[6]),
                     std::string(parts[7]),
                     std::string(parts[8])};
  auto [end, error] =
      std::from_chars(parts[3].data(), parts[3].data() + parts[3].size(), record.files);
  return error == std::errc() ? std::optional(std::move(record)) : std::nullopt;
}

void LastBuild::keep(const BuildRecord& record) const {
  // A link at this path is removed, too: writing through it could change a file elsewhere.
  remove_file(path());
  if (!is_settled_) return;
  std::string bytes;
  for (const std::string& part : {made_of(), site(), std::to_string(record.files), record.report,
                                  record.content, record.problems, record.size})
    bytes += part + '\0';
  bytes += record.oddities;
  write_file(path(), digest_of(bytes) + '\0' + bytes);
}

}  // namespace kbgen
