// What is drawn, seen in the pixels: how it looks is for eyes.

#include "pictures/picture.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/digest.h"
#include "pictures/png.h"

namespace kbgen {

namespace {

const Fonts& fonts() {
  static Diagnostics diag;
  static const Fonts fonts(font_files(), "en", diag);
  return fonts;
}

struct Bounds {
  int left = picture_width, top = picture_height, right = -1, bottom = -1;  // of ink
};

// Of everything above the band at the bottom.
Bounds ink_of(const Canvas& canvas, int from_row = 0, int to_row = 615) {
  Bounds bounds;
  for (int y = from_row; y < to_row; ++y)
    for (int x = 0; x < canvas.width(); ++x)
      if (canvas.pixel(x, y) != 0) {
        bounds.left = std::min(bounds.left, x);
        bounds.right = std::max(bounds.right, x);
        bounds.top = std::min(bounds.top, y);
        bounds.bottom = std::max(bounds.bottom, y);
      }
  return bounds;
}

Palette palette() { return picture_palette(accent_color("#0d6570")); }

struct Drawn {
  Canvas canvas{picture_width, picture_height, palette()};
  explicit Drawn(const Picture& picture) {
    Typesetter typesetter(fonts());
    draw(picture, typesetter, canvas);
  }
};

std::string bytes_of(const Picture& picture) {
  return PngWriter().write(Drawn(picture).canvas, "note");
}

Picture titled(std::string title) {
  Picture picture;
  picture.site = "A knowledge base";
  picture.kind = "Episode";
  picture.title = std::move(title);
  picture.facts = {"The show", "1 March 2021"};
  picture.timeline = {{0, 1, 4, 2, 0, 7}, {0, 0.5}, "0:00", "1:02:03"};
  return picture;
}

// The rows in which title and facts stand.
constexpr int words_from = 130, words_to = 440;

void check_margins(const Picture& picture) {
  CAPTURE(picture.title);
  Drawn drawn(picture);
  Bounds ink = ink_of(drawn.canvas);
  constexpr int overhang = 6;  // of a letter over its own box
  CHECK(ink.left >= picture_margin - overhang);
  CHECK(ink.right <= picture_width - picture_margin + overhang);
  CHECK(ink.top >= 60);
  CHECK(ink.bottom <= 590);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("the fonts that pictures need are there") { CHECK(missing_font(font_files()) == ""); }

TEST_CASE("titles of any length and script stay within the margins") {
  for (const char* title :
       {"Go", "Building machine learning teams that last", "Как разговоры остаются находимыми",
        "Πώς οι συζητήσεις παραμένουν ευρέσιμες",
        "会話を検索できるようにする方法：文字起こしと引用", "كيف تبقى المحادثات قابلة للبحث",
        "איך שיחות נשארות ניתנות לחיפוש", "Zażółć gęślą jaźń",
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"})
    check_margins(titled(title));
}

TEST_CASE("hostile titles stay within the margins, and take no time") {
  check_margins(titled(std::string(10000, 'W')));
  check_margins(titled(repeated("Wort ", 2000)));
  check_margins(titled("a" + repeated("\u0301", 10000)));
  check_margins(titled(repeated("\u0301", 50)));
  check_margins(titled(repeated("👩\u200D👩\u200D👧 ", 500)));
  check_margins(titled(repeated("\u202E\u2067", 1000) + "abc"));
  check_margins(titled(std::string("\x00\x01\x1b[31m", 7) + "\u2028\uFFFF\U0010FFFF"));
  check_margins(titled(""));
  check_margins(titled("אa" + repeated("אb", 3000)));
}

TEST_CASE("a picture without anything is still one") {
  Drawn drawn((Picture()));
  CHECK(ink_of(drawn.canvas, 615, picture_height).right == picture_width - 1);
}

TEST_CASE("where one reads from the right, words begin there") {
  Picture picture = titled("איך");
  picture.facts.clear();
  Drawn left(picture);
  CHECK(ink_of(left.canvas, words_from, words_to).right < picture_width / 2);
  picture.is_right_to_left = true;
  Drawn right(picture);
  CHECK(ink_of(right.canvas, words_from, words_to).left > picture_width / 2);
}

TEST_CASE("letters of right-to-left scripts are set in the order in which they are read") {
  // "אב" with the first letter at the right, and Latin in it from left to right.
  std::vector<Glyph> both = fonts().shape("אב", Weight::regular).glyphs,
                     first = fonts().shape("א", Weight::regular).glyphs;
  REQUIRE(both.size() == 2);
  CHECK(both[1].number == first[0].number);
  CHECK(both[0].x < both[1].x);
}

TEST_CASE("letters that join have the forms of their places") {
  auto width_of = [](const char* line) { return fonts().shape(line, Weight::regular).width; };
  CHECK(width_of("ببب") < 3 * width_of("ب"));
}

TEST_CASE("the fonts have Latin, Cyrillic, Greek, Hebrew, Arabic, Japanese, Chinese, Korean") {
  for (char32_t c : U"aéłЖΩאبの語话한") {
    CAPTURE(static_cast<std::uint32_t>(c));
    if (c) CHECK(fonts().has(c));
  }
  CHECK(!fonts().has(0x10FFFF));
}

TEST_CASE("the same picture has the same bytes, and another has others") {
  CHECK(bytes_of(titled("One")) == bytes_of(titled("One")));
  CHECK(bytes_of(titled("One")) != bytes_of(titled("Two")));
}

TEST_CASE("pictures are small") {
  CHECK(bytes_of(titled("Building machine learning teams that last")).size() < 14000);
}

TEST_CASE("a picture says what it was made of, another file does not") {
  CHECK(note_of_png(bytes_of(titled("One"))) == "note");
  CHECK(note_of_png("") == std::nullopt);
  CHECK(note_of_png("GIF89a") == std::nullopt);
  std::string cut = bytes_of(titled("One"));
  for (std::size_t size = 0; size < 80; ++size) {
    CAPTURE(size);
    CHECK(note_of_png(cut.substr(0, size)).value_or("").size() <= 4);
  }
}

TEST_CASE("what was drawn before changes no byte of a picture") {
  Typesetter typesetter(fonts());
  Canvas canvas(picture_width, picture_height, palette());
  PngWriter writer;
  auto again = [&](const Picture& picture) {
    canvas.clear();
    draw(picture, typesetter, canvas);
    return writer.write(canvas, "note");
  };
  Picture person = titled("会話 One");
  person.initials = "PO";
  Picture bare;
  bare.title = "Nothing else";
  for (int round = 0; round < 2; ++round)
    for (const Picture& picture : {titled("One"), person, bare, titled("Two words of one title")}) {
      CAPTURE(picture.title);
      CHECK(again(picture) == bytes_of(picture));
    }
}

TEST_CASE("a typesetter that throws away what it kept writes the same letters") {
  Typesetter typesetter(fonts());
  Canvas first(200, 120, palette()), last(200, 120, palette()), other(200, 120, palette());
  TypeStyle large{Weight::bold, 88};
  typesetter.write(first, 10, 90, "Ag", large, 1);
  // Each of these needs stencils of its own: together 20 MB.
  for (int size = 0; size < 4000; ++size)
    typesetter.write(other, 0, 90, "W", {Weight::bold, 60 + size / 100.0}, 1);
  typesetter.write(last, 10, 90, "Ag", large, 1);
  CHECK(std::ranges::equal(first.pixels(), last.pixels()));
}

TEST_CASE("what reaches over an edge of a canvas is cut off") {
  Canvas canvas(10, 10, palette());
  Rasterizer rasterizer;
  Stencil box = rasterizer.fill(rounded_box(8, 8, 0));
  for (auto [x, y] : {std::pair(-4, -4), {6, -4}, {-4, 6}, {6, 6}, {-100, 2}, {2, 100}})
    canvas.stamp(box, x, y, 1);
  canvas.fill(-5, 4, 100, 1, 2);
  std::string seen;
  for (int y = 0; y < 10; ++y, seen += '\n')
    for (int x = 0; x < 10; ++x) seen += static_cast<char>('0' + canvas.pixel(x, y));
  const std::string covered = "1111001111\n", empty = "0000000000\n";
  CHECK(seen == covered + covered + covered + covered + "2222222222\n" + empty + covered + covered +
                    covered + covered);
}

TEST_CASE("a pixel that is covered in part is a mixture, also on another colour than the ground") {
  Palette grey{};
  for (std::size_t i = 0; i < most_colors; ++i)
    grey[i].red = grey[i].green = grey[i].blue = static_cast<std::uint8_t>(i * 10);
  Canvas canvas(4, 1, grey);
  Rasterizer rasterizer;
  canvas.stamp(rasterizer.fill(rounded_box(2.5, 1, 0)), 0, 0, 8);
  CHECK(std::ranges::equal(canvas.pixels(), std::vector<Ink>{8, 8, 4, 0}));
  canvas.stamp(rasterizer.fill(rounded_box(0.5, 1, 0)), 0, 0, 12);
  CHECK(canvas.pixel(0, 0) == 10);
}

TEST_CASE("a colour is one of six or three digits, any other is the theme's own") {
  Rgb own = accent_color("");
  CHECK(accent_color("#B5520e") == Rgb{0xb5, 0x52, 0x0e});
  CHECK(accent_color("#06c") == Rgb{0x00, 0x66, 0xcc});
  for (const char* other :
       {"rebeccapurple", "#12", "#12345", "#12345g", "#ggg", "oklch(60% 0.15 50)"})
    CHECK(accent_color(other) == own);
}

}  // namespace kbgen
