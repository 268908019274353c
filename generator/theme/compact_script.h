// A script as it is published: without the lines that are only a comment, and
// without what the others are indented by: a sixth less to load. That needs no parser
// of the language, because a script in which a line may begin within a text, or
// within a comment, stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Lines that begin with "//!" stay, as licences do.
std::string compact_script(std::string_view script);

}  // namespace kbgen
