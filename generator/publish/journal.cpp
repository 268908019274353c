#include "publish/journal.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <set>

#include "base/digest.h"
#include "base/disk.h"
#include "base/json.h"
#include "base/text.h"

namespace kbgen {

std::string identity_of(const std::string& path) {
  struct stat info {};
  if (lstat(path.c_str(), &info) != 0) return "";
  return fmt::format("{}:{}", info.st_dev, info.st_ino);
}

std::string write_journal(const std::string& path, const Journal& journal) {
  const std::string folder = parent_path(path);
  auto written = [&](const std::string& other) {
    return other.empty() ? "" : relative_path(other, folder);
  };
  Json::List moves, removed(journal.removed.begin(), journal.removed.end()),
      adopted(journal.adopted.begin(), journal.adopted.end());
  for (const auto& [from, to] : journal.moves) moves.push_back(Json::List{written(from), to});
  bool is_exchange = journal.way == PublishWay::exchange;
  Json json(Json::Map{{"way", is_exchange ? "exchange" : "in place"},
                      {"output", written(journal.output)},
                      {"new_folder", journal.new_folder},
                      {"moves", std::move(moves)},
                      {"removed", std::move(removed)},
                      {"adopted", std::move(adopted)},
                      {"lock", written(journal.lock.path)},
                      {"lock_before", journal.lock.before}});
  return write_file_atomically(path, format_json(json, JsonLayout::indented));
}

std::optional<Journal> read_journal(const std::string& path, Diagnostics& diag) {
  std::optional<std::string> bytes = read_file_if_any(path, diag);
  if (!bytes) return std::nullopt;
  std::optional<Json> json = read_json(*bytes);
  auto text = [&](const char* key) {
    const Json* value = json ? json->find(key) : nullptr;
    return value && value->text() ? *value->text() : "";
  };
  auto path_of = [&](const std::string& written) {
    return written.empty() ? "" : join_path(parent_path(path), written);
  };
  const Json* moves = json ? json->find("moves") : nullptr;
  const Json* removed = json ? json->find("removed") : nullptr;
  if (!moves || !moves->list() || !removed || !removed->list() || text("output").empty()) {
    diag.error("bad-journal", path, "this is not a journal that kbgen wrote",
               "delete the folder that it lies in, and build again");
    return std::nullopt;
  }
  Journal journal{.way = text("way") == "exchange" ? PublishWay::exchange : PublishWay::in_place,
                  .output = path_of(text("output")),
                  .new_folder = text("new_folder"),
                  .moves = {},
                  .removed = {},
                  .adopted = {},
                  .lock = {path_of(text("lock")), text("lock_before")}};
  for (const Json& move : *moves->list())
    if (move.list() && move.list()->size() == 2 && (*move.list())[0].text() &&
        (*move.list())[1].text())
      journal.moves.emplace_back(path_of(*(*move.list())[0].text()), *(*move.list())[1].text());
  for (const Json& gone : *removed->list())
    if (gone.text()) journal.removed.push_back(*gone.text());
  if (const Json* adopted = json->find("adopted"); adopted && adopted->list())
    for (const Json& file : *adopted->list())
      if (file.text()) journal.adopted.push_back(*file.text());
  return journal;
}

// Returns `now` with those lines of `more` that it does not have: in a lock no line depends on
// another, so the lines of both merge two of them (permalinks/lock.h).
static std::string union_of_lines(const std::string& now, const std::string& more) {
  std::set<std::string_view> known;
  for (std::string_view line : split(now, '\n')) known.insert(line);
  std::string merged = now;
  if (!merged.empty() && !merged.ends_with('\n')) merged += '\n';
  for (std::string_view line : split(more, '\n'))
    if (!known.contains(line)) merged += std::string(line) + '\n';
  return merged;
}

std::string commit_lock(const LockChange& lock) {
  if (lock.path.empty()) return "";
  const std::string waiting = waiting_path(lock.path);
  ReadResult next = try_to_read(waiting), now = try_to_read(lock.path);
  if (next.is_absent()) return "";
  if (!next.bytes) return "cannot read " + waiting + ": " + next.problem;
  if (!now.problem.empty()) return "cannot read " + lock.path + ": " + now.problem;
  std::string target = link_target(lock.path), problem;
  if (now.bytes && digest_of(*now.bytes) != lock.before)
    problem = write_file_atomically(waiting, union_of_lines(*now.bytes, *next.bytes));
  return problem.empty() ? rename_file(waiting, target) : problem;
}

std::string flush_lock(const LockChange& lock) {
  return lock.path.empty() ? "" : flush_to_disk(parent_path(link_target(lock.path)));
}

void discard_lock(const LockChange& lock) {
  if (!lock.path.empty()) remove_file(waiting_path(lock.path));
}

}  // namespace kbgen
