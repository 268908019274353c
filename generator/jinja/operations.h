// Python's operators and conversions on values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "jinja/ast.h"
#include "jinja/runtime.h"
#include "jinja/value.h"

namespace kbgen::jinja {

// "a list", "text": for messages.
std::string_view kind_name(const Value& value);

// str(), and repr() where text is quoted.
void append_printed(Runtime& runtime, std::string& out, const Value& value);
void append_repr(Runtime& runtime, std::string& out, const Value& value, int depth = 0);
std::string printed(Runtime& runtime, const Value& value);
Value to_text(Runtime& runtime, const Value& value);  // unchanged if it is text
// Markup.escape(): unchanged if it is safe, else printed and escaped.
void append_escaped_value(Runtime& runtime, std::string& out, const Value& value);
Value escaped(Runtime& runtime, const Value& value);

Value binary(Runtime& runtime, BinaryOperator op, const Value& left, const Value& right);
Value negative(Runtime& runtime, const Value& value);
Value concat(Runtime& runtime, const std::vector<Value>& parts);
Value slice(Runtime& runtime, const Value& of, const Value& start, const Value& stop,
            const Value& step);

bool compare(Runtime& runtime, Comparison op, const Value& left, const Value& right);
bool contains(Runtime& runtime, const Value& container, const Value& item);
// Python's `<`; reported if the two have no order.
bool less(Runtime& runtime, const Value& a, const Value& b, int depth = 0);

}  // namespace kbgen::jinja
