#include "base/json.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/json_reader.h"
#include "base/text.h"

namespace kbgen {

std::optional<double> Json::number() const {
  if (auto* i = std::get_if<std::int64_t>(&value)) return static_cast<double>(*i);
  if (auto* d = std::get_if<double>(&value)) return *d;
  return std::nullopt;
}

const Json* Json::find(std::string_view key) const {
  if (const Map* members = map())
    for (const auto& [name, member] : *members)
      if (name == key) return &member;
  return nullptr;
}

namespace {

// Tells the handler how far the library has read, which it does not say itself.
struct CountingIterator {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at;
  const char** furthest;

  reference operator*() const { return *at; }
  CountingIterator& operator++() {
    *furthest = ++at;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at == other.at; }
  bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(const char* begin, const char* const* furthest)
      : begin_(begin), furthest_(furthest) {}

  bool null() override { return add(Json(nullptr)); }
  bool boolean(bool b) override { return add(Json(b)); }
  bool number_integer(number_integer_t i) override {
    return add(Json(static_cast<std::int64_t>(i)));
  }
  bool number_unsigned(number_unsigned_t u) override {
    bool fits = u <= static_cast<number_unsigned_t>(INT64_MAX);
    return add(fits ? Json(static_cast<std::int64_t>(u)) : Json(static_cast<double>(u)));
  }
  bool number_float(number_float_t d, const string_t&) override { return add(Json(d)); }
  bool string(string_t& text) override { return add(Json(std::move(text))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json(Json::Map{})); }
  bool start_array(std::size_t) override { return open(Json(Json::List{})); }
  bool key(string_t& name) override {
    keys_.back() = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& e) override {
    error_offset = position > 0 ? position - 1 : 0;
    error = e.what();
    return false;
  }

  Json root;
  std::string error;
  std::size_t error_offset = 0;

 private:
  bool add(Json json) {
    json.offset = offset();
    place(std::move(json));
    return true;
  }

  bool open(Json json) {
    if (open_.size() == deepest_json) {
      error = fmt::format("more than {} levels of nesting", deepest_json);
      error_offset = offset();
      return false;
    }
    json.offset = offset();
    open_.push_back(std::move(json));
    keys_.emplace_back();
    return true;
  }

  bool close() {
    Json done = std::move(open_.back());
    open_.pop_back();
    keys_.pop_back();
    place(std::move(done));
    return true;
  }

  void place(Json json) {
    if (open_.empty())
      root = std::move(json);
    else if (auto* list = std::get_if<Json::List>(&open_.back().value))
      list->push_back(std::move(json));
    else
      std::get<Json::Map>(open_.back().value).emplace_back(keys_.back(), std::move(json));
  }

  std::uint32_t offset() const { return static_cast<std::uint32_t>(*furthest_ - begin_); }

  const char* begin_;
  const char* const* furthest_;
  std::vector<Json> open_;
  std::vector<std::string> keys_;
};

// "[json.exception.parse_error.101] parse error at line 1, column 2: what"
std::string plain_words(std::string_view message) {
  std::size_t colon = message.find(": ");
  return std::string(colon == message.npos ? message : message.substr(colon + 2));
}

}  // namespace

std::optional<Json> parse_json(const SourceFile& file, Diagnostics& diag) {
  if (std::optional<Json> json = read_json(file.text)) return json;
  const char* begin = file.text.data();
  const char* end = begin + file.text.size();
  const char* furthest = begin;
  TreeBuilder builder(begin, &furthest);
  CountingIterator first{begin, &furthest}, last{end, &furthest};
  if (nlohmann::json::sax_parse(first, last, &builder)) return std::move(builder.root);
  auto offset = static_cast<std::uint32_t>(std::min(builder.error_offset, file.text.size()));
  // The library shows the bytes that it read last, which may be half a letter.
  std::string said = plain_words(builder.error), words;
  for (std::size_t at = 0; at < said.size();) append_utf8(words, next_code_point(said, at));
  diag.error("bad-json", Span{&file, offset, offset}, "this is not JSON: " + words);
  return std::nullopt;
}

bool looks_like_json(std::string_view text) {
  std::string_view body = trim(text);
  if (body.empty() || (body[0] != '{' && body[0] != '[')) return false;
  return nlohmann::json::accept(body.begin(), body.end());
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        out += fmt::format("\\u{:04x}", c);
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

std::string format_json_number(double number) {
  if (!std::isfinite(number)) return "null";
  char digits[32];
  auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
  return std::string(digits, end);
}

static void append_json(std::string& out, const Json& json, JsonLayout layout, std::size_t depth) {
  auto new_line = [&](std::size_t levels) {
    if (layout == JsonLayout::indented) out.append("\n").append(levels * 2, ' ');
  };
  auto sequence = [&](char open, const auto& items, char close, auto&& append_item) {
    out += open;
    bool first = true;
    for (const auto& item : items) {
      if (!std::exchange(first, false)) out += ',';
      new_line(depth + 1);
      append_item(item);
    }
    if (!items.empty()) new_line(depth);
    out += close;
  };
  if (json.is_null())
    out += "null";
  else if (auto* b = std::get_if<bool>(&json.value))
    out += *b ? "true" : "false";
  else if (auto* i = std::get_if<std::int64_t>(&json.value))
    out += std::to_string(*i);
  else if (auto* d = std::get_if<double>(&json.value))
    out += format_json_number(*d);
  else if (auto* text = json.text())
    append_json_string(out, *text);
  else if (auto* list = json.list())
    sequence('[', *list, ']', [&](const Json& item) { append_json(out, item, layout, depth + 1); });
  else
    sequence('{', *json.map(), '}', [&](const auto& member) {
      append_json_string(out, member.first);
      out += layout == JsonLayout::indented ? ": " : ":";
      append_json(out, member.second, layout, depth + 1);
    });
}

std::string format_json(const Json& json, JsonLayout layout) {
  std::string out;
  append_json(out, json, layout, 0);
  if (layout == JsonLayout::indented) out += '\n';
  return out;
}

}  // namespace kbgen
