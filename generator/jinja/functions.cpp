// Jinja's global functions: range, dict, namespace, cycler, joiner. lipsum is
// left out, because it is random.
#include <fmt/format.h>

#include "base/did_you_mean.h"
#include "jinja/call.h"
#include "jinja/library.h"
#include "jinja/print.h"
#include "jinja/renderer.h"
#include "jinja/runtime.h"

namespace kbgen::jinja {

namespace {

struct RangeSequence : Sequence {
  RangeSequence(std::int64_t from, std::int64_t to, std::int64_t by)
      : start(from), stop(to), step(by) {}

  std::size_t size() const override {
    bool empty = step > 0 ? start >= stop : start <= stop;
    if (empty) return 0;
    auto distance = step > 0 ? static_cast<std::uint64_t>(stop) - static_cast<std::uint64_t>(start)
                             : static_cast<std::uint64_t>(start) - static_cast<std::uint64_t>(stop);
    auto width = step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    return (distance - 1) / width + 1;
  }
  Value at(std::size_t index) const override {
    return Value::integer(static_cast<std::int64_t>(static_cast<std::uint64_t>(start) +
                                                    index * static_cast<std::uint64_t>(step)));
  }
  std::string printed() const override {
    return step == 1 ? fmt::format("range({}, {})", start, stop)
                     : fmt::format("range({}, {}, {})", start, stop, step);
  }

  std::int64_t start, stop, step;
};

Value range(Call& call) {
  for (std::size_t i = 0; i < 3; ++i) call.integer(i, 0);
  if (call.runtime.failed()) return {};
  std::int64_t start = call.has(1) ? call.integer(0, 0) : 0;
  std::int64_t stop = call.has(1) ? call.integer(1, 0) : call.integer(0, 0);
  std::int64_t step = call.integer(2, 1);
  if (step == 0) return call.runtime.fail("the step of range() cannot be 0");
  auto made = std::make_unique<RangeSequence>(start, stop, step);
  if (made->size() > call.runtime.options.most_steps)
    return call.runtime.fail_as("template-limit", fmt::format("this range has more than {} numbers",
                                                              call.runtime.options.most_steps));
  return Value::own(std::unique_ptr<const Sequence>(std::move(made)));
}

// Fills a mapping from the arguments of dict(mapping), dict(pairs) or dict(key=value).
bool fill(Call& call, Map& map) {
  if (call.written.positional.size() > 1) {
    call.runtime.fail("at most one value comes before the named ones");
    return false;
  }
  for (const Value& from : call.written.positional) {
    if (const Map* other = from.as_map()) {
      for (const auto& [key, value] : other->entries()) map.set(key, value);
      continue;
    }
    std::vector<Value> pairs;
    if (!call.runtime.items(from, pairs)) return false;
    for (const Value& pair : pairs) {
      std::vector<Value> both;
      if (!call.runtime.items(pair, both)) return false;
      if (both.size() != 2 || !is_hashable(both[0])) {
        call.runtime.fail("a mapping is made of pairs of a key and a value");
        return false;
      }
      map.set(both[0], both[1]);
    }
  }
  for (const auto& [key, value] : call.written.named) map.set(call.runtime.text(key), value);
  return true;
}

Value dict(Call& call) {
  auto map = std::make_unique<Map>();
  return fill(call, *map) ? Value::own(std::move(map)) : Value();
}

Value make_namespace(Call& call) {
  auto made = std::make_unique<Namespace>();
  return fill(call, made->fields) ? Value::own(std::unique_ptr<const Object>(std::move(made)))
                                  : Value();
}

struct Cycler : Object {
  explicit Cycler(std::vector<Value> v) : values(std::move(v)) {}
  std::string_view type_name() const override { return "cycler"; }
  std::vector<std::string> attribute_names() const override { return {"next", "reset", "current"}; }
  bool has_fixed_fields() const override { return false; }
  Value attribute(std::string_view name) const override;
  std::vector<Value> values;
  mutable std::size_t at = 0;
};

const Cycler& cycler_of(Call& call) { return static_cast<const Cycler&>(*call.self.as_object()); }

Value next_of_cycler(Call& call) {
  const Cycler& cycler = cycler_of(call);
  Value value = cycler.values[cycler.at];
  cycler.at = (cycler.at + 1) % cycler.values.size();
  return value;
}

Value reset_cycler(Call& call) {
  cycler_of(call).at = 0;
  return Value::none();
}

constexpr Function cycler_methods[] = {{"next", "", next_of_cycler}, {"reset", "", reset_cycler}};

Value Cycler::attribute(std::string_view name) const {
  if (name == "current") return values[at];
  for (const Function& method : cycler_methods)
    if (method.name == name) return bind(method, Value::share(*this));
  return {};
}

Value cycler(Call& call) {
  if (call.written.positional.empty())
    return call.runtime.fail("cycler() needs at least one value");
  return Value::own(
      std::unique_ptr<const Object>(std::make_unique<Cycler>(call.written.positional)));
}

// What joiner() makes. It gives nothing at its first call, and the separator at all
// others.
struct Joiner : Object {
  explicit Joiner(Value s) : separator(std::move(s)) {}
  std::string_view type_name() const override { return "joiner"; }
  std::vector<std::string> attribute_names() const override { return {}; }
  bool has_fixed_fields() const override { return false; }
  Value attribute(std::string_view) const override { return {}; }
  bool is_callable() const override { return true; }
  Value call(Runtime&, const Arguments&) const override {
    return std::exchange(used, true) ? separator : Value::view("");
  }
  Value separator;
  mutable bool used = false;
};

Value joiner(Call& call) {
  return Value::own(std::unique_ptr<const Object>(
      std::make_unique<Joiner>(call.has(0) ? call[0] : Value::view(", "))));
}

constexpr Function functions[] = {
    {"range", "start stop? step?", range},
    {"dict", "*", dict},
    {"namespace", "*", make_namespace},
    {"cycler", "*", cycler},
    {"joiner", "sep?", joiner},
};

}  // namespace

std::span<const Function> builtin_functions() { return functions; }

}  // namespace kbgen::jinja
