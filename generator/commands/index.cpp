// kbgen index: prints a Lunr search index of any documents, which are read as one JSON object on
// each line.
//
// The output is what lunr.js 2.3.9 serialises for the same documents, byte for byte, so values are
// converted to text as JavaScript converts them. Where lunr would silently take a mistake for data,
// a warning is reported, and the output is still lunr's.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <istream>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.h"
#include "base/did_you_mean.h"
#include "base/json.h"
#include "base/parallel.h"
#include "base/source.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "commands/command_line.h"
#include "commands/progress_line.h"
#include "lunr/json.h"
#include "lunr/lunr.h"
#include "theme/search_language.h"

namespace kbgen {

namespace {

constexpr Option options_of_index[] = {
    {.name = "DOCS",
     .meaning = "documents, one JSON object a line; - for standard input",
     .takes = Takes::text,
     .is_required = true},
    {.name = "--ref",
     .meaning = "the key that names a document",
     .takes = Takes::text,
     .default_value = "id"},
    {.name = "--field",
     .meaning = "a key to search, with a boost if it counts for more; repeat it",
     .takes = Takes::texts,
     .value = "NAME[:BOOST]",
     .is_required = true},
    {"--boost-field", "the key that holds a document's own boost", Takes::text},
    {.name = "--k1",
     .meaning = "how soon repeating a word stops counting",
     .takes = Takes::decimal,
     .default_value = "1.2"},
    {.name = "--b",
     .meaning = "how much long fields are held back, 0 to 1",
     .takes = Takes::decimal,
     .default_value = "0.75"},
    {"--positions", "record where in the text each word stands"},
    {"--names", "also find José as jose, C++, .NET and python's, which lunr's trimmer loses"},
    {.name = "--language",
     .meaning =
         "of the documents: chooses stop words and stemmer; one that has none is not stemmed",
     .takes = Takes::text,
     .value = "CODE",
     .default_value = "en"},
    {.name = "--jobs",
     .meaning = "threads; the index is the same for any number",
     .takes = Takes::number,
     .value = "INT:NONNEGATIVE",
     .range = Range{0, std::numeric_limits<int>::max()}},
};

constexpr std::string_view footer =
    "Prints, byte for byte, what lunr.js 2.3.9 serialises for these documents, in other "
    "languages\n"
    "than English with the plugin of lunr-languages; with --names, what it serialises with "
    "another\n"
    "trimmer, which generator/lunr/names.h describes.\n\n"
    "Example:\n"
    "  kbgen index episodes.ndjson --ref slug --field title:10 --field body > index.json";

struct IndexOptions {
  std::string path;  // "-": standard input
  std::string ref;
  std::string boost_field;  // empty: every document counts the same
  lunr::Settings settings;
};

// A part of the input that one task reads: whole lines, enough of them to be worth a thread.
struct Chunk {
  std::string text;
  std::uint32_t first_line = 1;
};

// Counts what the documents lack, for the warnings about what lunr would accept silently.
struct Survey {
  std::size_t documents = 0;
  std::size_t without_ref = 0;
  Location first_without_ref;
  std::vector<std::string> keys;    // of the first document
  std::vector<std::size_t> counts;  // for each field, how many documents have it

  void merge(Survey&& later) {
    if (documents == 0) keys = std::move(later.keys);
    if (without_ref == 0) first_without_ref = std::move(later.first_without_ref);
    documents += later.documents;
    without_ref += later.without_ref;
    counts.resize(std::max(counts.size(), later.counts.size()));
    for (std::size_t i = 0; i < later.counts.size(); ++i) counts[i] += later.counts[i];
  }
};

struct Analyzed {
  lunr::Batch batch;
  Survey survey;
};

// The value of a key; the last one if the key stands there twice, as JSON.parse of JavaScript has
// it. Null if there is none.
Json* find_last(Json& object, std::string_view key) {
  Json::Map& members = std::get<Json::Map>(object.value);
  for (auto member = members.rbegin(); member != members.rend(); ++member)
    if (member->first == key) return &member->second;
  return nullptr;
}

// What String(value) is in JavaScript.
std::string to_js_string(const Json& value) {
  if (auto* text = value.text()) return *text;
  if (auto* truth = std::get_if<bool>(&value.value)) return *truth ? "true" : "false";
  if (auto number = value.number()) {
    std::string digits;
    lunr::append_number(digits, *number);
    return digits;
  }
  if (auto* list = value.list()) {
    std::vector<std::string> parts;
    for (const Json& item : *list) parts.push_back(item.is_null() ? "" : to_js_string(item));
    return join(parts, ",");
  }
  return value.map() ? "[object Object]" : "null";
}

lunr::Value take_value(Json& value) {
  if (value.is_null()) return {};
  if (auto* text = std::get_if<std::string>(&value.value)) return std::move(*text);
  const Json::List* list = value.list();
  if (!list) return to_js_string(value);
  std::vector<std::string> tokens;
  for (const Json& item : *list) tokens.push_back(item.is_null() ? "" : to_js_string(item));
  return tokens;
}

bool has_field(const lunr::Document& document, std::string_view name) {
  return std::ranges::any_of(document.fields,
                             [&](const auto& field) { return field.first == name; });
}

class DocumentReader {
 public:
  DocumentReader(const IndexOptions& options, Diagnostics& diag) : options_(options), diag_(diag) {}

  // Reads the document on line `number`. Nothing for a blank line, and for one that is not a
  // document, which is reported.
  std::optional<lunr::Document> read(std::string_view line, std::uint32_t number) {
    if (trim(line).empty()) return std::nullopt;
    number_ = number;
    line_ = {options_.path, lunr::to_valid_utf8(line)};
    Diagnostics problems;
    std::optional<Json> json = parse_json(line_, problems);
    for (const Diagnostic& problem : problems.all()) {
      Diagnostic& reported =
          diag_.error(problem.code, options_.path, problem.message, problem.help);
      reported.where = problem.where;
      reported.where.at.line = number_;
    }
    if (!json) return std::nullopt;
    if (!json->map()) {
      report("not-a-document", whole_file(line_), "a document is a JSON object",
             R"(write one a line: {"id": "e1", "title": "…"})");
      return std::nullopt;
    }
    return to_document(*json);
  }

  Survey take_survey() { return std::move(survey_); }

 private:
  lunr::Document to_document(Json& json) {
    lunr::Document document;
    const Json* ref = find_last(json, options_.ref);
    document.ref = ref ? to_js_string(*ref) : "undefined";
    if (!ref && survey_.without_ref++ == 0) survey_.first_without_ref = place({&line_, 0, 0});
    if (survey_.documents++ == 0)
      for (const auto& [key, value] : *json.map()) survey_.keys.push_back(key);

    if (!options_.boost_field.empty())
      document.boost = boost_of(find_last(json, options_.boost_field));

    const std::vector<lunr::Field>& fields = options_.settings.fields;
    survey_.counts.resize(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      Json* value = find_last(json, fields[i].name);
      if (!value) continue;
      // --field may name a field twice, but its text can be moved into the document only once.
      if (survey_.counts[i]++; !has_field(document, fields[i].name))
        document.fields.emplace_back(fields[i].name, take_value(*value));
    }
    return document;
  }

  // A document's own boost; 1 if it has none, as lunr's `boost || 1` says. Booleans and the empty
  // string count as 1, too; anything else but a number is reported.
  double boost_of(const Json* boost) {
    if (!boost || boost->is_null() || std::holds_alternative<bool>(boost->value)) return 1;
    if (auto number = boost->number()) return *number;
    if (auto* text = boost->text(); text && text->empty()) return 1;
    report("bad-boost", Span{&line_, boost->offset - 1, boost->offset},
           fmt::format("'{}' is a number or absent", options_.boost_field));
    return 1;
  }

  void report(std::string_view code, Span where, std::string message, std::string help = "") {
    diag_.error(code, options_.path, std::move(message), std::move(help)).where = place(where);
  }

  // The location of a span in `line_`, which is a file of one line, with the line's real number.
  Location place(Span where) const {
    Location location = locate(where);
    location.at.line = number_;
    return location;
  }

  const IndexOptions& options_;
  Diagnostics& diag_;
  SourceFile line_;
  std::uint32_t number_ = 0;
  Survey survey_;
};

Analyzed analyze_chunk(const Chunk& chunk, const IndexOptions& options,
                       const lunr::Builder& builder, Diagnostics& diag) {
  DocumentReader reader(options, diag);
  std::vector<lunr::Document> documents;
  std::uint32_t number = chunk.first_line;
  for (std::string_view line : split(chunk.text, '\n'))
    if (auto document = reader.read(line, number++)) documents.push_back(std::move(*document));
  return {builder.analyze(documents), reader.take_survey()};
}

class ChunkReader {
 public:
  explicit ChunkReader(std::istream& in) : in_(in) {}

  // The next few chunks, so that memory does not grow with the file; none at its end.
  std::vector<Chunk> next_round() {
    constexpr std::size_t chunks_a_round = 8;
    std::vector<Chunk> round;
    while (round.size() < chunks_a_round && in_) {
      Chunk chunk = next();
      if (!chunk.text.empty()) round.push_back(std::move(chunk));
    }
    return round;
  }

 private:
  Chunk next() {
    constexpr std::size_t size = 2 << 20;
    Chunk chunk{std::string(size, '\0'), line_};
    in_.read(chunk.text.data(), size);
    chunk.text.resize(static_cast<std::size_t>(in_.gcount()));
    std::string rest;
    if (in_ && chunk.text.back() != '\n' && std::getline(in_, rest)) chunk.text += rest + '\n';
    line_ += static_cast<std::uint32_t>(std::count(chunk.text.begin(), chunk.text.end(), '\n'));
    if (chunk.first_line == 1 && chunk.text.starts_with("\xEF\xBB\xBF")) chunk.text.erase(0, 3);
    return chunk;
  }

  std::istream& in_;
  std::uint32_t line_ = 1;
};

void warn_of_what_is_missing(const IndexOptions& options, const Survey& survey, Diagnostics& diag) {
  if (survey.without_ref > 0) {
    std::string count =
        survey.without_ref == 1 ? "" : fmt::format(", the first of {}", survey.without_ref);
    diag.warning("missing-ref", options.path,
                 fmt::format("this document has no '{}'{}", options.ref, count),
                 "lunr calls it 'undefined'; name the key that holds a document's id with --ref")
        .where = survey.first_without_ref;
  }
  for (std::size_t i = 0; i < survey.counts.size(); ++i) {
    const std::string& name = options.settings.fields[i].name;
    if (survey.counts[i] == 0 && survey.documents > 0)
      diag.warning("unused-field", options.path, fmt::format("no document has a field '{}'", name),
                   did_you_mean(name, survey.keys));
  }
}

void warn_of_repeated_refs(const IndexOptions& options, std::size_t count, Diagnostics& diag) {
  if (count == 0) return;
  std::string documents = count == 1 ? "1 document has" : fmt::format("{} documents have", count);
  diag.warning("duplicate-ref", options.path,
               fmt::format("{} the '{}' of an earlier one", documents, options.ref),
               "lunr keeps the words of all, but the weights of the last");
}

void read_documents(std::istream& in, const IndexOptions& options, lunr::Builder& builder,
                    Diagnostics& diag) {
  ChunkReader chunks(in);
  Survey survey;
  for (std::vector<Chunk> round = chunks.next_round(); !round.empty();
       round = chunks.next_round()) {
    auto analyzed = parallel_map(round, diag, [&](const Chunk& chunk, Diagnostics& mine) {
      return analyze_chunk(chunk, options, builder, mine);
    });
    for (Analyzed& part : analyzed) {
      builder.add(std::move(part.batch));
      survey.merge(std::move(part.survey));
    }
  }
  warn_of_what_is_missing(options, survey, diag);
  // Documents without a ref all have the ref 'undefined': the warning about missing refs has
  // counted them already.
  std::size_t said = survey.without_ref > 0 ? survey.without_ref - 1 : 0;
  warn_of_repeated_refs(options, builder.repeated_refs() - said, diag);
}

// Reads the value of --field, such as "title:10". The result is the field, or what is wrong.
std::variant<lunr::Field, std::string> parse_field(const std::string& option) {
  lunr::Field field{option, 1};
  if (std::size_t colon = option.rfind(':'); colon != option.npos) {
    field.name = option.substr(0, colon);
    const char* end = option.data() + option.size();
    auto [stop, error] = std::from_chars(option.data() + colon + 1, end, field.boost);
    if (error != std::errc() || stop != end)
      return fmt::format("--field: the boost in '{}' is not a number", option);
  }
  std::string_view problem = lunr::field_name_problem(field.name);
  if (!problem.empty()) return fmt::format("--field: '{}': {}", field.name, problem);
  return field;
}

// Reads the command line into `options`. The result says what is wrong, and is empty if nothing is.
std::string read_options(const Arguments& given, IndexOptions& options) {
  options.path = given.text("DOCS");
  options.ref = given.text("--ref");
  options.boost_field = given.text("--boost-field");
  lunr::Settings& settings = options.settings;
  settings.k1 = given.decimal("--k1");
  settings.b = given.decimal("--b");
  settings.positions = given.flag("--positions");
  settings.names = given.flag("--names");
  settings.language = &search_language(given.text("--language"));
  for (const std::string& option : given.list("--field")) {
    auto field = parse_field(option);
    if (auto* problem = std::get_if<std::string>(&field)) return *problem;
    settings.fields.push_back(std::get<lunr::Field>(field));
  }
  for (const std::string& key : {options.ref, options.boost_field})
    if (lunr::is_object_prototype_name(key))
      return fmt::format("'{}' is a property of every JavaScript object", key);
  return "";
}

bool print_index(const lunr::Builder& builder) {
  builder.serialize(
      [](std::string_view piece) { std::fwrite(piece.data(), 1, piece.size(), stdout); });
  return std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
}

int run(const Arguments& given) {
  IndexOptions options;
  if (std::string problem = read_options(given, options); !problem.empty())
    return refuse_command_line(problem);
  ShownWork shown(given.number("--jobs"));
  Diagnostics diag(&shown.work);
  lunr::Builder builder(options.settings);
  if (options.path == "-") {
    options.path = "<stdin>";
    read_documents(std::cin, options, builder, diag);
    if (std::ferror(stdin))
      diag.error("unreadable-file", options.path, "standard input cannot be read to its end");
  } else if (std::ifstream file(options.path, std::ios::binary); file) {
    read_documents(file, options, builder, diag);
    if (file.bad())
      diag.error("unreadable-file", options.path, "this file cannot be read to its end");
  } else {
    diag.error("unreadable-file", options.path, "this file cannot be read");
  }
  if (!diag.has_errors() && !print_index(builder))
    diag.error("unwritable-output", "<stdout>", "the index could not be written");
  fmt::print(stderr, "{}", format_diagnostics(diag));
  return diag.has_errors() ? 1 : 0;
}

}  // namespace

extern const Command index_command = {
    .name = "index",
    .purpose = "print a Lunr search index of any documents",
    .description = "A Lunr search index of any documents.",
    .options = options_of_index,
    .footer = footer,
    .run = run,
};

}  // namespace kbgen
