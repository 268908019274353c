// libFuzzer: any bytes through recognition, every reader, the layout and every
// writer, and what the writers make through their readers once more.
//
//   cmake -C generator/presets/fuzz.cmake -S . -B build-fuzz -G Ninja
//   ninja -C build-fuzz formats_fuzz
//   build-fuzz/formats_fuzz -max_len=4096 corpus tests/formats/*/
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/encoding.h"
#include "formats/formats.h"
#include "formats/layout.h"

using namespace kbgen;

// Text that seems to be encoded twice is repaired on the way in, so an export
// of it is not the same text; everything else must be.
static void check_exports(const Transcript& transcript) {
  for (const TranscriptWriter& writer : transcript_writers()) {
    Diagnostics diag;
    SourceFile once{"export", writer.write(transcript, layout_of(transcript))};
    if (repair_double_encoding(once, diag).text != once.text) continue;
    Transcript again = parse_transcript(once, recognize_format(once.text), diag);
    if (writer.write(again, layout_of(again)) != once.text) std::abort();
  }
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Diagnostics diag;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  SourceFile file = decode_source("fuzz", bytes, diag);
  recognize_format(file.text);
  for (const TranscriptFormat* format : transcript_formats()) {
    Transcript transcript = parse_transcript(file, *format, diag);
    layout_of(transcript);
    if (!transcript.cues.empty()) check_exports(transcript);
  }
  return 0;
}
