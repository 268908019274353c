// Facts that metadata of every vocabulary uses: <meta> tags and JSON-LD. It is read far from the
// page, so an address in it is absolute or left out.
#pragma once

#include <string>
#include <string_view>

#include "theme/view.h"

namespace kbgen {

// The absolute address of an entity's page; empty without `base_url`.
std::string absolute_url(const View& view, EntityId entity);

// `url`, if it is an address of the web (http or https); empty for a path, mailto: and the like.
std::string web_url(std::string_view url);

// The absolute address of the author's picture of an entity: its own, else that of an episode's
// show. Empty if there is none, or no `base_url`.
std::string picture_of(const View& view, EntityId entity);

// The absolute address of the picture that kbgen draws for sharing the page; empty if there is
// none.
std::string made_picture(const View& view);
// The picture that stands for the page where it is shared: the drawn one, which has the shape that
// is shown there, else the author's.
std::string page_picture(const View& view);

}  // namespace kbgen
