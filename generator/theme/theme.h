// One theme: its templates, parsed once, and its static files.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "content/project.h"
#include "jinja/environment.h"
#include "publish/outputs.h"

namespace kbgen {

// A static file under a name that changes with its bytes, so that browsers may
// keep it for ever.
struct Asset {
  std::string path;  // below the site's root: "assets/main.1f3a9c02.css"
  std::string disk_path;
};

struct Theme {
  std::string name;
  std::unique_ptr<jinja::Environment> templates;
  std::map<std::string, Asset, std::less<>> assets;  // by the name that asset() takes
};

// From themes/<name>/ beside config.yaml, else from the themes that came with
// kbgen. Reports `unknown-theme`, and everything that is wrong in any template.
Theme load_theme(const Project& project, Diagnostics& diag);

std::vector<OutputFile> theme_files(const Theme& theme, const Staging& staging, Diagnostics& diag);

}  // namespace kbgen
