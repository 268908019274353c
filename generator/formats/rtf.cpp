// Rich Text Format (.rtf; version 1.9.1), as word processors and TextEdit write it. What is not the
// text itself is left out: tables of fonts and styles, pictures, headers and footers, comments and
// footnotes, codes of fields, hidden words, and words deleted with changes tracked.
#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "base/ascii.h"
#include "base/convert_encoding.h"
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

constexpr int western = 1252;

// The code page of a set of characters, as the table of fonts numbers them; 0 for sets that say
// nothing, whose letters are in the code page of the document.
int code_page_of_charset(int charset) {
  struct Charset {
    int number, code_page;
  };
  static constexpr Charset charsets[] = {{77, 10000}, {128, 932},  {129, 949},  {130, 1361},
                                         {134, 936},  {136, 950},  {161, 1253}, {162, 1254},
                                         {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257},
                                         {204, 1251}, {222, 874},  {238, 1250}};
  auto found = std::ranges::find(charsets, charset, &Charset::number);
  return found == std::end(charsets) ? 0 : found->code_page;
}

// Whether letters of a code page may have two bytes, of which the first is 0x81 or more.
bool has_pairs(int code_page) {
  return code_page == 932 || code_page == 936 || code_page == 949 || code_page == 950 ||
         code_page == 1361;
}

// In Shift-JIS some letters beyond ASCII have one byte.
bool is_first_of_pair(char c, int code_page) {
  auto byte = static_cast<unsigned char>(c);
  return byte >= 0x81 && byte != 0xFF && !(code_page == 932 && byte >= 0xA0 && byte <= 0xDF);
}

std::string western_in_utf8(std::string_view bytes) {
  Diagnostics dropped;  // that the bytes are not UTF-8 is known
  return decode_source("", bytes, dropped).text;
}

// The bytes of a code page as UTF-8; what is no letter in it becomes U+FFFD. Bytes that are hardly
// ever letters in it are not of that code page, and the rest is read as that of Western Europe.
std::string in_utf8(std::string_view bytes, int code_page) {
  if (code_page == western) return western_in_utf8(bytes);
  std::string name = code_page == 10000   ? "MACINTOSH"
                     : code_page == 65001 ? "UTF-8"
                                          : "CP" + std::to_string(code_page);
  constexpr int most_slips = 20;
  std::string text;
  for (int slips = 0; slips < most_slips; ++slips) {
    std::size_t stop = 0;
    std::optional<std::string> converted = to_utf8(bytes, name, stop);
    if (!converted) return text + "\uFFFD";
    text += *converted;
    if (stop == bytes.npos) return text;
    text += "\uFFFD";
    bytes.remove_prefix(std::min(bytes.size(), stop + 1));
  }
  return text + western_in_utf8(bytes);
}

class RtfReader {
 public:
  explicit RtfReader(std::string_view text) : text_(text) {}

  std::string read() {
    while (at_ < text_.size()) step();
    flush();
    return out_.finish();
  }

 private:
  // What holds until the end of a group.
  struct State {
    bool is_read = true, is_bold = false, is_hidden = false, is_deleted = false;
    int skipped_after_unicode = 1;  // letters that stand in for one that is written as \u
    int font = 0;
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
    std::string_view words = text_.substr(at_ - 1, end - at_ + 1);
    at_ = end;
    if (lacks_second_byte()) {
      pending_ += words[0];
      words.remove_prefix(1);
    }
    add(words);
  }

  void open_group() {
    flush();
    skip_ = 0;
    groups_.push_back(state_);
  }
  void close_group() {
    flush();
    skip_ = 0;
    if (groups_.empty()) return;
    state_ = groups_.back();
    groups_.pop_back();
  }

  bool is_shown() const { return state_.is_read && !state_.is_hidden && !state_.is_deleted; }

  void add(std::string_view words) {
    flush();
    write(words);
  }
  void write(std::string_view words) {
    if (is_shown())
      out_.words(words, state_.is_bold ? DocumentText::Weight::bold : DocumentText::Weight::normal);
  }

  // Writes the letters that were told as bytes so far, of which one may have several.
  void flush() {
    if (pending_.empty()) return;
    write(in_utf8(pending_, code_page()));
    pending_.clear();
  }

  int code_page() const {
    auto charset = charset_of_font_.find(state_.font);
    int own = charset == charset_of_font_.end() ? 0 : code_page_of_charset(charset->second);
    return own > 0 ? own : code_page_;
  }

  // Whether the bytes so far end in the first half of a letter. Its second half may be written as
  // a letter of ASCII.
  bool lacks_second_byte() const {
    if (pending_.empty() || !has_pairs(code_page())) return false;
    std::size_t i = 0;
    while (i < pending_.size()) i += is_first_of_pair(pending_[i], code_page()) ? 2 : 1;
    return i > pending_.size();
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
    flush();
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
    if (name == "ansicpg" && number > 0) code_page_ = number;
    if (name == "mac") code_page_ = 10000;
    if (name == "f" || name == "deff") state_.font = number;
    if (name == "fcharset") charset_of_font_[state_.font] = number;
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
    flush();
    if (state_.is_read && !is_in_table_) out_.end_paragraph();
    if (state_.is_read && is_in_table_) out_.line_break();
  }

  void end_cell() {
    if (state_.is_read) out_.end_cell();
  }

  // A byte of a letter outside of ASCII, in the code page of its font or else of the document.
  void byte() {
    int high = at_ < text_.size() ? hex_value(text_[at_]) : -1;
    int low = at_ + 1 < text_.size() ? hex_value(text_[at_ + 1]) : -1;
    if (high < 0 || low < 0) return;
    at_ += 2;
    if (skip_ > 0) {
      --skip_;
      return;
    }
    if (is_shown()) pending_ += static_cast<char>(high * 16 + low);
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
  int code_page_ = western;
  std::map<int, int> charset_of_font_;
  std::string pending_;  // bytes that are not written yet
  DocumentText out_;
};

std::optional<std::string> text_of_rtf(std::string_view bytes) { return RtfReader(bytes).read(); }

}  // namespace

extern const DocumentKind rtf_document = {"a document in RTF", is_rtf, text_of_rtf};

}  // namespace kbgen
