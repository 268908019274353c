#include "content/config.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/did_you_mean.h"
#include "base/html.h"
#include "base/text.h"
#include "codes.h"
#include "content/config_keys.h"
#include "content/fields.h"
#include "content/home_config.h"
#include "formats/transcript_formats.h"

namespace kbgen {

static void read_show(Fields& fields, ShowRecord& show) {
  show.title = fields.text("title");
  show.description = fields.text("description");
  show.author = fields.text("author");
  show.url = fields.url("url");
  show.feed = fields.url("feed");
  show.image = fields.reference("image");
  show.hosts = fields.references("hosts");
  show.old_paths = fields.aliases("aliases");
}

static std::vector<ShowRecord> read_shows(const Yaml* shows, Diagnostics& diag) {
  std::vector<ShowRecord> records;
  if (!shows) return records;
  for (const YamlMember& member : shows->members) {
    ShowRecord show;
    show.slug = member.key;
    show.span = member.key_span;
    if (!is_slug(show.slug))
      diag.error("bad-slug", member.key_span, "'" + show.slug + "' cannot be part of a path",
                 "use small letters, digits and '-', for example '" + slugify(show.slug) + "'");
    Fields fields(member.value.is_map() ? &member.value : nullptr, diag);
    if (!member.value.is_map() && !member.value.is_null())
      diag.error("wrong-type", member.value.span,
                 "a show is a map of title, description, author, url, hosts, image, feed, aliases");
    read_show(fields, show);
    if (show.title.empty()) show.title = capitalize(replace_all(show.slug, "-", " "));
    fields.reject_unknown();
    records.push_back(std::move(show));
  }
  return records;
}

static std::vector<NavEntry> read_links(const Yaml* links, std::string_view key,
                                        Diagnostics& diag) {
  std::vector<NavEntry> entries;
  if (!links) return entries;
  for (const Yaml& item : links->items) {
    if (!item.is_map()) {
      diag.error("wrong-type", item.span, "an entry of '" + std::string(key) + "' is {title, url}",
                 "- {title: About, url: /about/}");
      continue;
    }
    Fields fields(&item, diag);
    NavEntry entry;
    entry.title = fields.required_text("title", item.span);
    fields.url("url");
    entry.target = fields.reference("url");
    if (entry.target.name.empty())
      diag.error("missing-key", item.span, "this entry has no 'url'",
                 "- {title: About, url: /about/}");
    fields.reject_unknown();
    entries.push_back(std::move(entry));
  }
  return entries;
}

static SearchTranscripts read_search(const Yaml* search, Diagnostics& diag) {
  Fields fields(search, diag);
  Reference wanted = fields.reference("transcripts");
  fields.reject_unknown();
  if (wanted.name.empty() || wanted.name == "auto") return SearchTranscripts::automatic;
  if (wanted.name == "all") return SearchTranscripts::always;
  if (wanted.name != "none")
    diag.error("wrong-type", wanted.span, "'transcripts' must be auto, all or none");
  return SearchTranscripts::never;
}

static std::string read_base_url(Fields& fields, Diagnostics& diag) {
  std::string url = fields.url("base_url");
  while (url.ends_with('/')) url.pop_back();
  bool absolute = url.starts_with("https://") || url.starts_with("http://");
  if (url.empty() || absolute) return url;
  diag.error("bad-base-url", fields.span("base_url"),
             "'base_url' must begin with https:// or http://",
             "for a project page of GitHub: https://NAME.github.io/REPOSITORY");
  return "";
}

static std::string read_repository(Fields& fields, Diagnostics& diag) {
  std::string url = fields.url("repository");
  bool absolute = url.starts_with("https://") || url.starts_with("http://");
  if (url.empty() || absolute) return url;
  diag.error("wrong-type", fields.span("repository"),
             "'repository' must begin with https:// or http://",
             "for example https://github.com/NAME/REPOSITORY");
  return "";
}

// Reads `language:`. A tag begins with the two or three letters of a language (RFC 5646); anything
// else is reported and kept.
static std::string read_language(Fields& fields, Diagnostics& diag) {
  std::string tag = fields.text("language");
  std::string_view first = std::string_view(tag).substr(0, tag.find_first_of("-_"));
  bool are_letters = std::ranges::all_of(first, is_ascii_letter);
  if (tag.empty() || (are_letters && (first.size() == 2 || first.size() == 3))) return tag;
  diag.warning("wrong-type", fields.span("language"), "'" + tag + "' is not the code of a language",
               "for example en, de or pt-BR");
  return tag;
}

static std::vector<std::string> read_downloads(Fields& fields, Diagnostics& diag) {
  std::vector<std::string> all, wanted;
  for (const TranscriptWriter& writer : transcript_writers()) all.emplace_back(writer.name);
  for (const Reference& name : fields.references("downloads")) {
    if (std::ranges::find(all, name.name) != all.end())
      wanted.push_back(name.name);
    else
      diag.error("unknown-format", name.span, "there is no download '" + name.name + "'",
                 "known: " + join(all, ", "));
  }
  return wanted;
}

// Reads one entry of `diagnostics:`. A warning may be turned off or made an error. An error stays
// one, because what it reports would spoil the site.
static void read_severity(const YamlMember& member, Severities& severities, Diagnostics& diag) {
  static const Severities grades = {
      {"off", std::nullopt}, {"warning", Severity::warning}, {"error", Severity::error}};
  auto code = std::ranges::find(diagnostic_codes(), member.key, &DiagnosticCode::name);
  if (code == diagnostic_codes().end()) {
    std::vector<std::string> names;
    for (const DiagnosticCode& known : diagnostic_codes()) names.emplace_back(known.name);
    std::string help = did_you_mean(member.key, names);
    diag.error("unknown-key", member.key_span, "there is no diagnostic '" + member.key + "'",
               help.empty() ? "`kbgen explain` lists them all" : help);
    return;
  }
  auto grade = grades.find(member.value.is_scalar() ? member.value.text : "");
  if (grade == grades.end())
    diag.error("wrong-type", member.value.span,
               "'" + member.key + "' must be off, warning or error");
  else if (code->severity == Severity::error && grade->second != Severity::error)
    diag.error("wrong-type", member.value.span, "'" + member.key + "' is an error and stays one",
               "only warnings can be changed");
  else
    severities.insert_or_assign(member.key, grade->second);
}

static Severities read_diagnostics(const Yaml* wanted, Diagnostics& diag) {
  Severities severities;
  if (!wanted) return severities;
  for (const YamlMember& member : wanted->members) read_severity(member, severities, diag);
  return severities;
}

static SizeBudgets read_budgets(const Yaml* wanted, Diagnostics& diag) {
  SizeBudgets budgets;
  Fields fields(wanted, diag);
  auto read = [&](std::string_view key, std::uint64_t& budget) {
    Reference size = fields.reference(key);
    if (size.name.empty()) return;
    if (std::optional<std::uint64_t> bytes = parse_size(size.name))
      budget = *bytes;
    else
      diag.error("wrong-type", size.span, "'" + std::string(key) + "' must be a size",
                 "for example 500 kB, 2 MB or 1.5 GB");
  };
  read("page", budgets.page);
  read("file", budgets.file);
  read("site", budgets.site);
  fields.reject_unknown();
  return budgets;
}

// Reads `keys:`, which maps keys of another program to ours. Whether ours exist only shows in files
// of a kind that has them.
static std::map<std::string, std::string, std::less<>> read_keys(const Yaml* wanted,
                                                                 Diagnostics& diag) {
  std::map<std::string, std::string, std::less<>> keys;
  if (!wanted) return keys;
  for (const YamlMember& member : wanted->members) {
    std::string ours = member.value.is_scalar() ? std::string(trim(member.value.text)) : "";
    if (ours.empty())
      diag.error("wrong-type", member.value.span,
                 "'" + member.key + "' must be a key of front matter, or off",
                 "for example keys: {description: summary, layout: off}");
    else
      keys.emplace(member.key, ours == "off" ? "" : ours);
  }
  return keys;
}

// Whether there is such a part, and it is new; reports it otherwise.
static bool is_wanted(const std::string& part, Span place, const std::vector<HomeEntry>& before,
                      Diagnostics& diag) {
  if (std::ranges::find(home_parts(), part) == home_parts().end()) {
    std::vector<std::string> names(home_parts().begin(), home_parts().end());
    std::string help = did_you_mean(part, names);
    diag.error("unknown-part", place, "the home page has no part '" + part + "'",
               help.empty() ? "known: " + join(names, ", ") : help);
    return false;
  }
  if (std::ranges::find(before, part, &HomeEntry::part) == before.end()) return true;
  diag.warning("repeated-name", place, "'" + part + "' stands here twice");
  return false;
}

// Reads `home:`, a list of parts, each its name or, for one that shows a single thing, a map from
// its name to the slug of that thing. Parts that are wrong or come twice are left out.
static std::vector<HomeEntry> read_home(const Yaml* wanted, Diagnostics& diag) {
  std::vector<HomeEntry> entries;
  if (!wanted) return entries;
  for (const Yaml& item : wanted->items) {
    if (item.is_scalar()) {
      if (is_wanted(item.text, item.span, entries, diag)) entries.push_back({item.text, {}});
      continue;
    }
    bool is_pair = item.is_map() && item.members.size() == 1 && item.members[0].value.is_scalar();
    if (!is_pair) {
      diag.error("wrong-type", item.span, "a part of 'home' is its name",
                 "- people, or with a choice: - episode: slug-of-an-episode");
      continue;
    }
    const YamlMember& pair = item.members[0];
    if (!is_wanted(pair.key, pair.key_span, entries, diag)) continue;
    if (!shows_one_thing(pair.key))
      diag.error("wrong-type", pair.value.span, "nothing can be chosen for '" + pair.key + "'",
                 "only `episode` and `topic` show one thing");
    else
      entries.push_back({pair.key, {pair.value.text, pair.value.span}});
  }
  return entries;
}

static Config read_fields(Fields& fields, Span file, Diagnostics& diag) {
  Config config;
  auto or_default = [&](std::string_view key, std::string otherwise) {
    std::string value = fields.text(key);
    return value.empty() ? otherwise : value;
  };
  config.title = fields.required_text("title", file);
  config.description = fields.text("description");
  config.base_url = read_base_url(fields, diag);
  if (std::string language = read_language(fields, diag); !language.empty())
    config.language = language;
  config.theme = or_default("theme", config.theme);
  config.content = or_default("content", config.content);
  config.output = or_default("output", config.output);
  config.shows = read_shows(fields.map("shows", "{my-show: {title: \"My show\"}}"), diag);
  config.corrections = fields.corrections("corrections");
  for (const Reference& phrase : fields.references("boilerplate"))
    config.boilerplate.push_back({phrase.name, phrase.span});
  config.restore_punctuation = fields.flag("restore_punctuation", config.restore_punctuation);
  config.repository = read_repository(fields, diag);
  config.license = fields.text("license");
  config.search_transcripts = read_search(fields.map("search", "{transcripts: all}"), diag);
  config.downloads = read_downloads(fields, diag);
  config.nav = read_links(fields.list("nav"), "nav", diag);
  config.footer_links = read_links(fields.list("footer_links"), "footer_links", diag);
  config.home = read_home(fields.list("home"), diag);
  config.share_images = fields.flag("share_images", config.share_images);
  config.diagnostics = read_diagnostics(fields.map("diagnostics", "{unmentioned: off}"), diag);
  config.budgets = read_budgets(fields.map("budgets", "{page: 2 MB}"), diag);
  config.keys = read_keys(fields.map("keys", "{description: summary, layout: off}"), diag);
  config.health = fields.flag("health", config.health);
  if (const Yaml* options = fields.map("theme_options")) config.theme_options = *options;
  return config;
}

std::optional<Config> read_config(const SourceFile& file, Diagnostics& diag) {
  std::optional<Yaml> root = parse_yaml(whole_file(file), diag);
  if (!root) return std::nullopt;
  if (!root->is_map()) {
    diag.error("bad-yaml", root->span, "config.yaml must be a map of keys and values",
               "title: \"…\"");
    return std::nullopt;
  }
  Fields fields(&*root, diag);
  Config config = read_fields(fields, Span{&file, 0, 0}, diag);
  fields.reject_unknown();
  return config;
}

std::vector<std::string> config_keys() {
  Diagnostics ignored;
  Fields fields(nullptr, ignored), of_show(nullptr, ignored);
  read_fields(fields, {}, ignored);
  ShowRecord show;
  read_show(of_show, show);
  std::vector<std::string> keys = fields.known();
  for (const std::string& key : of_show.known()) keys.push_back("shows." + key);
  return keys;
}

}  // namespace kbgen
