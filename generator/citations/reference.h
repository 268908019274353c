// What `kbgen cite` is asked for: a page or a moment, in any of the ways in
// which people have it at hand.
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

struct CitedPlace {
  EntityId entity;
  std::optional<CitedMoment> moment;
  std::optional<Timecode> asked{};  // where the moment is one that begins earlier
};

struct UnknownReference {
  std::string what;  // "there is no episode 'x'"
  std::string help;  // "did you mean 'y'?", or empty
};

// A path (topics/x/), a URL of the site, both with a fragment or without,
// kind:slug, an episode's slug; behind the last two @12:34 or @fragment.
std::variant<CitedPlace, UnknownReference> resolve_reference(const Site& site, const Config& config,
                                                             std::string_view reference);

// How to cite the place, as plain text; `citable` describes its page.
std::string cite(Citable citable, const CitedPlace& place, const CitationFormat& format);

}  // namespace kbgen
