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
      if (canvas.pixels()[static_cast<std::size_t>(y * canvas.width() + x)] != 0) {
        bounds.left = std::min(bounds.left, x);
        bounds.right = std::max(bounds.right, x);
        bounds.top = std::min(bounds.top, y);
        bounds.bottom = std::max(bounds.bottom, y);
      }
  return bounds;
}

struct Drawn {
  Canvas canvas{picture_width, picture_height, picture_paper};
  explicit Drawn(const Picture& picture) {
    draw(picture, fonts(), accent_color("#0d6570"), canvas);
  }
};

std::string bytes_of(const Picture& picture) { return write_png(Drawn(picture).canvas, "note"); }

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
  CHECK(drawn.canvas.palette().size() > 1);
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
  TypeStyle style{Weight::regular, 40};
  // "אב" with the first letter at the right, and Latin in it from left to right.
  std::vector<Outline> both = fonts().set("אב", style, 0, 0), first = fonts().set("א", style, 0, 0);
  REQUIRE(both.size() == 2);
  CHECK(both[1].points.size() == first[0].points.size());
  CHECK(both[0].points.front().x < both[1].points.front().x);
}

TEST_CASE("letters that join have the forms of their places") {
  TypeStyle style{Weight::regular, 40};
  CHECK(fonts().width_of("ببب", style) < 3 * fonts().width_of("ب", style));
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
  CHECK(bytes_of(titled("Building machine learning teams that last")).size() < 25000);
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

TEST_CASE("a palette that is full takes the nearest colour") {
  Canvas canvas(64, 64, {0, 0, 0});
  for (int i = 0; i < 64; ++i)
    for (int j = 0; j < 64; ++j)
      canvas.fill(rounded_box(i, j, 1, 1, 0),
                  {static_cast<std::uint8_t>(i * 4), static_cast<std::uint8_t>(j * 4), 128});
  CHECK(canvas.palette().size() == 256);
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
