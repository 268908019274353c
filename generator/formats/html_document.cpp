// Web pages (HTML), read by Gumbo as browsers do: the paragraphs, lists and tables of the page, or
// of its <main> or <article>, without menus and forms. A page in which nobody is named before their
// words is no transcript (transcript_file.cpp).
#include <algorithm>
#include <string>

#include "base/character_references.h"
#include "base/encoding.h"
#include "base/html_tree.h"
#include "base/text.h"
#include "formats/document_text.h"
#include "formats/documents.h"

namespace kbgen {

namespace {

using Weight = DocumentText::Weight;

// Whether a text is what an editor of web pages keeps of one: elements that begin with a block, on
// most lines. Markdown may begin with a block, too, but goes on without.
bool is_part_of_page(std::string_view text) {
  static constexpr std::string_view blocks[] = {
      "<p",  "<div", "<h1",      "<h2",      "<h3",   "<h4",    "<ul",
      "<ol", "<dl",  "<section", "<article", "<main", "<table", "<blockquote"};
  auto begins_block = [&](std::string_view block) {
    if (!text.starts_with(block) || text.size() == block.size()) return false;
    char next = text[block.size()];
    return next == '>' || next == ' ' || next == '\n';
  };
  if (std::ranges::none_of(blocks, begins_block) || text.find("</") == text.npos) return false;
  std::size_t lines = 0, elements = 0;
  for (std::string_view line : split(text, '\n')) {
    if (trim(line).empty()) continue;
    ++lines;
    elements += trim_left(line).starts_with('<');
  }
  return elements * 2 > lines;
}

bool is_html(std::string_view bytes) {
  std::string front = lower_ascii(trim_left(bytes.substr(0, 1024)));
  if (front.starts_with("\xEF\xBB\xBF")) front.erase(0, 3);
  return front.starts_with("<!doctype html") || front.starts_with("<html") ||
         is_part_of_page(front);
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  return std::ranges::find(names, name) != std::end(names);
}

bool is_unread(std::string_view name) {
  static constexpr std::string_view names[] = {"nav",    "footer", "aside",  "form",
                                               "button", "select", "figure", "noscript",
                                               "svg",    "audio",  "video",  "del"};
  return is_one_of(name, names);
}

bool is_bold(std::string_view name) {
  static constexpr std::string_view names[] = {"b", "strong", "cite", "dt", "th"};
  return is_one_of(name, names);
}

// Elements that stand in a line. All others begin and end a paragraph.
bool is_inline(std::string_view name) {
  static constexpr std::string_view names[] = {
      "a",    "abbr",   "b",   "bdi", "bdo",  "cite", "code", "data", "del",  "dfn",
      "em",   "font",   "i",   "ins", "kbd",  "mark", "q",    "s",    "samp", "small",
      "span", "strong", "sub", "sup", "time", "u",    "var",  "wbr",  "label"};
  return is_one_of(name, names);
}

int heading_level(std::string_view name) {
  bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return is_heading ? name[1] - '0' : 0;
}

class PageReader {
 public:
  std::string read(HtmlNode root) {
    walk_html(
        root, [&](HtmlNode node) { return enter(node); }, [&](HtmlNode node) { leave(node); });
    return text_.finish();
  }

 private:
  bool enter(HtmlNode node) {
    if (node.is_text())
      text_.words(replace_all(node.text(), "\u00A0", " "),
                  bold_ > 0 ? Weight::bold : Weight::normal);
    if (!node.is_element()) return true;
    std::string_view name = node.name();
    if (is_unread(name)) return false;
    bold_ += is_bold(name);
    if (name == "br")
      text_.line_break();
    else if (name == "td" || name == "th")
      text_.begin_cell();
    else if (!is_inline(name))
      text_.end_paragraph();
    return true;
  }

  void leave(HtmlNode node) {
    std::string_view name = node.name();
    bold_ -= is_bold(name);
    if (name == "td" || name == "th")
      text_.end_cell();
    else if (name == "tr")
      text_.end_row();
    else if (!is_inline(name) && name != "br")
      text_.end_paragraph(heading_level(name));
  }

  DocumentText text_;
  int bold_ = 0;
};

// The part of the page that holds its content, if the page says which; else the whole.
HtmlNode content_of(HtmlNode root) {
  HtmlNode content = root;
  walk_html(
      root,
      [&](HtmlNode node) {
        bool is_content = node.is_element() && (node.name() == "main" || node.name() == "article");
        if (is_content && content == root) content = node;
        return content == root;
      },
      [](HtmlNode) {});
  return content;
}

// The name of the tag or comment that begins at `open`, in lower case, with its '/' if it closes.
std::string tag_name(std::string_view html, std::size_t open) {
  std::string name = lower_ascii(html.substr(open + 1, 10));
  name.resize(std::min(name.find_first_of(" \t\n>", 1), name.size()));
  return name;
}

// Where a tag ends: a comment with its own sign, and what no browser shows with its closing tag.
std::size_t tag_end(std::string_view html, std::size_t open, std::string_view name) {
  bool is_comment = name.starts_with("!--");
  std::size_t end = html.find(is_comment ? "-->" : ">", open);
  if (name == "script" || name == "style") end = html.find('>', html.find("</", open));
  return end == html.npos ? html.size() : end + (is_comment ? 3 : 1);
}

// The words of a page that is too large for Gumbo: its tags are read one after the other.
std::string text_of_large(std::string_view html) {
  DocumentText text;
  for (std::size_t at = 0; at < html.size();) {
    std::size_t open = std::min(html.find('<', at), html.size());
    text.words(unescape_html(html.substr(at, open - at)), Weight::normal);
    if (open == html.size()) break;
    std::string name = tag_name(html, open);
    at = tag_end(html, open, name);
    if (name.starts_with('/')) name.erase(0, 1);
    if (name == "br" || name == "br/")
      text.line_break();
    else if (!is_inline(name) && !name.starts_with('!'))
      text.end_paragraph();
  }
  return text.finish();
}

std::optional<std::string> text_of_page(std::string_view bytes) {
  Diagnostics dropped;  // the text that comes of it is checked again
  const std::string html = decode_source("", bytes, dropped).text;
  if (!is_quickly_parsed(html)) return text_of_large(html);
  HtmlTree tree(html);
  return PageReader().read(content_of(tree.root()));
}

}  // namespace

extern const DocumentKind html_document = {"a web page (HTML)", is_html, text_of_page, false};

}  // namespace kbgen
