// Python's two ways of putting values into a text.
#pragma once

#include "jinja/runtime.h"

namespace kbgen::jinja {

// "%s of %d" % (a, b) and "%(name)s" % {…}
Value percent_format(Runtime& runtime, const Value& format, const Value& argument);

// "{} of {name:>5}".format(a, name=b)
Value brace_format(Runtime& runtime, const Value& format, const Arguments& arguments);

}  // namespace kbgen::jinja
