// What is found by reading templates, without any content to render.

#include "theme/check_templates.h"

#include <doctest/doctest.h>

#include <map>

namespace kbgen {

namespace {

using Sources = std::map<std::string, std::string>;

// Each problem in a line, with the text that it points at.
std::string problems_of(const Sources& sources) {
  Theme theme;
  theme.templates = std::make_unique<jinja::Environment>();
  theme.assets.emplace("main.css", Asset{});
  theme.options = {};
  Diagnostics diag;
  for (const auto& [name, text] : sources) theme.templates->add_template(name, {name, text}, diag);
  check_templates(theme, diag);
  std::string out;
  for (const Diagnostic& problem : diag.all()) {
    out += problem.where.path + ":" + std::to_string(problem.where.at.line) + ": " +
           problem.message + " [" + problem.code + "] " + problem.help + "\n";
    for (const std::string& step : problem.trail) out += "  " + step + "\n";
  }
  return out;
}

std::string problems_of(const std::string& episode_page) {
  return problems_of(Sources{{"episode.html", episode_page}});
}

}  // namespace

TEST_CASE("a slip is found in a branch that no content ever takes") {
  CHECK(problems_of("{% if episode.number == -1 %}{% if not site.titel %}x{% endif %}{% else %}\n"
                    "{{ episode.show.name if 1 else 2 }}{% endif %}") ==
        "episode.html:1: 'site' has no field 'titel' [unknown-field] did you mean 'title'?\n"
        "episode.html:2: 'show' has no field 'name' [unknown-field] \n");
}

TEST_CASE("types go through loops, sets, filters, slices and groups") {
  CHECK(
      problems_of("{% for p in episode.hosts + [] %}{{ p.x1 }}{% endfor %}"
                  "{% for p in episode.hosts|sort(attribute='x2')|reverse %}{{ p.x3 }}{% endfor %}"
                  "{% set first = site.episodes[:3]|first %}{{ first.show.x4 }}"
                  "{{ site.episodes[0].x5 }}{{ site['x6'] }}"
                  "{% for year, list in site.episodes|groupby('date.x7') %}"
                  "{% for e in list if e.x8 %}{% endfor %}{% endfor %}"
                  "{{ site.topics|map(attribute='parent.x9')|join }}"
                  "{% with t = site.topics|last %}{{ t.x10 }}{% endwith %}") ==
      "episode.html:1: 'person' has no field 'x2' [unknown-field] \n"
      "episode.html:1: 'person' has no field 'x3' [unknown-field] \n"
      "episode.html:1: 'show' has no field 'x4' [unknown-field] \n"
      "episode.html:1: 'episode' has no field 'x5' [unknown-field] \n"
      "episode.html:1: 'site' has no field 'x6' [unknown-field] \n"
      "episode.html:1: 'date' has no field 'x7' [unknown-field] \n"
      "episode.html:1: 'episode' has no field 'x8' [unknown-field] \n"
      "episode.html:1: 'topic' has no field 'x9' [unknown-field] \n"
      "episode.html:1: 'topic' has no field 'x10' [unknown-field] \n");
}

TEST_CASE("what is not certainly wrong is left to rendering") {
  CHECK(problems_of(Sources{
            {"episode.html",
             "{% set x = episode %}{% set x = site %}{{ x.anything }}"
             "{% macro m(episode, page) %}{{ episode.a }}{{ page.b }}{% endmacro %}"
             "{% for page in site.pages %}{{ page.body }}{% include 'piece.html' %}{% endfor %}"
             "{% for episode in [{}] %}{{ episode.c }}{% endfor %}"
             "{{ maybe|default('') }}{% if maybe is defined %}{% endif %}"
             "{{ episode.title.upper() }}{{ later }}{% block b %}{{ self.b }}{% endblock %}"},
            {"piece.html", "{{ page.body }}{% set later = 1 %}"}}) == "");
}

TEST_CASE("names that nothing sets, templates and assets that are not there are found") {
  CHECK(problems_of("{% include 'no.html' %}{% include ['a', 'b'] %}"
                    "{% include 'no.html' ignore missing %}{{ epsiode.title }}"
                    "{{ asset('mian.css') }}{{ asset('main.css') }}") ==
        "episode.html:1: there is no template 'no.html' [missing-template] \n"
        "episode.html:1: 'epsiode' is undefined [undefined-variable] did you mean 'episode'?\n"
        "episode.html:1: the theme has no asset 'mian.css' [unknown-asset] did you mean "
        "'main.css'?\n");
}

TEST_CASE("a slip tells by which way a page comes to it") {
  CHECK(problems_of(Sources{{"base.html", "\n{% include 'footer.html' %}"},
                            {"footer.html", "{{ site.licence }}"},
                            {"topic.html", "{% extends 'base.html' %}"}}) ==
        "footer.html:1: 'site' has no field 'licence' [unknown-field] did you mean 'license'?\n"
        "  included from base.html:2:12\n"
        "  extended by topic.html:1:12\n");
}

TEST_CASE("a broken template is still looked at, and takes nothing from the others") {
  CHECK(
      problems_of(Sources{
          {"episode.html", "{% from 'part.html' import f %}{{ f(x) }}{{ site.titel }}"},
          {"part.html", "{% macro f(x) %}{{ page.titel }}{{ 1 + }}{{ nobody }}{% endmacro %}"}}) ==
      "part.html:1: expected an expression, got '}}' [template-syntax] \n"
      "episode.html:1: 'site' has no field 'titel' [unknown-field] did you mean 'title'?\n"
      "part.html:1: 'page' has no field 'titel' [unknown-field] did you mean 'title'?\n"
      "  imported from episode.html:1:9\n");
}

TEST_CASE("a template cut off anywhere can be looked at") {
  const std::string whole =
      "{% extends 'a' %}{% from 'b' import c as d %}{% import 'e' as f %}{% include ['g'] %}"
      "{% macro h(i, j=1) %}{{ caller() }}{% endmacro %}{% call(k) h(1, *l, **m) %}{% endcall %}"
      "{% for n, o in p|groupby('q.r') if s recursive %}{{ loop.index }}{% else %}{% endfor %}"
      "{% set t.u = v[w:x:y] %}{% set z | upper %}{% endset %}{% with aa = 1, bb = [2] %}"
      "{% endwith %}{% autoescape true %}{% endautoescape %}{% filter trim %}{% endfilter %}"
      "{% block cc scoped required %}{% endblock %}{% if dd is divisibleby 3 %}{% elif ee %}"
      "{% else %}{% endif %}{{ {'ff': gg}['ff'] ~ -hh ** 2 if ii not in jj else asset('kk') }}";
  for (std::size_t length = 0; length <= whole.size(); ++length)
    problems_of(whole.substr(0, length));
}

}  // namespace kbgen
