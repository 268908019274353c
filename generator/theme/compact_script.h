// Makes a script smaller before it is published, by about a fifth: comments go that take a line or
// end one, and so do indentation, spaces beside signs, and line ends behind signs that end no
// statement by themselves. No parser of JavaScript is needed: from a slash of which it is not sure
// what it begins a line keeps its spaces, and a script in which a line may begin within a text or a
// comment is left as it is.
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Lines that begin with "//!" stay: that is how comments with a licence are marked.
std::string compact_script(std::string_view script);

}  // namespace kbgen
