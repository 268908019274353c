// Remembers every edit outside of the content, so that it can be taken back and done again, also by
// a later run of the program.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kbgen {

// A part of a file that was replaced by another one. The bytes around it find it again in a file
// that changed meanwhile.
struct JournalEntry {
  std::string path;      // of the file, below the project's root
  std::string what;      // "'Storkel' became 'Snorkel'"
  std::uint64_t at = 0;  // where it stood, in bytes
  std::string removed, added;
  std::string before, after;  // at most some dozen bytes on either side
  bool is_undone = false;
  bool operator==(const JournalEntry&) const = default;
};

// The entry that makes `from` into `to`.
JournalEntry entry_between(std::string path, std::string what, std::string_view from,
                           std::string_view to);

// `bytes` without the edit, or with it again. Nothing if its place cannot be found, or if it could
// be at several.
std::optional<std::string> without_edit(const JournalEntry& entry, std::string_view bytes);
std::optional<std::string> with_edit(const JournalEntry& entry, std::string_view bytes);

// The journal is a file of lines of JSON to which lines are only added; each is on the disk before
// the file that it is about changes. A line that was cut is passed over.
class EditJournal {
 public:
  explicit EditJournal(std::string path) : path_(std::move(path)) {}

  // What was done, in its order. Reads the file each time, because another process may write it,
  // too. What was undone before something else was done is not in it any more. A problem is why it
  // cannot be read.
  std::vector<JournalEntry> entries(std::string& problem) const;

  // Each returns an empty string, or what went wrong.
  std::string add(const JournalEntry& entry) const;
  std::string note_undo() const;  // of the last entry that is not undone
  std::string note_redo() const;  // of the first entry that is

 private:
  std::string append(const std::string& line) const;

  const std::string path_;
};

}  // namespace kbgen
