#include "start/markdown_html.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/ascii.h"
#include "base/html.h"
#include "base/text.h"
#include "content/embedded_media.h"
#include "content/youtube_ids.h"

namespace kbgen {

namespace {

// Whatever is closed further away than this is text, so that a line of a million openings takes no
// longer than any other.
constexpr std::size_t longest = 4'000;

// What stands for a tag: before its words and behind them. White space within the words is moved
// out of emphasis, where Markdown would not know it. A tag that is not in the table is text.
struct Counterpart {
  std::string_view name, open, close;
};

constexpr Counterpart counterparts[] = {
    {"a", "", ""},
    {"abbr", "", ""},
    {"address", "\n\n", "\n\n"},
    {"article", "\n\n", "\n\n"},
    {"aside", "\n\n", "\n\n"},
    {"audio", "", ""},
    {"b", "**", "**"},
    {"blockquote", "\n\n> ", "\n\n"},
    {"br", "\n", ""},
    {"button", "", ""},
    {"center", "\n\n", "\n\n"},
    {"cite", "*", "*"},
    {"dd", "\n\n", "\n\n"},
    {"details", "\n\n", "\n\n"},
    {"div", "\n\n", "\n\n"},
    {"dl", "\n\n", "\n\n"},
    {"dt", "\n\n", "\n\n"},
    {"em", "*", "*"},
    {"embed", "", ""},
    {"figcaption", "\n\n", "\n\n"},
    {"figure", "\n\n", "\n\n"},
    {"font", "", ""},
    {"footer", "\n\n", "\n\n"},
    {"h1", "\n\n# ", "\n\n"},
    {"h2", "\n\n## ", "\n\n"},
    {"h3", "\n\n### ", "\n\n"},
    {"h4", "\n\n#### ", "\n\n"},
    {"h5", "\n\n##### ", "\n\n"},
    {"h6", "\n\n###### ", "\n\n"},
    {"header", "\n\n", "\n\n"},
    {"hr", "\n\n* * *\n\n", ""},
    {"i", "*", "*"},
    {"iframe", "", ""},
    {"img", "", ""},
    {"ins", "", ""},
    {"li", "\n- ", ""},
    {"main", "\n\n", "\n\n"},
    {"mark", "", ""},
    {"nav", "\n\n", "\n\n"},
    {"object", "", ""},
    {"ol", "\n\n", "\n\n"},
    {"p", "\n\n", "\n\n"},
    {"param", "", ""},
    {"section", "\n\n", "\n\n"},
    {"small", "", ""},
    {"source", "", ""},
    {"span", "", ""},
    {"strong", "**", "**"},
    {"sub", "", ""},
    {"summary", "\n\n", "\n\n"},
    {"sup", "", ""},
    {"track", "", ""},
    {"u", "", ""},
    {"ul", "\n\n", "\n\n"},
    {"video", "", ""},
};

// Elements whose words are for the program that shows them.
constexpr std::string_view without_words[] = {"script", "style", "svg", "noscript", "form"};

struct Tag {
  std::string name;             // in lower case
  std::string_view attributes;  // with their spaces
  bool is_closing = false, is_component = false;
  std::size_t size = 0;  // of its text, with the brackets; 0: there is no tag
};

// The offset behind the '>' that ends a tag; one in quotation marks does not.
std::size_t end_of_tag(std::string_view text) {
  char quote = 0;
  for (std::size_t at = 1; at < std::min(text.size(), longest); ++at) {
    if (quote)
      quote = text[at] == quote ? 0 : quote;
    else if (text[at] == '"' || text[at] == '\'')
      quote = text[at];
    else if (text[at] == '>')
      return at + 1;
    else if (text[at] == '<')
      return 0;
  }
  return 0;
}

Tag tag_at(std::string_view text) {
  Tag tag;
  std::size_t begin = text.starts_with("</") ? 2 : 1, end = begin;
  while (end < text.size() && (is_ascii_alphanumeric(text[end]) || text[end] == '-')) ++end;
  bool is_tag = end > begin && is_ascii_letter(text[begin]) && end < text.size() &&
                std::string_view(" \t\n/>").find(text[end]) != std::string_view::npos;
  if (!is_tag) return tag;
  tag.size = end_of_tag(text);
  if (tag.size == 0) return tag;
  std::string_view name = text.substr(begin, end - begin);
  tag.name = lower_ascii(name);
  tag.is_closing = begin == 2;
  tag.attributes = text.substr(end, tag.size - 1 - end);
  // "<Player />" of MDX and "<a-player …>" of Vue. "<T>" alone is a word of programmers.
  bool has_more = tag.attributes.ends_with('/') || tag.attributes.find('=') != name.npos;
  tag.is_component = name.find('-') != name.npos || (is_ascii_upper(name.front()) && has_more);
  return tag;
}

std::string attribute(const Tag& tag, std::string_view name) {
  std::string sign = std::string(name) + "=";
  std::size_t at = tag.attributes.find(" " + sign);
  if (at == tag.attributes.npos) return "";
  std::string_view value = tag.attributes.substr(at + 1 + sign.size());
  char quote = value.empty() ? 0 : value.front();
  if (quote != '"' && quote != '\'')
    return std::string(value.substr(0, value.find_first_of(" \t\n")));
  return std::string(value.substr(1, value.find(quote, 1) - 1));
}

class Converter {
 public:
  explicit Converter(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) {
      bool is_at_line = at_ == 0 || text_[at_ - 1] == '\n';
      if (is_at_line && is_fence())
        take_fence();
      else if (is_at_line && is_indented_tag())
        at_ = text_.find('<', at_);
      else if (text_[at_] == '`')
        take_code();
      else if (text_[at_] == '<')
        take_bracket();
      else
        written_ += text_[at_++];
    }
    return std::move(written_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  void copy(std::size_t size) {
    written_ += rest().substr(0, size);
    at_ += std::min(size, text_.size() - at_);
  }

  bool is_fence() const {
    std::string_view line = trim_left(rest().substr(0, rest().find('\n')));
    return line.starts_with("```") || line.starts_with("~~~");
  }

  // Copies lines of code to the line that ends them.
  void take_fence() {
    std::string_view sign = trim_left(rest()).substr(0, 3);
    copy(std::min(rest().find('\n'), rest().size() - 1) + 1);
    while (at_ < text_.size()) {
      std::string_view line = rest().substr(0, rest().find('\n'));
      copy(line.size() + 1);
      if (trim_left(line).starts_with(sign)) return;
    }
  }

  // A line of HTML may be indented as deep as it likes; in Markdown it would be code.
  bool is_indented_tag() const {
    std::size_t begin = rest().find_first_not_of(" \t");
    return begin != 0 && begin != rest().npos && rest()[begin] == '<' &&
           is_known(tag_at(rest().substr(begin)));
  }

  void take_code() {
    std::size_t size = std::min(rest().find_first_not_of('`'), rest().size());
    std::string_view near = rest().substr(0, longest);
    std::size_t close = near.find(near.substr(0, size), size);
    copy(close == near.npos ? size : close + size);
  }

  static const Counterpart* counterpart_of(const Tag& tag) {
    const auto* found = std::ranges::find(counterparts, tag.name, &Counterpart::name);
    return found == std::end(counterparts) ? nullptr : found;
  }

  static bool is_wordless(const Tag& tag) {
    return std::ranges::find(without_words, tag.name) != std::end(without_words);
  }

  static bool is_known(const Tag& tag) {
    return tag.size > 0 && (tag.is_component || counterpart_of(tag) || is_wordless(tag));
  }

  void take_bracket() {
    if (rest().starts_with("<!--")) {
      std::size_t end = find_end("-->");
      return end == rest().npos ? copy(4) : skip(end + 3);
    }
    Tag tag = tag_at(rest());
    if (!is_known(tag)) return copy(1);
    if (is_wordless(tag) && !tag.is_closing) {
      std::size_t end = find_end("</" + tag.name);
      if (end == rest().npos) return skip(tag.size);
      skip(end);
      return skip(std::min(rest().find('>'), rest().size() - 1) + 1);
    }
    gap_ = 0;
    write(tag);
    skip(tag.size + gap_);
  }

  void skip(std::size_t size) { at_ += size; }

  // Where `sign` is. What is once found nowhere is not looked for again.
  std::size_t find_end(const std::string& sign) {
    if (unclosed_.contains(sign)) return std::string_view::npos;
    std::size_t end = rest().find(sign);
    if (end == std::string_view::npos) unclosed_.insert(sign);
    return end;
  }

  void write(const Tag& tag) {
    if (tag.name == "img" && !attribute(tag, "src").empty())
      written_ += "![" + attribute(tag, "alt") + "](" + attribute(tag, "src") + ")";
    else if (tag.name == "a")
      write_link(tag);
    else if (!attribute(tag, "src").empty())
      write_player(tag);
    else if (const Counterpart* one = counterpart_of(tag))
      write_counterpart(tag, *one);
  }

  // A player becomes a link to what it plays.
  void write_player(const Tag& tag) {
    std::string source = attribute(tag, "src"), video = media_in(source).youtube;
    if (!video.empty()) source = youtube_address(video);
    if (source.starts_with("//")) source = "https:" + source;
    if (source.starts_with("http") && is_safe_url(source)) written_ += "\n\n<" + source + ">\n\n";
  }

  void write_counterpart(const Tag& tag, const Counterpart& one) {
    bool is_block = one.open.starts_with('\n');
    bool is_emphasis = one.open == one.close && !is_block;
    std::size_t spaces = 0;
    if (is_emphasis && tag.is_closing)
      while (written_.ends_with(' ')) written_.pop_back(), ++spaces;
    std::string_view sign = tag.is_closing ? one.close : one.open;
    // The first paragraph of a list's item or of a quotation begins on its line.
    bool is_first = written_.ends_with("\n- ") || written_.ends_with("\n> ");
    if (!is_first || sign != "\n\n") written_ += sign;
    if (spaces > 0) written_ += ' ';
    // What is indented in HTML would be code in Markdown.
    std::size_t end = at_ + tag.size;
    if (is_block) gap_ = std::min(text_.find_first_not_of(" \t\n", end), text_.size()) - end;
  }

  void write_link(const Tag& tag) {
    if (!tag.is_closing) {
      targets_.push_back(attribute(tag, "href"));
      if (!targets_.back().empty()) written_ += '[';
    } else if (!targets_.empty()) {
      if (!targets_.back().empty()) written_ += "](" + targets_.back() + ")";
      targets_.pop_back();
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t gap_ = 0;               // the white space behind a tag that goes with it
  std::vector<std::string> targets_;  // of the links that are open
  std::set<std::string> unclosed_;    // what is not found any more
  std::string written_;
};

// The text with at most one empty line in a row, and none at its beginning and end.
std::string with_single_gaps(std::string_view text) {
  std::string tidy;
  std::size_t ends = 0;
  for (char c : text.substr(std::min(text.find_first_not_of('\n'), text.size()))) {
    ends = c == '\n' ? ends + 1 : 0;
    if (ends <= 2) tidy += c;
  }
  while (tidy.ends_with("\n\n")) tidy.pop_back();
  return tidy;
}

}  // namespace

std::string markdown_without_html(std::string_view markdown) {
  std::string converted = Converter(markdown).run();
  return converted == markdown ? converted : with_single_gaps(converted);
}

}  // namespace kbgen
