#include "commands/link_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <thread>

#include "base/disk.h"
#include "base/json.h"
#include "base/work.h"

namespace kbgen {

namespace {

// How long good and bad answers are remembered, in seconds.
constexpr std::int64_t day = 24 * 3600, good_for = 14 * day, bad_for = day;
constexpr std::size_t hosts_at_a_time = 8, most_of_a_host = 200;
constexpr std::chrono::seconds pause{1};
using Clock = std::chrono::steady_clock;

// An answer that is remembered.
struct Known {
  LinkAnswer answer;
  std::int64_t asked = 0;  // seconds since 1970
};
using Cache = std::map<std::string, Known>;  // by address

bool is_good(const LinkAnswer& answer) { return answer.status >= 200 && answer.status < 400; }

// Whether the page is gone or its host cannot be reached. Other failures say nothing about the
// page: the host wants a login or no robots (401, 403, 429, 999), or is out of order (500).
bool is_dead(const LinkAnswer& answer) {
  return answer.status == 0 || answer.status == 404 || answer.status == 410;
}

// Reads one entry of the cache. Nothing where the entry is damaged: its address is asked again.
std::optional<Known> read_known(const Json& entry) {
  auto number = [&](std::string_view key, double most) {
    const Json* value = entry.find(key);
    double found = value ? value->number().value_or(-1) : -1;
    return found >= 0 && found <= most ? static_cast<std::int64_t>(found) : -1;
  };
  const Json* what = entry.find("what");
  Known known;
  known.answer.status = static_cast<int>(number("status", 999));
  if (what && what->text()) known.answer.what = *what->text();
  known.asked = number("asked", 1e12);
  bool has_answer =
      known.answer.status > 0 || (known.answer.status == 0 && !known.answer.what.empty());
  return has_answer && known.asked >= 0 ? std::optional(known) : std::nullopt;
}

Cache read_cache(const LinkCheck& options) {
  Cache cache;
  // A cache that cannot be read costs time and nothing else.
  std::optional<std::string> bytes = try_to_read(options.cache_path).bytes;
  std::optional<Json> json = bytes ? read_json(*bytes) : std::nullopt;
  if (!json || !json->map()) return cache;
  for (const auto& [url, entry] : *json->map()) {
    std::optional<Known> known = read_known(entry);
    std::int64_t age = known ? options.now - known->asked : -1;
    if (age >= 0 && age < (is_good(known->answer) ? good_for : bad_for)) cache.emplace(url, *known);
  }
  return cache;
}

// A cache that cannot be written costs time and nothing else.
void write_cache(const std::string& path, const Cache& cache) {
  Json::Map map;
  for (const auto& [url, known] : cache)
    map.emplace_back(url, Json::Map{{"status", known.answer.status},
                                    {"what", known.answer.what},
                                    {"asked", known.asked}});
  write_file_atomically(path, format_json(Json(std::move(map)), JsonLayout::indented));
}

std::string host_of(const std::string& url) {
  std::size_t begin = url.find("://") + 3;
  return url.substr(begin, url.find_first_of("/?", begin) - begin);
}

// Asks one host for all its addresses, one after another. A host that answers that it has enough
// (429, 503), or nothing at all, is not asked any further. An address is only asked for while there
// is time for a slow answer, so that no link is called dead because the time was over.
Cache ask_host(const std::vector<std::string>& urls, const LinkCheck& options,
               Clock::time_point end, CountedWork& work) {
  Cache answers;
  end = std::min(end, Clock::now() + options.host_time);
  for (const std::string& url : urls) {
    if (answers.size() == most_of_a_host) break;
    if (!answers.empty()) std::this_thread::sleep_for(pause);
    if (Clock::now() + options.of_address.time > end) break;
    LinkAnswer answer = ask(url, options.of_address);
    answers[url] = {answer, options.now};
    work.piece_done();
    if (answer.is_silent || answer.status == 429 || answer.status == 503) break;
  }
  return answers;
}

Cache ask_all(const std::map<std::string, std::vector<std::string>>& by_host,
              const LinkCheck& options, Work* work) {
  const Clock::time_point end = Clock::now() + options.time;
  std::vector<const std::vector<std::string>*> hosts;
  std::size_t addresses = 0;
  for (const auto& [host, urls] : by_host) {
    hosts.push_back(&urls);
    addresses += urls.size();
  }
  StageTimer timer(work, "ask");
  CountedWork pieces(work, addresses);
  std::vector<Cache> answers(hosts.size());
  std::atomic<std::size_t> next = 0;
  // These are not the threads of parallel_map(), because they only wait for other hosts.
  std::vector<std::jthread> threads;
  for (std::size_t i = 0; i < std::min(hosts_at_a_time, hosts.size()); ++i)
    threads.emplace_back([&] {
      for (std::size_t host = next++; host < hosts.size(); host = next++)
        answers[host] = ask_host(*hosts[host], options, end, pieces);
    });
  threads.clear();
  Cache all;
  for (Cache& of_host : answers) all.merge(of_host);
  return all;
}

void report(const ExternalAddress& address, const LinkAnswer& answer, Diagnostics& diag) {
  std::string message = answer.status == 0
                            ? fmt::format("'{}' cannot be reached: {}", address.url, answer.what)
                            : fmt::format("'{}' is not there any more: its host answers {}",
                                          address.url, answer.status);
  std::string help = "see whether it moved, or link to https://web.archive.org/web/" + address.url;
  if (address.place)
    diag.warning("dead-link", address.place, message, help);
  else
    diag.warning("dead-link", address.path, message, help);
}

}  // namespace

std::string check_links(const std::vector<ExternalAddress>& addresses, const LinkCheck& options,
                        Diagnostics& diag) {
  Cache cache = read_cache(options);
  std::map<std::string, std::vector<std::string>> by_host;
  std::size_t before = cache.size();
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const std::string& url = addresses[i].url;
    bool again = i > 0 && addresses[i - 1].url == url;
    if (!again && !cache.contains(url)) by_host[host_of(url)].push_back(url);
  }
  Cache asked = ask_all(by_host, options, diag.work());
  std::size_t count = asked.size();
  cache.merge(asked);
  write_cache(options.cache_path, cache);

  std::size_t unsure = 0, not_asked = 0;
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    auto known = cache.find(addresses[i].url);
    bool again = i > 0 && addresses[i - 1].url == addresses[i].url;
    if (known == cache.end())
      not_asked += !again;
    else if (is_dead(known->second.answer))
      report(addresses[i], known->second.answer, diag);
    else
      unsure += !again && !is_good(known->second.answer);
  }
  return fmt::format("links: {} asked, {} remembered, {} would not say, {} left for another time",
                     count, before, unsure, not_asked);
}

}  // namespace kbgen
