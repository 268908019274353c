// Converts text of other encodings to UTF-8, as iconv knows them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kbgen {

// Bytes as UTF-8. Nothing if this system has no encoding of that name. `stop` becomes the offset of
// the first byte that is not text in it, or npos; what stands before it is converted.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding,
                                   std::size_t& stop);

}  // namespace kbgen
