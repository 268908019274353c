// Answers to pages of `kbgen serve --edit`, which correct transcripts: what they send is saved by a
// Workbench (edit/workbench.h).
//
// Three things keep others out. The server listens on this machine alone; each request must bring a
// random token, which only the address that is printed has; and a browser must say that the request
// comes from a page of this server.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

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
  // The queue of a site, which is made when somebody first asks for it.
  struct Queue {
    std::shared_ptr<const LivePages> site;
    Doubts doubts;
  };
  std::shared_ptr<const Queue> queue_for(const Shown& shown);
  // What somebody decided about a doubt of the queue that was sent last; nothing if it is not in
  // it.
  std::optional<SaveResult> decide(std::string_view step, const std::string& name);

  Workbench& workbench_;
  const std::string token_, media_;
  std::mutex mutex_;
  std::shared_ptr<const Queue> queue_;
};

// A token that nobody guesses: 128 random bits in hexadecimal digits.
std::string random_token();

}  // namespace kbgen
