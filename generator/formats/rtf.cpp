// Rich Text Format (.rtf; version 1.9.1), as word processors and TextEdit write it. What is not the
// text itself is left out: tables of fonts and styles, pictures, headers and footers, comments and
// footnotes, codes of fields, hidden words, and words deleted with changes tracked.
#include <algorithm>
#include <charconv>
#include <vector>

#include "base/ascii.h"
#include "base/encoding.h"
#include "base/unicode.h"
#include "formats/document_text.h"
#include "formats/documents.h"

namespace kbgen {

namespace {

bool is_rtf(std::string_view bytes) { return bytes.starts_with("{\\rtf"); }

// Groups that hold no words of the text. So do all that begin with \*, which readers that do not
// know them shall pass over.
bool is_unread(std::string_view word) {
  static constexpr std::string_view words[] = {
      "fonttbl", "colortbl",  "stylesheet", "info",       "pict",    "object",
      "header",  "headerl",   "headerr",    "headerf",    "footer",  "footerl",
      "footerr", "footerf",   "footnote",   "annotation", "fldinst", "listtext",
      "pntext",  "themedata", "nonshppict", "xe",         "tc",      "bkmkstart"};
  return std::ranges::find(words, word) != std::end(words);
}

// What \emdash and its like stand for; empty for all other words.
std::string_view sign_named(std::string_view word) {
  struct Named {
    std::string_view word, sign;
  };
  static constexpr Named signs[] = {{"emdash", "—"},  {"endash", "–"},    {"lquote", "‘"},
                                    {"rquote", "’"},  {"ldblquote", "“"}, {"rdblquote", "”"},
                                    {"bullet", "•"},  {"tab", " "},       {"emspace", " "},
                                    {"enspace", " "}, {"qmspace", " "}};
  auto found = std::ranges::find(signs, word, &Named::word);
  return found == std::end(signs) ? std::string_view() : found->sign;
}

class RtfReader {
 public:
  explicit RtfReader(std::string_view text) : text_(text) {}

  std::string read() {
    while (at_ < text_.size()) step();
    return out_.finish();
  }

 private:
  // What holds until the end of a group.
  struct State {
    bool is_read = true, is_bold = false, is_hidden = false, is_deleted = false;
    int skipped_after_unicode = 1;  // letters that stand in for one that is written as \u
  };

  void step() {
    char c = text_[at_++];
    if (c == '{') return open_group();
    if (c == '}') return close_group();
    if (c == '\\') return command();
    if (c == '\r' || c == '\n') return;
    std::size_t end = std::min(text_.find_first_of("{}\\\r\n", at_), text_.size());
    if (skip_ > 0) {
      --skip_;
      return;
    }
    add(text_.substr(at_ - 1, end - at_ + 1));
    at_ = end;
  }

  void open_group() {
    skip_ = 0;
    groups_.push_back(state_);
  }
  void close_group() {
    skip_ = 0;
    if (groups_.empty()) return;
    state_ = groups_.back();
    groups_.pop_back();
  }

  bool is_shown() const { return state_.is_read && !state_.is_hidden && !state_.is_deleted; }

  void add(std::string_view words) {
    if (is_shown())
      out_.words(words, state_.is_bold ? DocumentText::Weight::bold : DocumentText::Weight::normal);
  }

  void command() {
    if (at_ == text_.size()) return;
    char c = text_[at_];
    if (is_ascii_letter(c)) return word();
    ++at_;
    if (c == '\'') return byte();
    if (c == '*') state_.is_read = false;
    if (c == '~') add(" ");
    if (c == '_') add("-");
    if (c == '\n' || c == '\r') end_paragraph();
    if (c == '\\' || c == '{' || c == '}') add(std::string_view(&c, 1));
  }

  void word() {
    std::size_t begin = at_;
    while (at_ < text_.size() && is_ascii_letter(text_[at_])) ++at_;
    std::string_view name = text_.substr(begin, at_ - begin);
    int number = 0;
    auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), number);
    bool has_number = end != text_.data() + at_ && error == std::errc();
    at_ = static_cast<std::size_t>(end - text_.data());
    if (at_ < text_.size() && text_[at_] == ' ') ++at_;
    apply(name, number, !has_number || number != 0);
  }

  void apply(std::string_view name, int number, bool is_on) {
    if (is_unread(name)) state_.is_read = false;
    if (name == "b") state_.is_bold = is_on;
    if (name == "v") state_.is_hidden = is_on;
    if (name == "deleted") state_.is_deleted = is_on;
    if (name == "plain") state_.is_bold = state_.is_hidden = false;
    if (name == "uc") state_.skipped_after_unicode = std::clamp(number, 0, 10);
    if (name == "u") unicode(number);
    if (name == "bin")
      at_ = std::min(text_.size(), at_ + static_cast<std::size_t>(std::max(0, number)));
    if (name == "par" || name == "sect" || name == "page") end_paragraph();
    if (name == "line" && is_shown()) out_.line_break();
    if (name == "intbl") is_in_table_ = true;
    if (name == "pard") is_in_table_ = false;
    if (name == "cell") end_cell();
    if (name == "row" && state_.is_read) out_.end_row();
    add(sign_named(name));
  }

  void end_paragraph() {
    if (state_.is_read && !is_in_table_) out_.end_paragraph();
    if (state_.is_read && is_in_table_) out_.line_break();
  }

  void end_cell() {
    if (state_.is_read) out_.end_cell();
  }

  // A letter outside of ASCII by its byte in Windows-1252, as nearly all files have it; letters of
  // other scripts are written as \u.
  void byte() {
    int high = at_ < text_.size() ? hex_value(text_[at_]) : -1;
    int low = at_ + 1 < text_.size() ? hex_value(text_[at_ + 1]) : -1;
    if (high < 0 || low < 0) return;
    at_ += 2;
    if (skip_ > 0) {
      --skip_;
      return;
    }
    char c = static_cast<char>(high * 16 + low);
    Diagnostics dropped;  // that the byte is not UTF-8 is known
    add(decode_source("", std::string_view(&c, 1), dropped).text);
  }

  // Numbers are signed, and letters beyond the first 65,536 are two of them.
  void unicode(int number) {
    char32_t c = static_cast<char32_t>(number & 0xFFFF);
    skip_ = state_.skipped_after_unicode;
    if (c >= 0xD800 && c < 0xDC00) {
      high_surrogate_ = c;
      return;
    }
    bool is_low = c >= 0xDC00 && c < 0xE000;
    if (is_low && high_surrogate_) c = 0x10000 + ((high_surrogate_ - 0xD800) << 10) + (c - 0xDC00);
    high_surrogate_ = 0;
    std::string letter;
    append_utf8(letter, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    add(letter);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  State state_;
  std::vector<State> groups_;
  int skip_ = 0;  // letters that stand in for the last \u
  char32_t high_surrogate_ = 0;
  bool is_in_table_ = false;
  DocumentText out_;
};

std::optional<std::string> text_of_rtf(std::string_view bytes) { return RtfReader(bytes).read(); }

}  // namespace

extern const DocumentKind rtf_document = {"a document in RTF", is_rtf, text_of_rtf};

}  // namespace kbgen
