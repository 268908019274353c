// Everything that a citation may say of a page, or of a moment in it. The formats (formats.h)
// decide how it is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "citations/person_name.h"
#include "content/project.h"
#include "model/site.h"

namespace kbgen {

// What somebody contributed. An author is whoever made the show, where no host is named.
enum class Contribution { host, guest, author };

struct Contributor {
  PersonName name;
  Contribution as = Contribution::author;
};

// Text in here has no control characters, because marked.h gives them a meaning. There is no date
// of access: pages are made before anybody reads them.
struct Citable {
  enum class Kind { podcast_episode, web_page };
  Kind kind = Kind::web_page;
  std::string id;  // "episode:why-links-rot", unique in the knowledge base
  std::string title;
  std::string container;  // title of the show, else of the site; empty: it is the page's own title
  std::string publisher;  // title of the site, if the container is another; may be empty
  std::vector<Contributor> people;
  std::optional<Date> date;  // of publication; for pages other than episodes of the last change
  std::string url;           // empty without `base_url`
  std::optional<int> season, number;
  std::optional<Timecode> running_time;  // as the author wrote it, never from the transcript
  std::string medium;                    // "Audio podcast episode"
  std::string language;                  // "en", "de-AT"
  bool is_moment = false;  // cites one paragraph; which one is filled in later (marked.h)

  // The names of all who contributed in this way, in order; they point into `people`.
  std::vector<const PersonName*> named(Contribution as) const;
};

// The people with whose names an entry begins: the hosts, else whoever made the show, else the
// guests, else nobody. The names point into the Citable, which must outlive this.
struct Lead {
  std::vector<const PersonName*> names;
  std::string_view role;  // "host" or "guest"; empty for whoever made the show
};
Lead lead_of(const Citable& citable);

// Describes the page of an entity. An episode has the date of its publication; any other page has
// `changed`, the day of its last change.
Citable citable_of(const Site& site, const Config& config, EntityId entity,
                   const std::optional<Date>& changed);

// The page's address. For a moment the mark for its fragment follows.
std::string marked_url(const Citable& citable);

bool is_english(const Citable& citable);  // by its language

}  // namespace kbgen
