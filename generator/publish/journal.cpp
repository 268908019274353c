#include "publish/journal.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <functional>

#include "base/disk.h"
#include "base/json.h"

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
  Json::List lock, lock_removed;
  for (const LockChange::File& file : journal.lock.files)
    (file.is_removed ? lock_removed : lock).push_back(Json::List{written(file.path), file.before});
  bool is_exchange = journal.way == PublishWay::exchange;
  Json json(Json::Map{{"way", is_exchange ? "exchange" : "in place"},
                      {"output", written(journal.output)},
                      {"new_folder", journal.new_folder},
                      {"moves", std::move(moves)},
                      {"removed", std::move(removed)},
                      {"adopted", std::move(adopted)},
                      {"lock_root", written(journal.lock.root)},
                      {"lock", std::move(lock)},
                      {"lock_removed", std::move(lock_removed)}});
  return write_file_atomically(path, format_json(json, JsonLayout::indented));
}

// Takes over files of the lock, each a pair of its path and the digest of its bytes.
static void add_lock_files(const Json* pairs, bool are_removed,
                           const std::function<std::string(const std::string&)>& path_of,
                           LockChange& lock) {
  if (!pairs || !pairs->list()) return;
  for (const Json& pair : *pairs->list())
    if (pair.list() && pair.list()->size() == 2 && (*pair.list())[0].text() &&
        (*pair.list())[1].text())
      lock.files.push_back(
          {path_of(*(*pair.list())[0].text()), *(*pair.list())[1].text(), are_removed});
}

std::optional<Journal> read_journal(const std::string& path, Diagnostics& diag) {
  std::optional<std::string> bytes = read_file_if_any(path, diag);
  if (!bytes) return std::nullopt;
  std::optional<Json> json = read_json(*bytes);
  auto text = [&](const char* key) {
    const Json* value = json ? json->find(key) : nullptr;
    return value && value->text() ? *value->text() : "";
  };
  auto path_of = [&](const std::string& written) -> std::string {
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
                  .lock = {path_of(text("lock_root")), {}}};
  for (const Json& move : *moves->list())
    if (move.list() && move.list()->size() == 2 && (*move.list())[0].text() &&
        (*move.list())[1].text())
      journal.moves.emplace_back(path_of(*(*move.list())[0].text()), *(*move.list())[1].text());
  for (const Json& gone : *removed->list())
    if (gone.text()) journal.removed.push_back(*gone.text());
  if (const Json* adopted = json->find("adopted"); adopted && adopted->list())
    for (const Json& file : *adopted->list())
      if (file.text()) journal.adopted.push_back(*file.text());
  add_lock_files(json->find("lock"), false, path_of, journal.lock);
  add_lock_files(json->find("lock_removed"), true, path_of, journal.lock);
  return journal;
}

}  // namespace kbgen
