// No template crashes or hangs: not a broken one, not one that never ends.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "jinja/spec.h"

using namespace kbgen;
using namespace kbgen::jinja;

static std::string code_of(const std::string& text, Options options = {}) {
  options.strict = false;
  Diagnostics diag;
  Environment environment(options);
  environment.add_template("a", {"a", text}, diag);
  std::string out;
  if (!diag.has_errors()) environment.render("a", {}, out, diag);
  return diag.has_errors() ? diag.all().front().code : "none";
}

TEST_CASE("a template cut at any byte is rendered or reported") {
  for (const SpecCase& spec : read_spec()) {
    const std::string& whole = spec.templates.at("template");
    Context context = context_of(spec.data);
    for (std::size_t length = 0; length < whole.size(); ++length) {
      Diagnostics others, diag;
      Environment environment(spec.options);
      for (const auto& [name, text] : spec.templates)
        if (name != "template") environment.add_template(name, {name, text}, others);
      bool good = environment.add_template("template", {"template", whole.substr(0, length)}, diag);
      std::string out;
      good = good && environment.render("template", context, out, diag);
      CHECK(good != diag.has_errors());
    }
  }
}

TEST_CASE("any byte in any place is rendered or reported") {
  std::string_view whole =
      "{% for x in [1] %}{{ x|join(', ') }}{% if x is odd %}{# c #}{% endif %}{% endfor %}";
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text(whole);
      text[at] = static_cast<char>(byte);
      CHECK(code_of(text) != "");
    }
  }
}

TEST_CASE("what never ends is an error") {
  Options impatient;
  impatient.most_steps = 100'000;
  for (std::string_view text : {
           "{% include 'a' %}",
           "{% extends 'a' %}",
           "{% import 'a' as a %}",
           "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
           "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}",
           "{% block b %}{{ self.b() }}{% endblock %}",
           "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
           "{% set l = [1] %}{% for x in l %}{{ l.append(1) }}{% endfor %}",
           "{% for x in range(100000) %}{% for y in range(100000) %}{% endfor %}{% endfor %}",
           "{{ range(10 ** 9) }}",
           "{{ range(10 ** 9)|list }}",
           "{{ 'x' * 10 ** 12 }}",
           "{{ [1] * 10 ** 12 }}",
           "{{ 'x'|center(10 ** 12) }}",
           "{{ '%1000000000d'|format(1) }}",
           "{{ '{:1000000000}'.format(1) }}",
           "{{ [1]|batch(10 ** 12, 0)|list }}",
           "{{ [1]|slice(10 ** 12)|list }}",
           "{% set ns = namespace(t='x') %}{% for i in range(100) %}{% set ns.t = ns.t ~ ns.t %}{% "
           "endfor %}",
           "{% set ns = namespace(l=[1]) %}{% for i in range(100) %}{% set ns.l = ns.l + ns.l %}{% "
           "endfor %}",
           "{% set ns = namespace(l=[]) %}{% for i in range(1000) %}{% set ns.l = [ns.l] %}{% "
           "endfor %}{{ ns.l }}",
           "{% set ns = namespace(l=[]) %}{% for i in range(1000) %}{% set ns.l = [ns.l] %}{% "
           "endfor %}{{ ns.l|tojson }}",
       })
    CHECK_MESSAGE(code_of(std::string(text), impatient) == "template-limit", text);
}

static std::string block_in_block(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += fmt::format("{{% block b{} %}}", i);
  return out;
}

TEST_CASE("deep nesting is refused when it is read") {
  auto repeat = [](std::string_view part, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += part;
    return out;
  };
  for (const std::string& text : {
           "{{ " + repeat("(", 100'000) + "1" + repeat(")", 100'000) + " }}",
           "{{ " + repeat("[", 100'000),
           "{{ " + repeat("-", 100'000) + "1 }}",
           "{{ 1" + repeat(" + 1", 100'000) + " }}",
           "{{ 1" + repeat(" ** 1", 100'000) + " }}",
           "{{ a" + repeat(".a", 100'000) + " }}",
           "{{ a" + repeat("|upper", 100'000) + " }}",
           "{{ 1" + repeat(" if 1 else 1", 100'000) + " }}",
           repeat("{% if 1 %}", 100'000),
           repeat("{% for a in b %}", 100'000),
           repeat("{% macro m() %}", 100'000),
           repeat("{% call m() %}", 100'000),
           repeat("{% filter upper %}", 100'000),
           repeat("{% with a=1 %}", 100'000),
           repeat("{% set a %}", 100'000),
           repeat("{% autoescape 1 %}", 100'000),
           block_in_block(100'000),
           "{% set " + repeat("(", 100'000),
           "{% for " + repeat("(", 100'000),
           "{{ 1" + repeat(" if 1", 100'000) + " }}",
           "{{ 1" + repeat(" - 1", 100'000) + " }}",
           "{{ 1" + repeat(" // 1", 100'000) + " }}",
           "{{ a" + repeat("[0]", 100'000) + " }}",
           "{{ a" + repeat("()", 100'000) + " }}",
           "{{ a" + repeat("|d(1)", 100'000) + " }}",
           "{% filter " + repeat("upper|", 100'000) + "upper %}{% endfilter %}",
           "{% set a" + repeat("|upper", 100'000) + " %}{% endset %}",
           "{{ " + repeat("{1: ", 100'000),
           "{{ " + repeat("a[", 100'000),
           "{{ " + repeat("a(", 100'000),
           "{{ " + repeat("a|d(", 100'000),
           "{{ " + repeat("a is eq(", 100'000),
           "{{ " + repeat("1 if 1 else ", 100'000) + "1 }}",
       })
    CHECK(code_of(text) == "template-limit");
}

// Chains in parentheses in chains: each is within its own limits.
TEST_CASE("chains of every kind inside each other are refused when they are read") {
  std::string text = "1";
  for (int i = 0; i < 50; ++i) {
    text = "(" + text;
    for (int k = 0; k < 150; ++k) text += " + 1";
    text += ")";
    for (int k = 0; k < 150; ++k) text += "|abs";
  }
  CHECK(code_of("{{ " + text + " }}") == "template-limit");
}

TEST_CASE("calls as deep as they may be, in bodies and expressions as deep as they may be") {
  std::string open, close, text = "m(n - 1)";
  for (int i = 0; i < 60; ++i) {
    open += "{% if 1 %}{% for x in [1] %}";
    close = "{% endfor %}{% endif %}" + close;
    if (i < 30) text = "[" + text + "][0]";
  }
  std::string source = "{% macro m(n) %}" + open.substr(0, open.size() / 2) + "{{ " + text + " }}" +
                       close.substr(close.size() / 2) + "{% endmacro %}{{ m(150) }}";
  CHECK(code_of(source) == "template-limit");
}

TEST_CASE("long is not deep") {
  std::string text = "{{ 1";
  for (int i = 0; i < 10'000; ++i) text += " and 1 or 1 ~ 1 in [1]";
  CHECK(code_of(text + " }}") == "none");
  text = "{% if 0 %}";
  for (int i = 0; i < 10'000; ++i) text += "{% elif 0 %}";
  CHECK(code_of(text + "{% endif %}") == "none");
  CHECK(code_of("{{ " + std::string(30'000, ' ') + std::string("not ") + "1 }}") == "none");
}

TEST_CASE("values nested a million deep are taken apart without the stack") {
  Options options;
  options.most_steps = 100'000'000;
  CHECK(code_of("{% set ns = namespace(l=[]) %}{% for i in range(1000000) %}{% set ns.l = [ns.l] "
                "%}{% endfor %}",
                options) == "none");
}

TEST_CASE("the limits are those of the options") {
  Options options;
  options.most_steps = 10;
  CHECK(code_of("{% for x in range(9) %}{% endfor %}", options) == "none");
  CHECK(code_of("{% for x in range(11) %}{% endfor %}", options) == "template-limit");
  options = {};
  options.most_text = 10;
  CHECK(code_of("0123456789", options) == "none");
  CHECK(code_of("01234567890", options) == "template-limit");
}
