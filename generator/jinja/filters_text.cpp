// Filters on text.
#include <fmt/format.h>

#include "base/html.h"
#include "base/text.h"
#include "jinja/call.h"
#include "jinja/library.h"
#include "jinja/methods.h"
#include "jinja/percent_format.h"
#include "jinja/print.h"
#include "jinja/python_case.h"
#include "jinja/python_text.h"
#include "jinja/wrap.h"

namespace kbgen::jinja {

namespace {

// The value before the '|' as text, which stays safe if it is (Markup's soft_str).
struct Subject {
  explicit Subject(Call& call) : value(to_text(call.runtime, call.self)) {}
  std::string_view text() const { return value.as_text(); }
  Value like(Call& call, std::string made) const {
    return call.runtime.text(std::move(made), value.is_safe());
  }
  Value value;
};

// Whether the value before the '|' is text, which some filters need. Anything else is
// reported in words that say more than Jinja's, for whom it "has no lines".
bool require_text(Call& call, std::string_view filter) {
  if (call.self.is_text()) return true;
  if (call.self.is_undefined())
    call.runtime.fail_undefined(call.self);
  else
    call.runtime.fail(fmt::format("{} takes text, not {}", filter, kind_name(call.self)),
                      "'|string' makes text of anything");
  return false;
}

Value upper(Call& call) {
  Subject subject(call);
  return subject.like(call, to_upper(subject.text()));
}
Value lower(Call& call) {
  Subject subject(call);
  return subject.like(call, to_lower(subject.text()));
}
Value capitalize(Call& call) {
  Subject subject(call);
  return subject.like(call, to_capitalized(subject.text()));
}

// In the filter `title` a word begins after white space, a hyphen or an opening bracket.
Value title(Call& call) {
  Subject subject(call);
  std::string out;
  bool starts = true;
  std::string_view text = subject.text();
  std::size_t begin = 0;  // where the rest of a word begins
  for (std::size_t i = 0; i < text.size();) {
    std::size_t at = i;
    char32_t c = next_code_point(text, i);
    if (starts) {
      out += to_upper(text.substr(at, i - at));
      begin = i;
    }
    starts = is_python_space(c) || c == '-' || c == '(' || c == '{' || c == '[' || c == '<';
    if (starts && begin <= at) out += to_lower(text.substr(begin, i - begin));
    if (starts) begin = i;
  }
  out += to_lower(text.substr(begin));
  return call.runtime.text(std::move(out));  // as in Jinja, safe no longer
}

Value trim(Call& call) {
  Subject subject(call);
  std::string_view text = subject.text();
  if (!call.is_set(0)) return subject.like(call, std::string(strip(text)));
  return subject.like(
      call, std::string(strip_left(strip_right(text, call.text(0, "")), call.text(0, ""))));
}

Value center(Call& call) {
  Subject subject(call);
  return subject.like(call,
                      pad(call.runtime, subject.text(), call.integer(0, 80), " ", true, true));
}

Value replace(Call& call) {
  Value text = to_text(call.runtime, call.self), from = to_text(call.runtime, call[0]),
        to = to_text(call.runtime, call[1]);
  std::int64_t most = call.is_set(2) ? call.integer(2, -1) : -1;
  if (!call.runtime.autoescape)
    return replaced(call.runtime, text.as_text(), from.as_text(), to.as_text(), most, false);
  if (from.is_safe() || (to.is_safe() && !text.is_safe())) text = escaped(call.runtime, text);
  if (!text.is_safe())
    return replaced(call.runtime, text.as_text(), from.as_text(), to.as_text(), most, false);
  Value safe_from = escaped(call.runtime, from), safe_to = escaped(call.runtime, to);
  return replaced(call.runtime, text.as_text(), safe_from.as_text(), safe_to.as_text(), most, true);
}

Value format(Call& call) {
  Value text = to_text(call.runtime, call.self);
  if (!call.written.positional.empty() && !call.written.named.empty())
    return call.runtime.fail("arguments are given by position or by name, not both");
  if (call.written.named.empty())
    return percent_format(call.runtime, text,
                          make_list(call.written.positional, List::Flavor::tuple));
  auto map = std::make_unique<Map>();
  for (const auto& [name, value] : call.written.named) map->set(Value::text(name), value);
  return percent_format(call.runtime, text, Value::own(std::move(map)));
}

Value truncate(Call& call) {
  Subject subject(call);
  std::int64_t length = call.integer(0, 255), leeway = call.is_set(3) ? call.integer(3, 5) : 5;
  std::string_view text = subject.text(), end = call.text(2, "...");
  if (!call.self.is_undefined() && !require_text(call, "truncate")) return {};
  auto keep = length - static_cast<std::int64_t>(count_code_points(end));
  if (keep < 0)
    return call.runtime.fail(
        fmt::format("the text cannot be cut to {} letters: '{}' alone is longer", length, end));
  if (leeway < 0) return call.runtime.fail("the leeway cannot be negative");
  if (static_cast<std::int64_t>(count_code_points(text)) <= length + leeway) return call.self;
  std::string_view start = code_point_range(text, 0, static_cast<std::size_t>(keep));
  if (!call.truth(1, false)) start = start.substr(0, start.rfind(' '));
  std::string out(start);
  out += subject.value.is_safe() && !call[2].is_safe() ? escape_html(end) : std::string(end);
  return subject.like(call, std::move(out));
}

Value indent(Call& call) {
  if (!require_text(call, "indent")) return {};
  Subject subject(call);
  std::string indention;
  if (call.has(0) && call[0].is_text())
    indention = call.text(0, "");
  else
    indention = std::string(
        static_cast<std::size_t>(std::clamp<std::int64_t>(call.integer(0, 4), 0, 10'000)), ' ');
  bool first = call.truth(1, false), blank = call.truth(2, false);
  std::string text(subject.text());
  text += '\n';
  std::vector<std::string_view> lines = split_lines(text, false);
  if (!call.runtime.spend_text(lines.size() * indention.size())) return {};
  std::string out = first ? indention : "";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out += '\n';
    if (i > 0 && (blank || !lines[i].empty())) out += indention;
    out += lines[i];
  }
  return subject.like(call, std::move(out));
}

Value wordcount(Call& call) {
  Subject subject(call);
  std::int64_t count = 0;
  bool inside = false;
  for (std::size_t i = 0; i < subject.text().size();) {
    char32_t c = next_code_point(subject.text(), i);
    bool is_part = (is_word_char(c) && !is_mark(c)) || c == '_';
    count += is_part && !inside;
    inside = is_part;
  }
  return Value::integer(count);
}

Value wordwrap(Call& call) {
  if (!require_text(call, "wordwrap")) return {};
  Subject subject(call);
  WrapOptions options;
  std::int64_t width = call.integer(0, 79);
  if (width <= 0) return call.runtime.fail("lines have at least one letter");
  options.width = static_cast<std::size_t>(width);
  options.breaks_long_words = call.truth(1, true);
  options.breaks_at_hyphens = call.truth(3, true);
  std::string_view between = call.is_set(2) ? call.text(2, "\n") : "\n";
  std::string out;
  bool first = true;
  for (std::string_view paragraph : split_lines(subject.text(), false)) {
    std::vector<std::string> lines = wrap(paragraph, options);
    if (!std::exchange(first, false)) out += between;
    out += kbgen::join(lines, between);
    if (!call.runtime.spend_text(lines.size() * between.size())) return {};
  }
  return call.runtime.text(std::move(out));
}

Value string(Call& call) { return to_text(call.runtime, call.self); }

constexpr Function filters[] = {
    {"capitalize", "", capitalize},
    {"center", "width?", center},
    {"format", "*", format},
    {"indent", "width? first? blank?", indent},
    {"lower", "", lower},
    {"replace", "old new count?", replace},
    {"string", "", string},
    {"title", "", title},
    {"trim", "chars?", trim},
    {"truncate", "length? killwords? end? leeway?", truncate},
    {"upper", "", upper},
    {"wordcount", "", wordcount},
    {"wordwrap", "width? break_long_words? wrapstring? break_on_hyphens?", wordwrap},
};

}  // namespace

std::span<const Function> text_filters() { return filters; }

}  // namespace kbgen::jinja
