#include "start/markdown_builder.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/html.h"
#include "base/text.h"

namespace kbgen {

static constexpr std::string_view block_names[] = {
    "p",      "div",     "section", "article",    "header",    "footer", "aside", "main",
    "ul",     "ol",      "li",      "blockquote", "pre",       "table",  "tr",    "td",
    "th",     "hr",      "h1",      "h2",         "h3",        "h4",     "h5",    "h6",
    "figure", "dl",      "dt",      "dd",         "nav",       "form",   "body",  "html",
    "br",     "caption", "thead",   "tbody",      "figcaption"};

bool is_block_element(std::string_view name) {
  return std::ranges::find(block_names, name) != std::end(block_names);
}

// An address as it may stand between < and > in Markdown: what may not is percent-encoded.
static std::string destination(std::string_view url) {
  std::string out;
  for (char c : url) {
    if (c == '<' || c == '>' || c == '\\')
      out += c == '<' ? "%3C" : c == '>' ? "%3E" : "%5C";
    else if (static_cast<unsigned char>(c) > ' ')
      out += c;
    else
      out += "%20";
  }
  return out;
}

static bool is_web_address(std::string_view url) {
  return (url.starts_with("https://") || url.starts_with("http://") ||
          url.starts_with("mailto:")) &&
         is_safe_url(url);
}

// The bytes of the address that begins a text ("https://…"), without the punctuation that ends a
// sentence; 0 if there is none.
static std::size_t bare_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return 0;
  std::size_t end = std::min(text.find_first_of(" \n\t\r<>\"\\"), text.size());
  while (end > 0 && std::string_view(".,;:!?)'").find(text[end - 1]) != std::string_view::npos)
    --end;
  return end > 8 ? end : 0;
}

// Whether the text begins with what Markdown would take for a character reference ("&lt;"). It was
// resolved in the HTML, so what still looks like one is text and must be escaped.
static bool begins_reference(std::string_view text) {
  if (!text.starts_with('&')) return false;
  std::size_t end = text.substr(1, 1) == "#" ? 2 : 1;
  std::size_t begin = end;
  while (end < text.size() && is_ascii_alphanumeric(text[end])) ++end;
  return end > begin && end < text.size() && text[end] == ';';
}

static std::string without_references(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (begins_reference(text.substr(i))) out += '\\';
    out += text[i];
  }
  return out;
}

void MarkdownWriter::text(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\n' && (keeps_lines_ || preformatted_ > 0)) {
      bool ends_paragraph = text.substr(i + 1, 1) == "\n";
      ends_paragraph ? end_block() : line_break();
    } else if (is_ascii_space(c)) {
      if (!line_.empty() && line_.back() != ' ' && line_.back() != '\n') line_ += ' ';
    } else if (std::size_t length = c == 'h' && !in_link() ? bare_address(text.substr(i)) : 0) {
      line_.append("<").append(text, i, length).append(">");
      i += length - 1;
    } else if (static_cast<unsigned char>(c) >= ' ') {
      bool is_sign = std::string_view("\\`*_[]<>#|~").find(c) != std::string_view::npos;
      if (is_sign || begins_reference(text.substr(i))) line_ += '\\';
      line_ += c;
    }
  }
}

static std::string_view mark_of(std::string_view name) {
  if (name == "b" || name == "strong") return "**";
  if (name == "i" || name == "em") return "*";
  return "";
}

static int heading_level(std::string_view name) {
  bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return is_heading ? std::max(2, name[1] - '0') : 0;
}

void MarkdownWriter::open(const HtmlElement& element) {
  std::string_view name = element.name;
  if (std::string_view mark = mark_of(name); !mark.empty()) return open_emphasis(mark);
  if (name == "a") return open_link(element.href);
  if (name == "img") return image(element);
  if (name == "br") return line_break();
  if (!is_block_element(name)) return;
  end_block();
  if (name == "ul" || name == "ol") return open_list(name == "ol");
  if (name == "li") return item();
  if (name == "blockquote") ++quotes_;
  if (name == "pre") ++preformatted_;
  if (name == "hr") block("***");
  heading_ = heading_level(name);
}

void MarkdownWriter::close(std::string_view name) {
  if (std::string_view mark = mark_of(name); !mark.empty())
    return close_last([&](const Open& open) { return open.mark == mark; });
  if (name == "a") return close_last([](const Open& open) { return open.mark.empty(); });
  if (name == "br" || !is_block_element(name)) return;
  end_block();
  if (name == "ul" || name == "ol") return close_list();
  if (name == "blockquote") --quotes_;
  if (name == "pre") --preformatted_;
  heading_ = 0;
}

std::string MarkdownWriter::finish() {
  end_block();
  return std::move(out_);
}

bool MarkdownWriter::in_link() const {
  return std::ranges::any_of(open_, [](const Open& open) { return open.mark.empty(); });
}

void MarkdownWriter::line_break() {
  while (line_.ends_with(' ')) line_.pop_back();
  if (line_.empty() || line_.ends_with('\n')) return;
  line_ += "\\\n";
}

void MarkdownWriter::open_emphasis(std::string_view mark) {
  constexpr std::size_t most_open = 8;
  if (open_.size() < most_open) open_.push_back({std::string(mark), "", line_.size()});
}

void MarkdownWriter::open_link(std::string_view href) {
  close_last([](const Open& open) { return open.mark.empty(); });
  if (is_web_address(href)) open_.push_back({"", std::string(href), line_.size()});
}

// Writes a picture as a link to it, with its alternative text: pages show no pictures of other
// hosts.
void MarkdownWriter::image(const HtmlElement& element) {
  if (element.alternative.empty()) return;
  bool leads = is_web_address(element.source) && !in_link();
  if (leads) open_.push_back({"", std::string(element.source), line_.size()});
  text(element.alternative);
  if (leads) mark(open_.back()), open_.pop_back();
}

template <class Is>
void MarkdownWriter::close_last(Is is) {
  auto last = std::find_if(open_.rbegin(), open_.rend(), is);
  if (last == open_.rend()) return;
  mark(*last);
  open_.erase(std::next(last).base());
}

// Puts the marks of emphasis or of a link around what was written since it was opened. White space
// stays outside, because Markdown does not take a mark beside a space for one.
void MarkdownWriter::mark(const Open& open) {
  std::size_t begin = std::min(open.begin, line_.size());
  while (begin < line_.size() && is_ascii_space(line_[begin])) ++begin;
  std::size_t end = line_.size();
  while (end > begin && is_ascii_space(line_[end - 1]))
    end -= line_[end - 1] == '\n' && end - 1 > begin ? 2 : 1;  // "\\\n" is a hard line break
  if (begin >= end) return;
  std::string inside = line_.substr(begin, end - begin), after = line_.substr(end);
  bool is_bare = open.mark.empty() && replace_all(inside, "\\", "") == open.url;
  std::string marked =
      !open.mark.empty() ? open.mark + inside + open.mark
      : is_bare          ? "<" + destination(open.url) + ">"
                         : "[" + inside + "](<" + without_references(destination(open.url)) + ">)";
  line_.replace(begin, line_.npos, marked + after);
}

void MarkdownWriter::code_block(std::string_view text) {
  end_block();
  while (text.starts_with('\n')) text.remove_prefix(1);
  text = trim_right(text);
  if (text.empty()) return;
  std::string fence = "```";
  while (text.find(fence) != text.npos) fence += '`';
  block(fence + "\n" + std::string(text) + "\n" + fence, Lines::as_they_are);
}

void MarkdownWriter::table(const std::vector<std::vector<std::string>>& rows) {
  end_block();
  std::size_t columns = 0;
  for (const std::vector<std::string>& row : rows) columns = std::max(columns, row.size());
  std::string table;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t column = 0; column < columns; ++column)
      table += "| " + (column < rows[i].size() ? rows[i][column] + " " : "");
    table += "|\n";
    for (std::size_t column = 0; i == 0 && column < columns; ++column) table += "| --- ";
    if (i == 0) table += "|\n";
  }
  block(trim_right(table));
}

void MarkdownWriter::open_list(bool is_ordered) {
  constexpr std::size_t deepest = 8;
  if (lists_.size() < deepest) lists_.push_back({is_ordered, 0});
}

void MarkdownWriter::close_list() {
  if (!lists_.empty()) lists_.pop_back();
  is_item_ = false;
}

void MarkdownWriter::item() {
  if (lists_.empty()) return;
  ++lists_.back().items;
  is_item_ = true;
}

// Writes the line as a block. Emphasis and links that are open are ended, and begin again in the
// next block.
void MarkdownWriter::end_block() {
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) mark(*open);
  std::string line(trim(line_));
  while (line.ends_with("\\\n") || line.ends_with('\\')) {
    std::size_t slashes = line.size() - line.find_last_not_of('\\') - 1;
    if (slashes % 2 == 0) break;
    line = trim_right(line.substr(0, line.size() - 1));
  }
  line_.clear();
  for (Open& open : open_) open.begin = 0;
  if (line.empty()) return;
  if (heading_) line = std::string(heading_, '#') + " " + replace_all(line, "\\\n", " ");
  block(line);
}

// A line in which a sign of a list or of an underlined heading at its beginning is escaped.
static std::string guarded(std::string_view line) {
  if (line == "***" || line.starts_with("## ") || line.starts_with("### ") ||
      line.starts_with("#### ") || line.starts_with("##### ") || line.starts_with("###### "))
    return std::string(line);
  std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')'))
    return std::string(line.substr(0, digits)) + "\\" + std::string(line.substr(digits));
  bool is_mark = !line.empty() && std::string_view("-+=").find(line[0]) != std::string_view::npos;
  return (is_mark ? "\\" : "") + std::string(line);
}

void MarkdownWriter::block(std::string_view text, Lines lines) {
  std::string indent, first;
  for (int i = 0; i < std::min(quotes_, 4); ++i) indent += "> ";
  std::string quote = indent;
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    bool last = i + 1 == lists_.size();
    std::string mark = lists_[i].is_ordered ? std::to_string(lists_[i].items) + ". " : "- ";
    if (last && is_item_) first = indent + mark;
    indent += std::string(mark.size(), ' ');
  }
  bool is_next_item = is_item_ && (lists_.back().items > 1 || lists_.size() > 1);
  if (!out_.empty() && !(is_next_item && was_item_)) {
    bool goes_on = quotes_ > 0 && was_quoted_;
    out_ += goes_on ? std::string(trim_right(quote)) + "\n" : "\n";
  }
  was_quoted_ = quotes_ > 0;
  bool begins = true;
  for (std::string_view line : split(text, '\n')) {
    out_ += begins && is_item_ ? first : indent;
    out_ += (lines == Lines::trimmed ? guarded(trim(line)) : std::string(line)) + "\n";
    begins = false;
  }
  was_item_ = !lists_.empty();
  is_item_ = false;
}

}  // namespace kbgen
