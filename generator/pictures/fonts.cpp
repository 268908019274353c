#include "pictures/fonts.h"

#include <fribidi/fribidi.h>
#include <hb.h>

#include <algorithm>
#include <array>

#include "base/digest.h"
#include "base/disk.h"
#include "base/own_folder.h"
#include "base/paths.h"
#include "base/unicode.h"

namespace kbgen {

namespace {

struct DestroyFont {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using Font = std::unique_ptr<hb_font_t, DestroyFont>;

struct DestroyBuffer {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};
using Buffer = std::unique_ptr<hb_buffer_t, DestroyBuffer>;

// Null if there is no such file, or it is not a font.
Font open_font(const std::string& path) {
  std::optional<std::string> bytes = try_to_read(path).bytes;
  if (!bytes) return nullptr;
  hb_blob_t* blob = hb_blob_create(bytes->data(), static_cast<unsigned>(bytes->size()),
                                   HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  Font font(hb_face_get_glyph_count(face) > 0 ? hb_font_create(face) : nullptr);
  if (font) hb_font_make_immutable(font.get());
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return font;
}

using Letters = std::vector<std::uint32_t>;  // code points

Letters letters_of(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) letters.push_back(next_code_point(text, at));
  return letters;
}

// A sequence of letters that have the same direction, script and font.
struct Run {
  std::size_t begin = 0, end = 0;
  FriBidiLevel level = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
  std::uint32_t font = 0;

  bool goes_on_as(const Run& next) const {
    return level == next.level && script == next.script && font == next.font;
  }
};

// The embedding level of each letter by Unicode's bidirectional algorithm (UAX #9); odd levels are
// written from right to left. The first letter with a direction decides the direction of the line.
std::vector<FriBidiLevel> levels_of(const Letters& letters) {
  // Fast path: no letter before Hebrew, which begins here, is written from right to left.
  if (std::ranges::all_of(letters, [](std::uint32_t letter) { return letter < 0x590; }))
    return std::vector<FriBidiLevel>(letters.size(), 0);
  auto length = static_cast<FriBidiStrIndex>(letters.size());
  std::vector<FriBidiCharType> types(letters.size());
  std::vector<FriBidiBracketType> brackets(letters.size());
  std::vector<FriBidiLevel> levels(letters.size());
  fribidi_get_bidi_types(letters.data(), length, types.data());
  fribidi_get_bracket_types(letters.data(), length, types.data(), brackets.data());
  FriBidiParType direction = FRIBIDI_PAR_ON;
  bool is_done = fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length,
                                                     &direction, levels.data()) > 0;
  if (!is_done) std::ranges::fill(levels, FriBidiLevel{0});
  return levels;
}

// Puts runs from the order in which they are read into that in which they stand on the page, from
// left to right (rule L2 of UAX #9).
void reorder(std::vector<Run>& runs) {
  FriBidiLevel highest = 0;
  for (const Run& run : runs) highest = std::max(highest, run.level);
  for (FriBidiLevel level = highest; level > 0; --level)
    for (auto at = runs.begin(); at != runs.end();) {
      auto from = std::find_if(at, runs.end(), [&](const Run& run) { return run.level >= level; });
      at = std::find_if(from, runs.end(), [&](const Run& run) { return run.level < level; });
      std::reverse(from, at);
    }
}

// Collects the outline of a glyph as HarfBuzz draws it. HarfBuzz counts y upwards, an Outline
// downwards.
struct Pen {
  Outline outline;
  double x = 0, scale = 1;

  void add(float to_x, float to_y, Outline::Kind kind) {
    outline.points.push_back(
        {x + static_cast<double>(to_x) * scale, -static_cast<double>(to_y) * scale, kind});
  }
  void close() {
    std::size_t done = outline.ends.empty() ? 0 : outline.ends.back() + 1;
    if (outline.points.size() > done)
      outline.ends.push_back(static_cast<std::uint32_t>(outline.points.size() - 1));
  }
};

hb_draw_funcs_t* pen_functions() {
  hb_draw_funcs_t* functions = hb_draw_funcs_create();
  using enum Outline::Kind;
  auto move = [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
    static_cast<Pen*>(pen)->add(x, y, on);
  };
  auto quadratic_to = [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x1, float y1, float x,
                         float y, void*) {
    static_cast<Pen*>(pen)->add(x1, y1, quadratic);
    static_cast<Pen*>(pen)->add(x, y, on);
  };
  auto cubic_to = [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x1, float y1, float x2,
                     float y2, float x, float y, void*) {
    static_cast<Pen*>(pen)->add(x1, y1, cubic);
    static_cast<Pen*>(pen)->add(x2, y2, cubic);
    static_cast<Pen*>(pen)->add(x, y, on);
  };
  auto close = [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, void*) {
    static_cast<Pen*>(pen)->close();
  };
  hb_draw_funcs_set_move_to_func(functions, move, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(functions, move, nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(functions, quadratic_to, nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(functions, cubic_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(functions, close, nullptr, nullptr);
  hb_draw_funcs_make_immutable(functions);
  return functions;
}

void draw(hb_font_t* font, hb_codepoint_t glyph, Pen& pen) {
  static hb_draw_funcs_t* const functions = pen_functions();
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font, glyph, functions, &pen);
#else
  hb_font_get_glyph_shape(font, glyph, functions, &pen);
#endif
}

bool has_glyph(hb_font_t* font, char32_t c) {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font, c, &glyph) != 0;
}

}  // namespace

// The open fonts, and the shaping of lines with them.
struct Fonts::Shaper {
  std::vector<Font> fonts;                              // of all weights
  std::array<std::vector<std::uint32_t>, 2> of_weight;  // indexes, in order of preference
  hb_language_t language = HB_LANGUAGE_INVALID;

  // The font in which a character is set. Marks, spaces and signs stay in the font of the letters
  // before them, if it has them.
  std::uint32_t font_for(char32_t c, const Run* before, bool is_letter, Weight weight) const {
    if (before && !is_letter && has_glyph(fonts[before->font].get(), c)) return before->font;
    const auto& candidates = of_weight[static_cast<std::size_t>(weight)];
    for (std::uint32_t font : candidates)
      if (has_glyph(fonts[font].get(), c)) return font;
    return candidates.front();
  }

  std::vector<Run> runs_of(const Letters& letters, Weight weight) const {
    std::vector<FriBidiLevel> levels = levels_of(letters);
    std::vector<Run> runs;
    Run run;
    for (std::size_t i = 0; i < letters.size(); ++i) {
      hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), letters[i]);
      bool is_letter = script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED;
      Run next{i, i + 1, levels[i], is_letter ? script : run.script,
               font_for(letters[i], i > 0 ? &run : nullptr, is_letter, weight)};
      if (i > 0 && runs.back().goes_on_as(next))
        runs.back().end = i + 1;
      else
        runs.push_back(next);
      run = runs.back();
    }
    reorder(runs);
    return runs;
  }

  ShapedLine shape(std::string_view line, Weight weight) const {
    Letters letters = letters_of(line);
    Buffer buffer(hb_buffer_create());
    ShapedLine shaped;
    for (const Run& run : runs_of(letters, weight)) {
      hb_buffer_clear_contents(buffer.get());
      hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
      hb_buffer_add_utf32(buffer.get(), letters.data(), static_cast<int>(letters.size()),
                          static_cast<unsigned>(run.begin), static_cast<int>(run.end - run.begin));
      hb_buffer_set_direction(buffer.get(), run.level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
      hb_buffer_set_script(buffer.get(), run.script);
      hb_buffer_set_language(buffer.get(), language);
      hb_shape(fonts[run.font].get(), buffer.get(), nullptr, 0);
      append(buffer.get(), run.font, shaped);
    }
    return shaped;
  }

  // How much of an em one unit is in which a font counts.
  double unit_of(std::uint32_t font) const {
    return 1.0 / hb_face_get_upem(hb_font_get_face(fonts[font].get()));
  }

  void append(hb_buffer_t* buffer, std::uint32_t font, ShapedLine& line) const {
    const double unit = unit_of(font);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; ++i) {
      line.glyphs.push_back({font, infos[i].codepoint, line.width + places[i].x_offset * unit,
                             places[i].y_offset * unit});
      line.width += places[i].x_advance * unit;
    }
  }
};

Fonts::Fonts(const FontFiles& files, const std::string& language, Diagnostics& diag)
    : shaper_(std::make_unique<Shaper>()) {
  shaper_->language = hb_language_from_string(language.c_str(), -1);
  auto open = [&](Weight weight, const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
      if (Font font = open_font(path)) {
        shaper_->of_weight[static_cast<std::size_t>(weight)].push_back(
            static_cast<std::uint32_t>(shaper_->fonts.size()));
        shaper_->fonts.push_back(std::move(font));
      } else {
        diag.error("unreadable-file", path, "this font cannot be read");
      }
  };
  open(Weight::regular, files.regular);
  open(Weight::bold, files.bold);
}

Fonts::~Fonts() = default;

bool Fonts::has(char32_t c) const {
  return std::ranges::all_of(shaper_->of_weight, [&](const std::vector<std::uint32_t>& fonts) {
    return std::ranges::any_of(
        fonts, [&](std::uint32_t font) { return has_glyph(shaper_->fonts[font].get(), c); });
  });
}

ShapedLine Fonts::shape(std::string_view line, Weight weight) const {
  return shaper_->shape(line, weight);
}

Outline Fonts::outline_of(const Glyph& glyph, double size, double x) const {
  Pen pen{{}, x, size * shaper_->unit_of(glyph.font)};
  draw(shaper_->fonts[glyph.font].get(), glyph.number, pen);
  pen.close();
  return std::move(pen.outline);
}

const FontFiles& font_files() {
  auto own = [](const std::string& path) { return own_file("fonts/" + file_name(path), path); };
  static const FontFiles files{
      {own(KBGEN_FONT_TEXT), own(KBGEN_FONT_MORE), own(KBGEN_FONT_HAN), own(KBGEN_FONT_HANGUL)},
      {own(KBGEN_FONT_TITLE), own(KBGEN_FONT_MORE_BOLD), own(KBGEN_FONT_HAN),
       own(KBGEN_FONT_HANGUL)}};
  return files;
}

std::string missing_font(const FontFiles& files) {
  for (const auto* paths : {&files.regular, &files.bold})
    for (const std::string& path : *paths)
      if (!exists(path)) return path;
  return "";
}

std::string font_versions(const FontFiles& files, Diagnostics& diag) {
  std::string versions =
      std::string("HarfBuzz ") + hb_version_string() + " FriBidi " FRIBIDI_VERSION;
  for (const auto* paths : {&files.regular, &files.bold})
    for (const std::string& path : *paths)
      versions += " " + digest_of(read_file(path, diag).value_or(""));
  return versions;
}

}  // namespace kbgen
