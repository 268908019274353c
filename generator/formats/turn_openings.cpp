#include "formats/turn_openings.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "formats/guard.h"
#include "formats/labels.h"
#include "formats/sound_notes.h"

namespace kbgen {

namespace {

constexpr std::size_t longest_name = 100;  // bytes

// Signs of a dress. A dress is spelled in the order of the line: its prefix, then each item
// with the signs around it, then what parts it from the words.
constexpr char name_sign = 'N', time_sign = 'T', shouted_sign = '^';

bool is_space(char c) { return c == ' ' || c == '\t'; }

// The length of a tag of HTML that makes words bold or italic; 0 if there is none here.
std::size_t mark_tag_length(std::string_view text) {
  if (!text.starts_with('<')) return 0;  // asked at every letter of a line
  static constexpr std::string_view tags[] = {"<b>", "</b>", "<strong>", "</strong>",
                                              "<i>", "</i>", "<em>",     "</em>"};
  for (std::string_view tag : tags)
    if (equals_ignoring_ascii_case(text.substr(0, tag.size()), tag)) return tag.size();
  return 0;
}

// A place in a line, and the dress that was met on the way there.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  std::string_view rest() const { return rest_; }
  const std::string& dress() const { return dress_; }
  bool at_end() const { return trim(rest_).empty(); }

  void note(char sign) { dress_ += sign; }
  void advance(std::size_t bytes) { rest_.remove_prefix(bytes); }

  bool take(std::string_view what) {
    if (!rest_.starts_with(what)) return false;
    advance(what.size());
    return true;
  }

  void skip_spaces() {
    while (!rest_.empty() && is_space(rest_[0])) advance(1);
  }

  // Skips signs of Markdown and of HTML: bold, italic, code.
  void skip_marks() {
    static constexpr std::string_view marks = "*_`~";
    while (!rest_.empty() && (marks.find(rest_[0]) != marks.npos || rest_[0] == '<')) {
      if (rest_[0] == '<') {
        std::size_t length = mark_tag_length(rest_);
        if (length == 0) return;
        add_wrap('b');
        advance(length);
        continue;
      }
      char sign = rest_[0];
      std::size_t length = 0;
      while (length < rest_.size() && rest_[length] == sign) ++length;
      if (sign == '~' && length < 2) return;
      add_wrap(sign == '`' ? '`' : length >= 2 ? 'b' : 'i');
      advance(length);
    }
  }

  // Signs open and close; each kind is noted once.
  void add_wrap(char wrap) {
    if (dress_.find(wrap) == dress_.npos) dress_ += wrap;
  }

 private:
  std::string_view rest_;
  std::string dress_;
};

// The length of the number of a list item, "12. " or "3) "; 0 if there is none.
std::size_t item_number_length(std::string_view text) {
  constexpr std::size_t most_digits = 5;
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  bool is_number = digits > 0 && digits <= most_digits && digits + 1 < text.size() &&
                   (text[digits] == '.' || text[digits] == ')') && is_space(text[digits + 1]);
  return is_number ? digits + 2 : 0;
}

// Takes empty elements of HTML, which stand in front of a line to be linked to: <a id="t1"></a>.
void take_anchors(Cursor& line) {
  for (;;) {
    std::string_view rest = line.rest();
    std::size_t open = rest.find('>');
    if (!(rest.starts_with("<a ") || rest.starts_with("<span ")) || open == rest.npos) return;
    std::string_view behind = trim_left(rest.substr(open + 1));
    std::string_view close = rest[1] == 'a' ? "</a>" : "</span>";
    if (!behind.starts_with(close)) return;
    line.advance(static_cast<std::size_t>(behind.data() - rest.data()) + close.size());
    line.skip_spaces();
  }
}

// Takes what makes the line a heading, a list item, a quotation, a row of a table or the
// turn of a captioner.
void take_prefix(Cursor& line) {
  line.skip_spaces();
  take_anchors(line);
  std::string_view rest = line.rest();
  if (rest.starts_with(">>")) {
    std::size_t signs = std::min(rest.find_first_not_of('>'), rest.size());
    line.advance(signs);
    line.note('C');
  } else if (line.take("> ") || line.take(">")) {
    line.note('>');
  } else if (rest.starts_with('#')) {
    std::size_t level = std::min(rest.find_first_not_of('#'), rest.size());
    if (level > 6 || level == rest.size() || !is_space(rest[level])) return;
    line.advance(level);
    line.note('#');
  } else if (line.take("|")) {
    line.note('|');
  } else if (line.take("- ") || line.take("* ") || line.take("+ ") || line.take("\u2022 ") ||
             line.take("\u2013 ") || line.take("\u2014 ")) {
    line.note('-');
  } else if (std::size_t length = item_number_length(rest)) {
    line.advance(length);
    line.note('1');
  }
  line.skip_spaces();
}

bool is_open_quote_mark(std::string_view text) {
  for (std::string_view mark : {"\"", "\u201C", "\u201D", "\u2018", "\u2019", "\u00AB", "\u00BB"})
    if (text.starts_with(mark)) return true;
  return false;
}

// A name without the quotation marks of a nickname: Charles "Chip" Babbage.
std::string without_quotes(std::string_view name) {
  std::string plain;
  for (std::size_t i = 0; i < name.size();) {
    std::size_t begin = i;
    next_code_point(name, i);
    std::string_view one = name.substr(begin, i - begin);
    bool is_apostrophe = one == "\u2019" && i < name.size() && !is_space(name[i]);
    if (!is_open_quote_mark(one) || is_apostrophe) plain += one;
  }
  return plain;
}

// How sure it is that words are a name: 0 not at all, 1 possible, 2 they look like one.
int name_likeness(std::string_view name) {
  if (is_label(without_quotes(name))) return 2;
  return may_be_label(name) ? 1 : 0;
}

// The sender of a message in a chat of Zoom: "From Ada Lovelace to Everyone".
std::string_view sender_of(std::string_view name) {
  if (!name.starts_with("From ")) return name;
  std::string_view sender = name.substr(5);
  for (std::string_view to : {" to ", " To "}) sender = sender.substr(0, sender.find(to));
  return trim(sender);
}

// A name in a play, without the note that its bearer goes on: "ADA (CONT'D)".
std::string_view without_continuation(std::string_view name) {
  for (std::string_view note : {" (CONT'D)", " (CONT\u2019D)", " (CONT.)", " (CONTINUED)"})
    if (name.size() > note.size() &&
        equals_ignoring_ascii_case(name.substr(name.size() - note.size()), note))
      return trim(name.substr(0, name.size() - note.size()));
  return name;
}

// Whether a word is of capitals alone, as initials and roles are written: "AB", "HOST", "GUEST2".
bool is_shouted(std::string_view word) {
  constexpr std::size_t longest = 12;
  return word.size() >= 2 && word.size() <= longest && is_ascii_upper(word[0]) &&
         std::ranges::all_of(word, [](char c) { return is_ascii_upper(c) || is_digit(c); });
}

// Where a name may end, and what parts it from what follows.
struct NameEnd {
  std::size_t at = 0;      // bytes of the name
  std::size_t length = 0;  // of what parts it
  char sign = 0;
};

// Takes "0:13" or "@0:13" that ends where a time may end.
std::optional<TimeRange> take_bare_times(std::string_view& text) {
  std::string_view rest = text;
  if (rest.starts_with('@')) rest.remove_prefix(1);
  if (rest.empty() || !is_digit(rest[0])) return std::nullopt;
  auto times = take_times(rest);
  const bool ends = rest.empty() ||
                    std::string_view(" \t:|-*_`,.)]").find(rest[0]) != std::string_view::npos ||
                    rest.starts_with("\u2013") || rest.starts_with("\u2014");
  if (!times || !ends) return std::nullopt;
  text = rest;
  return times;
}

// Whether a time stands here, in whatever signs.
bool begins_time(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of("*_`"), text.size()));
  return take_bare_times(text) || take_bracketed_times(text);
}

// What parts names, times and words from each other, besides a colon and a bar.
constexpr std::string_view dashes[] = {"-",      "\u2013", "\u2014", "--",    "\u2192",
                                       "\u00B7", "\u2022", "\u203A", "\u00BB"};

// The length of a dash that begins `rest`; 0 if there is none, or if it is part of a word.
std::size_t dash_length(std::string_view rest) {
  for (std::string_view dash : dashes) {
    if (!rest.starts_with(dash)) continue;
    std::string_view behind = rest.substr(dash.size());
    if (dash == "\u2014" || behind.starts_with(' ')) return dash.size();
  }
  return 0;
}

std::optional<NameEnd> read_dash(std::string_view rest) {
  const bool has_space = rest.starts_with(' ');
  std::size_t dash = dash_length(rest.substr(has_space ? 1 : 0));
  if (dash == 0 || (!has_space && !rest.starts_with("\u2014"))) return std::nullopt;
  if (!has_space) return NameEnd{0, dash, '/'};
  if (!rest.substr(1 + dash).starts_with(' ')) return std::nullopt;
  return NameEnd{0, dash + 2, '/'};
}

// Whether a colon here may end a name: it is not the one of a time or an address.
bool ends_name(std::string_view behind_colon) {
  if (behind_colon.empty()) return true;
  if (behind_colon.starts_with("//")) return false;
  if (begins_time(behind_colon)) return true;
  return is_space(behind_colon[0]) ||
         std::string_view("*_`|\"<").find(behind_colon[0]) != std::string_view::npos ||
         static_cast<unsigned char>(behind_colon[0]) >= 0x80;
}

// All places where a name that begins `rest` may end, the nearest first.
std::vector<NameEnd> name_ends(std::string_view rest, bool is_row) {
  std::vector<NameEnd> ends;
  auto add = [&](std::size_t at, std::size_t length, char sign) {
    if (at > 0) ends.push_back({at, length, sign});
  };
  for (std::size_t i = 0; i < std::min(rest.size(), longest_name); ++i) {
    std::string_view here = rest.substr(i);
    if (here.starts_with("\uFF1A")) return add(i, 3, ':'), ends;
    if (here[0] == ':' && ends_name(here.substr(1))) return add(i, 1, ':'), ends;
    if (here[0] == '\t' || here.starts_with("  ")) return add(i, 1, '\t'), ends;
    if (std::string_view("[({<").find(here[0]) != std::string_view::npos ||
        here.starts_with("\\[")) {
      if (begins_time(here)) return add(i, 0, ' '), ends;
    }
    if (is_space(here[0]) && begins_time(here.substr(1))) return add(i, 1, ' '), ends;
    if (here[0] == ' ' && is_shouted(rest.substr(0, i))) add(i, 1, shouted_sign);
    if (here.starts_with(", ") && begins_time(here.substr(2))) return add(i, 2, ','), ends;
    if (here[0] == '/' && begins_time(here.substr(1))) return add(i, 1, ','), ends;
    if (here[0] == '*' || here[0] == '`' || mark_tag_length(here) > 0) return add(i, 0, 'm'), ends;
    if (here[0] == '_' &&
        (here.size() == 1 || is_space(here[1]) || here[1] == '_' || here[1] == ':'))
      return add(i, 0, 'm'), ends;
    if (here.starts_with(". ") && i == 1 && (rest[0] == 'Q' || rest[0] == 'A')) add(i, 1, '.');
    if (auto dash = read_dash(here)) add(i, dash->length, dash->sign);
    if (here[0] == '|') add(i, 1, '|');
    if (here[0] == '|' && is_row) return ends;
  }
  if (rest.size() < longest_name && !is_row) add(rest.size(), 0, '$');
  return ends;
}

// Takes what parts an opening from what follows it. Nothing is noted for a mere space. Marks
// behind a space belong to the words that follow.
void take_separator(Cursor& line) {
  line.skip_marks();
  line.skip_spaces();
  if (line.rest().starts_with(", ") && begins_time(line.rest().substr(2))) line.advance(2);
  const bool has_colon = line.take(":") || line.take("\uFF1A");
  if (has_colon) {
    line.add_wrap(':');
    line.skip_marks();
    line.skip_spaces();
  }
  if (!has_colon && line.take("|")) {
    line.note('|');
  } else if (std::size_t dash = dash_length(line.rest())) {
    line.advance(dash);
    if (!has_colon) line.note('/');
  }
  line.skip_spaces();
}

std::string_view words_of(std::string_view rest, std::string_view dress) {
  rest = trim(rest);
  bool is_row = dress.starts_with('|');
  if (is_row && rest.ends_with('|')) rest = trim_right(rest.substr(0, rest.size() - 1));
  return rest;
}

// Reads one line into all openings that it may be.
class OpeningReader {
 public:
  std::vector<TurnOpening> read(std::string_view text) {
    Cursor line(trim(text));
    take_prefix(line);
    if (line.rest().starts_with(guard)) return {};
    if (line.dress() == "C") add(line, {}, 0, std::nullopt);
    Cursor timed = line;
    timed.skip_marks();
    if (auto time = take_time(timed)) {
      line = timed;
      take_separator(line);
      // "0:15, Ada:" and "0:15, [Ada]"
      if (line.take(", ")) line.skip_spaces();
      add(line, {}, 0, time);
      read_names(line, time);
    } else {
      read_names(line, std::nullopt);
    }
    return std::move(openings_);
  }

 private:
  static std::optional<TimeRange> take_time(Cursor& line) {
    std::string_view rest = line.rest();
    const char open = rest.empty() ? ' ' : rest[0];
    auto time = take_bare_times(rest);
    const bool is_bare = time.has_value();
    if (!time) time = take_bracketed_times(rest);
    if (!time) return std::nullopt;
    line.note(time_sign);
    if (!is_bare) line.note(open == '(' ? '(' : '[');
    line.advance(line.rest().size() - rest.size());
    return time;
  }

  void read_names(Cursor line, std::optional<TimeRange> time) {
    if (line.at_end()) return;
    line.skip_marks();
    if (read_bracketed_name(line, time)) return;
    const bool is_wrapped = line.dress().find_first_of("bi`") != std::string::npos;
    for (const NameEnd& end : name_ends(line.rest(), line.dress().starts_with('|'))) {
      // Marks behind a name close those in front of it: "The `store` is" names nobody.
      if (end.sign == 'm' && !is_wrapped) continue;
      std::string_view name = trim(line.rest().substr(0, end.at));
      name = without_continuation(sender_of(name));
      int likeness = name_likeness(name);
      if (likeness == 0 || ends_with_sign(name)) continue;
      Cursor behind = line;
      behind.note(name_sign);
      behind.advance(end.at + end.length);
      if (std::string_view("m$ ").find(end.sign) == std::string_view::npos)
        behind.add_wrap(end.sign);
      finish_name(behind, name, likeness, time, end.sign == ' ' || end.sign == 'm');
    }
  }

  // "[Ada] words", "(Ada) words", "<Ada> words", "[Ada]: words". False if there are no such
  // brackets.
  bool read_bracketed_name(const Cursor& line, std::optional<TimeRange> time) {
    std::string_view rest = line.rest();
    const char open = rest[0], close = closing_bracket(open);
    std::size_t end = close ? rest.substr(0, longest_name).find(close) : rest.npos;
    if (end == rest.npos || end < 2) return false;
    std::string_view name = trim(rest.substr(1, end - 1));
    int likeness = is_sound(name) || name == no_speaker ? 0 : name_likeness(name);
    if (likeness < (open == '[' ? 1 : 2) || rest.substr(end + 1).starts_with('(')) return true;
    Cursor behind = line;
    behind.note(name_sign);
    behind.note(open);
    behind.advance(end + 1);
    finish_name(behind, name, likeness, time, false);
    return true;
  }

  // Adds the opening that ends here, and the one with a time behind the name. With
  // `needs_more` nothing but a space or a closing mark parts the name from what follows.
  void finish_name(Cursor line, std::string_view name, int likeness, std::optional<TimeRange> time,
                   bool needs_more) {
    std::string before = line.dress();
    line.skip_marks();
    // "**Ada**. Words"
    const bool is_wrapped = line.dress().find_first_of("bi`[(<{") != std::string::npos;
    if (is_wrapped && (line.take(". ") || line.take("; "))) line.note('.');
    take_separator(line);
    bool is_marked = before.find_first_of("bi`") != before.npos || line.dress() != before;
    Cursor behind = line;
    behind.skip_marks();
    if (auto later = time ? std::nullopt : take_time(behind)) {
      take_separator(behind);
      add(behind, name, likeness, later);
    }
    if (!needs_more || is_marked || line.at_end()) add(line, name, likeness, time);
  }

  void add(const Cursor& line, std::string_view name, int likeness, std::optional<TimeRange> time) {
    openings_.push_back(
        {name, likeness == 2, time, line.dress(), words_of(line.rest(), line.dress())});
  }

  std::vector<TurnOpening> openings_;
};

}  // namespace

bool ends_with_sign(std::string_view text) {
  if (text.ends_with('|') || text.ends_with(',')) return true;
  std::size_t space = text.rfind(' ');
  return space != text.npos &&
         std::ranges::find(dashes, text.substr(space + 1)) != std::end(dashes);
}

std::vector<TurnOpening> read_openings(std::string_view line) {
  if (line.starts_with(guard) || trim(line).empty()) return {};
  return OpeningReader().read(line);
}

bool is_marked_dress(std::string_view dress) {
  bool has_name = dress.find(name_sign) != dress.npos;
  if (has_name && dress.find(time_sign) != dress.npos) return true;
  std::string_view behind = dress.substr(std::min(dress.find(name_sign), dress.size()));
  bool has_colon = behind.find(':') != behind.npos;
  return has_colon && dress.find_first_of("bi`[C") != dress.npos;
}

}  // namespace kbgen
