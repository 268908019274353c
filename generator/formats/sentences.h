// Where the sentences of a text end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kbgen {

// Offsets behind the last sign of each sentence of `text`, ascending. The full stop
// of an abbreviation, an initial or a decimal ends none.
std::vector<std::uint32_t> sentence_ends(std::string_view text);

}  // namespace kbgen
