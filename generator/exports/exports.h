// Files that no template makes: one family a file, one row each.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "content/project.h"
#include "language/messages.h"
#include "model/graph.h"
#include "model/links.h"
#include "model/map.h"
#include "model/plan.h"
#include "model/site.h"
#include "publish/outputs.h"

namespace kbgen {

struct ExportInput {
  const Project& project;
  const Strings& strings;
  const Site& site;
  const Links& links;
  const Graph& graph;
  const Map& map;
  const Plan& plan;
  const Staging& staging;
  std::string_view accent;          // of the theme, as CSS writes a color; may be empty
  std::vector<std::string> styles;  // paths of the theme's style sheets for every page
};

using MakeFiles = std::vector<OutputFile>(const ExportInput& input, Diagnostics& diag);

struct Export {
  std::string_view name;  // as --timings and messages about clashes say it
  MakeFiles* make;
};

std::span<const Export> exports();

std::vector<OutputFile> export_all(const ExportInput& input, Diagnostics& diag);

}  // namespace kbgen
