// Pinned pages: any bytes as a file of the right name, and as the words of a
// page that is about to be pinned.
#include "base/front_matter.h"
#include "base/text.h"
#include "content/version_files.h"
#include "fuzz/small_site.h"
#include "fuzz/target.h"

namespace kbgen::fuzz {

namespace {

// A file that says what it was pinned with.
std::optional<VersionRecord> read_pinned(const std::string& text, Diagnostics& diag) {
  const SmallSite& around = small_site();
  std::string path =
      around.project.content + "/versions/topics/mills/2024-01-02-" + version_hash(text) + ".md";
  ContentFile file{ContentKind::version, file_stem(path),
                   std::make_shared<const SourceFile>(SourceFile{path, text}), nullptr};
  std::vector<LookedAt> looked_at;
  std::vector<KeyNote> notes;
  RecordSource source{file, around.sources, around.project, looked_at, notes};
  source.body = whole_file(*file.source);
  if (std::optional<FrontMatter> front_matter = find_front_matter(*file.source)) {
    source.body = front_matter->body;
    if (std::optional<Yaml> yaml = parse_yaml(front_matter->fields, diag); yaml && yaml->is_map())
      source.front_matter = std::move(*yaml);
  }
  std::optional<VersionRecord> version = read_version(source, diag);
  if (version) version->file = nullptr;  // it goes with this function
  return version;
}

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("fuzz", bytes);
  require(read_pinned(file.text, diag).has_value(),
          "a file with its own hash says what was pinned");
  require_utf8(format_diagnostics(diag), "a report");
  require_utf8(version_body(file.text), "the words of a version");
  if (std::optional<VersionName> name = parse_version_name(file.text))
    require(format_version_name(*name) == file.text, "the name of a version is written as it was");

  // A page always has a title.
  std::string title = "Title " + file.text.substr(0, file.text.find('\n'));
  std::string pinned = format_version(
      {title, "topics/mills/", file.text, *parse_date("2024-01-02"), "https://example.org"});
  Diagnostics of_pinned;
  std::optional<VersionRecord> version = read_pinned(pinned, of_pinned);
  require(version && !of_pinned.has_errors(), "a page that is pinned can be read");
  require(version_body(pinned) == trim(file.text), "a page that is pinned keeps its words");
}

const AddTarget added("versions", read);

}  // namespace

}  // namespace kbgen::fuzz
