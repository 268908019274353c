// Writes JSON as a stream: whoever writes says what comes next, and commas,
// quotes and brackets follow from it.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace kbgen {

enum class JsonLayout { compact, indented };

// Shortest digits that read back the same; null for NaN and infinities.
std::string format_json_number(double number);

// One JSON value. Each function adds what its name says to the list or map that was
// begun last; in a map key() comes before each value. A call where it makes no JSON
// is an error of the program, and ends it.
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
  // A value, or in a list several with their commas, that is JSON already.
  JsonWriter& raw(std::string_view json);
  // Members of a map with their keys and commas, that are JSON already.
  JsonWriter& raw_members(std::string_view json);

  // What comes next, an item or the end of its list or map, begins a new line. For
  // files that people compare line by line, in the compact layout.
  JsonWriter& new_line();

  // How many bytes were written so far.
  std::size_t size() const { return out_.size(); }
  // The value, which is complete, and behind it a line end in the indented layout.
  // The writer is empty then and may write another one.
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
