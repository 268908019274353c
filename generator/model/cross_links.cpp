#include "model/cross_links.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/controls.h"
#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"
#include "model/phrases.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// The name that always means this entity in a link: "topic:kaggle".
std::string name_with_kind(const Site& site, EntityId id) {
  return std::string(kind_of(id).name) + ":" + slug_of(site, id);
}

}  // namespace

LinkTargets::LinkTargets(const Site& site, const std::set<std::string>& static_files,
                         const std::string& content, bool reports_doubts)
    : site_(site), moments_(site, reports_doubts), static_files_(static_files) {
  for (EntityId id : all_entities(site)) {
    const std::string& title = title_of(site, id);
    by_kind_and_slug_.emplace(name_with_kind(site, id), id);
    by_path_.emplace(path_of(site, id), id);
    names_.push_back(name_with_kind(site, id));
    names_.push_back(title);
    std::set<std::string> own{comparable_name(title)};
    if (const Mentionable* thing = mentionable_of(site, id))
      for (const SpokenName& alias : thing->aliases) own.insert(comparable_name(alias.text));
    for (const std::string& name : own) by_name_[name].push_back(id);
    by_slug_[slug_of(site, id)].push_back(id);
    for (const Alias& alias : old_paths_of(site, id))
      by_old_path_.emplace(path_of_alias(alias.text), id);
    std::string source = source_of(site, id);
    if (kind_of(id).content && !source.empty())
      by_source_.emplace(relative_path(source, content), id);
  }
}

std::optional<EntityId> LinkTargets::find_by_kind(std::string_view kind, const std::string& slug,
                                                  const MarkdownSlot& slot,
                                                  Diagnostics& diag) const {
  std::string wanted = std::string(kind) + ":" + slug;
  auto found = by_kind_and_slug_.find(wanted);
  if (found != by_kind_and_slug_.end()) return found->second;
  std::string message = "there is no " + std::string(kind) + " '" + slug + "'";
  diag.error("unknown-link", slot.span, message, did_you_mean(wanted, names_));
  return std::nullopt;
}

// Finds what is called `name`, or else has it as its slug, as Obsidian links to files. If several
// things are called so, the one with exactly this title wins; else `ambiguous-link` is reported.
std::optional<EntityId> LinkTargets::find_named(const std::string& name, const MarkdownSlot& slot,
                                                Diagnostics& diag) const {
  const std::vector<EntityId>* called = nullptr;
  if (auto found = by_name_.find(comparable_name(name)); found != by_name_.end())
    called = &found->second;
  else if (auto of_slug = by_slug_.find(name); of_slug != by_slug_.end())
    called = &of_slug->second;
  if (!called) {
    diag.error("unknown-link", slot.span, "nothing is called '" + name + "'",
               did_you_mean(name, names_));
    return std::nullopt;
  }
  const std::vector<EntityId>& all = *called;
  std::vector<EntityId> titled;
  for (EntityId id : all)
    if (title_of(site_, id) == name) titled.push_back(id);
  if (titled.size() == 1) return titled.front();
  if (all.size() == 1) return all.front();
  std::vector<std::string> choices;
  for (EntityId id : all) choices.push_back("[[" + name_with_kind(site_, id) + "]]");
  diag.error("ambiguous-link", slot.span, "'" + name + "' is the name of several things",
             "write " + join(choices, " or "));
  return std::nullopt;
}

LinkTarget LinkTargets::resolve_wiki(const MarkdownSlot& slot, Diagnostics& diag) {
  LinkTarget target;
  std::size_t colon = slot.target.find(':');
  std::string kind = slot.target.substr(0, colon);
  bool has_kind =
      colon != std::string::npos &&
      std::ranges::find(entity_kinds, kind, &EntityKind::name) != std::end(entity_kinds);
  if (!has_kind) {
    target.entity = find_named(slot.target, slot, diag);
    return target;
  }
  MomentTarget moment = split_moment(std::string_view(slot.target).substr(colon + 1));
  target.entity = find_by_kind(kind, moment.slug, slot, diag);
  if (target.entity)
    if (auto* episode = std::get_if<EpisodeId>(&*target.entity))
      target.fragment = moments_.find(*episode, moment, slot.span, diag);
  return target;
}

static bool has_id(const std::string& html, const std::string& id) {
  return html.find("id=\"" + escape_html(id) + "\"") != std::string::npos;
}

// The id that GitHub and kramdown give to a heading: its letters, digits, '_' and '-' in lower
// case, with '-' for spaces.
static std::string id_elsewhere(std::string_view heading) {
  std::string id;
  for (char c : lower(trim(heading))) {
    if (c == ' ') id += '-';
    bool stays =
        is_ascii_alphanumeric(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    if (stays) id += c;
  }
  return id;
}

// The id of the heading for which other programs would have made the id `wanted`; such ids end in
// "-1" where a heading comes again.
static std::optional<std::string> id_of_heading(std::string_view html, const std::string& wanted) {
  std::map<std::string, int> seen;
  for (std::size_t at = html.find("<h"); at != html.npos; at = html.find("<h", at + 1)) {
    constexpr std::size_t before_id = std::string_view("<h2 id=\"").size();
    std::string_view open = html.substr(at, before_id);
    if (!open.ends_with(" id=\"")) continue;
    std::size_t id_end = html.find('"', at + before_id), end = html.find("</h", at);
    std::size_t words = html.find('>', at);
    if (id_end == html.npos || end == html.npos || words > end) return std::nullopt;
    std::string id = id_elsewhere(text_of_html(html.substr(words + 1, end - words - 1)));
    if (int again = seen[id]++) id += "-" + std::to_string(again);
    if (id == wanted) return text_of_html(html.substr(at + before_id, id_end - at - before_id));
  }
  return std::nullopt;
}

// Finds the id of a heading or of a paragraph of the transcript; for "t=125" that of the paragraph
// in which the second falls.
std::optional<std::string> LinkTargets::find_fragment(EntityId entity,
                                                      const std::string& fragment) const {
  auto prose = prose_.find(entity);
  if (prose != prose_.end()) {
    if (has_id(prose->second->html, fragment)) return fragment;
    if (auto heading = id_of_heading(prose->second->html, fragment)) return heading;
  }
  auto* episode = std::get_if<EpisodeId>(&entity);
  if (!episode || !site_.episodes[*episode].spoken) return std::nullopt;
  const SpokenText& spoken = *site_.episodes[*episode].spoken;
  if (std::optional<std::uint32_t> known = paragraph_of_fragment(spoken, fragment))
    return spoken.fragments[*known];
  std::optional<Timecode> time =
      fragment.starts_with("t=") ? parse_timecode(fragment.substr(2)) : std::nullopt;
  if (!time || (spoken.duration && *time > *spoken.duration)) return std::nullopt;
  std::optional<std::uint32_t> paragraph = paragraph_at(spoken, *time);
  return paragraph ? std::optional(spoken.fragments[*paragraph]) : std::nullopt;
}

void LinkTargets::resolve_fragment(LinkTarget& target, EntityId page, const MarkdownSlot& slot,
                                   Diagnostics& diag) const {
  if (target.fragment.empty()) return;
  if (std::optional<std::string> found = find_fragment(page, target.fragment))
    target.fragment = *found;
  else
    diag.error("broken-link", slot.span, "nothing there is called '#" + target.fragment + "'");
}

LinkTarget LinkTargets::resolve_url(const MarkdownSlot& slot, const std::string& origin,
                                    Diagnostics& diag) const {
  LinkTarget target;
  std::size_t hash = slot.target.find('#');
  if (hash != std::string::npos)
    target.fragment = decode_url(std::string_view(slot.target).substr(hash + 1));
  std::string written = decode_url(std::string_view(slot.target).substr(0, hash));
  if (written.empty()) {
    if (auto own = by_source_.find(origin); own != by_source_.end())
      resolve_fragment(target, own->second, slot, diag);
    return target;
  }
  std::string path = written.starts_with('/') ? normalize_path(written.substr(1))
                                              : join_path(parent_path(origin), written);
  if (auto source = by_source_.find(path); source != by_source_.end()) {
    target.entity = source->second;
  } else if (static_files_.contains(path)) {
    target.path = path;
  } else if (written == "/") {
    target.path = "index.html";
  } else if (path == site_feed_path) {
    target.path = path;
  } else if (written.ends_with('/')) {
    // An address of the site, such as /topics/kaggle/ or /search/.
    if (auto page = by_path_.find(path + "/"); page != by_path_.end()) target.entity = page->second;
    auto is_there = [&](PageKind kind) { return path + "/" == path_of(kind); };
    if (std::ranges::any_of(list_pages, is_there) || is_there(PageKind::search))
      target.path = path + "/";
  }
  // A link to a path that redirects leads straight to where the redirect does.
  if (!target.entity && target.path.empty())
    if (auto moved = by_old_path_.find(path_of_alias(path)); moved != by_old_path_.end())
      target.entity = moved->second;
  if (target.entity) resolve_fragment(target, *target.entity, slot, diag);
  if (!target.entity && target.path.empty())
    diag.error("broken-link", slot.span, "there is no '" + written + "' to link to",
               did_you_mean(written, names_));
  return target;
}

// What a link without a label shows: the words that it quotes, else the title of its target.
std::string LinkTargets::own_label(const MarkdownSlot& slot, const LinkTarget& target) const {
  std::string quote = split_moment(slot.target).quote;
  if (!quote.empty()) return "“" + quote + "”";
  return target.entity ? title_of(site_, *target.entity) : slot.target;
}

// Replaces [[target|label]] in the plain text by the label and returns the label's range, empty if
// the link is not found. Searches from `at` and moves `at` behind the label.
static TextRange put_label(std::string& text, std::size_t& at, const MarkdownSlot& slot,
                           const std::string& label) {
  for (std::size_t begin = text.find("[[", at); begin != text.npos;
       begin = text.find("[[", begin + 2)) {
    std::size_t end = text.find("]]", begin);
    if (end == text.npos) break;
    std::string_view inside = std::string_view(text).substr(begin + 2, end - begin - 2);
    if (collapse_space(inside.substr(0, inside.find('|'))) != collapse_space(slot.target)) continue;
    text.replace(begin, end + 2 - begin, label);
    at = begin + label.size();
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)};
  }
  return {};
}

// The range in the plain text of the words of the <a> whose address is to stand at `offset` of the
// HTML. Searches from `at` and moves `at` behind the words.
static TextRange find_words(const std::string& text, std::size_t& at, std::string_view html,
                            std::size_t offset) {
  std::size_t begin = html.find('>', offset), end = html.find("</a>", offset);
  if (begin == html.npos || end == html.npos) return {};
  std::string words = collapse_space(text_of_html(html.substr(begin + 1, end - begin - 1)));
  std::size_t found = words.empty() ? text.npos : text.find(words, at);
  if (found == text.npos) return {};
  at = found + words.size();
  return {static_cast<std::uint32_t>(found), static_cast<std::uint32_t>(at)};
}

Prose LinkTargets::resolve(const MarkdownHtml& markdown, const std::string& origin,
                           Diagnostics& diag) {
  Prose prose{markdown.html, markdown.text, {}};
  std::size_t at = 0;
  for (const MarkdownSlot& slot : markdown.slots) {
    bool wiki = slot.kind == MarkdownSlot::Kind::wiki;
    LinkTarget target = wiki ? resolve_wiki(slot, diag) : resolve_url(slot, origin, diag);
    std::string label = slot.label;
    if (wiki && label.empty()) label = own_label(slot, target);
    TextRange words;
    if (wiki) words = put_label(prose.text, at, slot, label);
    if (slot.kind == MarkdownSlot::Kind::url)
      words = find_words(prose.text, at, markdown.html, slot.offset);
    prose.links.push_back(
        {slot.kind, slot.offset, std::move(target), std::move(label), words, slot.span});
  }
  // HTML entities may have written control characters, which no page may hold. Removing them moves
  // no offset.
  prose.html = without_controls(std::move(prose.html));
  prose.text = without_controls(std::move(prose.text));
  return prose;
}

void LinkTargets::check(const Reference& target, Diagnostics& diag) const {
  if (target.name.empty() || is_external_url(target.name)) return;
  // Only some sites have these pages. The menu leaves out links to pages that there are not.
  for (PageKind kind : {PageKind::map, PageKind::health})
    if (target.name == "/" + path_of(kind)) return;
  MarkdownSlot slot;
  slot.target = target.name;
  slot.span = target.span;
  resolve_url(slot, "", diag);
}

std::string LinkTargets::resolve_image(const Reference& image, const std::string& origin,
                                       Diagnostics& diag) const {
  if (is_external_url(image.name)) {
    diag.warning("external-image", image.span,
                 "this picture is on another host, so it is not shown",
                 "put the file beside the content: a page asks nothing of other hosts");
    return "";
  }
  return resolve_file(image, origin, diag);
}

std::string LinkTargets::resolve_file(const Reference& file, const std::string& origin,
                                      Diagnostics& diag) const {
  if (file.name.empty() || is_external_url(file.name)) return file.name;
  std::string path = file.name.starts_with('/') ? normalize_path(file.name.substr(1))
                                                : join_path(parent_path(origin), file.name);
  if (static_files_.contains(path)) return path;
  std::vector<std::string> known(static_files_.begin(), static_files_.end());
  diag.error("broken-link", file.span, "there is no file '" + file.name + "'",
             did_you_mean(file.name, known));
  return "";
}

}  // namespace kbgen
