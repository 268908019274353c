// What a fuzzer and an ordinary test both call: a reader of files, given any
// bytes. libfuzzer.cpp makes a fuzzer of each; corpus_test.cpp reads what is
// kept in corpus/<name>/ in every run of the tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace kbgen::fuzz {

struct Target {
  std::string_view name;                 // of its folder in corpus/
  void (*read)(std::string_view bytes);  // throws where something is not as it must be
};

// Those that were linked into this program.
std::vector<Target>& targets();

// Stands once in each <name>_fuzz.cpp.
struct AddTarget {
  AddTarget(std::string_view name, void (*read)(std::string_view bytes)) {
    targets().push_back({name, read});
  }
};

// Throws with this sentence unless it holds.
void require(bool holds, const std::string& sentence);
void require_utf8(std::string_view text, const std::string& what);

// As every file of an author is read before anything else sees it.
SourceFile decoded(std::string path, std::string_view bytes);

}  // namespace kbgen::fuzz
