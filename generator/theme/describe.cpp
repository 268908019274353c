// The contract as Markdown: what themes/README.md holds between its marks.

#include "theme/contract.h"

namespace kbgen {

namespace {

template <class Row>
void describe(std::string& out) {
  out += "\n### " + std::string(Contract<Row>::name) + "\n\n| field | type | |\n|---|---|---|\n";
  for (const Field<Row>& field : Contract<Row>::fields())
    out += "| `" + std::string(field.name) + "` | " + std::string(field.type) + " | " +
           std::string(field.meaning) + " |\n";
}

template <class... Rows>
void describe_all(std::string& out) {
  (describe<Rows>(out), ...);
}

}  // namespace

std::string describe_contract() {
  std::string out;
  describe_all<SiteRow, PageRow, Episode, SpokenText, Speaker, Person, Topic, Resource, Show,
               StaticPage, Chapter, ExternalLink, Creator, Audio, Video, Download, PassageGroup,
               Mention, Counted, SpeakerCount, YearCount, Date, Timecode>(out);
  return out;
}

}  // namespace kbgen
