// Pinned versions of pages: content/versions/topics/kaggle/2026-11-21-5f3a0c81d2e4.md is what the
// page topics/kaggle/ said on that day. The name ends with the first digits of the file's SHA-256,
// so that anybody can check with `sha256sum FILE` that it is unchanged.
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

// Parses the name of a version, such as "2026-11-21-5f3a0c81d2e4"; nothing for any other text.
std::optional<VersionName> parse_version_name(std::string_view name);
std::string format_version_name(const VersionName& name);

// The 12 hex digits for the bytes of a pinned file. Every line end counts as '\n', because git may
// rewrite it as "\r\n".
std::string version_hash(std::string_view bytes);

// The folder of a page's versions below the content folder: "versions/topics/kaggle/" for
// "topics/kaggle/".
std::string versions_folder(std::string_view page);

// What a pinned file says: front matter, then `body` as Markdown. Views of the caller's texts.
struct VersionText {
  std::string_view title, page, body;
  Date date;
  std::string_view site;  // the site's base_url; may be empty
};
std::string format_version(const VersionText& version);

// The body of a pinned file: its text without the front matter.
std::string_view version_body(std::string_view text);

// Reads a pinned file. Reports `bad-version` for a wrong name or place, and `changed-version` for a
// file whose hash is not that of its name; both give nothing.
std::optional<VersionRecord> read_version(const RecordSource& source, Diagnostics& diag);

}  // namespace kbgen
