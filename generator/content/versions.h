// Pages as they once were: content/versions/topics/kaggle/2026-11-21-5f3a0c81d2e4.md
// is what topics/kaggle/ said on that day. The name ends with the beginning of
// the file's SHA-256, so that anybody can see that it still says so:
// `sha256sum FILE`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/time.h"
#include "content/record_source.h"
#include "content/records.h"

namespace kbgen {

struct VersionName {
  Date date;
  std::string hash;  // 12 hex digits
};

// "2026-11-21-5f3a0c81d2e4"; nothing for anything else.
std::optional<VersionName> parse_version_name(std::string_view name);
std::string format_version_name(const VersionName& name);

// Of the bytes of a pinned file. Line ends count as '\n', because git may
// rewrite them.
std::string version_hash(std::string_view bytes);

// "topics/kaggle/" → "versions/topics/kaggle/", below the content folder.
std::string versions_folder(std::string_view page);

// A file as it is pinned: front matter, then `body`.
struct VersionText {
  std::string_view title, page, body;
  Date date;
  std::string_view site;  // its base_url; may be empty
};
std::string format_version(const VersionText& version);

// Without the front matter.
std::string_view version_body(std::string_view text);

// Reports `bad-version`, and `changed-version` for a file that does not say
// what was pinned.
std::optional<VersionRecord> read_version(const RecordSource& source, Diagnostics& diag);

}  // namespace kbgen
