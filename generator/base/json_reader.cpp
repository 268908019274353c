// Implements the functions of base/json.h that read JSON.

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/ascii.h"
#include "base/json.h"
#include "base/text.h"

namespace kbgen {

namespace {

// The bytes that a JSON string may contain as they are: no quotation mark, backslash or control
// character.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 256; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

// Reads one text. Each function reads what it is named after and returns false if that is not
// there: then the error is set, and nothing more is read.
class Reader {
 public:
  Reader(std::string_view text, JsonError& error)
      : begin_(text.data()), at_(begin_), end_(begin_ + text.size()), error_(error) {}

  std::optional<Json> read() {
    Json json;
    if (!value(json, 0)) return std::nullopt;
    skip_space();
    if (at_ == end_) return json;
    fails("expected nothing more behind the value");
    return std::nullopt;
  }

 private:
  bool fails(std::string what) {
    return fails_at(at_, std::move(what) + (at_ == end_ ? ", but the text ends" : ""));
  }
  bool fails_at(const char* where, std::string what) {
    error_ = {static_cast<std::uint32_t>(where - begin_), std::move(what)};
    return false;
  }

  void skip_space() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\t' || *at_ == '\r')) ++at_;
  }

  bool takes(char c) {
    skip_space();
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }

  bool value(Json& json, std::size_t depth) {
    skip_space();
    char first = at_ == end_ ? '\0' : *at_;
    if (first == '{') return map(json, depth);
    if (first == '[') return list(json, depth);
    bool read = first == '"'      ? string(json.value.emplace<std::string>())
                : begins_number() ? number(json)
                                  : word(json);
    json.offset = offset();
    return read;
  }

  bool begins_number() const {
    bool is_infinite = std::string_view(at_, end_).starts_with("-I");
    return at_ != end_ && (is_digit(*at_) || (*at_ == '-' && !is_infinite));
  }

  bool word(Json& json) {
    static const std::pair<std::string_view, Json> words[] = {
        {"null", nullptr},
        {"true", true},
        {"false", false},
        // Python writes these for numbers that are none.
        {"NaN", nullptr},
        {"Infinity", nullptr},
        {"-Infinity", nullptr}};
    for (const auto& [name, meaning] : words)
      if (std::string_view(at_, end_).starts_with(name)) {
        at_ += name.size();
        json = meaning;
        return true;
      }
    return fails("expected a value");
  }

  bool opens(Json& json, std::size_t depth) {
    ++at_;
    json.offset = offset();
    if (depth < deepest_json) return true;
    return fails_at(at_ - 1, fmt::format("more than {} levels of nesting", deepest_json));
  }

  bool map(Json& json, std::size_t depth) {
    if (!opens(json, depth)) return false;
    auto& members = json.value.emplace<Json::Map>();
    if (takes('}')) return true;
    do {
      auto& [key, member] = members.emplace_back(std::string(), nullptr);
      skip_space();
      if (at_ == end_ || *at_ != '"') return fails("expected a key in quotation marks");
      if (!string(key)) return false;
      if (!takes(':')) return fails("expected ':'");
      if (!value(member, depth + 1)) return false;
    } while (takes(','));
    return takes('}') || fails("expected ',' or '}'");
  }

  bool list(Json& json, std::size_t depth) {
    if (!opens(json, depth)) return false;
    auto& items = json.value.emplace<Json::List>();
    if (takes(']')) return true;
    do
      if (!value(items.emplace_back(), depth + 1)) return false;
    while (takes(','));
    return takes(']') || fails("expected ',' or ']'");
  }

  bool string(std::string& out) {
    const char* opened = at_++;
    while (at_ != end_) {
      const char* from = at_;
      while (at_ != end_ && plain_bytes[static_cast<unsigned char>(*at_)]) ++at_;
      out.append(from, at_);
      if (at_ == end_) break;
      if (*at_ == '"') return ++at_, true;
      if (*at_ != '\\')
        return fails("expected \\n, \\t or \\u00xx in place of a control character");
      if (!escape(out)) return false;
    }
    return fails_at(opened, "expected a closing quotation mark");
  }

  bool escape(std::string& out) {
    constexpr std::string_view signs = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    const char* begin = at_++;
    char sign = at_ == end_ ? '\0' : *at_;
    if (sign == 'u') return code_point(begin, out);
    std::size_t which = signs.find(sign);
    if (which == signs.npos) return fails_at(begin, "expected an escape that JSON knows");
    out += meant[which];
    ++at_;
    return true;
  }

  // Reads the rest of an escape such as "\u20ac", or of two of them, a surrogate pair, for a code
  // point beyond 16 bits.
  bool code_point(const char* begin, std::string& out) {
    std::optional<std::uint32_t> unit = hex_digits();
    bool opens_pair = unit && *unit >= 0xD800 && *unit < 0xDC00;
    bool is_half = unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
    if (opens_pair) {
      bool goes_on = at_ != end_ && *at_ == '\\' && ++at_ != end_ && *at_ == 'u';
      std::optional<std::uint32_t> second = goes_on ? hex_digits() : std::nullopt;
      is_half = !second || *second < 0xDC00 || *second > 0xDFFF;
      if (!is_half) unit = 0x10000 + ((*unit & 0x3FF) << 10) + (*second & 0x3FF);
    }
    if (is_half) return fails_at(begin, "expected both halves of a surrogate pair");
    if (!unit) return fails_at(begin, "expected four hexadecimal digits behind \\u");
    append_utf8(out, *unit);
    return true;
  }

  // Reads the four hexadecimal digits after the 'u' at which the reader is.
  std::optional<std::uint32_t> hex_digits() {
    std::uint32_t number = 0;
    if (end_ - at_ < 5 || std::from_chars(at_ + 1, at_ + 5, number, 16).ptr != at_ + 5)
      return std::nullopt;
    at_ += 5;
    return number;
  }

  bool digits() {
    if (at_ == end_ || !is_digit(*at_)) return fails("expected a digit");
    while (at_ != end_ && is_digit(*at_)) ++at_;
    return true;
  }

  bool number(Json& json) {
    const char* from = at_;
    bool is_whole = true;
    if (*at_ == '-') ++at_;
    const char* first = at_;
    if (!digits()) return false;
    if (*first == '0' && at_ - first > 1) return fails_at(first, "expected no 0 before a number");
    if (at_ != end_ && *at_ == '.') {
      is_whole = false;
      ++at_;
      if (!digits()) return false;
    }
    if (at_ != end_ && (*at_ == 'e' || *at_ == 'E')) {
      is_whole = false;
      ++at_;
      if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
      if (!digits()) return false;
    }
    if (is_whole &&
        std::from_chars(from, at_, json.value.emplace<std::int64_t>()).ec == std::errc())
      return true;
    return std::from_chars(from, at_, json.value.emplace<double>()).ec == std::errc() ||
           fails_at(from, "expected a smaller number");
  }

  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_ - begin_); }

  const char* begin_;
  const char* at_;
  const char* end_;
  JsonError& error_;
};

}  // namespace

std::optional<Json> read_json(std::string_view text, JsonError* error) {
  JsonError first;
  return Reader(text, error ? *error : first).read();
}

std::optional<Json> parse_json(const SourceFile& file, Diagnostics& diag) {
  JsonError error;
  if (std::optional<Json> json = read_json(file.text, &error)) return json;
  diag.error("bad-json", Span{&file, error.offset, error.offset},
             "this is not JSON: " + error.what);
  return std::nullopt;
}

bool looks_like_json(std::string_view text) {
  std::string_view body = trim(text);
  if (body.empty() || (body[0] != '{' && body[0] != '[')) return false;
  return read_json(body).has_value();
}

}  // namespace kbgen
