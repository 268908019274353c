#include "jinja/spec.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kbgen;
using namespace kbgen::jinja;

struct Rendered {
  std::string output;
  std::string place;  // "template:line" of the first error
  std::string report;
};

static Rendered render(const SpecCase& spec) {
  Diagnostics diag;
  Environment environment(spec.options);
  for (const auto& [name, text] : spec.templates)
    environment.add_template(name, SourceFile{name, text}, diag);
  Rendered result;
  // Jinja reads a template when it is needed; ours are all read before.
  environment.render("template", context_of(spec.data), result.output, diag);
  if (diag.has_errors()) {
    const Diagnostic& first = diag.all().front();
    result.place = fmt::format("{}:{}", first.where.path, first.where.at.line);
    result.report = format_diagnostics(diag);
  }
  return result;
}

TEST_CASE("every recorded case gives what Jinja2 gives") {
  std::vector<SpecCase> cases = read_spec();
  CHECK(cases.size() >= 400);
  for (const SpecCase& spec : cases) {
    CAPTURE(spec.file);
    CAPTURE(spec.sentence);
    Rendered ours = render(spec);
    CAPTURE(ours.report);
    CHECK(ours.place == spec.error);
    if (spec.error.empty()) CHECK(ours.output == spec.output);
  }
}
