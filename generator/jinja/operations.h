// Python's operators and conversions on values.
#pragma once

#include <vector>

#include "jinja/ast.h"
#include "jinja/runtime.h"
#include "jinja/value.h"

namespace kbgen::jinja {

Value binary(Runtime& runtime, BinaryOperator op, const Value& left, const Value& right);
Value negative(Runtime& runtime, const Value& value);
Value concat(Runtime& runtime, const std::vector<Value>& parts);
Value slice(Runtime& runtime, const Value& of, const Value& start, const Value& stop,
            const Value& step);

bool compare(Runtime& runtime, Comparison op, const Value& left, const Value& right);
bool contains(Runtime& runtime, const Value& container, const Value& item);
// Python's `<`. It is reported if the two have no order.
bool less(Runtime& runtime, const Value& a, const Value& b, int depth = 0);

}  // namespace kbgen::jinja
