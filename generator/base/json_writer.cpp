#include "base/json_writer.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace kbgen {

static void append_escape(std::string& out, char c) {
  constexpr std::string_view letters = "\"\\\b\t\n\f\r", written = "\"\\btnfr";
  std::size_t which = letters.find(c);
  if (which != letters.npos)
    (out += '\\') += written[which];
  else
    out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
}

static void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    append_escape(out, c);
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

std::string format_json_number(double number) {
  if (!std::isfinite(number)) return "null";
  if (number == 0) return "0";  // also of -0, as JavaScript writes it
  char digits[32];
  auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  return std::string(digits, end);
}

static void require(bool is_right) {
  if (!is_right) std::abort();
}

JsonWriter& JsonWriter::key(std::string_view name) {
  require(state_ == State::first_key || state_ == State::key);
  separate(state_ == State::first_key);
  append_quoted(out_, name);
  out_ += layout_ == JsonLayout::indented ? ": " : ":";
  state_ = State::value;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view text) {
  begin_value();
  append_quoted(out_, text);
  return end_value();
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  begin_value();
  out_ += json;
  return end_value();
}

JsonWriter& JsonWriter::raw_members(std::string_view json) {
  require(state_ == State::first_key || state_ == State::key);
  separate(state_ == State::first_key);
  out_ += json;
  state_ = State::key;
  return *this;
}

JsonWriter& JsonWriter::new_line() {
  breaks_line_ = true;
  return *this;
}

std::string JsonWriter::take() {
  require(state_ == State::done);
  if (layout_ == JsonLayout::indented) out_ += '\n';
  state_ = State::value;
  return std::exchange(out_, {});
}

JsonWriter& JsonWriter::begin(char bracket) {
  begin_value();
  out_ += bracket;
  open_ += bracket;
  state_ = bracket == '[' ? State::first_item : State::first_key;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  bool is_list = bracket == ']';
  bool is_empty = state_ == (is_list ? State::first_item : State::first_key);
  require(is_empty || state_ == (is_list ? State::item : State::key));
  open_.pop_back();
  if (!is_empty || breaks_line_) line_end();
  out_ += bracket;
  return end_value();
}

// Writes what stands before an item or member: a comma, unless it is the first one, and a line end.
void JsonWriter::separate(bool is_first) {
  if (!is_first) out_ += ',';
  line_end();
}

void JsonWriter::begin_value() {
  require(state_ == State::value || state_ == State::first_item || state_ == State::item);
  if (state_ != State::value) separate(state_ == State::first_item);
}

JsonWriter& JsonWriter::end_value() {
  state_ = open_.empty() ? State::done : open_.back() == '[' ? State::item : State::key;
  return *this;
}

void JsonWriter::line_end() {
  if (layout_ == JsonLayout::indented) out_.append("\n").append(open_.size() * 2, ' ');
  if (std::exchange(breaks_line_, false) && layout_ == JsonLayout::compact) out_ += '\n';
}

}  // namespace kbgen
