// What metadata says in every vocabulary. Others read it far from the page, so
// an address in it is absolute or left out.
#pragma once

#include <string>
#include <string_view>

#include "theme/view.h"

namespace kbgen {

// Of an entity's page; empty without `base_url`.
std::string absolute_url(const View& view, EntityId entity);

// An author's own, if it is one of the web: not a path, not mailto:.
std::string web_url(std::string_view url);

// Which picture stands for an entity: its own, else that of its show. Absolute;
// empty if there is none.
std::string picture_of(const View& view, EntityId entity);

// The picture that was made for sharing the page: it says what the page is
// about, and fits where an author's own would be cut. Without one, the author's.
std::string made_picture(const View& view);
std::string page_picture(const View& view);

}  // namespace kbgen
