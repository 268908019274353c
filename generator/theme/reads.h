// Compares what pages read of the model in one build with what the same reads give in the next. A
// page whose reads all give the same would be rendered the same, because templates see the model
// only through the contract; so it need not be rendered again. Ninja's depfiles work like this.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/knowledge.h"
#include "model/site.h"
#include "theme/read_recorder.h"

namespace kbgen {

class View;

// All things of the model by their addresses, as Read::subject has them.
using Subject = std::variant<EntityId, VersionId, const MapNode*, const Part*>;
using Subjects = std::map<std::string, Subject, std::less<>>;
// They point into `known`.
Subjects subjects_of(const Knowledge& known);

// The first of `reads` that gives another value now to the page of `view`; null if all give the
// same.
const Read* first_difference(const std::vector<Read>& reads, const Subjects& subjects,
                             const View& view);

// The read in words: "topic.about of topics/kaggle/".
std::string describe(const Read& read);

// What a page was rendered from.
struct PageReads {
  std::vector<Read> reads;
  std::set<std::string> assets;  // that it asked for, by the names that asset() takes
};
using ReadsOfPages = std::map<std::string, PageReads, std::less<>>;  // by the page's path

// The text of the file in which `kbgen build --explain` keeps the reads of a build for the next
// one. Assets are not in it. parse_reads() skips lines that it cannot read.
std::string format_reads(const ReadsOfPages& pages);
ReadsOfPages parse_reads(std::string_view text);

// One line for each page of `now` that is new or whose reads differ from those in `before`; it
// names the first read that differs.
std::vector<std::string> explain_changes(const ReadsOfPages& before, const ReadsOfPages& now);

}  // namespace kbgen
