// Writes JSON piece by piece. The caller says what comes next; the writer adds commas, quotation
// marks and white space.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

enum class JsonLayout { compact, indented };

// The shortest decimal that reads back as the same number; "null" for NaN and infinities.
std::string format_json_number(double number);

// Writes one JSON value. Each function adds what its name says to the list or map that was begun
// last; in a map key() comes before each value. A call that would not make JSON is a mistake of the
// program and aborts it.
class JsonWriter {
 public:
  explicit JsonWriter(JsonLayout layout = JsonLayout::compact) : layout_(layout) {}

  JsonWriter& begin_list() { return begin('['); }
  JsonWriter& end_list() { return end(']'); }
  JsonWriter& begin_map() { return begin('{'); }
  JsonWriter& end_map() { return end('}'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& text(std::string_view text);  // valid UTF-8
  JsonWriter& number(std::integral auto number) { return raw(std::to_string(number)); }
  JsonWriter& number(double number) { return raw(format_json_number(number)); }
  JsonWriter& boolean(bool is_true) { return raw(is_true ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  // Adds a value that is JSON already, or in a list several such values with commas between them.
  JsonWriter& raw(std::string_view json);
  // Adds members of a map that are JSON already, with their keys and commas between them.
  JsonWriter& raw_members(std::string_view json);

  // Begins a new line before what comes next: an item, a member, or the end of a list or map. It is
  // for files in the compact layout that people compare line by line.
  JsonWriter& new_line();

  // How many bytes were written so far.
  std::size_t size() const { return out_.size(); }
  // The value, which must be complete, with a line end after it in the indented layout. The writer
  // is empty afterwards and may write another value.
  std::string take();

 private:
  enum class State : char { value, first_item, item, first_key, key, done };

  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void separate(bool is_first);
  void begin_value();
  JsonWriter& end_value();
  void line_end();

  JsonLayout layout_;
  State state_ = State::value;
  bool breaks_line_ = false;
  std::string out_;
  std::string open_;  // the brackets that are open
};

}  // namespace kbgen
