#include "jinja/brace_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html.h"
#include "base/text.h"
#include "jinja/format_spec.h"
#include "jinja/print.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

class BraceFormat {
 public:
  BraceFormat(Runtime& runtime, const Value& format, const Arguments& arguments)
      : runtime_(runtime), safe_(format.is_safe()), arguments_(arguments) {}

  std::string expand(std::string_view text, int depth) {
    std::string out;
    for (std::size_t i = 0; i < text.size() && !runtime_.failed();) {
      char c = text[i];
      if ((c == '{' || c == '}') && i + 1 < text.size() && text[i + 1] == c) {
        out += c;
        i += 2;
      } else if (c == '}') {
        runtime_.fail("a single '}' in the text: write '}}'");
      } else if (c == '{') {
        std::size_t close = closing(text, i);
        if (close == text.npos || depth > 1)
          runtime_.fail("a place in the text is never closed with '}'");
        else
          out += field(text.substr(i + 1, close - i - 1), depth);
        i = close + 1;
      } else {
        out += c;
        ++i;
      }
    }
    return out;
  }

 private:
  static std::size_t closing(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
      depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
      if (depth == 0) return i;
    }
    return text.npos;
  }

  std::string field(std::string_view field, int depth) {
    std::size_t colon = field.find(':');
    std::string_view name = field.substr(0, colon);
    char conversion = '\0';
    if (std::size_t bang = name.find('!'); bang != name.npos) {
      if (bang + 2 == name.size()) conversion = name[bang + 1];
      name = name.substr(0, bang);
    }
    Value value = lookup(name);
    std::string spec = colon == field.npos ? "" : expand(field.substr(colon + 1), depth + 1);
    if (runtime_.failed()) return "";
    if (conversion == 'r' || conversion == 'a') {
      std::string text;
      append_repr(runtime_, text, value);
      value = Value::text(std::move(text));
    } else if (conversion == 's') {
      value = to_text(runtime_, value);
    }
    std::string shown = format_value(value, spec);
    return safe_ && !value.is_safe() ? escape_html(shown) : shown;
  }

  Value lookup(std::string_view name) {
    std::size_t end = std::min(name.find_first_of(".["), name.size());
    std::string_view first = name.substr(0, end);
    Value value;
    if (first.empty() || first.find_first_not_of("0123456789") == first.npos) {
      std::size_t digits = 0;
      std::size_t index =
          first.empty() ? next_++ : static_cast<std::size_t>(read_number(first, digits));
      if (index >= arguments_.positional.size())
        return runtime_.fail("there are fewer values than places for them in the text");
      value = arguments_.positional[index];
    } else {
      auto found =
          std::ranges::find(arguments_.named, first, &std::pair<std::string, Value>::first);
      if (found == arguments_.named.end())
        return runtime_.fail(fmt::format("there is no value for '{}'", first));
      value = found->second;
    }
    for (std::string_view rest = name.substr(end); !rest.empty() && !runtime_.failed();) {
      bool is_item = rest[0] == '[';
      std::size_t stop =
          is_item ? rest.find(']') : std::min(rest.find_first_of(".[", 1), rest.size());
      if (stop == rest.npos || (!is_item && rest[0] != '.'))
        return runtime_.fail("a place in the text has a broken name");
      value = is_item ? runtime_.path(value, Value::view(rest.substr(1, stop - 1)))
                      : runtime_.attribute(value, rest.substr(1, stop - 1));
      rest.remove_prefix(stop + (is_item ? 1 : 0));
      if (value.is_undefined()) return runtime_.fail_undefined(value);
    }
    return value;
  }

  bool read_spec(std::string_view text, Spec& spec) {
    std::size_t i = 0, after = 0;
    auto is_align = [](char c) { return c == '<' || c == '>' || c == '=' || c == '^'; };
    if (!text.empty()) next_code_point(text, after);
    if (after < text.size() && is_align(text[after])) {
      spec.fill = text.substr(0, after);
      spec.align = text[after];
      i = after + 1;
    } else if (!text.empty() && is_align(text[0])) {
      spec.align = text[i++];
    }
    auto at = [&](char c) { return i < text.size() && text[i] == c; };
    if (at('+') || at('-') || at(' ')) spec.sign = text[i++];
    if (at('#')) spec.alternate = ++i > 0;
    if (at('0') && !spec.align) {
      spec.fill = "0";
      spec.align = '=';
    }
    spec.width = read_number(text, i);
    if (at(',') || at('_')) spec.grouping = text[i++];
    if (at('.')) spec.precision = read_number(text, ++i);
    if (i < text.size()) spec.type = text[i++];
    return i == text.size();
  }

  std::string format_value(const Value& value, std::string_view text) {
    if (text.empty()) return printed(runtime_, value);
    Spec spec;
    static constexpr std::string_view types = "bcdeEfFgGnosxX%";
    bool good = read_spec(text, spec) && (!spec.type || types.find(spec.type) != types.npos);
    if (!good) return runtime_.fail(fmt::format("'{}' is no way to format a value", text)), "";
    if (!is_reasonable(runtime_, spec)) return "";
    bool fraction =
        std::string_view("eEfFgG%").find(spec.type) != std::string_view::npos && spec.type;
    if (value.is_numeric() && (fraction || value.kind() == Value::Kind::number))
      return format_double(value.as_number(), spec);
    if (value.is_integral() && spec.type != 's' && spec.precision < 0)
      return format_whole(value.as_integer(), spec);
    if (value.is_text() && (!spec.type || spec.type == 's') && !spec.grouping && spec.sign == '-')
      return format_words(value.as_text(), spec, '<');
    return runtime_.fail(fmt::format("'{}' does not format {}", text, kind_name(value))), "";
  }

  Runtime& runtime_;
  bool safe_;
  const Arguments& arguments_;
  std::size_t next_ = 0;
};

}  // namespace

Value brace_format(Runtime& runtime, const Value& format, const Arguments& arguments) {
  std::string out = BraceFormat(runtime, format, arguments).expand(format.as_text(), 0);
  return runtime.failed() ? Value() : runtime.text(std::move(out), format.is_safe());
}

}  // namespace kbgen::jinja
