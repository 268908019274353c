// The pages of an imported site with front matter in our keys, each with the kind of content that
// it is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "content/key_notes.h"
#include "start/foreign_site.h"
#include "start/generators.h"

namespace kbgen {

struct TranscriptFormat;

struct AdoptedPage {
  const ForeignPage* page = nullptr;
  ContentKind kind = ContentKind::episode;
  Yaml keys;                                 // in our keys; names of others are as they are written
  std::vector<KeyNote> notes;                // what became of the keys of the other program
  std::string title;                         // never empty
  std::optional<Date> date;                  // of an episode
  const TranscriptFormat* speech = nullptr;  // in which its body is a transcript; null: it is none
  // The offset in the body behind a heading "Transcript"; 0 if there is no such heading.
  std::size_t transcript_begin = 0;
};

// One for each page of the site, which must outlive them.
std::vector<AdoptedPage> adopt_pages(const ForeignSite& site, const Generator& generator);

}  // namespace kbgen
