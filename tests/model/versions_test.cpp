#include "model/versions.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "content/version_files.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// A pinned file of a page, as `kbgen pin` writes it.
TextFile pinned(const std::string& page, const std::string& day, const std::string& body) {
  std::string text = format_version({"Mills", page, body, *parse_date(day), ""});
  return {
      versions_folder(page) + format_version_name({*parse_date(day), version_hash(text)}) + ".md",
      text};
}

std::vector<TextFile> with_topic(std::vector<TextFile> files) {
  files.push_back(
      {"topics/mills.md", "---\ntitle: Mills\naliases: [/wind/]\n---\nThey *grind* corn.\n"});
  return files;
}

}  // namespace

TEST_CASE("a version is found by the present path of its page, by an old one, and without a page") {
  MadeKnowledge made(with_topic({pinned("topics/mills/", "2024-01-02", "A.\n"),
                                 pinned("wind/", "2024-01-03", "B.\n"),
                                 pinned("topics/looms/", "2024-01-04", "C.\n")}));
  CHECK(lines_of(made.diag) == "");
  std::string lines;
  for (const Version& version : made.site().versions)
    lines += format_date_iso(version.date) + " " + version.page_path +
             (version.page ? "" : " gone") + " " +
             (version.path.starts_with("topics/mills/v/2024-01-02-") ? "1" : "0") + "\n";
  CHECK(
      lines ==
      "2024-01-04 topics/looms/ gone 0\n2024-01-02 topics/mills/ 1\n2024-01-03 topics/mills/ 0\n");
  CHECK(versions_of(made.site(), made.topic("mills")).size() == 2);
}

TEST_CASE("changes_since tells lines without Markdown that only one of the two pages has") {
  MadeKnowledge made(with_topic({pinned("topics/mills/", "2024-01-02",
                                        "They \\*turn\\* [slowly](../../).\n\nThey grind corn.\n"),
                                 pinned("topics/looms/", "2024-01-04", "C.\n")}));
  VersionChanges changes;
  for (const Version& version : made.site().versions) {
    VersionChanges found = changes_since(made.known, Strings(), version);
    if (version.page)
      changes = found;
    else
      CHECK(found.empty());
  }
  CHECK(join(changes.added, "|") == "");
  CHECK(join(changes.removed, "|") == "They *turn* slowly.");
}

}  // namespace kbgen
