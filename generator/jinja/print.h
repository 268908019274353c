// Values as text: Python's str() and repr(), and escaping for HTML.
#pragma once

#include <string>
#include <string_view>

#include "jinja/runtime.h"
#include "jinja/value.h"

namespace kbgen::jinja {

// What kind of thing a value is, in the words of messages: "a list", "text".
std::string_view kind_name(const Value& value);

// Python's str(). What has no text is reported.
void append_printed(Runtime& runtime, std::string& out, const Value& value);
std::string printed(Runtime& runtime, const Value& value);
Value to_text(Runtime& runtime, const Value& value);  // unchanged if it is text

// Python's repr(): text is in quotes.
void append_repr(Runtime& runtime, std::string& out, const Value& value, int depth = 0);

// Markup.escape(): what is safe stays as it is, anything else is printed and escaped.
void append_escaped_value(Runtime& runtime, std::string& out, const Value& value);
Value escaped(Runtime& runtime, const Value& value);

}  // namespace kbgen::jinja
