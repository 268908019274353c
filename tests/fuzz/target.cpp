#include "fuzz/target.h"

#include <stdexcept>

#include "base/encoding.h"

namespace kbgen::fuzz {

std::vector<Target>& targets() {
  static std::vector<Target> all;
  return all;
}

void require(bool holds, const std::string& sentence) {
  if (!holds) throw std::runtime_error(sentence);
}

void require_utf8(std::string_view text, const std::string& what) {
  Diagnostics diag;
  decode_source("", text, diag);
  for (const Diagnostic& problem : diag.all())
    require(problem.code != "not-utf8", what + " is not UTF-8");
}

SourceFile decoded(std::string path, std::string_view bytes) {
  Diagnostics diag;
  return decode_source(std::move(path), bytes, diag);
}

}  // namespace kbgen::fuzz
