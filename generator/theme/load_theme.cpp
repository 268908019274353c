#include "theme/load_theme.h"

#include <fnmatch.h>

#include <algorithm>

#include "base/controls.h"
#include "base/did_you_mean.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/own_folder.h"
#include "base/work.h"
#include "theme/check_templates.h"
#include "theme/layers.h"
#include "theme/search_language.h"
#include "theme/strings.h"

namespace kbgen {

namespace {

using jinja::Value;

// The value of theme.options in templates. It has the options that the layers declare, nothing
// else.
class OptionValues final : public jinja::Object {
 public:
  explicit OptionValues(const std::vector<ThemeOption>& options) {
    for (const ThemeOption& option : options) values_.emplace(option.name, option.value);
  }
  std::string_view type_name() const override { return "options"; }
  Value attribute(std::string_view name) const override {
    auto value = values_.find(name);
    return value == values_.end() ? Value() : value->second;
  }
  std::vector<std::string> attribute_names() const override {
    std::vector<std::string> names;
    for (const auto& [name, value] : values_) names.push_back(name);
    return names;
  }

 private:
  std::map<std::string, Value, std::less<>> values_;
};

// The options of all layers, those of the bottom layer first. A layer may declare an option of the
// layers below again, with another type or default.
std::vector<ThemeOption> options_of(std::vector<ThemeLayer>& layers) {
  std::vector<ThemeOption> options;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    for (ThemeOption& option : layer->file.options) {
      auto below = std::ranges::find(options, option.name, &ThemeOption::name);
      if (below != options.end())
        *below = std::move(option);
      else
        options.push_back(std::move(option));
    }
  }
  return options;
}

void add_template(const std::string& name, const std::string& path, jinja::Environment& templates,
                  Diagnostics& diag) {
  if (std::optional<std::string> bytes = read_file(path, diag))
    templates.add_template(name, decode_source(path, *bytes, diag), diag);
}

// The name of an asset, from its path below assets/: without `.jinja`.
std::string asset_name(const std::string& file) {
  return file.ends_with(asset_template_ending)
             ? file.substr(0, file.size() - asset_template_ending.size())
             : file;
}

std::vector<std::string> names_of(const jinja::Environment& templates, const AssetFiles& assets) {
  std::vector<std::string> names = templates.template_names();
  for (const auto& [name, path] : assets) names.push_back(name);
  return names;
}

// Files that are in neither templates/ nor assets/. In the site's own theme/ such a file replaces
// the template or asset of the same name. One that replaces nothing would never be read, and is
// reported.
void add_strays(const ThemeLayer& layer, const LayerFiles::ByName& strays,
                jinja::Environment& templates, AssetFiles& assets, Diagnostics& diag) {
  for (const auto& [name, path] : strays) {
    bool is_own = layer.name.empty();
    if (is_own && templates.has_template(name)) {
      add_template(name, path, templates, diag);
    } else if (is_own && assets.contains(name)) {
      assets.insert_or_assign(name, path);
    } else {
      std::string help = is_own ? did_you_mean(name, names_of(templates, assets)) : "";
      diag.error("stray-theme-file", path, "this is neither in templates/ nor in assets/",
                 help.empty() ? "put it into one of them" : help);
    }
  }
}

void add_files(const ThemeLayer& layer, jinja::Environment& templates, AssetFiles& assets,
               Diagnostics& diag) {
  LayerFiles files = files_of(layer, diag);
  for (const std::string& path : files.odd_names)
    diag.error("odd-file-name", visible(path),
               "the name of this file has a control character in it, or is not UTF-8",
               "rename it; the characters are shown here as \\n or \\xff");
  add_strays(layer, files.strays, templates, assets, diag);
  for (const auto& [name, path] : files.templates) add_template(name, path, templates, diag);
  for (const auto& [name, path] : files.assets) assets.insert_or_assign(asset_name(name), path);
}

// The assets that `assets:` of the layers' theme.yaml names, where '*' stands for any characters.
std::set<std::string> listed_assets(const std::vector<ThemeLayer>& layers, const Assets& assets,
                                    Diagnostics& diag) {
  std::set<std::string> listed;
  for (const ThemeLayer& layer : layers) {
    for (const Reference& pattern : layer.file.assets) {
      std::size_t before = listed.size();
      std::vector<std::string> names;
      for (const auto& [name, asset] : assets) {
        names.push_back(name);
        if (fnmatch(pattern.name.c_str(), name.c_str(), 0) == 0) listed.insert(name);
      }
      if (listed.size() == before)
        diag.error("unknown-asset", pattern.span, "the theme has no asset '" + pattern.name + "'",
                   did_you_mean(pattern.name, names));
    }
  }
  return listed;
}

// Reads a plugin of lunr-languages. They lie beside kbgen's own themes, wherever the site's are.
std::string language_script(const std::string& name, Diagnostics& diag) {
  auto bytes = read_file(join_path(own_folder("themes"), "languages/" + name), diag);
  return bytes ? ";\n" + *bytes : "";
}

// lunr.js itself knows English. The plugin for another language is appended to it, so that a page
// that loads lunr.js can search the index.
void add_search_language(const Project& project, AssetAdditions& additions, Diagnostics& diag) {
  const lunr::Language& language = search_language(project.config.language);
  if (!language.has_plugin()) return;
  std::string plugin = "lunr." + std::string(language.code) + ".min.js";
  additions.emplace("lunr.js", language_script("lunr.stemmer.support.min.js", diag) +
                                   language_script(plugin, diag));
}

// Finds the strings that scripts look up and appends them to site.js, which every page loads, so
// that no script waits for another file.
void add_script_strings(const AssetFiles& files, Theme& theme, AssetAdditions& additions,
                        Diagnostics& diag) {
  for (const auto& [name, path] : files) {
    std::optional<std::string> bytes;
    if (file_extension(name) == ".js" && name != "lunr.js") bytes = read_file(path, diag);
    if (!bytes) continue;
    Diagnostics ignored;  // about the encoding; load_assets() reports it
    SourceFile script = decode_source(path, *bytes, ignored);
    for (const StringUse& use : find_string_uses(script))
      for (std::string& key : keys_of(use, *theme.strings, diag))
        theme.script_keys.insert(std::move(key));
  }
  if (!theme.script_keys.empty())
    additions.emplace("site.js", string_script(*theme.strings, theme.script_keys));
}

}  // namespace

std::string lunr_js_file() { return own_file("lunr.min.js", KBGEN_LUNR_JS); }

Theme load_theme(const Project& project, Diagnostics& diag) {
  StageTimer timer(diag.work(), "theme");
  Theme theme;
  theme.name = project.config.theme;
  theme.templates = std::make_unique<jinja::Environment>(
      jinja::Options{.trim_blocks = true, .lstrip_blocks = true});
  std::vector<ThemeLayer> layers = find_layers(project, diag);
  if (layers.empty()) return theme;

  theme.strings = load_strings(project, layers, diag);
  theme.templates->add_global(std::string(string_function_name),
                              Value::own(string_function(*theme.strings)));

  // Search in the browser uses lunr.js itself, unmodified.
  AssetFiles assets{{"lunr.js", lunr_js_file()}};
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer)
    add_files(*layer, *theme.templates, assets, diag);
  for (const ThemeLayer& layer : layers)
    if (layer.name == theme.name && theme.title.empty()) theme.title = layer.file.title;
  theme.options = options_of(layers);
  set_options(theme.options, project.config.theme_options, diag);
  theme.option_values =
      Value::own(std::unique_ptr<const jinja::Object>(new OptionValues(theme.options)));
  AssetAdditions additions;
  add_search_language(project, additions, diag);
  add_script_strings(assets, theme, additions, diag);
  theme.assets = load_assets(assets, additions, theme.option_values, diag);
  theme.listed_assets = listed_assets(layers, theme.assets, diag);
  check_templates(theme, diag);
  return theme;
}

}  // namespace kbgen
