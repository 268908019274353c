// The methods of Python's str that templates call. On safe text (Markup) they
// give safe text, and escape what they are given.
#include <fmt/format.h>

#include <algorithm>

#include "base/html.h"
#include "base/text.h"
#include "jinja/brace_format.h"
#include "jinja/call.h"
#include "jinja/methods.h"
#include "jinja/print.h"
#include "jinja/python_case.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

std::string_view self(const Call& call) { return call.self.as_text(); }

Value like_self(Call& call, std::string text) {
  return call.runtime.text(std::move(text), call.self.is_safe());
}
Value like_self(Call& call, std::string_view text) { return like_self(call, std::string(text)); }

// An argument as it may stand in the result: escaped, if the text is safe and it is not.
std::string fitting(Call& call, std::size_t i) {
  std::string_view text = call.text(i, "");
  return call.self.is_safe() && !call[i].is_safe() ? escape_html(text) : std::string(text);
}

Value upper_method(Call& call) { return like_self(call, to_upper(self(call))); }
Value lower_method(Call& call) { return like_self(call, to_lower(self(call))); }
Value title_method(Call& call) { return like_self(call, to_title(self(call))); }
Value capitalize_method(Call& call) { return like_self(call, to_capitalized(self(call))); }
Value casefold_method(Call& call) { return like_self(call, to_folded(self(call))); }
Value swapcase_method(Call& call) { return like_self(call, swap_case(self(call))); }

Value strip_method(Call& call) {
  if (!call.is_set(0)) return like_self(call, strip(self(call)));
  return like_self(call, strip_left(strip_right(self(call), call.text(0, "")), call.text(0, "")));
}
Value lstrip_method(Call& call) {
  return like_self(
      call, call.is_set(0) ? strip_left(self(call), call.text(0, "")) : strip_left(self(call)));
}
Value rstrip_method(Call& call) {
  return like_self(
      call, call.is_set(0) ? strip_right(self(call), call.text(0, "")) : strip_right(self(call)));
}

Value pieces(Call& call, const std::vector<std::string_view>& parts) {
  std::vector<Value> items;
  if (!call.runtime.spend(parts.size())) return {};
  for (std::string_view part : parts) items.push_back(like_self(call, part));
  return make_list(std::move(items));
}

std::vector<std::string_view> split_from_left(std::string_view text, std::string_view separator,
                                              std::int64_t most) {
  std::vector<std::string_view> parts;
  for (std::size_t at; most != 0 && (at = text.find(separator)) != text.npos; --most) {
    parts.push_back(text.substr(0, at));
    text.remove_prefix(at + separator.size());
  }
  parts.push_back(text);
  return parts;
}

std::vector<std::string_view> split_from_right(std::string_view text, std::string_view separator,
                                               std::int64_t most) {
  std::vector<std::string_view> parts;
  for (std::size_t at; most != 0 && (at = text.rfind(separator)) != text.npos; --most) {
    parts.push_back(text.substr(at + separator.size()));
    text = text.substr(0, at);
  }
  parts.push_back(text);
  std::ranges::reverse(parts);
  return parts;
}

// Splits at runs of white space, at most `most` times if it is not below 0. What is not
// split keeps its inner space.
std::vector<std::string_view> split_some(std::string_view text, std::int64_t most,
                                         bool from_right) {
  std::vector<std::string_view> words = split_at_space(text);
  auto limit = static_cast<std::size_t>(most);
  if (most < 0 || words.size() <= limit) return words;
  auto end_of = [&](std::size_t word) {
    return static_cast<std::size_t>(words[word].data() + words[word].size() - text.data());
  };
  auto begin_of = [&](std::size_t word) {
    return static_cast<std::size_t>(words[word].data() - text.data());
  };
  if (from_right) {
    std::size_t cut = words.size() - limit;
    std::string_view rest = text.substr(0, end_of(cut - 1));
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(cut));
    words.insert(words.begin(), rest);
    return words;
  }
  std::string_view rest = text.substr(begin_of(limit));
  words.resize(limit);
  words.push_back(rest);
  return words;
}

Value split_at(Call& call, bool from_right) {
  std::int64_t most = call.is_set(1) ? call.integer(1, -1) : -1;
  if (!call.is_set(0)) return pieces(call, split_some(self(call), most, from_right));
  std::string_view separator = call.text(0, "");
  if (separator.empty()) return call.runtime.fail("text cannot be split at nothing");
  return pieces(call, from_right ? split_from_right(self(call), separator, most)
                                 : split_from_left(self(call), separator, most));
}

Value split_method(Call& call) { return split_at(call, false); }
Value rsplit_method(Call& call) { return split_at(call, true); }
Value splitlines_method(Call& call) {
  return pieces(call, split_lines(self(call), call.truth(0, false)));
}

Value partition_at(Call& call, std::size_t at, std::string_view separator, bool from_right) {
  std::string_view text = self(call);
  bool found = at != text.npos;
  std::string_view before = found ? text.substr(0, at) : from_right ? "" : text;
  std::string_view after = found ? text.substr(at + separator.size()) : from_right ? text : "";
  return make_list(
      {like_self(call, before), like_self(call, found ? separator : ""), like_self(call, after)},
      List::Flavor::tuple);
}
Value partition_method(Call& call) {
  std::string separator = fitting(call, 0);
  if (separator.empty()) return call.runtime.fail("text cannot be split at nothing");
  return partition_at(call, self(call).find(separator), separator, false);
}
Value rpartition_method(Call& call) {
  std::string separator = fitting(call, 0);
  if (separator.empty()) return call.runtime.fail("text cannot be split at nothing");
  return partition_at(call, self(call).rfind(separator), separator, true);
}

Value replace_method(Call& call) {
  std::string from = fitting(call, 0), to = fitting(call, 1);
  return replaced(call.runtime, self(call), from, to, call.integer(2, -1), call.self.is_safe());
}

// Whether any of several texts passes the test: `startswith` takes one or a tuple.
template <class Test>
Value any_affix(Call& call, Test test) {
  const List* list = call[0].as_list();
  if (!list) return Value::boolean(test(call.text(0, "")));
  return Value::boolean(std::ranges::any_of(
      list->items, [&](const Value& item) { return item.is_text() && test(item.as_text()); }));
}
Value startswith_method(Call& call) {
  return any_affix(call, [&](std::string_view affix) { return self(call).starts_with(affix); });
}
Value endswith_method(Call& call) {
  return any_affix(call, [&](std::string_view affix) { return self(call).ends_with(affix); });
}
Value removeprefix_method(Call& call) {
  std::string_view affix = call.text(0, "");
  return Value::text(
      std::string(self(call).substr(self(call).starts_with(affix) ? affix.size() : 0)));
}
Value removesuffix_method(Call& call) {
  std::string_view affix = call.text(0, "");
  return Value::text(std::string(
      self(call).substr(0, self(call).size() - (self(call).ends_with(affix) ? affix.size() : 0))));
}

Value position_of(Call& call, std::size_t byte) {
  bool found = byte != std::string_view::npos;
  return Value::integer(
      found ? static_cast<std::int64_t>(count_code_points(self(call).substr(0, byte))) : -1);
}
Value find_method_of_text(Call& call) {
  std::int64_t from = std::max<std::int64_t>(call.integer(1, 0), 0);
  std::string_view skipped = code_point_range(self(call), 0, static_cast<std::size_t>(from));
  return position_of(call, self(call).find(call.text(0, ""), skipped.size()));
}
Value rfind_method(Call& call) { return position_of(call, self(call).rfind(call.text(0, ""))); }
Value index_method(Call& call) {
  std::size_t at = self(call).find(call.text(0, ""));
  if (at == std::string_view::npos)
    return call.runtime.fail(fmt::format("there is no '{}' in this text", call.text(0, "")),
                             "find() gives -1 instead");
  return position_of(call, at);
}

Value count_method(Call& call) {
  std::string_view text = self(call), what = call.text(0, "");
  if (what.empty()) return Value::integer(static_cast<std::int64_t>(count_code_points(text)) + 1);
  std::int64_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += what.size()) ++count;
  return Value::integer(count);
}

Value join_method(Call& call) {
  std::vector<Value> items;
  if (!call.runtime.items(call[0], items)) return {};
  std::string out;
  bool first = true;
  for (const Value& item : items) {
    if (!item.is_text())
      return call.runtime.fail(fmt::format("join() takes texts, not {}", kind_name(item)),
                               "the filter 'join' takes anything");
    if (!std::exchange(first, false)) out += self(call);
    if (call.self.is_safe())
      append_escaped_value(call.runtime, out, item);
    else
      out += item.as_text();
    if (!call.runtime.spend_text(self(call).size() + item.as_text().size())) return {};
  }
  return like_self(call, std::move(out));
}

Value format_method(Call& call) { return brace_format(call.runtime, call.self, call.written); }

Value padded(Call& call, bool left, bool right) {
  std::string fill = call.has(1) ? fitting(call, 1) : " ";
  if (count_code_points(fill) != 1) return call.runtime.fail("the fill is a single character");
  return like_self(call, pad(call.runtime, self(call), call.integer(0, 0), fill, left, right));
}
Value ljust_method(Call& call) { return padded(call, false, true); }
Value rjust_method(Call& call) { return padded(call, true, false); }
Value center_method(Call& call) { return padded(call, true, true); }

Value zfill_method(Call& call) {
  std::string_view text = self(call);
  bool sign = text.starts_with('-') || text.starts_with('+');
  std::string digits =
      pad(call.runtime, text.substr(sign), call.integer(0, 0) - sign, "0", true, false);
  return like_self(call, (sign ? std::string(1, text[0]) : "") + digits);
}

Value expandtabs_method(Call& call) {
  std::int64_t size = call.integer(0, 8);
  if (size < 0 || size > 1000) return call.runtime.fail("a tab is up to 1000 columns wide");
  std::string out;
  std::int64_t column = 0;
  for (std::string_view letter : code_points(self(call))) {
    if (letter == "\t") {
      std::int64_t spaces = size > 0 ? size - column % size : 0;
      out.append(static_cast<std::size_t>(spaces), ' ');
      column += spaces;
    } else {
      out += letter;
      column = letter == "\n" || letter == "\r" ? 0 : column + 1;
    }
  }
  return like_self(call, std::move(out));
}

template <class Test>
Value every(Call& call, Test test) {
  std::string_view text = self(call);
  for (std::size_t i = 0; i < text.size();)
    if (!test(next_code_point(text, i))) return Value::boolean(false);
  return Value::boolean(!text.empty());
}
bool is_digit(char32_t c) { return is_word_char(c) && !is_letter(c); }
Value isdigit_method(Call& call) { return every(call, is_digit); }
Value isalpha_method(Call& call) {
  return every(call, [](char32_t c) { return is_letter(c) && !is_mark(c); });
}
Value isalnum_method(Call& call) {
  return every(call, [](char32_t c) { return is_word_char(c) && !is_mark(c); });
}
Value isspace_method(Call& call) { return every(call, is_python_space); }
Value isupper_method(Call& call) { return Value::boolean(is_all_upper(self(call))); }
Value islower_method(Call& call) { return Value::boolean(is_all_lower(self(call))); }
Value istitle_method(Call& call) {
  bool cased = is_all_upper(self(call)) || to_lower(self(call)) != to_upper(self(call));
  return Value::boolean(cased && to_title(self(call)) == self(call));
}
Value isascii_method(Call& call) {
  return Value::boolean(
      std::ranges::all_of(self(call), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}
Value isidentifier_method(Call& call) { return Value::boolean(is_identifier(self(call))); }

constexpr Function methods[] = {
    {"capitalize", "", capitalize_method},
    {"casefold", "", casefold_method},
    {"center", "width fillchar?", center_method},
    {"count", "sub", count_method},
    {"endswith", "suffix", endswith_method},
    {"expandtabs", "tabsize?", expandtabs_method},
    {"find", "sub start?", find_method_of_text},
    {"format", "*", format_method},
    {"index", "sub", index_method},
    {"isalnum", "", isalnum_method},
    {"isalpha", "", isalpha_method},
    {"isascii", "", isascii_method},
    {"isdecimal", "", isdigit_method},
    {"isdigit", "", isdigit_method},
    {"isidentifier", "", isidentifier_method},
    {"islower", "", islower_method},
    {"isnumeric", "", isdigit_method},
    {"isspace", "", isspace_method},
    {"istitle", "", istitle_method},
    {"isupper", "", isupper_method},
    {"join", "iterable", join_method},
    {"ljust", "width fillchar?", ljust_method},
    {"lower", "", lower_method},
    {"lstrip", "chars?", lstrip_method},
    {"partition", "sep", partition_method},
    {"removeprefix", "prefix", removeprefix_method},
    {"removesuffix", "suffix", removesuffix_method},
    {"replace", "old new count?", replace_method},
    {"rfind", "sub", rfind_method},
    {"rjust", "width fillchar?", rjust_method},
    {"rpartition", "sep", rpartition_method},
    {"rsplit", "sep? maxsplit?", rsplit_method},
    {"rstrip", "chars?", rstrip_method},
    {"split", "sep? maxsplit?", split_method},
    {"splitlines", "keepends?", splitlines_method},
    {"startswith", "prefix", startswith_method},
    {"strip", "chars?", strip_method},
    {"swapcase", "", swapcase_method},
    {"title", "", title_method},
    {"upper", "", upper_method},
    {"zfill", "width", zfill_method},
};

}  // namespace

std::span<const Function> text_methods() { return methods; }

}  // namespace kbgen::jinja
