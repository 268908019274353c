#include "theme/assets.h"

#include <algorithm>

#include "base/did_you_mean.h"
#include "base/digest.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/html.h"
#include "base/paths.h"
#include "jinja/environment.h"
#include "theme/asset_references.h"
#include "theme/compact_scripts.h"
#include "theme/template_facts.h"

namespace kbgen {

namespace {

// The published path of an asset: "main.css" → "assets/main.1f3a9c02.css".
std::string fingerprinted(const std::string& name, std::string_view bytes) {
  std::string extension = file_extension(name);
  std::string stem = name.substr(0, name.size() - extension.size());
  return "assets/" + stem + "." + digest_of(bytes).substr(0, 8) + extension;
}

// The address of the asset `to` as the asset `from_name` writes it: relative, percent-encoded.
std::string relative_address(std::string_view from_name, const Asset& to) {
  std::string up;
  for (char c : from_name)
    if (c == '/') up += "../";
  return (up.empty() ? "./" : up) + encode_url_path(to.path.substr(to.path.find('/') + 1));
}

enum class Language { none, style, script };

Language language_of(std::string_view name) {
  std::string extension = file_extension(name);
  if (extension == ".css") return Language::style;
  return extension == ".js" || extension == ".mjs" ? Language::script : Language::none;
}

// Loads assets in the order that their names require. The published name of an asset depends on its
// bytes, which hold the published names of the assets that it needs: so those come first.
class AssetLoader {
 public:
  AssetLoader(const AssetFiles& files, const AssetAdditions& additions, const jinja::Value& options,
              Diagnostics& diag)
      : files_(files), additions_(additions), options_(options), diag_(diag) {
    for (const auto& [name, disk_path] : files_) find(name);
  }
  Assets finish() && { return std::move(assets_); }

 private:
  // Loads the asset unless that was done before. Null if the theme has no file of this name.
  const Asset* find(const std::string& name) {
    if (auto known = assets_.find(name); known != assets_.end()) return &known->second;
    auto file = files_.find(name);
    if (file == files_.end()) return nullptr;
    being_read_.push_back(name);
    Asset asset = read(name, file->second);
    being_read_.pop_back();
    return &assets_.emplace(name, std::move(asset)).first->second;
  }

  Asset read(const std::string& name, const std::string& disk_path) {
    Asset asset;
    asset.disk_path = disk_path;
    std::optional<std::string> bytes = read_file(disk_path, diag_);
    if (!bytes) return asset;
    if (disk_path.ends_with(asset_template_ending))
      bytes = asset.bytes = rendered(name, disk_path, *bytes);
    if (std::optional<std::string_view> compact = compact_form(name, *bytes))
      bytes = asset.bytes = std::string(*compact);
    if (language_of(name) != Language::none) {
      std::string linked =
          with_published_names(name, decode_program(disk_path, *bytes, diag_), asset);
      if (!asset.needs.empty()) bytes = asset.bytes = std::move(linked);
    }
    if (auto more = additions_.find(name); more != additions_.end())
      bytes = asset.bytes = *bytes + more->second;
    asset.path = fingerprinted(name, *bytes);
    return asset;
  }

  // The compact form of a script. It may have others in it, so a script that names one which a
  // theme changed has none.
  std::optional<std::string_view> compact_form(const std::string& name, const std::string& bytes) {
    std::set<std::string> seen;
    if (language_of(name) != Language::script || !came_with_kbgen(name, seen)) return std::nullopt;
    return compact_form_of(bytes);
  }

  // Whether the script, and all that it names, directly or not, are as kbgen was compiled with
  // them. `seen` are scripts that were asked about before.
  bool came_with_kbgen(const std::string& name, std::set<std::string>& seen) {
    auto file = files_.find(name);
    if (file == files_.end() || !seen.insert(name).second) return true;
    std::optional<std::string> bytes = read_file(file->second, diag_);
    if (!bytes || !compact_form_of(*bytes)) return false;
    Diagnostics ignored;  // whoever publishes the script reports what is wrong with its text
    SourceFile script = decode_program(file->second, *bytes, ignored);
    return std::ranges::all_of(
        find_script_references(script, name),
        [&](const AssetReference& reference) { return came_with_kbgen(reference.path, seen); });
  }

  std::string rendered(const std::string& name, const std::string& path, const std::string& bytes) {
    jinja::Environment environment(jinja::Options{.autoescape = false,
                                                  .trim_blocks = true,
                                                  .lstrip_blocks = true,
                                                  .keep_trailing_newline = true});
    jinja::Context context{{"theme", jinja::Value::map({{"options", options_}})}};
    std::string out;
    add_with_included(name, path, bytes, environment);
    if (environment.find_template(name)) environment.render(name, context, out, diag_);
    return out;
  }

  // Adds an asset that is a template, and the assets that it includes by their names.
  void add_with_included(const std::string& name, const std::string& path, const std::string& bytes,
                         jinja::Environment& environment) {
    if (!environment.add_template(name, decode_source(path, bytes, diag_), diag_)) return;
    for (const auto& [other, use] : facts_of(*environment.find_template(name)).uses) {
      auto file = files_.find(other);
      if (file == files_.end() || environment.has_template(other)) continue;
      if (std::optional<std::string> included = read_file(file->second, diag_))
        add_with_included(other, file->second, *included, environment);
    }
  }

  std::string with_published_names(const std::string& name, const SourceFile& source,
                                   Asset& asset) {
    bool is_script = language_of(name) == Language::script;
    std::string out;
    std::size_t done = 0;
    for (const AssetReference& reference :
         is_script ? find_script_references(source, name) : find_style_references(source, name)) {
      // Text of a script may look like an import; one that names no asset of the theme is left
      // alone.
      if (is_script && !files_.contains(reference.path)) continue;
      const Asset* other = resolve(reference);
      if (!other) continue;
      asset.needs.push_back(reference.path);
      out.append(source.text, done, reference.span.begin - done);
      out += relative_address(name, *other) + reference.after;
      done = reference.span.end;
    }
    return out.append(source.text, done);
  }

  // Null, and reported, if the reference leads to no asset of the theme.
  const Asset* resolve(const AssetReference& reference) {
    if (reference.path.empty()) {
      diag_.warning("external-asset", reference.span,
                    "this will not load: pages ask nothing of other hosts",
                    "put the file into the theme's assets/");
      return nullptr;
    }
    if (std::ranges::find(being_read_, reference.path) != being_read_.end()) {
      diag_.error("asset-circle", reference.span,
                  "'" + reference.path + "' and this file name each other",
                  "published names depend on the bytes, so only one of the two can name the other");
      return nullptr;
    }
    if (const Asset* asset = find(reference.path)) return asset;
    std::vector<std::string> names;
    for (const auto& [name, disk_path] : files_) names.push_back(name);
    diag_.error("unknown-asset", reference.span, "the theme has no asset '" + reference.path + "'",
                did_you_mean(reference.path, names));
    return nullptr;
  }

  const AssetFiles& files_;
  const AssetAdditions& additions_;
  const jinja::Value& options_;
  Diagnostics& diag_;
  Assets assets_;
  std::vector<std::string> being_read_;
};

}  // namespace

Assets load_assets(const AssetFiles& files, const AssetAdditions& additions,
                   const jinja::Value& options, Diagnostics& diag) {
  return AssetLoader(files, additions, options, diag).finish();
}

static void add_with_needs(const Assets& assets, const std::string& name,
                           std::set<std::string>& all) {
  auto asset = assets.find(name);
  if (asset == assets.end() || !all.insert(name).second) return;
  for (const std::string& needed : asset->second.needs) add_with_needs(assets, needed, all);
}

std::vector<OutputFile> publish_assets(const Assets& assets, const std::set<std::string>& used,
                                       const Staging& staging, Diagnostics& diag) {
  std::set<std::string> all;
  for (const std::string& name : used) add_with_needs(assets, name, all);
  std::vector<OutputFile> files;
  for (const std::string& name : all) {
    const Asset& asset = assets.find(name)->second;
    files.push_back(asset.bytes ? staging.add(asset.path, *asset.bytes, asset.disk_path, diag)
                                : staging.copy(asset.path, asset.disk_path, diag));
  }
  return files;
}

}  // namespace kbgen
