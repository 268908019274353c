// Draws share.png beside each page: the picture that is shown with a link to the page where links
// are shared (Open Graph). Its address never changes, whatever the picture shows.
//
// The file holds a digest of what it was drawn from. So a published picture that would come out the
// same is kept: drawing thousands takes longer than rendering their pages.

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/digest.h"
#include "base/disk.h"
#include "base/parallel.h"
#include "exports/exports.h"
#include "pictures/png.h"
#include "pictures/subjects.h"

namespace kbgen {

namespace {

// Collects what a picture is drawn from, so that different values never give the same text.
class Inputs {
 public:
  explicit Inputs(std::string_view drawn_with) { add(drawn_with); }

  void add(std::string_view text) {
    all_ += std::to_string(text.size());
    all_ += ':';
    all_ += text;
  }
  void add(const std::vector<std::string>& texts) {
    add(std::to_string(texts.size()));
    for (const std::string& text : texts) add(text);
  }
  void add(const std::vector<double>& numbers) {
    add(std::to_string(numbers.size()));
    for (double number : numbers) add(std::to_string(number));
  }
  std::string digest() const { return digest_of(all_); }

 private:
  std::string all_;
};

std::string digest_of_inputs(const Picture& picture, std::string_view drawn_with) {
  Inputs inputs(drawn_with);
  for (std::string_view text :
       {std::string_view(picture.site), std::string_view(picture.kind),
        std::string_view(picture.title), std::string_view(picture.initials),
        std::string_view(picture.timeline.from), std::string_view(picture.timeline.to)})
    inputs.add(text);
  inputs.add(picture.facts);
  inputs.add(picture.second_line);
  inputs.add(picture.timeline.counts);
  inputs.add(picture.timeline.segments);
  inputs.add(picture.is_right_to_left ? "rtl" : "ltr");
  return inputs.digest();
}

// The value of the theme's option `accent`, a colour; empty if the theme has no such option.
std::string_view accent_of(const Theme& theme) {
  auto accent = std::ranges::find(theme.options, "accent", &ThemeOption::name);
  return accent == theme.options.end() ? "" : accent->value.as_text();
}

// The inputs that all pictures of a site share: version of the drawing, fonts and libraries,
// language and accent.
std::string drawn_with(const Publication& publication, Diagnostics& diag) {
  return "drawing " + std::to_string(drawing_version) + " " + font_versions(font_files(), diag) +
         " " + png_versions() + " " + publication.config().language + " " +
         std::string(accent_of(publication.theme));
}

// Whether the published picture was drawn from the same inputs. One that cannot be read counts as
// different.
bool is_published(const std::string& path, const Staging& staging, std::string_view digest) {
  std::optional<std::string> file = try_to_read(join_path(staging.output_folder(), path)).bytes;
  return file && note_of_png(*file) == digest;
}

// What one thread draws with. It is kept between pictures, because getting it ready takes as long
// as drawing some pictures.
struct Easel {
  Typesetter typesetter;
  Canvas canvas;
  PngWriter writer;

  Easel(const Fonts& fonts, const Palette& palette)
      : typesetter(fonts), canvas(picture_width, picture_height, palette) {}

  std::string draw(const Picture& picture, std::string_view note) {
    canvas.clear();
    kbgen::draw(picture, typesetter, canvas);
    return writer.write(canvas, note);
  }
};

// Lends easels to threads, as many as draw at once. They are kept between pictures, because getting
// one ready takes as long as drawing some pictures. Thread safe.
class Studio {
 public:
  Studio(const Fonts& fonts, const Palette& palette) : fonts_(fonts), palette_(palette) {}

  std::string draw(const Picture& picture, std::string_view note) {
    std::unique_ptr<Easel> easel = take();
    std::string png = easel->draw(picture, note);
    std::lock_guard guard(mutex_);
    free_.push_back(std::move(easel));
    return png;
  }

 private:
  std::unique_ptr<Easel> take() {
    std::lock_guard guard(mutex_);
    if (free_.empty()) return std::make_unique<Easel>(fonts_, palette_);
    std::unique_ptr<Easel> easel = std::move(free_.back());
    free_.pop_back();
    return easel;
  }

  const Fonts& fonts_;
  const Palette palette_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Easel>> free_;
};

}  // namespace

std::vector<OutputFile> export_share_images(const Publication& publication, Diagnostics& diag) {
  std::vector<const Page*> pages;
  for (const Page& page : publication.plan().pages)
    if (!page.part && !publication.picture_of(page).empty()) pages.push_back(&page);
  if (pages.empty()) return {};
  Diagnostics of_fonts;
  const Fonts fonts(font_files(), publication.config().language, of_fonts);
  const bool has_fonts = !of_fonts.has_errors();
  diag.merge(std::move(of_fonts));
  if (!has_fonts) return {};
  const PictureMaker make(publication.known, publication.strings());
  Studio studio(fonts, picture_palette(accent_color(accent_of(publication.theme))));
  const std::string common = drawn_with(publication, diag);
  constexpr std::string_view origin = "share_images";
  return parallel_map(pages, diag, [&](const Page* page, Diagnostics& mine) {
    Picture picture = make(*page);
    std::string digest = digest_of_inputs(picture, common), path = publication.picture_of(*page);
    if (publication.staging.forgets() || is_published(path, publication.staging, digest))
      return publication.staging.keep(path, std::string(origin));
    return publication.staging.add(path, studio.draw(picture, digest), std::string(origin), mine);
  });
}

}  // namespace kbgen
