// Finds the page or moment that `kbgen cite` is asked for, however it is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "citations/citable.h"
#include "citations/formats.h"
#include "citations/marked.h"
#include "model/site.h"

namespace kbgen {

// A page, or a moment in it.
struct CitedPlace {
  EntityId entity;
  std::optional<CitedMoment> moment;
  std::optional<Timecode> asked{};  // the time asked for, if the moment begins at another
};

struct UnknownReference {
  std::string what;  // "there is no episode 'x'"
  std::string help;  // "did you mean 'y'?", or empty
};

// `reference` may be a path (topics/x/) or a URL of the site, with a fragment or without;
// kind:slug; or a slug alone, which means an episode if one has it. @12:34 or @fragment may follow
// a slug.
std::variant<CitedPlace, UnknownReference> resolve_reference(const Site& site, const Config& config,
                                                             std::string_view reference);

// How to cite the place, as plain text; `citable` describes its page.
std::string cite(Citable citable, const CitedPlace& place, const CitationFormat& format);

}  // namespace kbgen
