// The transcript that belongs to a page of an imported site.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/transcript_cues.h"
#include "start/adopted_pages.h"

namespace kbgen {

// The transcripts of a site, by their paths and by what they are called: "mill" is the name of
// "transcripts/mill.vtt", "mill/transcript.vtt" and "mill_transcript.txt".
class TranscriptFiles {
 public:
  explicit TranscriptFiles(const ForeignSite& site);

  bool has(std::string_view path) const { return paths_.contains(path); }
  // The files that are called like the page and like no other, in the order of paths. None that
  // lies beside another page, whose transcript it is.
  std::vector<std::string> called_like(const ForeignPage& page) const;

 private:
  std::set<std::string, std::less<>> paths_;
  std::map<std::string, std::vector<std::string>> by_name_;
  std::map<std::string, std::size_t> pages_of_name_;
};

// The path of the transcript that the front matter names, below the folder of the site; empty if
// none is there.
std::string transcript_named_by(const AdoptedPage& adopted, const ForeignSite& site);

// The path of the file that has the transcript of the page: the one that its front matter names, or
// one of the same name beside it. Empty if its words are in the page, or if there is none.
// `transcripts` are those of the site.
std::string transcript_file_of(const AdoptedPage& adopted, const ForeignSite& site,
                               const TranscriptFiles& transcripts);

// Reads the transcript, from `file` or, if that is empty, from the page. Nothing if there is none
// or if it cannot be read, which a build reports.
std::optional<Transcript> read_transcript_of(const AdoptedPage& adopted, const std::string& file,
                                             const ForeignSite& site);

}  // namespace kbgen
