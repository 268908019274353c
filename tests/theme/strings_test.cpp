#include "theme/strings.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "jinja/environment.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

// Three texts: one that is always the same, one with a place, one with a number.
const Strings& strings() {
  static const Strings made = [] {
    Strings strings;
    static const SourceFile file{
        "en.yaml",
        "cite_page: Cite this page\nmentioned_in: Mentioned in {link} & more\n"
        "words: {one: \"{count} word\", other: \"{count} words\"}\n"};
    Diagnostics diag;
    strings.add("en", file, diag);
    REQUIRE(lines_of(diag) == "");
    return strings;
  }();
  return made;
}

// What a template prints, or what is reported.
std::string printed(const std::string& source) {
  jinja::Environment templates;
  auto function = string_function(strings());
  templates.add_global("t", jinja::Value::borrow(*function));
  Diagnostics diag;
  templates.add_template("x.html", {"x.html", source}, diag);
  std::string out;
  templates.render("x.html", {}, out, diag);
  return diag.all().empty() ? out : diag.all()[0].message;
}

std::string uses(const std::string& script) {
  SourceFile file{"x.js", script};
  std::string lines;
  for (const StringUse& use : find_string_uses(file))
    lines += use.key + (use.is_prefix ? "* " : " ");
  return lines;
}

}  // namespace

TEST_CASE("t() of templates fills in values, and counts by the plural of the language") {
  CHECK(printed("{{ t('cite_page') }}") == "Cite this page");
  CHECK(printed("{{ t('words', count=1) }}, {{ t('words', count=1200) }}") ==
        "1 word, 1,200 words");
}

TEST_CASE("t() escapes text, and around a value that is HTML the rest") {
  CHECK(printed("{{ t('mentioned_in', link='<b>') }}") == "Mentioned in &lt;b&gt; &amp; more");
  CHECK(printed("{{ t('mentioned_in', link='<b>'|safe) }}") == "Mentioned in <b> &amp; more");
}

TEST_CASE("t() reports a key that nobody has and a value that is missing") {
  CHECK(printed("{{ t('cite_pag') }}") == "there is no string 'cite_pag'");
  CHECK(printed("{{ t('mentioned_in') }}") == "'{link}' needs a value");
  CHECK(printed("{{ t() }}") == "t() takes one key, and values by name");
}

TEST_CASE("calls of t() are found in scripts, and nothing that only looks like one") {
  CHECK(uses("x = t(\"a\") + t(\"b_\" + kind); y = t( \"c\"); z = at(\"d\"); s.t(\"e\"); t('f')") ==
        "a b_* ");
  CHECK(uses("t(\"open\nt(\"") == "");
  CHECK(uses("") == "");
}

TEST_CASE("a call may mean one key or all that begin so; one that means none is reported") {
  Diagnostics diag;
  CHECK(join(keys_of({"cite_page", false, {}}, strings(), diag), " ") == "cite_page");
  CHECK(join(keys_of({"", true, {}}, strings(), diag), " ") == "cite_page mentioned_in words");
  CHECK(diag.all().empty());
  CHECK(keys_of({"cite_", false, {}}, strings(), diag).empty());
  CHECK(keys_of({"gone_", true, {}}, strings(), diag).empty());
  CHECK(diag.all().size() == 2);
}

TEST_CASE("the script of t() has the texts that are asked for, and no others") {
  std::string script = string_script(strings(), {"words"});
  CHECK(script.find(R"({"words":{"one":"{count} word","other":"{count} words"}})") !=
        std::string::npos);
  CHECK(script.find("Cite this page") == std::string::npos);
}

}  // namespace kbgen
