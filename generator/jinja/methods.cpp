#include "jinja/methods.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "jinja/call.h"
#include "jinja/operations.h"
#include "jinja/print.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

Value replaced(Runtime& runtime, std::string_view text, std::string_view from, std::string_view to,
               std::int64_t most, bool safe) {
  std::string out;
  std::size_t at = 0;
  for (std::int64_t done = 0; done != most; ++done) {
    std::size_t next = from.empty() ? (at > 0 || done > 0 ? text.npos : 0) : text.find(from, at);
    if (from.empty() && done > 0) {
      // An empty `from` is found between any two letters, and at both ends.
      if (at >= text.size()) break;
      next = at;
      next_code_point(text, next);
    }
    if (next == text.npos) break;
    out.append(text.substr(at, next - at)).append(to);
    at = next + from.size();
    if (!runtime.spend_text(next - at + from.size() + to.size())) return {};
  }
  return runtime.text(out.append(text.substr(at)), safe);
}

std::string pad(Runtime& runtime, std::string_view text, std::int64_t width, std::string_view fill,
                bool left, bool right) {
  auto length = static_cast<std::int64_t>(count_code_points(text));
  std::int64_t missing = std::max<std::int64_t>(width - length, 0);
  if (!runtime.spend_text(static_cast<std::uint64_t>(missing))) return "";
  std::int64_t before = left && right ? missing / 2 + (missing & width & 1) : left ? missing : 0;
  std::string out;
  for (std::int64_t i = 0; i < before; ++i) out += fill;
  out += text;
  for (std::int64_t i = before; i < missing; ++i) out += fill;
  return out;
}

static bool is_all(std::string_view text, bool (*wanted)(char32_t), bool (*unwanted)(char32_t)) {
  bool any = false;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (unwanted(c)) return false;
    any |= wanted(c);
  }
  return any;
}

bool is_all_upper(std::string_view text) { return is_all(text, is_upper, is_lower); }
bool is_all_lower(std::string_view text) { return is_all(text, is_lower, is_upper); }

namespace {

List* changeable_list(Call& call) {
  List* list = call.self.as_list();
  if (!list->is_frozen) return list;
  call.runtime.fail("this list belongs to the data and cannot be changed",
                    "make a copy first, with '|list'");
  return nullptr;
}

Value append(Call& call) {
  if (List* list = changeable_list(call)) list->items.push_back(call[0]);
  return Value::none();
}

Value extend(Call& call) {
  List* list = changeable_list(call);
  std::vector<Value> more;
  if (list && call.runtime.items(call[0], more))
    list->items.insert(list->items.end(), more.begin(), more.end());
  return Value::none();
}

// The place at which Python's list.insert() inserts: a negative number counts from the
// end, and a place outside of the list is moved to its nearer end.
std::ptrdiff_t clipped(std::int64_t at, const List& list) {
  auto size = static_cast<std::int64_t>(list.items.size());
  return std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
}

Value insert(Call& call) {
  if (List* list = changeable_list(call))
    list->items.insert(list->items.begin() + clipped(call.integer(0, 0), *list), call[1]);
  return Value::none();
}

Value pop_item(Call& call) {
  List* list = changeable_list(call);
  if (!list) return {};
  auto size = static_cast<std::int64_t>(list->items.size());
  std::int64_t at = call.integer(0, -1);
  if (at < 0) at += size;
  if (at < 0 || at >= size)
    return call.runtime.fail(size == 0 ? "the list is empty: there is nothing to pop"
                                       : "the list has no such item to pop");
  Value item = list->items[static_cast<std::size_t>(at)];
  list->items.erase(list->items.begin() + at);
  return item;
}

std::int64_t position_in(const List& list, const Value& item) {
  for (std::size_t i = 0; i < list.items.size(); ++i)
    if (are_equal(list.items[i], item)) return static_cast<std::int64_t>(i);
  return -1;
}

Value remove_item(Call& call) {
  List* list = changeable_list(call);
  if (!list) return {};
  std::int64_t at = position_in(*list, call[0]);
  if (at < 0) return call.runtime.fail("the list has no such item to remove");
  list->items.erase(list->items.begin() + at);
  return Value::none();
}

Value index_in_list(Call& call) {
  std::int64_t at = position_in(*call.self.as_list(), call[0]);
  return at < 0 ? call.runtime.fail("the list has no such item") : Value::integer(at);
}

Value count_in_list(Call& call) {
  const auto& items = call.self.as_list()->items;
  return Value::integer(
      std::ranges::count_if(items, [&](const Value& item) { return are_equal(item, call[0]); }));
}

Value reverse_list(Call& call) {
  if (List* list = changeable_list(call)) std::ranges::reverse(list->items);
  return Value::none();
}

Value sort_list(Call& call) {
  List* list = changeable_list(call);
  if (!list) return {};
  std::vector<Value> items = list->items;
  bool reverse = call.truth(0, false);
  std::ranges::stable_sort(items, [&](const Value& a, const Value& b) {
    return !call.runtime.failed() &&
           (reverse ? less(call.runtime, b, a) : less(call.runtime, a, b));
  });
  list->items = std::move(items);
  return Value::none();
}

Value clear_list(Call& call) {
  if (List* list = changeable_list(call)) list->items.clear();
  return Value::none();
}

Value copy_list(Call& call) { return make_list(call.self.as_list()->items); }

Map* changeable_map(Call& call) {
  Map* map = call.self.as_map();
  if (!map->is_frozen) return map;
  call.runtime.fail("this mapping belongs to the data and cannot be changed",
                    "make a copy first, with 'dict(…)'");
  return nullptr;
}

template <class Pick>
Value view_of(Call& call, List::Flavor flavor, Pick pick) {
  std::vector<Value> items;
  for (const auto& entry : call.self.as_map()->entries()) items.push_back(pick(entry));
  if (!call.runtime.spend(items.size())) return {};
  return make_list(std::move(items), flavor);
}

Value keys(Call& call) {
  return view_of(call, List::Flavor::keys, [](const auto& entry) { return entry.first; });
}
Value values(Call& call) {
  return view_of(call, List::Flavor::values, [](const auto& entry) { return entry.second; });
}
Value items(Call& call) {
  return view_of(call, List::Flavor::items, [](const auto& entry) {
    return make_list({entry.first, entry.second}, List::Flavor::tuple);
  });
}

Value get(Call& call) {
  if (!call.runtime.may_be_key(call[0])) return {};
  const Value* found = call.self.as_map()->find(call[0]);
  return found ? *found : call.has(1) ? call[1] : Value::none();
}

Value pop_key(Call& call) {
  Map* map = changeable_map(call);
  if (!map || !call.runtime.may_be_key(call[0])) return {};
  const Value* found = map->find(call[0]);
  if (!found)
    return call.has(1) ? call[1] : call.runtime.fail("the mapping has no such key to pop");
  Value value = *found;
  map->erase(call[0]);
  return value;
}

Value setdefault(Call& call) {
  if (!call.runtime.may_be_key(call[0])) return {};
  if (const Value* found = call.self.as_map()->find(call[0])) return *found;
  Value value = call.has(1) ? call[1] : Value::none();
  if (Map* map = changeable_map(call)) map->set(call[0], value);
  return value;
}

Value update(Call& call) {
  Map* map = changeable_map(call);
  if (!map) return {};
  for (const Value& other : call.written.positional) {
    const Map* more = other.as_map();
    if (!more)
      return call.runtime.fail(fmt::format("update() takes a mapping, not {}", kind_name(other)));
    auto entries = more->entries();
    for (const auto& [key, value] : entries) map->set(key, value);
  }
  for (const auto& [key, value] : call.written.named) map->set(Value::text(key), value);
  return Value::none();
}

Value copy_map(Call& call) {
  auto copy = std::make_unique<Map>();
  for (const auto& [key, value] : call.self.as_map()->entries()) copy->set(key, value);
  return Value::own(std::move(copy));
}

Value clear_map(Call& call) {
  if (Map* map = changeable_map(call)) map->clear();
  return Value::none();
}

constexpr Function list_methods[] = {
    {"append", "object", append},
    {"clear", "", clear_list},
    {"copy", "", copy_list},
    {"count", "value", count_in_list},
    {"extend", "iterable", extend},
    {"index", "value", index_in_list},
    {"insert", "index object", insert},
    {"pop", "index?", pop_item},
    {"remove", "value", remove_item},
    {"reverse", "", reverse_list},
    {"sort", "reverse?", sort_list},
};

constexpr Function tuple_methods[] = {{"count", "value", count_in_list},
                                      {"index", "value", index_in_list}};

constexpr Function map_methods[] = {
    {"clear", "", clear_map},
    {"copy", "", copy_map},
    {"get", "key default?", get},
    {"items", "", items},
    {"keys", "", keys},
    {"pop", "key default?", pop_key},
    {"setdefault", "key default?", setdefault},
    {"update", "*", update},
    {"values", "", values},
};

std::span<const Function> methods_of(const Value& of) {
  if (of.is_text()) return text_methods();
  if (of.as_map()) return map_methods;
  if (!of.as_list()) return {};
  if (of.as_list()->flavor == List::Flavor::list) return list_methods;
  if (of.as_list()->is_tuple()) return tuple_methods;
  return {};
}

const Function* find_in(std::span<const Function> methods, std::string_view name) {
  auto found = std::ranges::find(methods, name, &Function::name);
  return found == methods.end() ? nullptr : &*found;
}

}  // namespace

Methods methods_named(std::string_view name) {
  return {find_in(text_methods(), name), find_in(list_methods, name), find_in(tuple_methods, name),
          find_in(map_methods, name)};
}

const Function* find_method(const Value& of, const Methods& methods) {
  if (of.is_text()) return methods.of_text;
  if (of.as_map()) return methods.of_map;
  const List* list = of.as_list();
  if (!list) return nullptr;
  return list->flavor == List::Flavor::list ? methods.of_list
         : list->is_tuple()                 ? methods.of_tuple
                                            : nullptr;
}

const Function* find_method(const Value& of, std::string_view name) {
  return find_in(methods_of(of), name);
}

std::vector<std::string> method_names(const Value& of) {
  std::vector<std::string> names;
  for (const Function& method : methods_of(of)) names.emplace_back(method.name);
  return names;
}

}  // namespace kbgen::jinja
