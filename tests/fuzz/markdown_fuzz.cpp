// Markdown with [[links]]: its blocks, its HTML, and where its links lead.
#include "base/markdown.h"
#include "fuzz/small_site.h"
#include "fuzz/target.h"
#include "model/cross_links.h"

namespace kbgen::fuzz {

namespace {

void check_blocks(const SourceFile& file) {
  for (const MarkdownBlock& block : markdown_blocks(whole_file(file))) {
    require_utf8(block.text, "a block");
    for (const Mark& mark : block.marks)
      require(mark.text.begin <= mark.text.end && mark.text.end <= block.text.size(),
              "a mark stands in its block");
  }
}

void check_html(const MarkdownHtml& rendered, const SourceFile& file) {
  require_utf8(rendered.html, "HTML");
  require_utf8(rendered.text, "the text of HTML");
  require(rendered.html.find("<script") == std::string::npos, "an author writes no scripts");
  std::uint32_t last = 0;
  for (const MarkdownSlot& slot : rendered.slots) {
    require(slot.offset >= last && slot.offset <= rendered.html.size(), "slots stand in order");
    require(slot.span.begin <= slot.span.end && slot.span.end <= file.text.size(),
            "a slot points into its file");
    last = slot.offset;
  }
}

void read(std::string_view bytes) {
  Diagnostics diag;
  SourceFile file = decoded("topics/fuzz.md", bytes);
  check_blocks(file);
  MarkdownHtml rendered = markdown_html(whole_file(file), {}, diag);
  check_html(rendered, file);
  static const std::set<std::string> static_files = {"images/x.png"};
  LinkTargets targets(small_site().site, static_files, "content");
  Prose prose = targets.resolve(rendered, "topics/fuzz.md", diag);
  require_utf8(prose.html, "HTML with links");
  require_utf8(format_diagnostics(diag), "a report");
}

const AddTarget added("markdown", read);

}  // namespace

}  // namespace kbgen::fuzz
