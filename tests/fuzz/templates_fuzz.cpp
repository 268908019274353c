// Templates: parsed, read for slips, and rendered with a few values, as a theme's
// are and as Jinja's own defaults have it.
#include "fuzz/target.h"
#include "jinja/environment.h"
#include "theme/check_templates.h"
#include "theme/theme.h"

namespace kbgen::fuzz {

namespace {

// Made anew each time: values must not outlive the pool of their thread.
jinja::Context values() {
  SourceFile file{"data", R"({"s": "a <b> ü", "n": 3, "l": [1, "x", null, [2.5]],
      "m": {"k": "v", "items": [1]}, "f": 0.1, "t": true})"};
  Diagnostics diag;
  jinja::Context made;
  std::optional<Json> data = parse_json(file, diag);
  for (const auto& [name, value] : *data->map()) made.emplace_back(name, jinja::value_of(value));
  return made;
}

void render(const std::string& text, jinja::Options options) {
  options.most_steps = 20'000;
  options.most_text = 1'000'000;
  Diagnostics diag;
  Theme theme;
  theme.templates = std::make_unique<jinja::Environment>(options);
  jinja::Environment& templates = *theme.templates;
  bool is_good = templates.add_template("episode.html", {"episode.html", text}, diag);
  require(is_good != diag.has_errors(), "a template is right, or it is said why not");
  templates.add_template("base.html",
                         {"base.html",
                          "{% block b %}{{ s }}{% endblock %}{% macro m(x, y=1) %}"
                          "{{ x }}{{ caller() if caller }}{% endmacro %}"},
                         diag);
  Diagnostics of_theme;
  check_templates(theme, of_theme);
  std::string out;
  bool is_rendered = is_good && templates.render("episode.html", values(), out, diag);
  require(is_rendered != diag.has_errors(), "a template is rendered, or it is said why not");
  if (is_rendered) require_utf8(out, "what was rendered");
  require_utf8(format_diagnostics(diag), "a report");
  require_utf8(format_diagnostics(of_theme), "a report");
}

void read(std::string_view bytes) {
  SourceFile file = decoded("fuzz", bytes);
  render(file.text, {});
  render(file.text, {.autoescape = false,
                     .strict = false,
                     .trim_blocks = true,
                     .lstrip_blocks = true,
                     .keep_trailing_newline = true});
}

const AddTarget added("templates", read);

}  // namespace

}  // namespace kbgen::fuzz
