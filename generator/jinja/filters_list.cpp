// Filters on lists and mappings.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/html.h"
#include "base/text.h"
#include "jinja/call.h"
#include "jinja/library.h"
#include "jinja/operations.h"
#include "jinja/print.h"
#include "jinja/python_case.h"
#include "jinja/python_text.h"

namespace kbgen::jinja {

namespace {

using Flavor = List::Flavor;

// The form of a value by which items are sorted, grouped and told apart: text in lower
// case, unless case counts.
Value folded(Runtime& runtime, Value value, bool case_sensitive) {
  if (case_sensitive || !value.is_text()) return value;
  return runtime.text(to_lower(value.as_text()));
}

Value key_of(Call& call, const Value& item, const Value& attribute, bool case_sensitive) {
  return folded(call.runtime, call.runtime.path(item, attribute), case_sensitive);
}

// The keys of an item for several attributes, "age,name", as a list.
Value keys_of(Call& call, const Value& item, const Value& attribute, bool case_sensitive) {
  std::vector<Value> keys;
  for (std::string_view part : split(attribute.as_text(), ','))
    keys.push_back(key_of(call, item, Value::view(part), case_sensitive));
  return make_list(std::move(keys));
}

// Whether `a` comes before `b`. Equal keys are not compared with `<`, because they may
// have no order.
bool less_unless_equal(Runtime& runtime, const Value& a, const Value& b) {
  if (a.is_text() && b.is_text()) return a.as_text() < b.as_text();
  return !are_equal(a, b) && less(runtime, a, b);
}

struct Keyed {
  Value key, item;
};

using Order = bool(Runtime& runtime, const Value& a, const Value& b);

void sort_by_key(Runtime& runtime, std::vector<Keyed>& items, bool reverse, Order is_less) {
  std::ranges::stable_sort(items, [&](const Keyed& a, const Keyed& b) {
    if (runtime.failed()) return false;
    return reverse ? is_less(runtime, b.key, a.key) : is_less(runtime, a.key, b.key);
  });
}

bool less_keys(Runtime& runtime, const Value& a, const Value& b) { return less(runtime, a, b); }

Value items_of(std::vector<Keyed> keyed) {
  std::vector<Value> items;
  for (Keyed& each : keyed) items.push_back(std::move(each.item));
  return make_list(std::move(items));
}

Value sort(Call& call) {
  if (call.has(0) && !call[0].is_numeric())
    return call.runtime.fail(
        fmt::format("the first argument of sort() is 'reverse', true or false, not {}",
                    kind_name(call[0])),
        call[0].is_text() ? fmt::format("did you mean sort(attribute='{}')?", call[0].as_text())
                          : "");
  std::vector<Value> items;
  if (!call.runtime.items(call.self, items)) return {};
  std::vector<Keyed> keyed;
  bool case_sensitive = call.truth(1, false);
  bool several = call[2].as_text().find(',') != std::string_view::npos;
  for (Value& item : items) {
    Value key = several ? keys_of(call, item, call[2], case_sensitive)
                        : key_of(call, item, call[2], case_sensitive);
    keyed.push_back({std::move(key), std::move(item)});
  }
  sort_by_key(call.runtime, keyed, call.truth(0, false), less_unless_equal);
  return items_of(std::move(keyed));
}

Value dictsort(Call& call) {
  const Map* map = call.self.as_map();
  if (!map)
    return call.self.is_undefined()
               ? call.runtime.fail_undefined(call.self)
               : call.runtime.fail(
                     fmt::format("dictsort takes a mapping, not {}", kind_name(call.self)));
  std::string_view by = call.text(1, "key");
  if (by != "key" && by != "value")
    return call.runtime.fail(fmt::format("a mapping is not sorted by '{}'", by),
                             "it is sorted by 'key' or by 'value'");
  std::vector<Keyed> keyed;
  for (const auto& [key, value] : map->entries())
    keyed.push_back({folded(call.runtime, by == "key" ? key : value, call.truth(0, false)),
                     make_list({key, value}, Flavor::tuple)});
  sort_by_key(call.runtime, keyed, call.truth(2, false), less_keys);
  return items_of(std::move(keyed));
}

Value unique(Call& call) {
  std::vector<Value> items, kept;
  if (!call.runtime.items(call.self, items)) return {};
  std::unordered_set<Value, ValueHash, ValueEqual> seen;
  for (const Value& item : items) {
    Value key = key_of(call, item, call[1], call.truth(0, false));
    if (call.runtime.failed()) return {};
    if (!is_hashable(key))
      return call.runtime.fail(fmt::format("{} cannot be told apart by 'unique'", kind_name(key)));
    if (seen.insert(std::move(key)).second) kept.push_back(item);
  }
  return make_list(std::move(kept), Flavor::iterator);
}

Value extreme(Call& call, bool wants_most) {
  Items all(call.runtime, call.self);
  bool case_sensitive = call.truth(0, false), any = false;
  Value best, best_key;
  for (Value item; all.next(item) && call.runtime.spend(1);) {
    Value key = key_of(call, item, call[1], case_sensitive);
    bool is_better = !any || (wants_most ? less(call.runtime, best_key, key)
                                         : less(call.runtime, key, best_key));
    any = true;
    if (!is_better) continue;
    best = std::move(item);
    best_key = std::move(key);
  }
  if (any || call.runtime.failed()) return best;
  return Value::undefined("an empty list has no smallest or largest item");
}
Value min(Call& call) { return extreme(call, false); }
Value max(Call& call) { return extreme(call, true); }

Value groupby(Call& call) {
  std::vector<Value> items;
  if (!call.runtime.items(call.self, items)) return {};
  bool case_sensitive = call.truth(2, false);
  auto value_of = [&](const Value& item) {
    Value value = call.runtime.path(item, call[0]);
    return value.is_undefined() && call.is_set(1) ? call[1] : value;
  };
  std::vector<Keyed> keyed;
  for (const Value& item : items)
    keyed.push_back({folded(call.runtime, value_of(item), case_sensitive), item});
  sort_by_key(call.runtime, keyed, false, less_keys);
  std::vector<Value> groups;
  for (std::size_t i = 0; i < keyed.size() && !call.runtime.failed();) {
    std::vector<Value> members;
    std::size_t first = i;
    while (i < keyed.size() && are_equal(keyed[i].key, keyed[first].key))
      members.push_back(keyed[i++].item);
    Value key = value_of(members[0]);
    groups.push_back(make_list({std::move(key), make_list(std::move(members))}, Flavor::group));
  }
  return make_list(std::move(groups));
}

Value batch(Call& call) {
  std::int64_t size = call.integer(0, 0);
  std::vector<Value> items, batches;
  if (!call.runtime.items(call.self, items)) return {};
  std::vector<Value> row;
  for (Value& item : items) {
    if (static_cast<std::int64_t>(row.size()) == size && !(size == 0 && row.empty()))
      batches.push_back(make_list(std::exchange(row, {})));
    if (size == 0 && row.empty() && batches.empty()) batches.push_back(make_list({}));
    row.push_back(std::move(item));
  }
  if (row.empty()) return make_list(std::move(batches), Flavor::iterator);
  auto missing = size - static_cast<std::int64_t>(row.size());
  if (call.is_set(1) && missing > 0) {
    if (!call.runtime.spend(static_cast<std::uint64_t>(missing))) return {};
    row.insert(row.end(), static_cast<std::size_t>(missing), call[1]);
  }
  batches.push_back(make_list(std::move(row)));
  return make_list(std::move(batches), Flavor::iterator);
}

Value slice(Call& call) {
  std::int64_t slices = call.integer(0, 0);
  if (call.runtime.failed()) return {};
  if (slices == 0) return call.runtime.fail("a list cannot be cut into 0 slices");
  std::vector<Value> items, columns;
  if (!call.runtime.items(call.self, items) || slices < 0) return make_list({}, Flavor::iterator);
  if (!call.runtime.spend(static_cast<std::uint64_t>(slices))) return {};
  std::size_t each = items.size() / static_cast<std::size_t>(slices),
              longer = items.size() % static_cast<std::size_t>(slices);
  auto next = items.begin();
  for (std::size_t i = 0; i < static_cast<std::size_t>(slices); ++i) {
    auto end = next + static_cast<std::ptrdiff_t>(each + (i < longer ? 1 : 0));
    std::vector<Value> column(next, end);
    if (call.is_set(1) && i >= longer) column.push_back(call[1]);
    columns.push_back(make_list(std::move(column)));
    next = end;
  }
  return make_list(std::move(columns), Flavor::iterator);
}

Value first(Call& call) {
  Items items(call.runtime, call.self);
  Value item;
  return items.next(item) ? item : Value::undefined("an empty list has no first item");
}

Value last(Call& call) {
  const List* list = call.self.as_list();
  if (list && list->flavor == Flavor::iterator)
    return call.runtime.fail(fmt::format("{} has no last item", kind_name(call.self)));
  std::vector<Value> items;
  if (!call.runtime.items(call.self, items)) return {};
  return items.empty() ? Value::undefined("an empty list has no last item") : items.back();
}

Value length(Call& call) {
  std::size_t length = 0;
  if (call.runtime.length(call.self, length))
    return Value::integer(static_cast<std::int64_t>(length));
  if (call.self.is_undefined()) return call.runtime.fail_undefined(call.self);
  return call.runtime.fail(fmt::format("{} has no length", kind_name(call.self)));
}

Value list(Call& call) {
  std::vector<Value> items;
  return call.runtime.items(call.self, items) ? make_list(std::move(items)) : Value();
}

Value reverse(Call& call) {
  if (call.self.is_text()) {
    std::string out;
    auto letters = code_points(call.self.as_text());
    for (std::size_t i = letters.size(); i-- > 0;) out += letters[i];
    return call.runtime.text(std::move(out), call.self.is_safe());
  }
  std::vector<Value> items;
  if (!call.runtime.items(call.self, items)) return {};
  std::ranges::reverse(items);
  return make_list(std::move(items), Flavor::iterator);
}

Value join(Call& call) {
  std::vector<Value> items;
  if (!call.runtime.items(call.self, items)) return {};
  Value separator = call.has(0) ? to_text(call.runtime, call[0]) : Value::view("");
  bool safe = call.runtime.autoescape && separator.is_safe();
  for (Value& item : items) {
    if (call.is_set(1)) item = call.runtime.path(item, call[1]);
    safe |= call.runtime.autoescape && (item.is_safe() || item.kind() == Value::Kind::object);
  }
  if (safe) separator = escaped(call.runtime, separator);
  std::string out;
  for (std::size_t i = 0; i < items.size() && !call.runtime.failed(); ++i) {
    std::size_t before = out.size();
    if (i > 0) out += separator.as_text();
    if (safe)
      append_escaped_value(call.runtime, out, items[i]);
    else
      append_printed(call.runtime, out, items[i]);
    call.runtime.spend_text(out.size() - before);
  }
  return call.runtime.failed() ? Value()
         : safe                ? Value::safe_text(std::move(out))
                               : Value::text(std::move(out));
}

Value items(Call& call) {
  if (call.self.is_undefined()) return make_list({}, Flavor::iterator);
  const Map* map = call.self.as_map();
  if (!map)
    return call.runtime.fail(
        fmt::format("only a mapping has items of a key and a value, not {}", kind_name(call.self)));
  std::vector<Value> pairs;
  for (const auto& [key, value] : map->entries())
    pairs.push_back(make_list({key, value}, Flavor::tuple));
  return make_list(std::move(pairs), Flavor::iterator);
}

constexpr Function filters[] = {
    {"batch", "linecount fill_with?", batch},
    {"count", "", length},
    {"dictsort", "case_sensitive? by? reverse?", dictsort},
    {"first", "", first},
    {"groupby", "attribute default? case_sensitive?", groupby},
    {"items", "", items},
    {"join", "d? attribute?", join},
    {"last", "", last},
    {"length", "", length},
    {"list", "", list},
    {"max", "case_sensitive? attribute?", max},
    {"min", "case_sensitive? attribute?", min},
    {"reverse", "", reverse},
    {"slice", "slices fill_with?", slice},
    {"sort", "reverse? case_sensitive? attribute?", sort},
    {"unique", "case_sensitive? attribute?", unique},
};

}  // namespace

std::span<const Function> list_filters() { return filters; }

}  // namespace kbgen::jinja
