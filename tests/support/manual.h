// The pages of the manual, which stand in the demonstration.
#pragma once

#include <string>

#include "support/temporary_folder.h"

namespace kbgen {

// The source of a page of the manual: "settings" is content/pages/manual/settings.md.
inline std::string manual_page(const std::string& name) {
  return read_bytes(KBGEN_SOURCE_DIR "/content/pages/manual/" + name + ".md");
}

}  // namespace kbgen
