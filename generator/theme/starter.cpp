#include "theme/starter.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kbgen {

std::vector<StarterFile> starter_files(std::string_view name, std::string_view extends) {
  return {
      {"theme.yaml", fmt::format(R"(title: {0}
description: What it looks like, in a sentence.

# What is not here comes from this theme. A file of the same name in templates/
# or assets/ takes the place of its.
extends: {1}

# What config.yaml may set below `theme_options`; templates read
# theme.options.corners.
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
           R"({{# Around every page. Its own name means the one that this one takes the place
   of; super() is what stood in the block there. #}}
{{% extends "base.html" %}}
{{% block styles %}}
{{{{ super() }}}}
<link rel="stylesheet" href="{{{{ asset("{0}.css") }}}}">
{{% endblock %}}
)",
           name)},

      {fmt::format("assets/{}.css.jinja", name),
       R"(/* After the style sheet of the theme below: what stands here wins. A file that
   ends in .jinja is a template, and may read theme.options. */
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
