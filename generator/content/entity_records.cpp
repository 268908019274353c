// Reads content/{guests,topics,resources,pages}/<slug>.md: front matter, then the hand-written
// part. A person is a guest, a host, or somebody who is only talked about.

#include "base/text.h"
#include "content/fields.h"
#include "content/kinds.h"
#include "content/record_source.h"

namespace kbgen {

// Reads `match:`. False for `none`: transcripts are not searched for the names of this thing.
static bool read_match(Fields& fields, Diagnostics& diag) {
  Reference match = fields.reference("match");
  if (match.name.empty() || match.name == "all") return true;
  if (match.name != "none") diag.error("wrong-type", match.span, "'match' must be all or none");
  return false;
}

static SpokenName spoken_name(const Alias& alias) {
  bool exact = alias.text.starts_with('=');
  return {std::string(trim(alias.text.substr(exact))), exact, alias.span};
}

// Reads `aliases:` and `match:`. An alias that begins with '/' is an old path of the page, any
// other is a name.
static void read_names(Fields& fields, Mentionable& thing, Diagnostics& diag) {
  for (Alias& alias : fields.aliases("aliases")) {
    if (alias.text.starts_with('/'))
      thing.old_paths.push_back(std::move(alias));
    else
      thing.aliases.push_back(spoken_name(alias));
  }
  thing.match = read_match(fields, diag);
}

// Reads `same_as:`, the addresses of the same thing on other sites. Programs follow them, so they
// must be web addresses.
static std::vector<std::string> read_same_as(Fields& fields, Diagnostics& diag) {
  std::vector<std::string> urls = fields.urls("same_as");
  std::erase_if(urls, [&](const std::string& url) {
    if (url.starts_with("https://") || url.starts_with("http://")) return false;
    diag.error("wrong-type", fields.span("same_as"), "'" + url + "' is not an address",
               "for example https://www.wikidata.org/wiki/Q7259");
    return true;
  });
  return urls;
}

static void read_fields(Fields& fields, PersonRecord& person, Diagnostics& diag) {
  person.name = fields.text("name");
  read_names(fields, person, diag);
  person.role = fields.text("role");
  person.image = fields.reference("image");
  person.links = fields.links("links");
  person.same_as = read_same_as(fields, diag);
  person.origin.updated = fields.date("updated");
}

static void read_fields(Fields& fields, TopicRecord& topic, Diagnostics& diag) {
  topic.title = fields.text("title");
  read_names(fields, topic, diag);
  topic.parent = fields.reference("parent");
  topic.related = fields.references("related");
  topic.origin.updated = fields.date("updated");
}

static std::string read_resource_type(Fields& fields, Diagnostics& diag) {
  Reference type = fields.reference("type");
  std::string known;
  for (std::string_view name : resource_types) {
    if (type.name == name) return type.name;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  if (!type.name.empty())
    diag.error("unknown-type", type.span, "unknown type of resource '" + type.name + "'",
               "known: " + known);
  return "";
}

// Whether `text` is an ISBN of 10 or 13 digits whose last digit follows from the others (ISO 2108).
static bool is_isbn(std::string_view text) {
  std::string digits;
  for (char c : text)
    if (c != '-' && c != ' ') digits += c;
  bool old = digits.size() == 10;
  if (!old && digits.size() != 13) return false;
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    bool is_ten = old && i == 9 && (digits[i] == 'X' || digits[i] == 'x');
    if (!is_ten && (digits[i] < '0' || digits[i] > '9')) return false;
    int digit = is_ten ? 10 : digits[i] - '0';
    sum += digit * (old ? 10 - static_cast<int>(i) : i % 2 == 0 ? 1 : 3);
  }
  return sum % (old ? 11 : 10) == 0;
}

static void check_identifiers(const ResourceRecord& resource, const Fields& fields,
                              Diagnostics& diag) {
  if (!resource.isbn.empty() && !is_isbn(resource.isbn))
    diag.warning("bad-identifier", fields.span("isbn"), "'" + resource.isbn + "' is no ISBN",
                 "ten or thirteen digits, of which the last one follows from the others: one of "
                 "them is wrong or missing");
  if (!resource.doi.empty() && !resource.doi.starts_with("10."))
    diag.warning("bad-identifier", fields.span("doi"), "'" + resource.doi + "' is no DOI",
                 "it begins with '10.', without https://doi.org/ before it");
}

static void read_fields(Fields& fields, ResourceRecord& resource, Diagnostics& diag) {
  resource.title = fields.text("title");
  resource.type = read_resource_type(fields, diag);
  read_names(fields, resource, diag);
  resource.by = fields.references("by");
  resource.url = fields.url("url");
  resource.topics = fields.references("topics");
  resource.isbn = fields.text("isbn");
  resource.doi = fields.text("doi");
  check_identifiers(resource, fields, diag);
  resource.year = fields.number("year");
  resource.origin.updated = fields.date("updated");
}

static void read_fields(Fields& fields, PageRecord& page, Diagnostics&) {
  page.title = fields.text("title");
  page.old_paths = fields.aliases("aliases");
  page.origin.updated = fields.date("updated");
}

// Reads a record whose title or name is `title` and whose body is prose.
template <class Record, class Title>
static Record read_record(const RecordSource& source, Title title, Diagnostics& diag) {
  Fields fields(&source.front_matter, diag);
  Record record;
  read_fields(fields, record, diag);
  source.begin(record, diag);
  record.*title = source.title_or(record.*title);
  source.reject_unknown(fields);
  record.prose = markdown_html(source.body, {}, diag);
  return record;
}

PersonRecord read_person(const RecordSource& source, Diagnostics& diag) {
  return read_record<PersonRecord>(source, &PersonRecord::name, diag);
}

TopicRecord read_topic(const RecordSource& source, Diagnostics& diag) {
  return read_record<TopicRecord>(source, &TopicRecord::title, diag);
}

ResourceRecord read_resource(const RecordSource& source, Diagnostics& diag) {
  return read_record<ResourceRecord>(source, &ResourceRecord::title, diag);
}

PageRecord read_page(const RecordSource& source, Diagnostics& diag) {
  return read_record<PageRecord>(source, &PageRecord::title, diag);
}

template <class Record>
static bool reads_all(const Yaml& front_matter) {
  Diagnostics diag;
  Fields fields(&front_matter, diag);
  Record record;
  read_fields(fields, record, diag);
  return diag.all().empty() && fields.unknown().empty();
}

bool is_readable_entity(ContentKind kind, const Yaml& front_matter) {
  switch (kind) {
    case ContentKind::person:
      return reads_all<PersonRecord>(front_matter);
    case ContentKind::topic:
      return reads_all<TopicRecord>(front_matter);
    case ContentKind::resource:
      return reads_all<ResourceRecord>(front_matter);
    case ContentKind::page:
      return reads_all<PageRecord>(front_matter);
    case ContentKind::episode:
    case ContentKind::version:
      break;
  }
  return false;
}

}  // namespace kbgen
