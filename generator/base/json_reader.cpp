#include "base/json_reader.h"

#include <array>
#include <charconv>
#include <cstdint>

#include "base/ascii.h"
#include "base/text.h"

namespace kbgen {

namespace {

// What a string may hold as it stands: no quote, no backslash, no control.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = 0x20; c < 256; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

class Reader {
 public:
  explicit Reader(std::string_view text)
      : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

  std::optional<Json> read() {
    Json json;
    if (!value(json, 0)) return std::nullopt;
    skip_space();
    if (at_ != end_) return std::nullopt;
    return json;
  }

 private:
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
    if (at_ == end_) return false;
    bool read = *at_ == '"'   ? string(json.value.emplace<std::string>())
                : *at_ == '{' ? map(json, depth)
                : *at_ == '[' ? list(json, depth)
                              : number(json) || word("null", json, nullptr) ||
                                    word("true", json, true) || word("false", json, false);
    if (!json.map() && !json.list()) json.offset = offset();
    return read;
  }

  bool word(std::string_view name, Json& json, auto meaning) {
    if (!std::string_view(at_, end_).starts_with(name)) return false;
    at_ += name.size();
    json.value = meaning;
    return true;
  }

  bool map(Json& json, std::size_t depth) {
    ++at_;
    json.offset = offset();
    auto& members = json.value.emplace<Json::Map>();
    if (depth == deepest_json) return false;
    if (takes('}')) return true;
    do {
      auto& [key, member] = members.emplace_back(std::string(), nullptr);
      skip_space();
      if (at_ == end_ || *at_ != '"' || !string(key)) return false;
      if (!takes(':') || !value(member, depth + 1)) return false;
    } while (takes(','));
    return takes('}');
  }

  bool list(Json& json, std::size_t depth) {
    ++at_;
    json.offset = offset();
    auto& items = json.value.emplace<Json::List>();
    if (depth == deepest_json) return false;
    if (takes(']')) return true;
    do
      if (!value(items.emplace_back(), depth + 1)) return false;
    while (takes(','));
    return takes(']');
  }

  bool string(std::string& out) {
    for (++at_; at_ != end_;) {
      const char* from = at_;
      while (at_ != end_ && plain_bytes[static_cast<unsigned char>(*at_)]) ++at_;
      out.append(from, at_);
      if (at_ == end_ || (*at_ != '"' && *at_ != '\\')) return false;
      if (*at_++ == '"') return true;
      if (!escape(out)) return false;
    }
    return false;
  }

  bool escape(std::string& out) {
    constexpr std::string_view signs = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
    if (at_ == end_) return false;
    char sign = *at_++;
    if (std::size_t which = signs.find(sign); which != signs.npos) {
      out += meant[which];
      return true;
    }
    std::optional<std::uint32_t> unit = sign == 'u' ? hex_digits() : std::nullopt;
    if (!unit) return false;
    bool opens_pair = *unit >= 0xD800 && *unit < 0xDC00;
    if (opens_pair) {
      if (!std::string_view(at_, end_).starts_with("\\u")) return false;
      at_ += 2;
      std::optional<std::uint32_t> second = hex_digits();
      if (!second || *second < 0xDC00 || *second > 0xDFFF) return false;
      unit = 0x10000 + ((*unit & 0x3FF) << 10) + (*second & 0x3FF);
    } else if (*unit >= 0xDC00 && *unit <= 0xDFFF) {
      return false;
    }
    append_utf8(out, *unit);
    return true;
  }

  std::optional<std::uint32_t> hex_digits() {
    std::uint32_t number = 0;
    if (end_ - at_ < 4 || std::from_chars(at_, at_ + 4, number, 16).ptr != at_ + 4)
      return std::nullopt;
    at_ += 4;
    return number;
  }

  bool number(Json& json) {
    const char* from = at_;
    const char* p = at_;
    auto digits = [&] {
      const char* first = p;
      while (p != end_ && is_digit(*p)) ++p;
      return p > first;
    };
    if (p != end_ && *p == '-') ++p;
    bool zero_first = p != end_ && *p == '0';
    const char* first = p;
    if (!digits() || (zero_first && p - first > 1)) return false;
    bool whole = true;
    if (p != end_ && *p == '.') {
      whole = false;
      ++p;
      if (!digits()) return false;
    }
    if (p != end_ && (*p == 'e' || *p == 'E')) {
      whole = false;
      ++p;
      if (p != end_ && (*p == '+' || *p == '-')) ++p;
      if (!digits()) return false;
    }
    at_ = p;
    auto error = whole ? std::from_chars(from, p, json.value.emplace<std::int64_t>()).ec
                       : std::from_chars(from, p, json.value.emplace<double>()).ec;
    return error == std::errc();
  }

  std::uint32_t offset() const { return static_cast<std::uint32_t>(at_ - begin_); }

  const char* begin_;
  const char* at_;
  const char* end_;
};

}  // namespace

std::optional<Json> read_json(std::string_view text) { return Reader(text).read(); }

}  // namespace kbgen
