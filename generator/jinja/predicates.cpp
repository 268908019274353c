// Jinja's built-in tests: what may follow `is`.
#include <fmt/format.h>

#include "jinja/call.h"
#include "jinja/library.h"
#include "jinja/methods.h"
#include "jinja/operations.h"
#include "jinja/print.h"
#include "jinja/runtime.h"

namespace kbgen::jinja {

namespace {

using Kind = Value::Kind;

Value yes(bool b) { return Value::boolean(b); }

// Whether self % by == wanted, with Python's remainder.
Value has_remainder(Call& call, const Value& by, std::int64_t wanted) {
  Value rest = binary(call.runtime, BinaryOperator::modulo, call.self, by);
  return call.runtime.failed() ? Value() : yes(are_equal(rest, Value::integer(wanted)));
}

Value odd(Call& call) { return has_remainder(call, Value::integer(2), 1); }
Value even(Call& call) { return has_remainder(call, Value::integer(2), 0); }
Value divisibleby(Call& call) { return has_remainder(call, call[0], 0); }

Value defined(Call& call) { return yes(!call.self.is_undefined()); }
Value undefined(Call& call) { return yes(call.self.is_undefined()); }
Value none(Call& call) { return yes(call.self.is_none()); }
Value boolean(Call& call) { return yes(call.self.is_boolean()); }
Value is_false(Call& call) { return yes(call.self.is_boolean() && !is_true(call.self)); }
Value is_true_value(Call& call) { return yes(call.self.is_boolean() && is_true(call.self)); }
Value integer(Call& call) { return yes(call.self.kind() == Kind::integer); }
Value is_float(Call& call) { return yes(call.self.kind() == Kind::number); }
Value number(Call& call) { return yes(call.self.is_numeric()); }
Value string(Call& call) { return yes(call.self.is_text()); }
Value mapping(Call& call) { return yes(call.self.kind() == Kind::map); }

Value sequence(Call& call) {
  const List* list = call.self.as_list();
  bool has_items = !list || list->has_positions();
  std::size_t length = 0;
  // Undefined is an empty sequence, unless it is an error to use it.
  if (call.self.is_undefined()) return yes(!call.runtime.options.strict || call.self.is_lenient());
  return yes(has_items && call.runtime.length(call.self, length));
}

Value iterable(Call& call) {
  if (call.self.is_undefined())
    return yes(call.runtime.options.strict && !call.self.is_lenient()
                   ? (call.runtime.fail_undefined(call.self), false)
                   : true);
  return yes(call.self.is_text() || call.self.as_list() || call.self.as_map() ||
             call.self.as_sequence());
}

Value callable(Call& call) {
  // In Jinja undefined is callable, so that it can report the call.
  return yes(call.self.is_undefined() ||
             (call.self.as_object() && call.self.as_object()->is_callable()));
}
Value sameas(Call& call) { return yes(call.self.same_as(call[0])); }
Value is_escaped(Call& call) { return yes(call.self.is_safe()); }
Value lower(Call& call) { return yes(is_all_lower(printed(call.runtime, call.self))); }
Value upper(Call& call) { return yes(is_all_upper(printed(call.runtime, call.self))); }

Value filter(Call& call) {
  return yes(call.self.is_text() && call.runtime.library.filters.find(call.self.as_text()));
}
Value test(Call& call) {
  return yes(call.self.is_text() && call.runtime.library.tests.find(call.self.as_text()));
}

template <Comparison op>
Value comparing(Call& call) {
  return yes(compare(call.runtime, op, call.self, call[0]));
}

constexpr Function tests[] = {
    {"!=", "other", comparing<Comparison::not_equal>},
    {"<", "other", comparing<Comparison::less>},
    {"<=", "other", comparing<Comparison::less_equal>},
    {"==", "other", comparing<Comparison::equal>},
    {">", "other", comparing<Comparison::greater>},
    {">=", "other", comparing<Comparison::greater_equal>},
    {"boolean", "", boolean},
    {"callable", "", callable},
    {"defined", "", defined},
    {"divisibleby", "num", divisibleby},
    {"eq", "other", comparing<Comparison::equal>},
    {"equalto", "other", comparing<Comparison::equal>},
    {"escaped", "", is_escaped},
    {"even", "", even},
    {"false", "", is_false},
    {"filter", "", filter},
    {"float", "", is_float},
    {"ge", "other", comparing<Comparison::greater_equal>},
    {"greaterthan", "other", comparing<Comparison::greater>},
    {"gt", "other", comparing<Comparison::greater>},
    {"in", "seq", comparing<Comparison::in>},
    {"integer", "", integer},
    {"iterable", "", iterable},
    {"le", "other", comparing<Comparison::less_equal>},
    {"lessthan", "other", comparing<Comparison::less>},
    {"lower", "", lower},
    {"lt", "other", comparing<Comparison::less>},
    {"mapping", "", mapping},
    {"ne", "other", comparing<Comparison::not_equal>},
    {"none", "", none},
    {"number", "", number},
    {"odd", "", odd},
    {"sameas", "other", sameas},
    {"sequence", "", sequence},
    {"string", "", string},
    {"test", "", test},
    {"true", "", is_true_value},
    {"undefined", "", undefined},
    {"upper", "", upper},
};

}  // namespace

std::span<const Function> builtin_tests() { return tests; }

}  // namespace kbgen::jinja
