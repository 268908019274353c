// kbgen verify: says whether a pinned page still has the words that were pinned, by comparing them
// with the hash in its address. It needs neither the knowledge base nor any trust in its host.

#include <fmt/format.h>

#include <variant>

#include "base/disk.h"
#include "base/html.h"
#include "base/text.h"
#include "commands/arguments.h"
#include "content/version_files.h"
#include "network/fetch.h"

namespace kbgen {

namespace {

constexpr Option options[] = {
    {.name = "PAGE",
     .meaning = "its URL, its file, or the folder that holds it",
     .takes = Takes::text,
     .is_required = true},
    {"--hash", "the hash that it should have [the one in its name]", Takes::text},
};

constexpr std::string_view example = R"(Examples:
  kbgen verify https://example.org/kb/topics/link-rot/v/2026-11-21-5f3a0c81d2e4/
  kbgen verify content/versions/topics/link-rot/2026-11-21-5f3a0c81d2e4.md
  kbgen verify saved-page.md --hash 5f3a0c81d2e4
)";

constexpr std::string_view page_file = "index.html", text_file = "index.md";

// Where the two files of a version are: its Markdown, and the page that shows it. A file that is
// not in a published folder has no page.
struct Places {
  std::string text, page;
};

Places places_of(std::string where) {
  where = where.substr(0, where.find_first_of("?#"));
  bool is_folder = where.ends_with('/') || is_directory(where);
  if (is_folder && !where.ends_with('/')) where += '/';
  for (std::string_view file : {page_file, text_file})
    if (where.ends_with("/" + std::string(file))) {
      where.resize(where.size() - file.size());
      is_folder = true;
    }
  if (!is_folder) return {where, ""};
  return {where + std::string(text_file), where + std::string(page_file)};
}

// The name of a version in its address, ".../v/2026-11-21-5f3a0c81d2e4/" or
// ".../2026-11-21-5f3a0c81d2e4.md"; nothing if there is none.
std::optional<VersionName> name_in(const std::string& where) {
  for (std::string_view part : split(where, '/')) {
    if (part.ends_with(".md")) part.remove_suffix(3);
    if (auto name = parse_version_name(part)) return name;
  }
  return std::nullopt;
}

std::variant<std::string, FetchFailure> get(const std::string& where) {
  if (is_external_url(where)) return fetch(where, {});
  auto [bytes, problem] = try_to_read(where);
  if (!bytes) return FetchFailure{problem.empty() ? "there is no such file" : problem};
  return std::move(*bytes);
}

int fail(const std::string& where, const std::string& what) {
  fmt::print(stderr, "kbgen verify: {}: {}\n", where, what);
  return 1;
}

// Whether a page shows the words of its Markdown, one after another and without a gap, whatever its
// theme puts around them.
bool shows(const std::string& html, std::string_view text) {
  SourceFile file{"version", std::string(version_body(text))};
  Diagnostics unsafe_links;
  std::string words =
      collapse_space(text_of_html(markdown_html(whole_file(file), {}, unsafe_links).html));
  return collapse_space(text_of_html(html)).find(words) != std::string::npos;
}

int verify(const std::string& where, const std::string& given_hash) {
  Places places = places_of(where);
  std::optional<VersionName> name = name_in(where);
  std::string expected = !given_hash.empty() ? given_hash : name ? name->hash : "";
  if (expected.empty())
    return fail(where, "this name has no hash; say with --hash which one the page should have");
  auto text = get(places.text);
  if (auto* failure = std::get_if<FetchFailure>(&text)) return fail(places.text, failure->what);
  std::string hash = version_hash(std::get<std::string>(text));
  if (hash != expected)
    return fail(places.text,
                fmt::format("it does not say what was pinned: its hash should be {} and is {}",
                            expected, hash));
  if (!places.page.empty()) {
    auto page = get(places.page);
    if (auto* failure = std::get_if<FetchFailure>(&page)) return fail(places.page, failure->what);
    if (!shows(std::get<std::string>(page), std::get<std::string>(text)))
      return fail(places.page, "the page does not show what its Markdown says");
  }
  fmt::print("{} says what was pinned{}: {}\n", where,
             name ? " on " + format_date_iso(name->date) : "", hash);
  return 0;
}

int run(const Arguments& given) { return verify(given.text("PAGE"), given.text("--hash")); }

}  // namespace

extern const Command verify_command = {
    .name = "verify",
    .purpose = "say whether a pinned page still says what was pinned",
    .description = "Recomputes the hash of a pinned page, published or in a file.",
    .options = options,
    .footer = example,
    .run = run,
};

}  // namespace kbgen
