// Python's "{} of {name:>5}".format(a, name=b).
#pragma once

#include "jinja/runtime.h"

namespace kbgen::jinja {

Value brace_format(Runtime& runtime, const Value& format, const Arguments& arguments);

}  // namespace kbgen::jinja
