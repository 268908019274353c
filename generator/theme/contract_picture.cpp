#include "theme/contract_picture.h"

#include "theme/sized_pictures.h"

namespace kbgen {

using jinja::Value;

// Null if no squares are made of it.
static const SizedPicture* squares_of(const PictureRow& row, const View& view) {
  auto found = view.publication().sized.find(row.path);
  return found == view.publication().sized.end() ? nullptr : &found->second;
}

static std::string srcset_of(const SizedPicture& picture, const View& view) {
  std::string set;
  for (std::uint32_t side : picture.sides)
    set += (set.empty() ? "" : ", ") + view.url(path_of_square(picture, side)) + " " +
           std::to_string(side) + "w";
  return set;
}

std::span<const Field<PictureRow>> Contract<PictureRow>::fields() {
  static constexpr Field<PictureRow> fields[] = {
      {"url", "text", "Address of the picture as the author gave it.",
       [](const PictureRow& p, const View& v) { return Value::text(v.url(p.path)); }},
      {"square_url", "text",
       "Address of its largest square, cut from its middle, for `src`; the picture itself if it is "
       "a drawing or small.",
       [](const PictureRow& p, const View& v) {
         const SizedPicture* sized = squares_of(p, v);
         return Value::text(v.url(sized ? path_of_square(*sized, sized->sides.back()) : p.path));
       }},
      {"squares", "text",
       "Its squares in all sizes with their widths, for `srcset`; empty if it has none.",
       [](const PictureRow& p, const View& v) {
         const SizedPicture* sized = squares_of(p, v);
         return Value::text(sized ? srcset_of(*sized, v) : "");
       }},
  };
  return fields;
}

// A broken picture has no sides (theme/broken_pictures.h).
jinja::Value wrap_picture(const View& view, const std::string& path) {
  auto found = view.publication().sized.find(path);
  bool is_broken = found != view.publication().sized.end() && found->second.sides.empty();
  return path.empty() || is_broken ? view.absent() : wrap_copy(view, PictureRow{path});
}

}  // namespace kbgen
