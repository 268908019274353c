// What a page read of the model while it was rendered. A page whose reads all
// give the same again would come out the same: templates have no other way to
// the model than the contract. It is the idea of ninja's depfiles.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/map.h"
#include "model/site.h"
#include "theme/read_recorder.h"

namespace kbgen {

class View;

// Everything with an address, by it.
using Subject = std::variant<EntityId, VersionId, const MapNode*>;
using Subjects = std::map<std::string, Subject, std::less<>>;
Subjects subjects_of(const Site& site, const Map& map);

// The first of `reads` that gives something else to the page of `view`; null if
// none does.
const Read* first_difference(const std::vector<Read>& reads, const Subjects& subjects,
                             const View& view);

// "topic.about of topics/kaggle/"
std::string describe(const Read& read);

// What a page was made of, and what else it asked for.
struct PageReads {
  std::vector<Read> reads;
  std::set<std::string> assets;
};
using ReadsOfPages = std::map<std::string, PageReads, std::less<>>;  // by path

// Kept in a file, for `kbgen build --explain`. Lines that make no sense are
// passed over.
std::string format_reads(const ReadsOfPages& pages);
ReadsOfPages parse_reads(std::string_view text);

// A line for each page of `now` that is new, or read something else than in
// `before`: the first thing that differs.
std::vector<std::string> explain_changes(const ReadsOfPages& before, const ReadsOfPages& now);

}  // namespace kbgen
