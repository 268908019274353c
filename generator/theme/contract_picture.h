// A picture as templates see it.
#pragma once

#include "theme/contract.h"

namespace kbgen {

struct PictureRow {
  std::string path;  // below the site's root
};

template <>
struct Contract<PictureRow> {
  static constexpr std::string_view name = "picture";
  static std::span<const Field<PictureRow>> fields();
};

// The picture at `path`; none for an empty one and for a broken one.
jinja::Value wrap_picture(const View& view, const std::string& path);

}  // namespace kbgen
