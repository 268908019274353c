#include "pictures/picture.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/ascii.h"
#include "base/text.h"
#include "pictures/text_lines.h"

namespace kbgen {

namespace {

// The colours of a picture. Between each of the first ones and the paper lie three mixtures, for
// the edges of shapes.
enum : Ink { paper, ink, soft, accent, rail, tint, first_mixture };

constexpr int left = picture_margin, right = picture_width - picture_margin;
constexpr int full_width = right - left;

// Where things are drawn, in pixels from the top. The title is centred in the space that is left.
constexpr int header_baseline = 106, title_top = 148, title_bottom = 428, timeline_top = 462,
              timeline_base = 536, labels_baseline = 576, band_height = 10;
constexpr TypeStyle small{Weight::regular, 24}, header{Weight::bold, 28},
    facts{Weight::regular, 32};

int rounded(double pixels) { return static_cast<int>(std::lround(pixels)); }

// Draws one picture onto a canvas.
class Drawing {
 public:
  Drawing(const Picture& picture, Typesetter& typesetter, Canvas& canvas)
      : picture_(picture), typesetter_(typesetter), canvas_(canvas) {}

  void draw() {
    canvas_.fill(0, picture_height - band_height, picture_width, band_height, accent);
    draw_header();
    draw_words();
    draw_timeline();
  }

 private:
  // The left edge of something `width` wide that is drawn at `x`. In pictures that are read from
  // right to left it is mirrored.
  template <class Number>
  Number from_start(Number x, Number width) const {
    return picture_.is_right_to_left ? picture_width - x - width : x;
  }

  std::string clean(std::string_view text) const {
    return drawable_text(text, [&](char32_t c) { return typesetter_.has(c); });
  }

  double width_of(std::string_view line, TypeStyle style) const {
    return typesetter_.width_of(line, style);
  }

  Measure measure(TypeStyle style) const {
    return [this, style](std::string_view text) { return width_of(text, style); };
  }

  void write_at(double x, int baseline, std::string_view line, TypeStyle style, Ink color) {
    typesetter_.write(canvas_, x, baseline, line, style, color);
  }

  void write(double x, int baseline, std::string_view line, TypeStyle style, Ink color) {
    write_at(from_start(x, width_of(line, style)), baseline, line, style, color);
  }

  // Writes a line that ends at `x`.
  void write_to(double x, int baseline, std::string_view line, TypeStyle style, Ink color) {
    write(x - width_of(line, style), baseline, line, style, color);
  }

  // Draws the logo of the default theme: speech as a wave of bars.
  void draw_mark(int x, int middle) {
    for (int height : {8, 22, 34, 16, 4}) {
      canvas_.fill(from_start(x, 4), middle - height / 2, 4, height, accent);
      x += 8;
    }
  }

  void draw_header() {
    constexpr int mark = 54, gap = 40;
    draw_mark(left, header_baseline - 10);
    std::string kind = shorten(clean(picture_.kind), 260, measure(small));
    double kind_width = kind.empty() ? 0 : width_of(kind, small) + gap;
    std::string site =
        shorten(clean(picture_.site), full_width - mark - kind_width, measure(header));
    write(left + mark, header_baseline, site, header, ink);
    if (!kind.empty()) write_to(right, header_baseline, kind, small, soft);
  }

  struct Title {
    TypeStyle style;
    Lines lines;
    int leading() const { return rounded(style.size * 1.16); }
  };

  // The title in the largest size in which it fits into few lines, without being cut or splitting
  // words; else in the smallest.
  Title fit_title(int width, int height) const {
    struct Step {
      double size;
      std::size_t lines;
    };
    static constexpr Step steps[] = {{88, 2}, {76, 2}, {68, 3}, {60, 3}, {52, 4}};
    std::string text = clean(picture_.title);
    if (text.empty()) text = clean(picture_.site);
    Title title;
    for (const Step& step : steps) {
      title.style = {Weight::bold, step.size};
      auto most = std::min(step.lines, static_cast<std::size_t>(height / title.leading()));
      title.lines = break_lines(text, width, most, measure(title.style));
      if (!title.lines.is_cut && !title.lines.splits_words) break;
    }
    return title;
  }

  std::string joined(const std::vector<std::string>& parts, double width) const {
    std::vector<std::string> clean_parts;
    for (const std::string& part : parts)
      if (std::string text = clean(part); !text.empty()) clean_parts.push_back(std::move(text));
    return shorten(join(clean_parts, " · "), width, measure(facts));
  }

  void draw_words() {
    constexpr int disc = 190, disc_gap = 60, fact_leading = 46, above_facts = 14;
    bool has_disc = !picture_.initials.empty();
    int width = has_disc ? full_width - disc - disc_gap : full_width;
    std::vector<std::string> lines;
    for (const auto* parts : {&picture_.facts, &picture_.second_line})
      if (std::string line = joined(*parts, width); !line.empty()) lines.push_back(std::move(line));
    int facts_height =
        lines.empty() ? 0 : above_facts + fact_leading * static_cast<int>(lines.size());
    bool has_timeline = !picture_.timeline.counts.empty();
    int bottom = has_timeline ? title_bottom : labels_baseline - 20;
    Title title = fit_title(width, bottom - title_top - facts_height);
    int height = title.leading() * static_cast<int>(title.lines.lines.size()) + facts_height;
    int top = title_top + (bottom - title_top - height) / 2;
    int baseline = top - rounded(title.style.size * 0.2);
    for (const std::string& line : title.lines.lines)
      write(left, baseline += title.leading(), line, title.style, ink);
    baseline += above_facts + 2;
    for (const std::string& line : lines) write(left, baseline += fact_leading, line, facts, soft);
    if (has_disc) draw_disc(disc, (title_top + bottom - disc) / 2);
  }

  void draw_disc(int size, int y) {
    int x = from_start(right - size, size);
    typesetter_.fill(canvas_, x, y, size, size, size / 2, tint);
    std::string letters = clean(picture_.initials);
    TypeStyle style{Weight::bold, 76};
    write_at(x + (size - width_of(letters, style)) / 2, y + size / 2 + rounded(style.size * 0.36),
             letters, style, accent);
  }

  // Draws a rail with gaps where chapters or episodes begin, and on it a bar for each part of the
  // time: the more often the subject comes up there, the higher. Time runs from left to right in
  // every script, as in players.
  void draw_timeline() {
    const Timeline& timeline = picture_.timeline;
    if (timeline.counts.empty()) return;
    canvas_.set_alike(timeline_top, timeline_base);
    draw_rail(timeline.segments);
    double most = *std::ranges::max_element(timeline.counts);
    double step = full_width / static_cast<double>(timeline.counts.size());
    constexpr int least = 10, gap = 3;
    for (std::size_t i = 0; i < timeline.counts.size(); ++i) {
      if (timeline.counts[i] <= 0) continue;
      // The square root keeps low bars visible beside high ones.
      double part = std::sqrt(timeline.counts[i] / most);
      int height = rounded(least + part * (timeline_base - timeline_top - least));
      int from = left + rounded(step * static_cast<double>(i));
      int to = left + rounded(step * static_cast<double>(i + 1)) - gap;
      typesetter_.fill(canvas_, from + gap / 2, timeline_base - height, std::max(to - from, 1),
                       height, 2, accent);
    }
    write_at(left, labels_baseline, timeline.from, small, soft);
    write_at(right - width_of(timeline.to, small), labels_baseline, timeline.to, small, soft);
  }

  void draw_rail(const std::vector<double>& segments) {
    constexpr int thickness = 4, gap = 4;
    std::vector<double> begins{0};
    for (double segment : segments)
      if (segment > begins.back() && segment < 1) begins.push_back(segment);
    for (std::size_t i = 0; i < begins.size(); ++i) {
      int from = left + rounded(begins[i] * full_width);
      int to = i + 1 < begins.size() ? left + rounded(begins[i + 1] * full_width) - gap : right;
      canvas_.fill(from, timeline_base + 4, to - from, thickness, rail);
    }
  }

  const Picture& picture_;
  Typesetter& typesetter_;
  Canvas& canvas_;
};

}  // namespace

Palette picture_palette(Rgb accent_color) {
  constexpr Rgb of_paper{0xfd, 0xfc, 0xf9}, of_ink{0x22, 0x26, 0x2a}, of_soft{0x5b, 0x60, 0x68};
  Palette palette{of_paper,
                  of_ink,
                  of_soft,
                  accent_color,
                  mix(of_paper, accent_color, 20),
                  mix(of_paper, accent_color, 8)};
  std::size_t next = first_mixture;
  for (Ink color : {ink, soft, accent})
    for (int quarter : {1, 2, 3}) palette[next++] = mix(of_paper, palette[color], quarter * 15);
  palette[next] = mix(of_paper, palette[tint], 30);
  return palette;
}

void draw(const Picture& picture, Typesetter& typesetter, Canvas& canvas) {
  Drawing(picture, typesetter, canvas).draw();
}

Rgb accent_color(std::string_view css) {
  constexpr Rgb of_theme{0x0d, 0x65, 0x70};
  if (!css.starts_with('#') || (css.size() != 4 && css.size() != 7)) return of_theme;
  std::uint8_t parts[3]{};
  std::size_t digits = css.size() / 3;
  for (std::size_t i = 0; i < 3; ++i) {
    int high = hex_value(css[1 + i * digits]), low = hex_value(css[i * digits + digits]);
    if (high < 0 || low < 0) return of_theme;
    parts[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return {parts[0], parts[1], parts[2]};
}

}  // namespace kbgen
