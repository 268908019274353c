#include "jinja/environment.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

#include "base/parallel.h"
#include "jinja/call.h"
#include "jinja/runtime.h"

using namespace kbgen;
using namespace kbgen::jinja;

namespace {

struct Guest : Object {
  explicit Guest(std::string n) : name(std::move(n)) {}
  std::string_view type_name() const override { return "guest"; }
  std::vector<std::string> attribute_names() const override { return {"name", "site"}; }
  Value attribute(std::string_view field) const override {
    return field == "name" ? Value::view(name) : Value();
  }
  bool equals(const Object& other) const override {
    return other.type_name() == "guest" && static_cast<const Guest&>(other).name == name;
  }
  std::string name;
};

struct Guests : Sequence {
  std::size_t size() const override { return all.size(); }
  Value at(std::size_t i) const override { return Value::borrow(all[i]); }
  std::vector<Guest> all = {Guest("Ada"), Guest("Bob")};
};

struct Transcript : Object {
  std::string_view type_name() const override { return "transcript"; }
  std::vector<std::string> attribute_names() const override { return {}; }
  Value attribute(std::string_view) const override { return {}; }
  bool write(std::string& out) const override {
    out += "<p>A long one</p>";
    return true;
  }
};

struct Result {
  std::string text, report;
};

using Templates = std::map<std::string, std::string>;

Result render(const Templates& templates, const Context& context = {}, Options options = {}) {
  Diagnostics diag;
  Environment environment(options);
  for (const auto& [name, text] : templates)
    environment.add_template(name, {"t/" + name, text}, diag);
  Result result;
  if (!diag.has_errors()) environment.render("a", context, result.text, diag);
  result.report = format_diagnostics(diag);
  return result;
}

std::string first_line(const std::string& report) { return report.substr(0, report.find('\n')); }

const Guests guests;
const Transcript transcript;
const Context context = {{"guests", Value::borrow(guests)},
                         {"guest", Value::borrow(guests.all[0])},
                         {"transcript", Value::borrow(transcript)},
                         {"n", Value::integer(3)}};

}  // namespace

TEST_CASE("templates read the fields of objects and the items of sequences") {
  Result result =
      render({{"a",
               "{{ guest.name }} {{ guest['name'] }} {{ guests|length }} {{ guests[1].name }} {{ "
               "guests[-2].name }}"
               "{% for g in guests %}{{ loop.index }}{{ g.name }}{% endfor %} {{ "
               "guests|map(attribute='name')|join('+') }}"
               " {{ guest == guests[0] }} {{ guest in guests }} {{ guests[1:]|length }}"}},
             context);
  CHECK(result.report == "");
  CHECK(result.text == "Ada Ada 2 Bob Ada1Ada2Bob Ada+Bob True True 1");
}

TEST_CASE("a field that does not exist is reported at once, with the nearest name") {
  for (std::string_view text : {"{{ guest.nmae }}", "{{ guest.nmae is defined }}",
                                "{{ guest.nmae|default('x') }}", "{{ guest['nmae'] }}"}) {
    Result result = render({{"a", std::string(text)}}, context);
    CHECK_MESSAGE(result.report.find("error: 'guest' has no field 'nmae' [unknown-field]") !=
                      std::string::npos,
                  text);
    CHECK(result.report.find("help: did you mean 'name'?") != std::string::npos);
  }
  CHECK(render({{"a", "line\n  {{ guest.nmae }}"}}, context).report ==
        "t/a:2:12: error: 'guest' has no field 'nmae' [unknown-field]\n"
        "   2 |   {{ guest.nmae }}\n"
        "     |            ^~~~\n"
        "     = help: did you mean 'name'?\n");
}

TEST_CASE("a field that is not set can be asked for, but not printed") {
  CHECK(render({{"a", "{{ guest.site is defined }}{{ guest.site|default('none') }}"}}, context)
            .text == "Falsenone");
  CHECK(first_line(render({{"a", "{{ guest.site }}"}}, context).report) ==
        "t/a:1:10: error: 'site' of this 'guest' is not set [undefined-variable]");
}

TEST_CASE("lenient undefined prints nothing for a missing field") {
  Options lenient;
  lenient.strict = false;
  CHECK(render({{"a", "[{{ guest.nmae }}][{{ nothing }}]"}}, context, lenient).text == "[][]");
}

TEST_CASE("an object that writes itself is never escaped") {
  CHECK(render({{"a", "{{ transcript }}|{{ transcript ~ '<' }}|{% set t = transcript %}{{ t }}"}},
               context)
            .text == "<p>A long one</p>|<p>A long one</p>&lt;|<p>A long one</p>");
  CHECK(first_line(render({{"a", "{{ guest }}"}}, context).report) ==
        "t/a:1:4: error: 'guest' has no text of its own [template-error]");
}

TEST_CASE("frozen data cannot be changed by a template") {
  Context frozen = {{"list", Value::list({Value::integer(1)})},
                    {"map", Value::map({{"a", Value::integer(1)}})}};
  CHECK(render({{"a", "{{ list }}{{ map }}"}}, frozen).text == "[1]{&#39;a&#39;: 1}");
  CHECK(first_line(render({{"a", "{{ list.append(2) }}"}}, frozen).report) ==
        "t/a:1:9: error: this list belongs to the data and cannot be changed [template-error]");
  CHECK(first_line(render({{"a", "{{ map.update(b=2) }}"}}, frozen).report) ==
        "t/a:1:8: error: this mapping belongs to the data and cannot be changed [template-error]");
}

TEST_CASE("an undefined variable is reported with the nearest name in sight") {
  CHECK(render({{"a", "{% set title = 1 %}{{ titel }}"}}).report ==
        "t/a:1:23: error: 'titel' is undefined [undefined-variable]\n"
        "   1 | {% set title = 1 %}{{ titel }}\n"
        "     |                       ^~~~~\n"
        "     = help: did you mean 'title'?\n");
}

TEST_CASE("an error says through which templates, blocks and macros it came") {
  Result result =
      render({{"a", "{% extends 'base' %}\n{% block body %}{% include 'part' %}{% endblock %}"},
              {"base", "{% block body %}{% endblock %}"},
              {"part", "{% import 'lib' as lib %}\n{{ lib.card(5) }}"},
              {"lib", "{% macro card(x) %}{{ x.y.z }}{% endmacro %}"}});
  CHECK(result.report ==
        "t/lib:1:25: error: a whole number has no 'y' [undefined-variable]\n"
        "   1 | {% macro card(x) %}{{ x.y.z }}{% endmacro %}\n"
        "     |                         ^\n"
        "     = in macro 'card', called from t/part:2:8\n"
        "     = included from t/a:2:28\n"
        "     = in block 'body', placed at t/base:1:4\n"
        "     = extended by t/a:1:12\n");
}

TEST_CASE("all mistakes of all templates are reported in one run") {
  Result result = render({{"a", "{{ 1 + }}\n{{ x|uper }}\n{% fro x in y %}\n{{ z is od }}"},
                          {"b", "{% if %}x{% endif %}\n{{ (1 }}"}});
  CHECK(result.report ==
        "t/a:1:8: error: expected an expression, got '}}' [template-syntax]\n"
        "   1 | {{ 1 + }}\n"
        "     |        ^~\n"
        "t/a:2:6: error: there is no filter 'uper' [unknown-filter]\n"
        "   2 | {{ x|uper }}\n"
        "     |      ^~~~\n"
        "     = help: did you mean 'upper'?\n"
        "t/a:3:4: error: there is no tag 'fro' [template-syntax]\n"
        "   3 | {% fro x in y %}\n"
        "     |    ^~~\n"
        "     = help: did you mean 'for'?\n"
        "t/a:4:9: error: there is no test 'od' [unknown-test]\n"
        "   4 | {{ z is od }}\n"
        "     |         ^~\n"
        "     = help: did you mean 'odd'?\n"
        "t/b:1:7: error: expected an expression, got '%}' [template-syntax]\n"
        "   1 | {% if %}x{% endif %}\n"
        "     |       ^~\n"
        "t/b:2:7: error: unexpected '}', expected ')' [template-syntax]\n"
        "   2 | {{ (1 }}\n"
        "     |       ^\n");
}

TEST_CASE("a tag that is not closed names the line where it was opened") {
  CHECK(render({{"a", "\n{% for x in y %}\n{% if x %}\n{% endfor %}"}}).report ==
        "t/a:4:4: error: 'endfor' does not belong to 'if', which is open here [template-syntax]\n"
        "   4 | {% endfor %}\n"
        "     |    ^~~~~~\n"
        "     = help: 'if' was opened on line 3 and waits for 'elif' or 'else' or 'endif'\n"
        "t/a:4:11: error: the template ends, but 'if' is still open: 'endif' is missing "
        "[template-syntax]\n"
        "   4 | {% endfor %}\n"
        "     |           ^~\n"
        "     = help: 'if' was opened on line 3\n");
}

TEST_CASE("a template extends one other") {
  CHECK(first_line(render({{"a", "{% extends 'b' %}\n{% extends 'b' %}"}, {"b", ""}}).report) ==
        "t/a:2:12: error: this template extends another one already [template-error]");
}

TEST_CASE("a missing template is reported with the nearest name") {
  CHECK(render({{"a", "{% include 'hedaer.html' %}"}, {"header.html", ""}}).report ==
        "t/a:1:12: error: there is no template 'hedaer.html' [missing-template]\n"
        "   1 | {% include 'hedaer.html' %}\n"
        "     |            ^~~~~~~~~~~~~\n"
        "     = help: did you mean 'header.html'?\n");
}

TEST_CASE("a site adds its own filters, tests, functions and values") {
  static constexpr Function filters[] = {{"shout", "mark? times?", [](Call& call) {
                                            std::string text(call.self.as_text());
                                            for (std::int64_t i = 0; i < call.integer(1, 1); ++i)
                                              text += call.text(0, "!");
                                            return call.runtime.text(std::move(text));
                                          }}};
  static constexpr Function tests[] = {
      {"loud", "", [](Call& call) { return Value::boolean(call.self.as_text().ends_with('!')); }}};
  static constexpr Function functions[] = {
      {"twice", "of", [](Call& call) { return Value::integer(2 * call.integer(0, 0)); }}};
  Diagnostics diag;
  Environment environment;
  environment.add_filters(filters);
  environment.add_tests(tests);
  environment.add_functions(functions);
  environment.add_global("site", Value::text("S"));
  environment.add_template("a",
                           {"a",
                            "{{ 'a'|shout }}{{ 'b'|shout(times=2, mark='?') }}{{ 'c!' is loud }}{{ "
                            "twice(4) }}{{ site }}"},
                           diag);
  std::string out;
  CHECK(environment.render("a", {}, out, diag));
  CHECK(out == "a!b??True8S");
  environment.add_template("b", {"b", "{{ 'a'|shout(tims=2) }}"}, diag);
  CHECK(!environment.render("b", {}, out, diag));
  CHECK(format_diagnostics(diag) ==
        "b:1:8: error: 'shout' has no argument 'tims' [template-error]\n"
        "   1 | {{ 'a'|shout(tims=2) }}\n"
        "     |        ^~~~~\n"
        "     = help: did you mean 'times'?\n");
}

TEST_CASE("one environment renders in parallel") {
  Diagnostics diag;
  Environment environment;
  environment.add_template("lib", {"lib", "{% macro m(x) %}<{{ x }}>{% endmacro %}"}, diag);
  environment.add_template("a",
                           {"a",
                            "{% import 'lib' as l %}{% for g in guests %}{{ l.m(g.name) }}{{ n "
                            "}}{% endfor %}{{ 'x' * n }}"},
                           diag);
  std::vector<std::int64_t> numbers(200);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<std::int64_t>(i);
  auto pages = parallel_map(numbers, diag, [&](std::int64_t n, Diagnostics& mine) {
    std::string out;
    environment.render("a", {{"guests", Value::borrow(guests)}, {"n", Value::integer(n)}}, out,
                       mine);
    return out;
  });
  CHECK(!diag.has_errors());
  for (std::int64_t n : numbers)
    CHECK(pages[static_cast<std::size_t>(n)] ==
          fmt::format("<Ada>{0}<Bob>{0}{1}", n, std::string(static_cast<std::size_t>(n), 'x')));
}

TEST_CASE("an error in one render leaves the next alone") {
  Diagnostics diag;
  Environment environment;
  environment.add_template("a", {"a", "x{{ 1 // n }}"}, diag);
  std::string broken, good;
  CHECK(!environment.render("a", {{"n", Value::integer(0)}}, broken, diag));
  CHECK(environment.render("a", {{"n", Value::integer(1)}}, good, diag));
  CHECK(good == "x1");
  CHECK(diag.all().size() == 1);
}
