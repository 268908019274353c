#include "theme/render.h"

#include <algorithm>

#include "base/controls.h"
#include "base/did_you_mean.h"
#include "base/parallel.h"
#include "base/timings.h"
#include "jinja/function.h"
#include "jinja/runtime.h"
#include "theme/contract.h"
#include "theme/page_templates.h"

namespace kbgen {

namespace {

using jinja::Value;

// What the functions of templates have in common: one text in, one out.
class AddressFunction : public jinja::Object {
 public:
  explicit AddressFunction(const View& view) : view_(view) {}
  Value attribute(std::string_view) const override { return {}; }
  std::vector<std::string> attribute_names() const override { return {}; }
  bool is_callable() const override { return true; }
  Value call(jinja::Runtime& runtime, const jinja::Arguments& arguments) const override {
    bool one_text = arguments.positional.size() == 1 && arguments.named.empty() &&
                    arguments.positional[0].is_text();
    if (!one_text) {
      runtime.fail(std::string(type_name()) + "() takes one text");
      return {};
    }
    return address(runtime, arguments.positional[0].as_text());
  }

 protected:
  virtual Value address(jinja::Runtime& runtime, std::string_view name) const = 0;
  const View& view_;
};

// Null, and reported, if there is none of that name.
const Asset* find_asset(const Theme& theme, std::string_view name, jinja::Runtime& runtime) {
  auto asset = theme.assets.find(name);
  if (asset != theme.assets.end()) return &asset->second;
  std::vector<std::string> names;
  for (const auto& [known, unused] : theme.assets) names.push_back(known);
  runtime.fail_as("unknown-asset", "the theme has no asset '" + std::string(name) + "'",
                  did_you_mean(name, names));
  return nullptr;
}

// Remembers what was asked for: nothing else is published.
class AssetFunction final : public AddressFunction {
 public:
  AssetFunction(const View& view, const Theme& theme, std::set<std::string>& used)
      : AddressFunction(view), theme_(theme), used_(used) {}
  std::string_view type_name() const override { return "asset"; }

 private:
  Value address(jinja::Runtime& runtime, std::string_view name) const override {
    const Asset* asset = find_asset(theme_, name, runtime);
    if (!asset) return {};
    used_.emplace(name);
    return Value::text(view_.url(asset->path));
  }
  const Theme& theme_;
  std::set<std::string>& used_;
};

class UrlToFunction final : public AddressFunction {
 public:
  using AddressFunction::AddressFunction;
  std::string_view type_name() const override { return "url_to"; }

 private:
  Value address(jinja::Runtime&, std::string_view path) const override {
    return Value::text(view_.url(path));
  }
};

// Whom to name when two things make the same page: the author's file, or the
// template where nobody wrote one.
std::string origin_of(const Site& site, const Page& page, const Theme& theme) {
  std::string file = source_of(site, page);
  return file.empty()
             ? "themes/" + theme.name + "/templates/" + std::string(template_of(page.kind).name)
             : file;
}

std::string render_html(const World& world, const Page& page, const Theme& theme,
                        ReadRecorder* reads, std::set<std::string>& assets, Diagnostics& diag,
                        const Health* health = nullptr) {
  const PageTemplate& row = template_of(page.kind);
  View view(world, page, reads);
  static const SiteRow site;
  static const PageRow the_page;
  AssetFunction asset(view, theme, assets);
  UrlToFunction url_to(view);
  jinja::Context context{{"site", view.wrap(site)},
                         {"page", view.wrap(the_page)},
                         {"theme", view.wrap(theme)},
                         {"asset", Value::borrow(asset)},
                         {"url_to", Value::borrow(url_to)}};
  if (page.subject) context.emplace_back(std::string(row.subject), view.entity(*page.subject));
  if (page.version)
    context.emplace_back(std::string(row.subject), view.wrap(world.site.versions[*page.version]));
  if (health) context.emplace_back(std::string(row.subject), view.wrap(*health));
  std::string html;
  theme.templates->render(row.name, context, html, diag);
  // Nothing that was read has control characters, but HTML entities write them.
  return without_controls(std::move(html));
}

struct RenderedPage {
  OutputFile file;
  PageReads made_of;
  bool may_be_reused = false;
  std::string why;  // it was made again
};

class PageMaker {
 public:
  PageMaker(const World& world, const Theme& theme, const Staging& staging, const PageReuse& reuse)
      : world_(world), theme_(theme), staging_(staging), reuse_(reuse) {
    if (reuse.published) subjects_ = subjects_of(world.site, world.map);
  }

  RenderedPage make(const Page& page, Diagnostics& diag) const {
    RenderedPage rendered;
    const std::string path = output_path(page.path), origin = origin_of(world_.site, page, theme_);
    if (reuse_.published && is_fresh(page, rendered)) {
      rendered.file = staging_.keep(path, origin);
      return rendered;
    }
    ReadRecorder reads;
    std::string html = render_html(world_, page, theme_, reuse_.notes_reads ? &reads : nullptr,
                                   rendered.made_of.assets, diag);
    rendered.made_of.reads = reads.take();
    rendered.may_be_reused = reuse_.notes_reads && diag.all().empty();
    rendered.file = staging_.add(path, html, origin, diag);
    return rendered;
  }

 private:
  bool is_fresh(const Page& page, RenderedPage& rendered) const {
    const std::string name = page.path.empty() ? "the home page" : page.path;
    auto published = reuse_.published->find(page.path);
    if (published == reuse_.published->end()) {
      rendered.why = name + ": it was not there";
      return false;
    }
    View view(world_, page);
    if (const Read* other = first_difference(published->second.reads, subjects_, view)) {
      rendered.why = name + ": " + describe(*other) + " is not what it was";
      return false;
    }
    rendered.made_of = published->second;
    rendered.may_be_reused = true;
    return true;
  }

  const World& world_;
  const Theme& theme_;
  const Staging& staging_;
  const PageReuse& reuse_;
  Subjects subjects_;
};

bool require_template(const PageTemplate& row, const Theme& theme, Diagnostics& diag) {
  if (theme.templates->has_template(row.name)) return true;
  diag.error("missing-template", "themes/" + theme.name + "/templates/" + std::string(row.name),
             "the theme lacks this template",
             "write it, or take it from another theme: `extends: default` in theme.yaml");
  return false;
}

// Once a kind of page, not once a page.
void require_templates(const Plan& plan, const Theme& theme, Diagnostics& diag) {
  for (const PageTemplate& row : page_templates())
    if (std::ranges::find(plan.pages, row.kind, &Page::kind) != plan.pages.end())
      require_template(row, theme, diag);
}

}  // namespace

RenderedPages render_pages(const World& world, const Theme& theme, const Staging& staging,
                           const PageReuse& reuse, Diagnostics& diag) {
  StageTimer timer("render");
  RenderedPages rendered;
  require_templates(world.plan, theme, diag);
  if (diag.has_errors()) return rendered;
  const PageMaker maker(world, theme, staging, reuse);
  auto pages = parallel_map(world.plan.pages, diag, [&](const Page& page, Diagnostics& mine) {
    return maker.make(page, mine);
  });
  rendered.assets = theme.listed_assets;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    RenderedPage& page = pages[i];
    rendered.files.push_back(std::move(page.file));
    rendered.assets.insert(page.made_of.assets.begin(), page.made_of.assets.end());
    if (!page.why.empty()) rendered.made_again.push_back(std::move(page.why));
    if (page.may_be_reused)
      rendered.reads.emplace(world.plan.pages[i].path, std::move(page.made_of));
  }
  return rendered;
}

std::string render_page(const World& world, const Page& page, const Theme& theme,
                        Diagnostics& diag) {
  std::set<std::string> assets;
  return render_html(world, page, theme, nullptr, assets, diag);
}

RenderedPages render_health(const World& world, const Health& health, const Theme& theme,
                            const Staging& staging, Diagnostics& diag) {
  Page page{PageKind::health, list_path("health")};
  if (!require_template(template_of(page.kind), theme, diag)) return {};
  RenderedPages rendered;
  std::string html = render_html(world, page, theme, nullptr, rendered.assets, diag, &health);
  rendered.files.push_back(
      staging.add(output_path(page.path), html, origin_of(world.site, page, theme), diag));
  return rendered;
}

}  // namespace kbgen
