// Filters that make HTML, URLs and JSON of values.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/ascii.h"
#include "base/html.h"
#include "base/text.h"
#include "jinja/html_text.h"
#include "jinja/library.h"
#include "jinja/operations.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

Value escape(Call& call) { return escaped(call.runtime, call.self); }

Value forceescape(Call& call) {
  std::string out;
  append_escaped(out, printed(call.runtime, call.self));
  return call.runtime.text(std::move(out), true);
}

Value safe(Call& call) {
  if (call.self.is_safe()) return call.self;
  return call.runtime.text(printed(call.runtime, call.self), true);
}

Value striptags(Call& call) {
  return call.runtime.text(strip_tags(printed(call.runtime, call.self)));
}

// Python's urllib.parse.quote(): everything but letters, digits and "_.-~".
std::string percent_encoded(std::string_view text, std::string_view also_plain) {
  std::string out;
  for (char c : text) {
    bool plain = is_ascii_alphanumeric(c) ||
                 std::string_view("_.-~").find(c) != std::string_view::npos ||
                 also_plain.find(c) != also_plain.npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string query_part(Runtime& runtime, const Value& value) {
  return replace_all(percent_encoded(printed(runtime, value), ""), "%20", "+");
}

Value urlencode(Call& call) {
  bool is_list = call.self.as_list() || call.self.as_map() || call.self.as_sequence() ||
                 call.self.is_undefined();
  if (!is_list) return call.runtime.text(percent_encoded(printed(call.runtime, call.self), "/"));
  std::vector<std::string> parts;
  auto add = [&](const Value& key, const Value& value) {
    parts.push_back(query_part(call.runtime, key) + "=" + query_part(call.runtime, value));
  };
  if (const Map* map = call.self.as_map()) {
    for (const auto& [key, value] : map->entries()) add(key, value);
    return call.runtime.text(join(parts, "&"));
  }
  std::vector<Value> pairs;
  if (!call.runtime.items(call.self, pairs)) return {};
  for (const Value& pair : pairs) {
    std::vector<Value> both;
    if (!call.runtime.items(pair, both)) return {};
    if (both.size() != 2)
      return call.runtime.fail("a query is made of pairs of a name and a value");
    add(both[0], both[1]);
  }
  return call.runtime.text(join(parts, "&"));
}

Value xmlattr(Call& call) {
  const Map* map = call.self.as_map();
  if (!map)
    return call.self.is_undefined() ? call.runtime.fail_undefined(call.self)
                                    : call.runtime.fail(fmt::format(
                                          "xmlattr takes a mapping, not {}", kind_name(call.self)));
  std::string out;
  for (const auto& [key, value] : map->entries()) {
    if (value.is_none() || value.is_undefined()) continue;
    std::string name = printed(call.runtime, key);
    if (name.find_first_of(" \t\n\r\f\v/>=") != name.npos)
      return call.runtime.fail(fmt::format("'{}' cannot be the name of an attribute", name));
    if (!out.empty()) out += ' ';
    append_escaped_value(call.runtime, out, key);
    out += "=\"";
    append_escaped_value(call.runtime, out, value);
    out += '"';
  }
  if (call.truth(0, true) && !out.empty()) out = " " + out;
  return call.runtime.text(std::move(out), call.runtime.autoescape);
}

// json.dumps(value, sort_keys=True), with < > & ' written as \u00XX.
class JsonDumper {
 public:
  JsonDumper(Runtime& runtime, std::int64_t indent) : runtime_(runtime), indent_(indent) {}
  void write(const Value& value, int depth = 0);
  std::string out;

 private:
  void write_text(std::string_view text);
  void write_number(double number);
  void write_list(const Value& list, int depth);
  void write_map(const Map& map, int depth);
  std::string key_text(const Value& key);
  void new_line(int depth) {
    if (indent_ >= 0) out.append("\n").append(static_cast<std::size_t>(indent_ * depth), ' ');
  }
  void between(bool& first, int depth) {
    if (!std::exchange(first, false)) out += indent_ >= 0 ? "," : ", ";
    new_line(depth + 1);
  }
  Runtime& runtime_;
  std::int64_t indent_;
};

void JsonDumper::write_text(std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    switch (c) {
      case '"':
        out += "\\\"";
        continue;
      case '\\':
        out += "\\\\";
        continue;
      case '\b':
        out += "\\b";
        continue;
      case '\f':
        out += "\\f";
        continue;
      case '\n':
        out += "\\n";
        continue;
      case '\r':
        out += "\\r";
        continue;
      case '\t':
        out += "\\t";
        continue;
      default:
        break;
    }
    bool plain = c >= 0x20 && c < 0x7F && c != '<' && c != '>' && c != '&' && c != '\'';
    if (plain || c == 0x7F) {
      out += static_cast<char>(c);
    } else if (c < 0x10000) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      unsigned rest = static_cast<unsigned>(c) - 0x10000;
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
    }
  }
  out += '"';
}

void JsonDumper::write_number(double number) {
  out += std::isnan(number)   ? "NaN"
         : std::isinf(number) ? (number > 0 ? "Infinity" : "-Infinity")
                              : printed_number(number);
}

void JsonDumper::write_list(const Value& list, int depth) {
  std::vector<Value> items;
  if (!runtime_.items(list, items)) return;
  out += '[';
  bool first = true;
  for (const Value& item : items) {
    between(first, depth);
    write(item, depth + 1);
  }
  if (!items.empty()) new_line(depth);
  out += ']';
}

std::string JsonDumper::key_text(const Value& key) {
  if (key.is_text()) return std::string(key.as_text());
  if (key.is_none()) return "null";
  if (key.is_boolean()) return key.as_integer() ? "true" : "false";
  if (!key.is_numeric()) runtime_.fail(fmt::format("{} cannot be a key in JSON", kind_name(key)));
  return printed(runtime_, key);
}

void JsonDumper::write_map(const Map& map, int depth) {
  auto entries = map.entries();
  std::ranges::stable_sort(entries, [&](const auto& a, const auto& b) {
    return !runtime_.failed() && less(runtime_, a.first, b.first);
  });
  out += '{';
  bool first = true;
  for (const auto& [key, value] : entries) {
    between(first, depth);
    write_text(key_text(key));
    out += ": ";
    write(value, depth + 1);
  }
  if (!entries.empty()) new_line(depth);
  out += '}';
}

void JsonDumper::write(const Value& value, int depth) {
  if (depth > 200) {
    runtime_.fail_as("template-limit", "this is nested too deeply for JSON");
    return;
  }
  if (runtime_.failed() || !runtime_.spend(1)) return;
  switch (value.kind()) {
    case Value::Kind::none:
      out += "null";
      break;
    case Value::Kind::boolean:
      out += value.as_integer() ? "true" : "false";
      break;
    case Value::Kind::integer:
      out += std::to_string(value.as_integer());
      break;
    case Value::Kind::number:
      write_number(value.as_number());
      break;
    case Value::Kind::text:
      write_text(value.as_text());
      break;
    case Value::Kind::list:
    case Value::Kind::sequence:
      write_list(value, depth);
      break;
    case Value::Kind::map:
      write_map(*value.as_map(), depth);
      break;
    case Value::Kind::undefined:
      runtime_.fail_undefined(value);
      break;
    case Value::Kind::object:
      runtime_.fail(fmt::format("'{}' cannot be written as JSON", kind_name(value)));
      break;
  }
}

Value tojson(Call& call) {
  std::int64_t indent = call.is_set(0) ? call.integer(0, 0) : -1;
  if (indent > 100) return call.runtime.fail("JSON is indented by up to 100 spaces");
  JsonDumper writer(call.runtime, indent);
  writer.write(call.self);
  return call.runtime.text(std::move(writer.out), true);
}

Value urlize(Call& call) {
  UrlizeOptions options;
  if (call.is_set(0))
    options.limit = static_cast<std::size_t>(std::max<std::int64_t>(call.integer(0, 0), 0));
  if (call.is_set(0)) options.is_limited = true;
  std::vector<std::string> rel = {"noopener"};
  if (call.truth(1, false)) rel.push_back("nofollow");
  if (call.is_set(3))
    for (std::string_view word : split_at_space(call.text(3, ""))) rel.emplace_back(word);
  std::ranges::sort(rel);
  rel.erase(std::unique(rel.begin(), rel.end()), rel.end());
  options.rel = join(rel, " ");
  if (call.is_set(2)) options.target = call.text(2, "");
  std::vector<Value> schemes;
  if (call.is_set(4) && !call.runtime.items(call[4], schemes)) return {};
  for (const Value& scheme : schemes) options.schemes.emplace_back(scheme.as_text());
  Value text = escaped(call.runtime, call.self);
  return call.runtime.text(link_urls(text.as_text(), options), call.runtime.autoescape);
}

constexpr Function filters[] = {
    {"e", "", escape},
    {"escape", "", escape},
    {"forceescape", "", forceescape},
    {"safe", "", safe},
    {"striptags", "", striptags},
    {"tojson", "indent?", tojson},
    {"urlencode", "", urlencode},
    {"urlize", "trim_url_limit? nofollow? target? rel? extra_schemes?", urlize},
    {"xmlattr", "autospace?", xmlattr},
};

}  // namespace

std::span<const Function> html_filters() { return filters; }

}  // namespace kbgen::jinja
