// A file that may hold a transcript, as text: what every reader of a format starts from.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/source.h"

namespace kbgen {

// Decodes the bytes of a file that somebody says is a transcript. Nothing, and
// `no-transcript` is reported, if they are no text: a picture, a recording, an archive.
std::optional<SourceFile> decode_transcript(std::string path, std::string_view bytes,
                                            Diagnostics& diag);

}  // namespace kbgen
