// Python's "%s of %d" % (a, b) and "%(name)s" % {…}.
#pragma once

#include "jinja/runtime.h"

namespace kbgen::jinja {

Value percent_format(Runtime& runtime, const Value& format, const Value& argument);

}  // namespace kbgen::jinja
