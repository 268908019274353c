#include "theme/new_theme.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kbgen {

std::vector<StarterFile> starter_files(std::string_view name, std::string_view extends) {
  return {
      {"theme.yaml", fmt::format(R"(title: {0}
description: What it looks like, in a sentence.

# Whatever this theme does not have comes from the theme named here. A file in
# templates/ or assets/ replaces the file of the same name of that theme.
extends: {1}

# The options that config.yaml may set below `theme_options`. Templates read
# this one as theme.options.corners.
options:
  corners:
    type: choice
    choices: [round, square]
    default: round
    help: The corners of buttons and pictures.
)",
                                 capitalize(replace_all(name, "-", " ")), extends)},

      {"templates/base.html",
       fmt::format(
           R"({{# The frame of every page. It extends the template of the same name in the theme
   below; super() prints what that template has in the block. #}}
{{% extends "base.html" %}}
{{% block styles %}}
{{{{ super() }}}}
<link rel="stylesheet" href="{{{{ asset("{0}.css") }}}}">
{{% endblock %}}
)",
           name)},

      {fmt::format("assets/{}.css.jinja", name),
       R"(/* This style sheet comes after that of the theme below, so its rules win. A file
   that ends in .jinja is a template, and may read theme.options. */
:root {
  --accent: #8a3324;
{% if theme.options.corners == "square" %}
  --radius: 0;
{% endif %}
}

@media (prefers-color-scheme: dark) {
  :root {
    --accent: #f0a58f;
  }
}
)"},
  };
}

}  // namespace kbgen
