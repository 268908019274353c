// Converts text of other encodings to UTF-8, as iconv knows them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// Lets iconv find the tables that a release archive brings along; programs of a system have them
// where it looks by itself. To be called once, before there are threads: it looks where GCONV_PATH
// says when it is first asked, and that variable must not stay, because programs that kbgen starts,
// such as an editor, have tables of their own.
void prepare_encodings();

// Bytes as UTF-8. Nothing if this system has no encoding of that name. `stop` becomes the offset of
// the first byte that is not text in it, or npos; what stands before it is converted.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding,
                                   std::size_t& stop);

}  // namespace kbgen
