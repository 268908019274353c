// What the names of folders promise to hold, in sites of other programs and in folders that nobody
// configured. Our own folders are in content/kinds.h.
#pragma once

#include <optional>
#include <string_view>

#include "content/kinds.h"

namespace kbgen {

// The kind of content that a folder's name promises: "_posts" and "podcast" hold episodes.
std::optional<ContentKind> kind_of_folder(std::string_view name);
// The kind that the folders of a path promise; the innermost one that promises any counts.
std::optional<ContentKind> kind_of_path_of(std::string_view path);

}  // namespace kbgen
