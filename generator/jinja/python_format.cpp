#include "jinja/python_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/html.h"
#include "base/text.h"
#include "jinja/operations.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

// "[[fill]align][sign][#][0][width][,][.precision][type]", or the flags, width
// and precision between '%' and its letter.
struct Spec {
  std::string_view fill = " ";
  char align = '\0';
  char sign = '-';
  bool alternate = false;
  char grouping = '\0';
  std::int64_t width = 0;
  std::int64_t precision = -1;
  char type = '\0';
};

constexpr std::int64_t widest = 1'000'000;
constexpr std::int64_t most_precise = 300;

std::string with_separators(std::string_view digits, char separator, std::size_t group) {
  std::size_t whole = 0;
  while (whole < digits.size() && digits[whole] != '.' && digits[whole] != 'e' &&
         digits[whole] != 'E')
    ++whole;
  std::string out;
  for (std::size_t i = 0; i < whole; ++i) {
    if (i > 0 && (whole - i) % group == 0) out += separator;
    out += digits[i];
  }
  return out.append(digits.substr(whole));
}

// Sign, digits and fill in their order; '=' fills between the first two.
std::string laid_out(std::string_view sign, std::string_view body, const Spec& spec, char align) {
  auto length = static_cast<std::int64_t>(count_code_points(sign) + count_code_points(body));
  std::string fill;
  for (std::int64_t i = length; i < spec.width; ++i) fill += spec.fill;
  if (align == '=') return fmt::format("{}{}{}", sign, fill, body);
  if (align == '<') return fmt::format("{}{}{}", sign, body, fill);
  if (align == '>') return fmt::format("{}{}{}", fill, sign, body);
  std::size_t half = (fill.size() / spec.fill.size() / 2) * spec.fill.size();
  return fmt::format("{}{}{}{}", fill.substr(0, half), sign, body, fill.substr(half));
}

std::string_view sign_of(bool is_negative, const Spec& spec) {
  return is_negative ? "-" : spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
}

// As 'g', but a point stays a point: '2.0', and '1e+02' where it has no room.
std::string short_digits(double size, int precision) {
  precision = std::max(precision, 1);
  std::string digits = fmt::format("{:.{}g}", size, precision);
  if (digits.find_first_of(".e") != digits.npos) return digits;
  if (static_cast<int>(digits.size()) < precision) return digits + ".0";
  digits = fmt::format("{:.{}e}", size, precision - 1);
  std::size_t exponent = digits.find('e');
  std::size_t last = digits.find_last_not_of('0', exponent - 1);
  if (digits.find('.') == digits.npos) return digits;
  return digits.substr(0, digits[last] == '.' ? last : last + 1) + digits.substr(exponent);
}

std::string number_digits(double size, const Spec& spec) {
  auto precision = static_cast<int>(spec.precision < 0 ? 6 : spec.precision);
  if (std::isinf(size) || std::isnan(size)) {
    bool upper = spec.type == 'F' || spec.type == 'E' || spec.type == 'G';
    return std::isinf(size) ? (upper ? "INF" : "inf") : (upper ? "NAN" : "nan");
  }
  switch (spec.type) {
    case 'e':
      return fmt::format("{:.{}e}", size, precision);
    case 'E':
      return fmt::format("{:.{}E}", size, precision);
    case 'g':
    case 'n':
      return fmt::format("{:.{}g}", size, precision);
    case 'G':
      return fmt::format("{:.{}G}", size, precision);
    case '%':
      return fmt::format("{:.{}f}%", size * 100, precision);
    case '\0':
      return spec.precision < 0 ? printed_number(size) : short_digits(size, precision);
    default:
      return fmt::format("{:.{}f}", size, precision);
  }
}

std::string format_double(double number, const Spec& spec) {
  bool is_negative = std::signbit(number) && !std::isnan(number);
  std::string digits = number_digits(std::fabs(number), spec);
  if (spec.grouping) digits = with_separators(digits, spec.grouping, 3);
  return laid_out(sign_of(is_negative, spec), digits, spec, spec.align ? spec.align : '>');
}

std::string format_whole(std::int64_t number, const Spec& spec) {
  std::uint64_t size =
      number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
  std::string digits, sign(sign_of(number < 0, spec));
  switch (spec.type) {
    case 'x':
      digits = fmt::format("{:x}", size);
      break;
    case 'X':
      digits = fmt::format("{:X}", size);
      break;
    case 'o':
      digits = fmt::format("{:o}", size);
      break;
    case 'b':
      digits = fmt::format("{:b}", size);
      break;
    default:
      digits = fmt::format("{}", size);
  }
  bool is_decimal = spec.type == 'd' || spec.type == 'n' || spec.type == '\0';
  digits = fmt::format("{:0>{}}", digits, std::max<std::int64_t>(spec.precision, 0));
  if (spec.grouping) digits = with_separators(digits, spec.grouping, is_decimal ? 3 : 4);
  if (spec.alternate && !is_decimal) sign += fmt::format("0{}", spec.type);
  return laid_out(sign, digits, spec, spec.align ? spec.align : '>');
}

std::string format_words(std::string_view text, const Spec& spec, char align) {
  std::string_view shown =
      spec.precision < 0 ? text
                         : code_point_range(text, 0, static_cast<std::size_t>(spec.precision));
  return laid_out("", shown, spec, spec.align ? spec.align : align);
}

bool reasonable(Runtime& runtime, const Spec& spec) {
  if (spec.width <= widest && spec.precision <= most_precise) return true;
  runtime.fail_as("template-limit",
                  fmt::format("text is padded to up to {} letters, numbers have up to {} digits",
                              widest, most_precise));
  return false;
}

std::int64_t read_number(std::string_view text, std::size_t& i) {
  std::int64_t number = 0;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9')
    number = std::min<std::int64_t>(number * 10 + (text[i++] - '0'), widest + 1);
  return number;
}

// --- "%s" % value ---

class PercentFormat {
 public:
  PercentFormat(Runtime& runtime, const Value& format, const Value& argument)
      : runtime_(runtime), text_(format.as_text()), safe_(format.is_safe()), argument_(argument) {
    const List* list = argument.as_list();
    if (list && list->is_tuple())
      arguments_ = list->items;
    else
      arguments_ = {argument};
  }

  Value run() {
    while (at_ < text_.size() && !runtime_.failed()) {
      std::size_t percent = std::min(text_.find('%', at_), text_.size());
      out_.append(text_.substr(at_, percent - at_));
      at_ = percent;
      if (at_ < text_.size()) conversion();
    }
    // Whatever can be asked for an item may stay unused, as in Python.
    bool all_used = used_ >= arguments_.size() || argument_.as_map() || argument_.is_undefined() ||
                    (argument_.as_list() && !argument_.as_list()->is_tuple());
    if (!runtime_.failed() && !all_used)
      return runtime_.fail("there are more values than places for them in the text");
    return runtime_.failed() ? Value() : runtime_.text(std::move(out_), safe_);
  }

 private:
  Value next() {
    if (used_ >= arguments_.size())
      return runtime_.fail("there are fewer values than places for them in the text");
    return arguments_[used_++];
  }

  Value named() {
    std::size_t close = text_.find(')', at_);
    if (close == text_.npos) return runtime_.fail("a name in the text is never closed with ')'");
    std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    const Map* map = argument_.as_map();
    if (!map) return runtime_.fail("a text with named places takes a mapping");
    const Value* found = map->find(name);
    return found ? *found : runtime_.fail(fmt::format("there is no value for '{}'", name));
  }

  std::int64_t width() {
    if (at_ >= text_.size() || text_[at_] != '*') return read_number(text_, at_);
    ++at_;
    Value value = next();
    if (!value.is_integral()) runtime_.fail("a width is a whole number");
    return value.as_integer();
  }

  void conversion() {
    ++at_;
    Value value;
    bool is_named = at_ < text_.size() && text_[at_] == '(';
    if (is_named) value = named();
    Spec spec = flags();
    if (runtime_.failed() || !reasonable(runtime_, spec)) return;
    if (at_ >= text_.size()) return void(runtime_.fail("the text ends inside a '%' place"));
    spec.type = text_[at_++];
    if (spec.type == '%') return void(out_ += '%');
    if (!is_named) value = next();
    if (!runtime_.failed()) convert(value, spec);
  }

  Spec flags() {
    Spec spec;
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '-')
        spec.align = '<';
      else if (c == '+')
        spec.sign = '+';
      else if (c == ' ' && spec.sign != '+')
        spec.sign = ' ';
      else if (c == '#')
        spec.alternate = true;
      else if (c == '0')
        spec.fill = "0";
      else if (c != ' ')
        break;
    }
    spec.width = width();
    if (spec.width < 0) {
      spec.align = '<';
      spec.width = -spec.width;
    }
    if (at_ < text_.size() && text_[at_] == '.') {
      ++at_;
      spec.precision = std::max<std::int64_t>(width(), 0);
    }
    while (at_ < text_.size() && (text_[at_] == 'h' || text_[at_] == 'l' || text_[at_] == 'L'))
      ++at_;
    if (spec.fill == "0" && spec.align == '<')
      spec.fill = " ";
    else if (spec.fill == "0")
      spec.align = '=';
    return spec;
  }

  void convert(const Value& value, Spec spec) {
    static constexpr std::string_view whole = "diuoxX", fraction = "eEfFgG";
    if (value.is_undefined() && spec.type != 's' && spec.type != 'r')
      return void(runtime_.fail_undefined(value));
    if (spec.type == 's' || spec.type == 'r' || spec.type == 'a') {
      if (spec.align == '=') spec.align = '\0';
      spec.fill = " ";
      std::string text;
      if (spec.type != 's')
        append_repr(runtime_, text, value);
      else
        append_printed(runtime_, text, value);
      if (safe_ && !(spec.type == 's' && value.is_safe())) text = escape_html(text);
      out_ += format_words(text, spec, '>');
    } else if (whole.find(spec.type) != whole.npos) {
      bool truncates = value.kind() == Value::Kind::number && std::fabs(value.as_number()) < 9e18 &&
                       spec.type != 'x' && spec.type != 'X' && spec.type != 'o';
      if (!value.is_integral() && !truncates)
        return void(runtime_.fail(
            fmt::format("'%{}' takes a whole number, not {}", spec.type, kind_name(value))));
      if (spec.type == 'i' || spec.type == 'u') spec.type = 'd';
      out_ += format_whole(
          truncates ? static_cast<std::int64_t>(value.as_number()) : value.as_integer(), spec);
    } else if (fraction.find(spec.type) != fraction.npos) {
      if (!value.is_numeric())
        return void(runtime_.fail(
            fmt::format("'%{}' takes a number, not {}", spec.type, kind_name(value))));
      out_ += format_double(value.as_number(), spec);
    } else if (spec.type == 'c') {
      std::string letter;
      if (value.is_text() && count_code_points(value.as_text()) == 1)
        letter = value.as_text();
      else if (value.is_integral() && value.as_integer() >= 0 && value.as_integer() <= 0x10FFFF)
        append_utf8(letter, static_cast<char32_t>(value.as_integer()));
      else
        return void(runtime_.fail("'%c' takes a single character"));
      out_ += format_words(letter, spec, '>');
    } else {
      runtime_.fail(fmt::format("there is no '%{}'", spec.type));
    }
  }

  Runtime& runtime_;
  std::string_view text_;
  bool safe_;
  const Value& argument_;
  std::vector<Value> arguments_;
  std::size_t at_ = 0, used_ = 0;
  std::string out_;
};

// --- "{}".format(value) ---

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
    if (!reasonable(runtime_, spec)) return "";
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

Value percent_format(Runtime& runtime, const Value& format, const Value& argument) {
  return PercentFormat(runtime, format, argument).run();
}

Value brace_format(Runtime& runtime, const Value& format, const Arguments& arguments) {
  std::string out = BraceFormat(runtime, format, arguments).expand(format.as_text(), 0);
  return runtime.failed() ? Value() : runtime.text(std::move(out), format.is_safe());
}

}  // namespace kbgen::jinja
