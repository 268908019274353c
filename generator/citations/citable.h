// Everything that a citation may want to know of a page, or of a moment in it.
// Filled in once; how it is written is the business of the formats.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "citations/person_name.h"
#include "content/project.h"
#include "model/site.h"

namespace kbgen {

enum class Contribution { host, guest, author };

struct Contributor {
  PersonName name;
  Contribution as = Contribution::author;
};

// Text in here has no control characters: marked.h needs them. There is no date
// of access, which a page that lies ready cannot know.
struct Citable {
  enum class Kind { podcast_episode, web_page };
  Kind kind = Kind::web_page;
  std::string id;  // "episode:why-links-rot", unique in the base
  std::string title;
  std::string container;  // the show, else the site; empty: the page is all there is
  std::string publisher;  // the site, where that is not the container
  std::vector<Contributor> people;
  std::optional<Date> date;
  std::string url;  // empty without `base_url`
  std::optional<int> season, number;
  std::optional<Timecode> running_time;  // as told; a transcript ends before the recording
  std::string medium;                    // "Audio podcast episode"
  std::string language;                  // "en", "de-AT"
  bool is_moment = false;  // of one paragraph; which one is filled in later (marked.h)

  std::vector<const PersonName*> named(Contribution as) const;
};

// Who stands at the head of an entry: the hosts, else whoever made the show, else
// the guests, else nobody.
struct Lead {
  std::vector<const PersonName*> names;
  std::string_view role;  // "host", "guest"; empty: of a show's author
};
Lead lead_of(const Citable& citable);

// Episodes are dated by their publication, other pages by their last change.
Citable citable_of(const Site& site, const Config& config, EntityId entity,
                   const std::optional<Date>& changed);

// With the place for the fragment of a moment.
std::string marked_url(const Citable& citable);

bool is_english(const Citable& citable);

}  // namespace kbgen
