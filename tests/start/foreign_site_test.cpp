#include <doctest/doctest.h>

#include <map>

#include "start/foreign_markup.h"
#include "start/generator_paths.h"
#include "start/generators.h"

namespace kbgen {

namespace {

// Adapts Markdown in which "a.md" leads to "b.md" and "[[A]]" to "a page.md".
AdaptedMarkdown adapted(std::string_view markdown) {
  LinkAnswers answers;
  answers.of_target = [](std::string_view target) {
    return target == "a.md" ? std::optional<std::string>("b.md") : std::nullopt;
  };
  answers.of_name = [](std::string_view name) {
    return name == "A" ? std::optional<std::string>("a page.md") : std::nullopt;
  };
  return adapt_markdown(markdown, answers);
}

std::string address(std::string_view generator, const std::string& path, const std::string& keys,
                    const std::string& settings = "") {
  Diagnostics diag;
  SourceFile front{"a.md", keys}, config{"_config.yml", settings};
  ForeignPage page;
  page.path = path;
  page.front_matter = parse_yaml(whole_file(front), diag).value_or(Yaml());
  Yaml yaml = parse_yaml(whole_file(config), diag).value_or(Yaml());
  REQUIRE(diag.all().empty());
  return find_generator(generator)->address_of(page, yaml);
}

}  // namespace

TEST_CASE("links of another program lead to our files, and its markup stays as it is") {
  std::map<std::string, std::string> cases = {
      {"[x](a.md) and [y](c.md)", "[x](b.md) and [y](c.md)"},
      {"[x](<a.md>)", "[x](b.md)"},
      {"[x]: a.md \"title\"", "[x]: b.md \"title\""},
      {"[x]({% link a.md %}) {% x %}", "[x](b.md) {% x %}"},
      {"[x]({{< ref \"a.md\" >}})", "[x](b.md)"},
      {"[x]({{ site.baseurl }}/y) {{ '/z' | relative_url }}", "[x](/y) /z"},
      {"[[A|words]] [[B]] ![[A]]", "[words](<a page.md>) \\[\\[B]] [A](<a page.md>)"},
      {"`[x](a.md)` ``[[B]]``", "`[x](a.md)` ``[[B]]``"},
      {"```\n[x](a.md)\n```\n[x](a.md)", "```\n[x](a.md)\n```\n[x](b.md)"},
      {"[x](a.md", "[x](b.md"},
      {"[Ada]: a.md is here", "[Ada]: a.md is here"},
      {"[^1]: a.md", "[^1]: a.md"},
      {"[Ada]: A", "[Ada]: A"},
      {"{{ {% [[ `", "{{ {% [[ `"},
      {"a < b <https://example.org> <!-- c -->", "a < b <https://example.org> <!-- c -->"},
      {"", ""},
  };
  for (const auto& [before, after] : cases) CHECK(adapted(before).text == after);
}

TEST_CASE("what stays as text is named once, with its first line") {
  AdaptedMarkdown markdown =
      adapted("a\n{% include x %} <b>y</b>\n{% include y %}\n\\[gallery ids=\"1\"\\]");
  std::map<std::string, std::size_t> left = {{"{% include %}", 2}, {"<b>", 2}, {"[gallery]", 4}};
  CHECK(markdown.left == left);
}

TEST_CASE("a line of a million openings takes no longer than any other") {
  for (const char* opening : {"{{", "{%", "[[", "](", "`a", "<a", "\\[a "}) {
    std::string line;
    for (int i = 0; i < 200'000; ++i) line += opening;
    CHECK(adapted(line).text.size() >= line.size());
  }
}

TEST_CASE("addresses are those that each generator makes") {
  CHECK(address("jekyll", "_posts/2024-03-05-The-Mill.md", "categories: [A, b]") ==
        "/a/b/2024/03/05/The-Mill.html");
  CHECK(address("jekyll", "_posts/2024-03-05-mill.md", "{}", "permalink: pretty") ==
        "/2024/03/05/mill/");
  CHECK(address("jekyll", "_posts/2024-12-31-mill.md", "{}", "permalink: ordinal") ==
        "/2024/366/mill.html");
  CHECK(address("jekyll", "_posts/2024-03-05-mill.md", "permalink: /x/:slug/:short_year") ==
        "/x/mill/24");
  CHECK(address("jekyll", "_posts/2024-03-05-mill.md", "permalink: /:unknown/") == "");
  CHECK(address("jekyll", "_talks/mill.md", "{}", "collections: {talks: {output: true}}") ==
        "/talks/mill.html");
  CHECK(address("jekyll", "_talks/mill.md", "{}", "collections: {talks: {output: false}}") == "");
  CHECK(address("jekyll", "_posts/2024-03-05-a.md", "{}",
                "defaults: [{scope: {path: _posts}, values: {permalink: \"/p/:title/\"}}]") ==
        "/p/a/");
  CHECK(address("jekyll", "docs/index.md", "{}") == "/docs/");
  CHECK(address("hugo", "content/Blog/My Post.md", "{}") == "/blog/my-post/");
  CHECK(address("hugo", "content/blog/a.md", "{}", "uglyURLs: true") == "/blog/a.html");
  CHECK(address("hugo", "content/blog/a.md", "{title: Of Mills, date: 2024-03-05}",
                "permalinks: {page: {blog: \"/:year/:monthname/:title/\"}}") ==
        "/2024/march/of-mills/");
  CHECK(address("zola", "content/blog/2024-03-05-A b/index.md", "{}") == "/blog/a-b/");
  CHECK(address("eleventy", "src/talks/talks.md", "{}") == "/talks/");
  CHECK(address("docusaurus", "blog/2024-03-05-a.md", "{}") == "/blog/2024/03/05/a");
  CHECK(address("docusaurus", "docs/1-x/2. y.md", "slug: z") == "/docs/x/z");
  CHECK(address("obsidian", "x/y.md", "permalink: /z/") == "");
}

}  // namespace kbgen
