// Answers to pages of `kbgen serve --edit`, which correct transcripts: what they send is saved by a
// Workbench (edit/workbench.h).
//
// Three things keep others out. The server listens on this machine alone; each request must bring a
// random token, which only the address that is printed has; and a browser must say that the request
// comes from a page of this server.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/work.h"
#include "edit/queue.h"
#include "edit/workbench.h"
#include "serve/http_answer.h"
#include "serve/live_site.h"

namespace kbgen {

// Where the page's script sends what was typed, below the base path.
inline constexpr std::string_view edit_path = "_kbgen/edit/";
// Where recordings of --media are, below the base path.
inline constexpr std::string_view media_path = "_kbgen/media/";
// The longest body of a request.
inline constexpr std::size_t longest_edit = 256 * 1024;

class EditDesk {
 public:
  // `media` is a folder of recordings, or empty. `workbench` must outlive this.
  EditDesk(Workbench& workbench, std::string token, std::string media);
  ~EditDesk();
  EditDesk(const EditDesk&) = delete;
  EditDesk& operator=(const EditDesk&) = delete;

  // Whether a request is one to edit, which has a body.
  static bool is_edit(const HttpRequest& request);

  // Why the head of such a request is refused; nothing if it is not.
  std::optional<HttpAnswer> refuse_edit(const HttpRequest& request) const;

  // Saves, takes back or tells where the recording of an episode is, as the path of the request
  // says. The answer is JSON. Thread safe.
  HttpAnswer answer(const HttpRequest& request, const std::string& body, const Shown& shown);

  // A recording of --media; nothing if the request asks for something else.
  std::optional<Response> recording(const Shown& shown, std::string_view path) const;

 private:
  // Each step reads what a page asks and returns a map of JSON. Nothing if something is missing, or
  // if it is about a doubt that is not in the queue that was sent last.
  struct Step {
    std::string_view name;
    std::optional<Json> (EditDesk::*take)(const Json& asked, const Shown& shown);
  };
  static const Step steps[9];
  std::optional<Json> save(const Json& asked, const Shown& shown);
  std::optional<Json> undo(const Json& asked, const Shown& shown);
  std::optional<Json> redo(const Json& asked, const Shown& shown);
  std::optional<Json> tell_recording(const Json& asked, const Shown& shown);
  std::optional<Json> people(const Json& asked, const Shown& shown);
  std::optional<Json> speaker(const Json& asked, const Shown& shown);
  std::optional<Json> queue(const Json& asked, const Shown& shown);
  std::optional<Json> accept(const Json& asked, const Shown& shown);
  std::optional<Json> decline(const Json& asked, const Shown& shown);

  struct Queue {
    std::shared_ptr<const LivePages> site;
    Doubts doubts;
  };
  // The queue of a site. In a large archive it takes minutes, so it is made on a thread of its own:
  // after two seconds the answer is the queue before, or nothing.
  std::shared_ptr<const Queue> queue_for(const Shown& shown);
  std::shared_ptr<const Queue> queue_sent();
  // Null if the queue has no doubt of the name that is asked for.
  static const Doubt* find_doubt(const std::shared_ptr<const Queue>& queue, const Json& asked);

  Workbench& workbench_;
  const std::string token_, media_;
  std::mutex mutex_;  // of what follows
  std::shared_ptr<const Queue> queue_;
  std::atomic<bool> is_stopping_ = false;
  Work work_;
  std::shared_future<std::shared_ptr<const Queue>> making_;  // valid while one is made
};

// A token that nobody guesses: 128 random bits in hexadecimal digits.
std::string random_token();

}  // namespace kbgen
