#include "base/markdown_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace kbgen {

namespace {

// What a text has too much of: reading it takes the library time that grows with its square.
enum class Excess {
  none,
  columns,
  cells,
  rows,
  brackets,
  parentheses,
  addresses,
  declarations,
  definitions
};

constexpr std::string_view words_for(Excess excess) {
  switch (excess) {
    case Excess::columns:
      return "a table of that many columns";
    case Excess::cells:
      return "a table with that many cells left out";
    case Excess::rows:
      return "that many lines directly above the head of a table";
    case Excess::brackets:
      return "that many brackets in one paragraph";
    case Excess::parentheses:
      return "that many parentheses in one address";
    case Excess::addresses:
      return "that many '@'";
    case Excess::declarations:
      return "that many '<!' or '<?' in one paragraph";
    case Excess::definitions:
      return "that long an address for links to refer to";
    case Excess::none:
      break;
  }
  return "";
}

// How many nanoseconds the library (cmark-gfm 0.29) takes for one step of each kind, as measured.
// The limit for a text is a tenth of a second, and as much again for each megabyte.
constexpr double per_column_pair = 2.5, per_missing_cell = 1000, per_line_and_byte = 0.25,
                 per_bracket_pair = 3, per_parenthesis_and_byte = 0.7, per_at_and_byte = 0.1,
                 per_at = 10'000, per_declaration_and_byte = 0.4, per_bracket_and_byte = 2;
constexpr double limit = 100e6, limit_of_byte = 100;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
std::string_view skip_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text;
}

// What follows the sign of a quotation or list item ("> ", "- ", "12. ") at the beginning of a
// line; empty if there is none.
std::string_view skip_container(std::string_view line) {
  line = skip_blanks(line);
  std::size_t digits = 0;
  while (digits < line.size() && digits < 9 && is_digit(line[digits])) ++digits;
  std::size_t sign = digits;
  if (sign >= line.size()) return {};
  bool is_quote = digits == 0 && line[0] == '>';
  bool is_item = digits > 0 ? line[sign] == '.' || line[sign] == ')'
                            : line[0] == '-' || line[0] == '+' || line[0] == '*';
  bool is_apart = sign + 1 < line.size() && is_blank(line[sign + 1]);
  return is_quote || (is_item && is_apart) ? line.substr(sign + 1) : std::string_view();
}

// The number of columns of a line such as "|---|:-:|", which is below the head of a table; 0 if it
// is not such a line.
std::size_t columns_of(std::string_view line) {
  if (line.find_first_not_of(" \t|:-") != line.npos) return 0;
  std::size_t columns = 0;
  for (std::size_t at = 0; (at = line.find('-', at)) != line.npos; ++columns)
    at = std::min(line.find('|', at), line.size());
  bool may_be_heading = line.find_first_of("|:") == line.npos;
  return may_be_heading ? 0 : columns;
}

std::size_t columns_in_container(std::string_view line) {
  for (int depth = 0; depth < 20 && !line.empty(); ++depth) {
    if (std::size_t columns = columns_of(line)) return columns;
    line = skip_container(line);
  }
  return 0;
}

// The text without white space, line ends and signs of quotations at its beginning.
std::string_view skip_to_word(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n>"), text.size()));
  return text;
}

bool ends_line(std::string_view text) {
  text = skip_blanks(text);
  return text.empty() || text[0] == '\n';
}

// The length in bytes of the title of a link that begins the text and ends its line; 0 if there is
// none. One of more than 2,000 bytes is taken to go on to the end of the text.
std::size_t length_of_title(std::string_view text) {
  constexpr std::size_t longest = 2000;
  if (text.empty() || (text[0] != '"' && text[0] != '\'' && text[0] != '(')) return 0;
  char closing = text[0] == '(' ? ')' : text[0];
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (at > longest) return text.size();
    if (text[at] == '\\')
      ++at;
    else if (text[at] == closing)
      return ends_line(text.substr(at + 1)) ? at + 1 : 0;
  }
  return 0;
}

// The length in bytes of address and title of a definition (`[name]: address "title"`) at the
// beginning of the text; 0 if there is none. Each link to the name gets a copy of both.
std::size_t length_of_definition(std::string_view text) {
  for (int depth = 0; depth < 20 && !text.empty(); ++depth) {
    std::string_view line = skip_blanks(text.substr(0, text.find('\n')));
    std::size_t end = line.starts_with('[') ? line.find("]:") : line.npos;
    if (end == line.npos) {
      std::size_t left = skip_container(line).size();
      if (left == 0) return 0;
      text.remove_prefix(std::min(text.find('\n'), text.size()) - left);
      continue;
    }
    std::string_view rest = skip_to_word(text.substr(text.find("]:") + 2));
    std::size_t size = std::min(rest.find_first_of(" \t\n"), rest.size());
    std::string_view first_line = rest.substr(0, rest.find('\n'));
    if (rest.starts_with('<')) size = std::min(first_line.find('>'), first_line.size() - 1) + 1;
    std::size_t title = length_of_title(skip_to_word(rest.substr(size)));
    return title > 0 || ends_line(rest.substr(size)) ? size + title : 0;
  }
  return 0;
}

// Adds up how long the library would take for a text.
class Meter {
 public:
  explicit Meter(std::string_view text) : text_(text) {}

  // Reads the whole text. A paragraph here is a run of lines that are not blank.
  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::string_view line = text_.substr(at, end - at);
      if (skip_blanks(line).empty()) {
        end_paragraph();
      } else {
        read_line(line, at);
      }
      at = end + 1;
    }
    end_paragraph();
    spend(Excess::definitions,
          per_bracket_and_byte * static_cast<double>(longest_definition_) * all_closing_,
          definition_at_);
  }

  bool is_too_much() const {
    return spent_ > limit + limit_of_byte * static_cast<double>(text_.size());
  }
  Excess excess() const { return worst_; }
  std::size_t place() const { return place_; }

 private:
  struct Paragraph {
    std::size_t begin = 0, lines = 0, bytes = 0, columns = 0;
    double opening = 0, closing = 0, declarations = 0;
    double open = 0, most_open = 0;  // opening brackets that wait for a closing one
    bool may_hide_brackets = false;  // some may not count: \], `]`, <a title="]">
  };

  void spend(Excess what, double nanoseconds, std::size_t at) {
    spent_ += nanoseconds;
    if (nanoseconds <= most_) return;
    most_ = nanoseconds;
    worst_ = what;
    place_ = at;
  }

  void read_line(std::string_view line, std::size_t at) {
    if (paragraph_.lines == 0) paragraph_.begin = at;
    auto bars = static_cast<double>(std::ranges::count(line, '|'));
    if (paragraph_.columns > 0)
      spend(Excess::cells,
            per_missing_cell * std::max(0.0, static_cast<double>(paragraph_.columns) - bars - 1),
            paragraph_.begin);
    spend(Excess::columns, per_column_pair * bars * bars, at);
    if (std::size_t columns = columns_in_container(line)) {
      paragraph_.columns = columns;
      spend(Excess::rows,
            per_line_and_byte * static_cast<double>(paragraph_.lines) *
                static_cast<double>(paragraph_.bytes),
            at);
    }
    read_words(line, at);
    ++paragraph_.lines;
    paragraph_.bytes += line.size() + 1;
  }

  void read_words(std::string_view line, std::size_t at) {
    double closing = 0, ats = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
      char c = i < line.size() ? line[i] : ' ';
      closing += c == ')';
      ats += c == '@';
      count_bracket(c);
      bool is_declaration =
          c == '<' && i + 1 < line.size() && (line[i + 1] == '!' || line[i + 1] == '?');
      paragraph_.declarations += is_declaration;
      if (!is_blank(c)) continue;
      std::string_view word = line.substr(begin, i - begin);
      auto length = static_cast<double>(word.size());
      bool may_be_link = word.find("www.") != word.npos || word.find("://") != word.npos;
      if (closing > 1 && may_be_link)
        spend(Excess::parentheses, per_parenthesis_and_byte * closing * length, at + begin);
      if (ats > 0) spend(Excess::addresses, ats * (per_at + per_at_and_byte * length), at + begin);
      closing = ats = 0;
      begin = i + 1;
    }
  }

  void count_bracket(char c) {
    paragraph_.may_hide_brackets |= c == '\\' || c == '`' || c == '<';
    paragraph_.opening += c == '[';
    paragraph_.closing += c == ']';
    paragraph_.open += c == '[' ? 1 : c == ']' && paragraph_.open > 0 ? -1 : 0;
    paragraph_.most_open = std::max(paragraph_.most_open, paragraph_.open);
  }

  void end_paragraph() {
    const Paragraph& done = paragraph_;
    double waiting = done.may_hide_brackets ? done.opening : done.most_open;
    spend(Excess::brackets, per_bracket_pair * waiting * done.closing, done.begin);
    spend(Excess::declarations,
          per_declaration_and_byte * done.declarations * static_cast<double>(done.bytes),
          done.begin);
    all_closing_ += done.closing;
    if (done.closing > 0) find_definitions(text_.substr(done.begin, done.bytes));
    paragraph_ = {};
  }

  void find_definitions(std::string_view paragraph) {
    for (std::size_t at = 0; at < paragraph.size();) {
      std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
      std::size_t length = length_of_definition(paragraph.substr(at));
      if (length > longest_definition_) {
        longest_definition_ = length;
        definition_at_ = static_cast<std::size_t>(paragraph.data() - text_.data()) + at;
      }
      at = end + 1;
    }
  }

  std::string_view text_;
  Paragraph paragraph_;
  std::size_t longest_definition_ = 0, definition_at_ = 0;
  double all_closing_ = 0, spent_ = 0, most_ = 0;
  Excess worst_ = Excess::none;
  std::size_t place_ = 0;
};

}  // namespace

bool is_within_markdown_limits(Span part) {
  Meter meter(part.text());
  meter.read();
  return !meter.is_too_much();
}

bool check_markdown_limits(Span part, Diagnostics& diag) {
  Meter meter(part.text());
  meter.read();
  if (!meter.is_too_much()) return true;
  std::uint32_t at = part.begin + static_cast<std::uint32_t>(meter.place());
  diag.error(
      "markdown-limit", Span{part.file, at, at + 1},
      fmt::format("this Markdown would take too long to read: {}", words_for(meter.excess())),
      "split it into several tables, paragraphs or files");
  return false;
}

}  // namespace kbgen
