// The transcript that belongs to a page of an imported site.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "formats/transcript_cues.h"
#include "start/adopted_pages.h"

namespace kbgen {

// The path of the transcript that the front matter names, below the folder of the site; empty if
// none is there.
std::string transcript_named_by(const AdoptedPage& adopted, const ForeignSite& site);

// The path of the file that has the transcript of the page: the one that its front matter names, or
// one of the same name beside it. Empty if its words are in the page, or if there is none.
// `transcripts` are those of the site.
std::string transcript_file_of(const AdoptedPage& adopted, const ForeignSite& site,
                               const std::set<std::string_view>& transcripts);

// Reads the transcript, from `file` or, if that is empty, from the page. Nothing if there is none
// or if it cannot be read, which a build reports.
std::optional<Transcript> read_transcript_of(const AdoptedPage& adopted, const std::string& file,
                                             const ForeignSite& site);

}  // namespace kbgen
