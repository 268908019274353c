#include "serve/edit_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "base/disk.h"
#include "base/html.h"
#include "base/json.h"
#include "base/text.h"
#include "model/routes.h"

namespace kbgen {

namespace {

constexpr std::string_view json_type = "application/json";

// Compares all of both texts, so that the time that it takes tells nothing about the token.
bool is_same_token(std::string_view given, std::string_view token) {
  if (given.size() != token.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < token.size(); ++i)
    difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(token[i]);
  return difference == 0;
}

HttpAnswer json_answer(int status, const Json& json, const HttpRequest& request) {
  return answer_with({status, "application/json; charset=utf-8", format_json(json), "", ""},
                     request);
}

std::string_view name_of(SaveResult::State state) {
  switch (state) {
    case SaveResult::State::saved:
      return "saved";
    case SaveResult::State::moves:
      return "moves";
    case SaveResult::State::unchanged:
      return "unchanged";
    case SaveResult::State::conflict:
      return "conflict";
    case SaveResult::State::refused:
      break;
  }
  return "refused";
}

Json json_of(const SaveResult& result) {
  return Json(Json::Map{{"state", name_of(result.state)},
                        {"problem", result.problem},
                        {"path", result.path},
                        {"what", result.what},
                        {"theirs", result.theirs},
                        {"touched", static_cast<std::int64_t>(result.links.touched)},
                        {"links", static_cast<std::int64_t>(result.links.all)}});
}

// The text below a key; nothing if it is no text or not there.
std::optional<std::string> text_below(const Json& map, std::string_view key) {
  const Json* value = map.find(key);
  return value && value->text() ? std::optional(*value->text()) : std::nullopt;
}

std::optional<SaveRequest> read_request(const Json& json) {
  auto page = text_below(json, "page"), fragment = text_below(json, "fragment");
  auto was = text_below(json, "was"), now = text_below(json, "now"), as = text_below(json, "as");
  if (!page || !fragment || !was || !now || !as) return std::nullopt;
  SaveRequest request{*page, *fragment, {*was, *now}, SaveAs::words, false};
  if (*as == "here")
    request.as = SaveAs::correction_here;
  else if (*as == "everywhere")
    request.as = SaveAs::correction_everywhere;
  else if (*as != "words")
    return std::nullopt;
  const Json* sure = json.find("sure");
  if (const bool* is_sure = sure ? std::get_if<bool>(&sure->value) : nullptr)
    request.may_move_links = *is_sure;
  return request;
}

// The file of --media with the recording of an episode: it is named as the episode is, or as its
// recording on the web. Empty if there is none.
std::string recording_of(const Episode& episode, const std::string& media) {
  if (media.empty()) return "";
  Diagnostics dropped;
  const std::vector<std::string> files = list_files(media, dropped);
  auto has_stem = [](const std::string& stem) {
    return [&stem](const std::string& name) { return !stem.empty() && file_stem(name) == stem; };
  };
  auto found = std::ranges::find_if(files, has_stem(episode.slug));
  if (found == files.end() && episode.audio) {
    std::string url = decode_url(std::string(path_of(episode.audio->url)));
    found = std::ranges::find_if(files, has_stem(file_stem(url)));
  }
  return found == files.end() ? "" : *found;
}

// Where a page of an episode finds the recording: below --media, or where the episode says.
std::string recording_url(const LivePages& site, const Episode& episode, const std::string& media) {
  const std::string base = base_path(site.project()) + "/";
  const std::string file = recording_of(episode, media);
  if (!file.empty()) return base + std::string(media_path) + encode_url_path(file);
  if (!episode.audio) return "";
  const std::string& url = episode.audio->url;
  return url.find("://") == std::string::npos ? base + encode_url_path(url) : url;
}

std::string recording_of_page(const LivePages& site, const std::string& page,
                              const std::string& media) {
  for (const Episode& episode : site.known().site.episodes)
    if (path_of(site.known().site, episode.id) == page) return recording_url(site, episode, media);
  return "";
}

// The names of all who have a page.
Json people_of(const Site& site) {
  Json::List names;
  for (const Person& person : site.people)
    if (!person.origin.path.empty()) names.emplace_back(person.name);
  return Json(Json::Map{{"people", std::move(names)}});
}

// More of them nobody decides in one go.
constexpr std::size_t most_doubts = 500;

Json json_of(const Doubt& doubt) {
  Json::Map map{{"name", doubt.name},
                {"kind", doubt.kind},
                {"what", doubt.what},
                {"proposal", doubt.proposal},
                {"reason", doubt.reason},
                {"sentence", doubt.sentence},
                {"count", static_cast<std::int64_t>(doubt.count)},
                {"pages", static_cast<std::int64_t>(doubt.pages)},
                {"page", doubt.page},
                {"fragment", doubt.fragment}};
  if (doubt.second) map.emplace_back("second", *doubt.second);
  return Json(std::move(map));
}

Json json_of(const Doubts& doubts) {
  Json::List list;
  for (const Doubt& doubt : doubts.first) list.push_back(json_of(doubt));
  return Json(
      Json::Map{{"count", static_cast<std::int64_t>(doubts.count)}, {"doubts", std::move(list)}});
}

}  // namespace

EditDesk::EditDesk(Workbench& workbench, std::string token, std::string media)
    : workbench_(workbench), token_(std::move(token)), media_(std::move(media)) {
  work_.stop_when(is_stopping_);
}

EditDesk::~EditDesk() { is_stopping_ = true; }

bool EditDesk::is_edit(const HttpRequest& request) {
  return path_of(request.target).find("/" + std::string(edit_path)) != std::string_view::npos;
}

std::optional<HttpAnswer> EditDesk::refuse_edit(const HttpRequest& request) const {
  if (request.method != "POST") return plain_answer(405, "edits are sent with POST", request);
  if (!is_same_token(request.token, token_))
    return plain_answer(403,
                        "this is not the token of this server; open the address that kbgen "
                        "serve has printed",
                        request);
  bool is_of_here = lower_ascii(request.origin) == "http://" + lower_ascii(request.hosts[0]) &&
                    (request.fetch_site.empty() || request.fetch_site == "same-origin");
  if (!is_of_here) return plain_answer(403, "edits come from pages of this site alone", request);
  if (lower_ascii(trim(request.content_type.substr(0, request.content_type.find(';')))) !=
      json_type)
    return plain_answer(415, "edits are JSON", request);
  return std::nullopt;
}

// What pages may ask for, by the last part of the address.
const EditDesk::Step EditDesk::steps[] = {
    {"save", &EditDesk::save},      {"undo", &EditDesk::undo},
    {"redo", &EditDesk::redo},      {"recording", &EditDesk::tell_recording},
    {"people", &EditDesk::people},  {"speaker", &EditDesk::speaker},
    {"queue", &EditDesk::queue},    {"accept", &EditDesk::accept},
    {"decline", &EditDesk::decline}};

HttpAnswer EditDesk::answer(const HttpRequest& request, const std::string& body,
                            const Shown& shown) {
  if (!shown.site) return plain_answer(503, "there is no site yet", request);
  std::string_view path = path_of(request.target);
  auto step = std::ranges::find(steps, path.substr(path.rfind('/') + 1), &Step::name);
  if (step == std::end(steps)) return plain_answer(404, "there is no such edit", request);
  std::optional<Json> json = read_json(body);
  if (!json || !json->map()) return plain_answer(400, "this is no map of JSON", request);
  auto began = std::chrono::steady_clock::now();
  std::optional<Json> answer = (this->*step->take)(*json, shown);
  if (!answer) return plain_answer(400, "this edit is incomplete, or not possible here", request);
  std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - began;
  std::get<Json::Map>(answer->value).emplace_back("ms", time.count());
  return json_answer(200, *answer, request);
}

std::optional<Json> EditDesk::save(const Json& asked, const Shown& shown) {
  std::optional<SaveRequest> request = read_request(asked);
  if (!request) return std::nullopt;
  return json_of(workbench_.save(shown.site->known(), *request));
}

std::optional<Json> EditDesk::undo(const Json&, const Shown&) { return json_of(workbench_.undo()); }
std::optional<Json> EditDesk::redo(const Json&, const Shown&) { return json_of(workbench_.redo()); }

std::optional<Json> EditDesk::tell_recording(const Json& asked, const Shown& shown) {
  std::string page = text_below(asked, "page").value_or("");
  return Json(Json::Map{{"recording", recording_of_page(*shown.site, page, media_)}});
}

std::optional<Json> EditDesk::people(const Json&, const Shown& shown) {
  return people_of(shown.site->known().site);
}

std::optional<Json> EditDesk::speaker(const Json& asked, const Shown& shown) {
  auto text = [&](std::string_view key) { return text_below(asked, key).value_or(""); };
  SpeakerRequest request{text("page"), text("fragment"), text("was"), text("person")};
  return json_of(workbench_.name_speaker(shown.site->known(), request));
}

std::optional<Json> EditDesk::queue(const Json&, const Shown& shown) {
  std::shared_ptr<const Queue> made = queue_for(shown);
  return made ? json_of(made->doubts) : Json(Json::Map{{"state", "waiting"}});
}

std::optional<Json> EditDesk::accept(const Json& asked, const Shown&) {
  std::shared_ptr<const Queue> queue = queue_sent();
  const Doubt* doubt = find_doubt(queue, asked);
  if (!doubt || !doubt->suggestion) return std::nullopt;
  return json_of(workbench_.accept(queue->site->known(), *doubt->suggestion));
}

std::optional<Json> EditDesk::decline(const Json& asked, const Shown&) {
  std::shared_ptr<const Queue> queue = queue_sent();
  const Doubt* doubt = find_doubt(queue, asked);
  return doubt ? std::optional(json_of(workbench_.decline(doubt->name))) : std::nullopt;
}

const Doubt* EditDesk::find_doubt(const std::shared_ptr<const Queue>& queue, const Json& asked) {
  if (!queue) return nullptr;
  const std::string name = text_below(asked, "name").value_or("");
  auto doubt = std::ranges::find(queue->doubts.first, name, &Doubt::name);
  return doubt == queue->doubts.first.end() ? nullptr : &*doubt;
}

std::shared_ptr<const EditDesk::Queue> EditDesk::queue_sent() {
  std::lock_guard guard(mutex_);
  return queue_;
}

std::shared_ptr<const EditDesk::Queue> EditDesk::queue_for(const Shown& shown) {
  constexpr std::chrono::seconds longest_wait{2};
  std::shared_future<std::shared_ptr<const Queue>> making;
  {
    std::lock_guard guard(mutex_);
    if (queue_ && queue_->site == shown.site) return queue_;
    if (!making_.valid())
      making_ = std::async(std::launch::async, [this, site = shown.site] {
                  Diagnostics dropped(&work_);  // the site reports the same
                  return std::make_shared<const Queue>(
                      Queue{site, queue_of(site->known(), most_doubts, dropped)});
                }).share();
    making = making_;
  }
  bool is_made = making.wait_for(longest_wait) == std::future_status::ready;
  std::lock_guard guard(mutex_);
  if (is_made && making_.valid()) {
    making_ = {};
    queue_ = making.get();
  }
  // One of a moment ago is better than to wait for another one.
  return queue_;
}

std::optional<Response> EditDesk::recording(const Shown& shown, std::string_view path) const {
  if (media_.empty() || !shown.site) return std::nullopt;
  const std::string folder = base_path(shown.site->project()) + "/" + std::string(media_path);
  const std::string asked = decode_url(std::string(path));
  if (!asked.starts_with(folder)) return std::nullopt;
  // Only what the folder lists is an answer, so that no path leads out of it.
  Diagnostics dropped;
  const std::vector<std::string> files = list_files(media_, dropped);
  const std::string name = asked.substr(folder.size());
  if (std::ranges::find(files, name) == files.end())
    return Response{404, "text/plain", "there is no such recording\n", "", ""};
  return Response{200, std::string(media_type_of(name)), "", join_path(media_, name), ""};
}

std::string random_token() {
  std::random_device device;
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:08x}", device());
  return token;
}

}  // namespace kbgen
