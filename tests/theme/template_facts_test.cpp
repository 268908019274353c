#include "theme/template_facts.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace kbgen {

namespace {

struct Facts {
  jinja::Environment templates;
  TemplateFacts facts;

  explicit Facts(const std::string& source) {
    Diagnostics diag;
    templates.add_template("x.html", {"x.html", source}, diag);
    REQUIRE(!diag.has_errors());
    facts = facts_of(*templates.find_template("x.html"));
  }
};

std::string list_of(const NameSet& names) { return join({names.begin(), names.end()}, " "); }

}  // namespace

TEST_CASE("facts tell which names a template sets and which only it binds") {
  Facts made(
      "{% set a = 1 %}{% for b in c %}{{ d }}{% endfor %}{% with e = 2 %}{% endwith %}"
      "{% macro f(g) %}{% endmacro %}{% import 'y.html' as h %}{% from 'y.html' import i %}");
  CHECK(list_of(made.facts.set_names) == "a f h i");
  CHECK(list_of(made.facts.bound_names) == "a b e f g h i");
}

TEST_CASE("facts tell which templates are used, and how") {
  Facts made(
      "{% extends 'base.html' %}{% block a %}{% include 'part.html' %}{% endblock %}"
      "{% import 'm.html' as m %}{% from 'n.html' import x, y %}");
  std::string uses;
  for (const auto& [name, use] : made.facts.uses) uses += name + " " + std::string(use.how) + "; ";
  CHECK(made.facts.extends);
  CHECK(uses ==
        "base.html extended by; part.html included from; m.html imported from; n.html imported "
        "from; ");
  CHECK(list_of(made.facts.imports.at("n.html")) == "x y");
  CHECK(made.facts.imports.at("m.html").contains(""));
}

TEST_CASE("only blocks and macros that stand in no other are outer ones") {
  Facts made(
      "{% block a %}{% block b %}{% endblock %}{% macro c() %}{% endmacro %}{% endblock %}"
      "{% macro d() %}{% endmacro %}");
  REQUIRE(made.facts.outer_blocks.size() == 1);
  CHECK(*made.facts.outer_blocks[0]->name == "a");
  REQUIRE(made.facts.macros.size() == 1);
  CHECK(*made.facts.macros[0]->name == "d");
}

TEST_CASE("chains lead from templates that make pages to those that they use") {
  jinja::Environment templates;
  Diagnostics diag;
  for (auto [name, text] : {std::pair{"home.html", "{% extends 'base.html' %}"},
                            {"base.html", "{% include 'card.html' %}"},
                            {"card.html", "x"},
                            {"unused.html", "y"}})
    templates.add_template(name, {name, text}, diag);
  TemplateChains chains = chains_to(templates);
  auto from = [&](const char* name) {
    auto found = chains.find(templates.find_template(name));
    return found == chains.end() ? std::string("-") : found->second.by->name;
  };
  CHECK(from("home.html") == "-");
  CHECK(from("base.html") == "home.html");
  CHECK(from("card.html") == "base.html");
  CHECK(from("unused.html") == "-");
}

}  // namespace kbgen
