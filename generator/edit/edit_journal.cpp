#include "edit/edit_journal.h"

#include <algorithm>

#include "base/append_file.h"
#include "base/ascii.h"
#include "base/disk.h"
#include "base/json.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr std::size_t context = 48;

// Moves an offset to the left until a character begins there.
std::size_t begin_of_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && continues_letter(text[at])) --at;
  return at;
}

// `bytes` with `from` replaced by `to`, where the bytes around it are those of the entry.
std::optional<std::string> exchange(const JournalEntry& entry, std::string_view bytes,
                                    const std::string& from, const std::string& to) {
  const std::string known = entry.before + from + entry.after;
  std::size_t expected = entry.at - std::min<std::uint64_t>(entry.at, entry.before.size());
  std::size_t found = bytes.substr(std::min(expected, bytes.size())).starts_with(known)
                          ? expected
                          : bytes.find(known);
  if (found == bytes.npos) return std::nullopt;
  if (found != expected && bytes.find(known, found + 1) != bytes.npos) return std::nullopt;
  std::string out(bytes);
  return out.replace(found + entry.before.size(), from.size(), to);
}

std::string text_at(const Json& map, std::string_view key) {
  const Json* value = map.find(key);
  return value && value->text() ? *value->text() : "";
}

std::optional<JournalEntry> read_entry(const Json& line) {
  const Json* at = line.find("at");
  if (!at || !at->number()) return std::nullopt;
  return JournalEntry{
      text_at(line, "path"),    text_at(line, "what"),  static_cast<std::uint64_t>(*at->number()),
      text_at(line, "removed"), text_at(line, "added"), text_at(line, "before"),
      text_at(line, "after")};
}

// The number of entries that are not undone; the undone ones follow them.
std::size_t count_done(const std::vector<JournalEntry>& entries) {
  return static_cast<std::size_t>(std::ranges::count(entries, false, &JournalEntry::is_undone));
}

}  // namespace

JournalEntry entry_between(std::string path, std::string what, std::string_view from,
                           std::string_view to) {
  std::size_t begin = 0, end = 0, most = std::min(from.size(), to.size());
  while (begin < most && from[begin] == to[begin]) ++begin;
  begin = begin_of_character(from, begin);
  while (end < most - begin && from[from.size() - 1 - end] == to[to.size() - 1 - end]) ++end;
  while (end > 0 && continues_letter(from[from.size() - end])) --end;
  JournalEntry entry;
  entry.path = std::move(path);
  entry.what = std::move(what);
  entry.at = begin;
  entry.removed = from.substr(begin, from.size() - end - begin);
  entry.added = to.substr(begin, to.size() - end - begin);
  std::size_t left = begin_of_character(from, begin - std::min(begin, context));
  entry.before = from.substr(left, begin - left);
  std::size_t right = from.size() - end;
  entry.after =
      from.substr(right, begin_of_character(from, std::min(from.size(), right + context)) - right);
  return entry;
}

std::optional<std::string> without_edit(const JournalEntry& entry, std::string_view bytes) {
  return exchange(entry, bytes, entry.added, entry.removed);
}

std::optional<std::string> with_edit(const JournalEntry& entry, std::string_view bytes) {
  return exchange(entry, bytes, entry.removed, entry.added);
}

std::vector<JournalEntry> EditJournal::entries(std::string& problem) const {
  std::vector<JournalEntry> entries;
  ReadResult read = try_to_read(path_);
  problem = read.problem;
  if (!read.bytes) return entries;
  for (std::string_view line : split(*read.bytes, '\n')) {
    std::optional<Json> json = read_json(line);
    if (!json) continue;
    std::size_t done = count_done(entries);
    std::string step = text_at(*json, "step");
    if (step == "undo" && done > 0) entries[done - 1].is_undone = true;
    if (step == "redo" && done < entries.size()) entries[done].is_undone = false;
    if (step != "edit") continue;
    entries.resize(done);
    if (auto entry = read_entry(*json)) entries.push_back(std::move(*entry));
  }
  return entries;
}

std::string EditJournal::add(const JournalEntry& entry) const {
  return append(format_json(Json(Json::Map{{"step", "edit"},
                                           {"path", entry.path},
                                           {"what", entry.what},
                                           {"at", static_cast<std::int64_t>(entry.at)},
                                           {"removed", entry.removed},
                                           {"added", entry.added},
                                           {"before", entry.before},
                                           {"after", entry.after}})));
}

std::string EditJournal::note_undo() const { return append("{\"step\":\"undo\"}"); }
std::string EditJournal::note_redo() const { return append("{\"step\":\"redo\"}"); }

// A line that another run left unfinished must not swallow this one, so a line end comes first.
std::string EditJournal::append(const std::string& line) const {
  return append_to_file(path_, "\n" + line + "\n");
}

}  // namespace kbgen
