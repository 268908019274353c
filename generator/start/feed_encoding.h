// Decodes the bytes of a feed. XML names its encoding in its first line; a feed in which a reader
// guessed wrong would become content files full of letters that nobody wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// Decodes a feed, as decode_source() would, from the encoding that it names. Text that is UTF-8
// throughout is read as UTF-8 whatever it names, because servers convert feeds and leave their
// first line alone. Nothing, and `bad-feed` is reported, if the encoding is not known, or if the
// bytes are not text in it.
std::optional<SourceFile> decode_feed(std::string path, std::string_view bytes, Diagnostics& diag);

}  // namespace kbgen
