#include "start/html_to_markdown.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/html.h"
#include "base/text.h"
#include "jinja/html_text.h"

namespace kbgen {

namespace {

struct Tag {
  std::string name;  // small letters
  bool closes = false;
  std::string href, source, alternative;
};

bool is_letter_ascii(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space_ascii(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Where a tag that begins at `at` ends, behind its '>'; nothing if it does not.
std::optional<std::size_t> end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  for (++at; at < html.size(); ++at) {
    char c = html[at];
    if (quote)
      quote = c == quote ? char(0) : quote;
    else if ((c == '"' || c == '\'') && html[at - 1] == '=')
      quote = c;
    else if (c == '>')
      return at + 1;
  }
  return std::nullopt;
}

std::string value_of(std::string_view tag, std::string_view name) {
  std::string small = lower_ascii(tag);
  for (std::size_t at = small.find(name); at != small.npos; at = small.find(name, at + 1)) {
    std::size_t value = at + name.size();
    if (!is_space_ascii(tag[at - 1]) || value >= tag.size() || tag[value] != '=') continue;
    if (++value >= tag.size()) return "";
    char quote = tag[value];
    bool is_quoted = quote == '"' || quote == '\'';
    std::size_t end = is_quoted ? tag.find(quote, value + 1) : tag.find_first_of(" \n\t>", value);
    return std::string(trim(tag.substr(value + is_quoted, end - value - is_quoted)));
  }
  return "";
}

Tag read_tag(std::string_view text) {  // with its '<' and '>'
  Tag tag;
  std::size_t at = 1;
  if (text[at] == '/') {
    tag.closes = true;
    ++at;
  }
  while (at < text.size() && (is_letter_ascii(text[at]) || (text[at] >= '0' && text[at] <= '9')))
    tag.name += text[at++];
  tag.name = lower_ascii(tag.name);
  if (tag.name == "a") tag.href = value_of(text, "href");
  if (tag.name == "img") {
    tag.source = value_of(text, "src");
    tag.alternative = value_of(text, "alt");
  }
  return tag;
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  return std::ranges::find(names, name) != std::end(names);
}

constexpr std::string_view block_names[] = {
    "p",  "div", "section",    "article", "header", "footer", "aside",   "main",  "ul",
    "ol", "li",  "blockquote", "pre",     "table",  "tr",     "td",      "th",    "hr",
    "h1", "h2",  "h3",         "h4",      "h5",     "h6",     "figure",  "dl",    "dt",
    "dd", "nav", "form",       "body",    "html",   "br",     "caption", "thead", "tbody"};
constexpr std::string_view unseen_names[] = {"script", "style", "head", "template", "title"};

// What an address may hold between < and >.
std::string destination(std::string_view url) {
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

bool is_web_address(std::string_view url) {
  return (url.starts_with("https://") || url.starts_with("http://") ||
          url.starts_with("mailto:")) &&
         is_safe_url(url);
}

// How long an address is that stands bare in text; 0: there is none.
std::size_t bare_address(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return 0;
  std::size_t end = std::min(text.find_first_of(" \n\t\r<>\"\\"), text.size());
  while (end > 0 && std::string_view(".,;:!?)'").find(text[end - 1]) != std::string_view::npos)
    --end;
  return end > 8 ? end : 0;
}

class MarkdownWriter {
 public:
  // `keeps_lines`: a line end means one, as it does where there are no tags.
  explicit MarkdownWriter(bool keeps_lines) : keeps_lines_(keeps_lines) {}

  void text(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (c == '\n' && keeps_lines_) {
        bool ends_paragraph = text.substr(i + 1, 1) == "\n";
        ends_paragraph ? end_block() : line_break();
      } else if (is_space_ascii(c)) {
        if (!line_.empty() && line_.back() != ' ' && line_.back() != '\n') line_ += ' ';
      } else if (std::size_t length = c == 'h' && !in_link() ? bare_address(text.substr(i)) : 0) {
        line_ += "<" + replace_all(text.substr(i, length), "&amp;", "&") + ">";
        i += length - 1;
      } else if (static_cast<unsigned char>(c) >= ' ') {
        if (std::string_view("\\`*_[]<>#|~").find(c) != std::string_view::npos) line_ += '\\';
        line_ += c;
      }
    }
  }

  void tag(const Tag& tag) {
    const std::string& name = tag.name;
    if (name == "b" || name == "strong") return span(tag, "**");
    if (name == "i" || name == "em") return span(tag, "*");
    if (name == "a") return link(tag);
    if (name == "img") return image(tag);
    if (name == "br") return line_break();
    if (!is_one_of(name, block_names)) return;
    end_block();
    if (name == "ul" || name == "ol") return list(tag);
    if (name == "li" && !tag.closes) return item();
    if (name == "blockquote") quotes_ = tag.closes ? std::max(0, quotes_ - 1) : quotes_ + 1;
    if (name == "hr") block("***");
    heading_ = !tag.closes && name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
                   ? std::max(2, name[1] - '0')
                   : 0;
  }

  std::string finish() {
    end_block();
    return std::move(out_);
  }

 private:
  struct Open {
    std::string mark;  // of emphasis; empty: a link
    std::string url;
    std::size_t begin;
  };
  struct List {
    bool is_ordered = false;
    int items = 0;
  };

  bool in_link() const {
    return std::ranges::any_of(open_, [](auto& o) { return o.mark.empty(); });
  }

  void line_break() {
    while (line_.ends_with(' ')) line_.pop_back();
    if (line_.empty() || line_.ends_with('\n')) return;
    line_ += "\\\n";
  }

  void span(const Tag& tag, std::string_view mark) {
    constexpr std::size_t most_open = 8;
    if (!tag.closes && open_.size() < most_open)
      open_.push_back({std::string(mark), "", line_.size()});
    else if (tag.closes)
      close_last([&](const Open& open) { return open.mark == mark; });
  }

  void link(const Tag& tag) {
    close_last([](const Open& open) { return open.mark.empty(); });
    if (!tag.closes && is_web_address(tag.href)) open_.push_back({"", tag.href, line_.size()});
  }

  // A picture on another host is not shown, but may be looked at.
  void image(const Tag& tag) {
    if (tag.alternative.empty()) return;
    bool leads = is_web_address(tag.source) && !in_link();
    if (leads) open_.push_back({"", tag.source, line_.size()});
    text(tag.alternative);
    if (leads) close(open_.back()), open_.pop_back();
  }

  template <class Is>
  void close_last(Is is) {
    auto last = std::find_if(open_.rbegin(), open_.rend(), is);
    if (last == open_.rend()) return;
    close(*last);
    open_.erase(std::next(last).base());
  }

  // Marks stand right beside words, or they would be none.
  void close(const Open& open) {
    std::size_t begin = std::min(open.begin, line_.size());
    while (begin < line_.size() && is_space_ascii(line_[begin])) ++begin;
    std::size_t end = line_.size();
    while (end > begin && is_space_ascii(line_[end - 1]))
      end -= line_[end - 1] == '\n' && end - 1 > begin ? 2 : 1;  // with the mark of a line end
    if (begin >= end) return;
    std::string inside = line_.substr(begin, end - begin), after = line_.substr(end);
    bool is_bare = open.mark.empty() && replace_all(inside, "\\", "") == open.url;
    std::string marked = !open.mark.empty() ? open.mark + inside + open.mark
                         : is_bare ? "<" + replace_all(destination(open.url), "&amp;", "&") + ">"
                                   : "[" + inside + "](<" + destination(open.url) + ">)";
    line_.replace(begin, line_.npos, marked + after);
  }

  void list(const Tag& tag) {
    constexpr std::size_t deepest = 8;
    if (tag.closes) {
      if (!lists_.empty()) lists_.pop_back();
      is_item_ = false;
      return;
    }
    if (lists_.size() < deepest) lists_.push_back({tag.name == "ol", 0});
  }

  void item() {
    if (lists_.empty()) return;
    ++lists_.back().items;
    is_item_ = true;
  }

  // Emphasis and links end with the block and go on in the next one.
  void end_block() {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) close(*open);
    std::string line(trim(line_));
    while (line.ends_with("\\\n") || line.ends_with('\\')) {
      std::size_t slashes = line.size() - line.find_last_not_of('\\') - 1;
      if (slashes % 2 == 0) break;
      line = trim_right(line.substr(0, line.size() - 1));
    }
    line_.clear();
    for (Open& open : open_) open.begin = 0;
    if (!line.empty()) block(heading_ ? std::string(heading_, '#') + " " + one_line(line) : line);
  }

  static std::string one_line(const std::string& text) { return replace_all(text, "\\\n", " "); }

  // What would begin a list or a heading is text.
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

  void block(std::string_view text) {
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
      out_ += (begins && is_item_ ? first : indent) + guarded(trim(line)) + "\n";
      begins = false;
    }
    was_item_ = !lists_.empty();
    is_item_ = false;
  }

  bool keeps_lines_;
  std::string out_, line_;
  std::vector<Open> open_;
  std::vector<List> lists_;
  int quotes_ = 0, heading_ = 0;
  bool is_item_ = false, was_item_ = false, was_quoted_ = false;
};

bool begins_tag(std::string_view rest) {
  if (rest.size() < 2) return false;
  return is_letter_ascii(rest[1]) || rest[1] == '!' ||
         (rest[1] == '/' && rest.size() > 2 && is_letter_ascii(rest[2]));
}

// Calls `text` and `tag` for what comes one after another.
template <class OnText, class OnTag>
void read_html(std::string_view html, OnText on_text, OnTag on_tag) {
  while (!html.empty()) {
    std::size_t at = html.find('<');
    while (at != html.npos && !begins_tag(html.substr(at))) at = html.find('<', at + 1);
    on_text(html.substr(0, at));
    if (at == html.npos) return;
    html.remove_prefix(at);
    std::optional<std::size_t> end;
    if (html.starts_with("<!--")) {
      std::size_t close = html.find("-->", 4);
      end = close == html.npos ? html.size() : close + 3;
    } else {
      end = end_of_tag(html, 0);
    }
    if (!end) return on_text(html);  // a '<' that is none
    std::string_view whole = html.substr(0, *end);
    html.remove_prefix(*end);
    if (whole[1] == '!') continue;
    Tag tag = read_tag(whole);
    if (!tag.closes && is_one_of(tag.name, unseen_names) && !whole.ends_with("/>")) {
      std::size_t close = html.find("</");
      while (close != html.npos &&
             !equals_ignoring_ascii_case(html.substr(close + 2, tag.name.size()), tag.name))
        close = html.find("</", close + 2);
      html.remove_prefix(std::min(close, html.size()));
      continue;
    }
    on_tag(tag);
  }
}

}  // namespace

std::string html_to_markdown(std::string_view html) {
  bool has_blocks = false;
  read_html(
      html, [](std::string_view) {},
      [&](const Tag& tag) { has_blocks |= is_one_of(tag.name, block_names); });
  MarkdownWriter writer(!has_blocks);
  read_html(
      html, [&](std::string_view text) { writer.text(text); },
      [&](const Tag& tag) { writer.tag(tag); });
  return writer.finish();
}

std::string plain_text(std::string_view html) { return collapse_space(jinja::strip_tags(html)); }

}  // namespace kbgen
