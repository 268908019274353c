#include "suggest/unlinked.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/disk.h"
#include "base/front_matter.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/work.h"
#include "model/kinds.h"
#include "model/phrases.h"
#include "suggest/prose_mask.h"

namespace kbgen {

namespace {

struct Named {
  EntityId entity;
  bool is_title = false;  // the name is the title, so that [[Kaggle]] is enough for a link
};

class UnlinkedFinder {
 public:
  UnlinkedFinder(const Site& site, const Links& links, const SourceTree& sources,
                 const Project& project)
      : site_(site), links_(links), sources_(sources), project_(project) {
    // If a topic and a resource have the same name, the resource comes first.
    for (const Person& person : site.people) add(person, person.id);
    for (const Resource& resource : site.resources) add(resource, resource.id);
    for (const Topic& topic : site.topics) add(topic, topic.id);
  }

  std::vector<Suggestion> run() {
    for (EntityId page : all_entities(site_)) read(page);
    std::ranges::stable_sort(found_, [&](const Suggestion& a, const Suggestion& b) {
      double worth_of_a = worth_of(a), worth_of_b = worth_of(b);
      if (worth_of_a != worth_of_b) return worth_of_a > worth_of_b;
      return std::tie(a.path, a.at.line, a.at.column) < std::tie(b.path, b.at.line, b.at.column);
    });
    return std::move(found_);
  }

 private:
  // What a link is worth to a reader: more if its page has much to read, and if few pages lead
  // there so far; less if the words may mean something else, as an alias and one ordinary word may.
  double worth_of(const Suggestion& suggestion) const {
    EntityId target = *suggestion.target;
    std::size_t at = 0;
    bool is_ordinary = suggestion.found.find(' ') == std::string::npos &&
                       is_lower(next_code_point(suggestion.found, at));
    double to_read = std::log2(2.0 + static_cast<double>(links_.mentions_of[target].size() +
                                                         4 * links_.episodes_of[target].size()));
    double leading_there = static_cast<double>(links_.backlinks[target].size());
    return suggestion.confidence * to_read / std::log2(2.0 + leading_there) *
           (is_ordinary ? 0.4 : 1);
  }

  void add(const Mentionable& thing, EntityId entity) {
    add(title_of(site_, entity), false, entity, true);
    for (const SpokenName& alias : thing.aliases) add(alias.text, alias.exact_case, entity, false);
  }

  void add(const std::string& name, bool exact, EntityId entity, bool is_title) {
    names_.add(name, static_cast<std::uint32_t>(named_.size()),
               exact ? PhraseSet::Case::exact : PhraseSet::Case::any);
    named_.push_back({entity, is_title});
  }

  static std::set<EntityId> linked_from(EntityId page, const Prose& prose) {
    std::set<EntityId> linked{page};
    for (const Prose::Link& link : prose.links)
      if (link.target.entity) linked.insert(*link.target.entity);
    return linked;
  }

  void read(EntityId page) {
    const Prose& prose = prose_of(site_, page);
    std::string source = source_of(site_, page);
    if (source.empty() || prose.empty()) return;
    const ContentFile* file = sources_.find(join_path(project_.root, source));
    if (!file) file = sources_.find(source);
    if (!file || file->is_transcript()) return;
    std::set<EntityId> linked = linked_from(page, prose);
    // A page's own title is not linked, even if another thing has the same name.
    std::set<std::string> own_words{comparable_name(title_of(site_, page))};
    std::string text = masked_prose(*file->source, page.index() == 0);
    for (const PhraseSet::Match& match : names_.find(text)) {
      std::string words = file->source->text.substr(match.text.begin, match.text.size());
      if (own_words.contains(comparable_name(words))) continue;
      const Named& named = best_of(names_.payloads_of(match));
      bool is_new = true;
      for (std::uint32_t payload : names_.payloads_of(match))
        is_new &= !linked.contains(named_[payload].entity);
      if (!is_new) continue;
      for (std::uint32_t payload : names_.payloads_of(match)) linked.insert(named_[payload].entity);
      bool shared = names_.payloads_of(match).size() > 1;
      found_.push_back(suggestion_of(*file, match.text, words, named, shared));
    }
  }

  // Of several things with the same name, returns the one whose title it is, else the first.
  const Named& best_of(const std::vector<std::uint32_t>& payloads) const {
    for (std::uint32_t payload : payloads)
      if (named_[payload].is_title) return named_[payload];
    return named_[payloads.front()];
  }

  Suggestion suggestion_of(const ContentFile& file, TextRange range, const std::string& words,
                           const Named& named, bool shared) const {
    Suggestion suggestion;
    suggestion.kind = SuggestionKind::link;
    suggestion.found = collapse_space(words);
    suggestion.target = named.entity;
    bool plain = !shared && words == title_of(site_, named.entity);
    suggestion.proposed = plain ? "[[" + words + "]]"
                                : "[[" + std::string(kind_of(named.entity).name) + ":" +
                                      slug_of(site_, named.entity) + "|" + suggestion.found + "]]";
    suggestion.confidence = named.is_title ? 0.9 : 0.7;
    suggestion.count = 1;
    suggestion.path = file.source->path;
    suggestion.at = line_column_of(*file.source, range.begin);
    suggestion.source = range;
    suggestion.reason = std::string(trim(line_of(*file.source, range.begin)));
    return suggestion;
  }

  const Site& site_;
  const Links& links_;
  const SourceTree& sources_;
  const Project& project_;
  PhraseSet names_;
  std::vector<Named> named_;  // by payload
  std::vector<Suggestion> found_;
};

}  // namespace

std::vector<Suggestion> find_unlinked(const Site& site, const Links& links,
                                      const SourceTree& sources, const Project& project,
                                      Diagnostics& diag) {
  StageTimer timer(diag.work(), "find unlinked");
  return UnlinkedFinder(site, links, sources, project).run();
}

}  // namespace kbgen
