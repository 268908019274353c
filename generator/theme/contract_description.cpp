#include "theme/contract_description.h"

#include <fmt/format.h>

#include "model/passages.h"
#include "theme/citations.h"
#include "theme/contract_picture.h"
#include "theme/health.h"
#include "theme/meta_tags.h"

namespace kbgen {

template <class Row>
static TypeDescription describe() {
  TypeDescription type{Contract<Row>::name, {}};
  for (const Field<Row>& field : Contract<Row>::fields())
    type.fields.push_back({field.name, field.type, field.meaning});
  return type;
}

template <class... Rows>
static std::vector<TypeDescription> describe_all() {
  return {describe<Rows>()...};
}

std::vector<TypeDescription> describe_contract() {
  return describe_all<SiteRow, PageRow, Theme, Episode, SpokenText, Speaker, Person, Topic,
                      Resource, Show, StaticPage, Chapter, ExternalLink, Creator, Audio, Video,
                      Download, PageCitation, MetaTag, PassageGroup, Passage, SaidAbout, Relation,
                      Place, HomePart, PictureRow, RelatedEpisode, Backlink, SpeakerTalk,
                      EntityCount, SpeakerCount, YearCount, Map, Version, Part, MapNode, MapEdge,
                      Health, HealthCode, HealthFile, Finding, Date, Timecode>();
}

std::string contract_as_markdown() {
  std::string out;
  for (const TypeDescription& type : describe_contract()) {
    out += fmt::format("\n### {}\n\n| field | type | |\n|---|---|---|\n", type.name);
    for (const FieldDescription& field : type.fields)
      out += fmt::format("| `{}` | {} | {} |\n", field.name, field.type, field.meaning);
  }
  return out;
}

}  // namespace kbgen
