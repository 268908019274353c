#include "jinja/percent_format.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html.h"
#include "base/text.h"
#include "jinja/format_spec.h"
#include "jinja/print.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

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
    // As in Python, a list or a mapping may stay unused, but no item of a tuple may.
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
    if (runtime_.failed() || !is_reasonable(runtime_, spec)) return;
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

}  // namespace

Value percent_format(Runtime& runtime, const Value& format, const Value& argument) {
  return PercentFormat(runtime, format, argument).run();
}

}  // namespace kbgen::jinja
