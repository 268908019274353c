#include "suggest/editable_file.h"

#include "base/disk.h"
#include "base/encoding.h"
#include "base/text.h"

namespace kbgen {

std::string EditableFile::bytes_of(const std::string& text) const {
  return (has_mark ? "\xEF\xBB\xBF" : "") + (has_returns ? replace_all(text, "\n", "\r\n") : text);
}

std::optional<EditableFile> open_for_edit(const std::string& path, std::string& problem) {
  auto [bytes, why_not] = try_to_read(path);
  if (!bytes) {
    problem = why_not.empty() ? "is not there any more" : "cannot be read: " + why_not;
    return std::nullopt;
  }
  Diagnostics diag;
  EditableFile file{decode_source(path, *bytes, diag), bytes->starts_with("\xEF\xBB\xBF"),
                    bytes->find("\r\n") != bytes->npos};
  if (file.bytes_of(file.source.text) == *bytes) return file;
  problem = "is not plain UTF-8 with line ends of one kind";
  return std::nullopt;
}

}  // namespace kbgen
