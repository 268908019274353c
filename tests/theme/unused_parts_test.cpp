#include "theme/unused_parts.h"

#include <doctest/doctest.h>

namespace kbgen {

namespace {

// What is reported of a template that extends one with the block "main" and the macro "card".
std::string unused(const std::string& source) {
  jinja::Environment templates;
  Diagnostics diag;
  templates.add_template("base.html", {"base.html", "{% block main %}{% endblock %}"}, diag);
  templates.add_template("cards.html", {"cards.html", "{% macro card() %}{% endmacro %}"}, diag);
  templates.add_template("x.html", {"x.html", source}, diag);
  check_unused_parts(templates, diag);
  std::string lines;
  for (const Diagnostic& found : diag.all()) lines += found.message + "; " + found.help + "\n";
  return lines;
}

const std::string extends = "{% extends 'base.html' %}";

}  // namespace

TEST_CASE("a block that replaces none above it is reported, with the nearest name") {
  CHECK(unused(extends + "{% block main %}{% endblock %}") == "");
  CHECK(unused(extends + "{% block mian %}{% endblock %}") ==
        "no template that this one extends has a block 'mian' to be replaced; did you mean "
        "'main'?\n");
}

TEST_CASE("nothing is reported where the template above is only known when it is rendered") {
  CHECK(unused("{% extends parent %}{% block mian %}{% endblock %}") == "");
  CHECK(unused("{% block mian %}{% endblock %}") == "");
}

TEST_CASE("a macro that nothing calls or imports is reported") {
  CHECK(unused(extends + "{% macro a() %}{% endmacro %}{% block main %}{{ a() }}{% endblock %}") ==
        "");
  CHECK(unused(extends + "{% macro crad() %}{% endmacro %}") ==
        "nothing calls the macro 'crad' of this template; did you mean 'card' of cards.html?\n");
  CHECK(unused(extends + "{% macro card() %}{% endmacro %}")
            .find("'card' is a macro of cards.html") != std::string::npos);
}

}  // namespace kbgen
