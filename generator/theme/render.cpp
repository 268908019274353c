#include "theme/render.h"

#include "base/parallel.h"
#include "base/suggest.h"
#include "base/timings.h"
#include "jinja/function.h"
#include "jinja/runtime.h"
#include "theme/contract.h"

namespace kbgen {

namespace {

using jinja::Value;

// Which template makes a page, and what the page's subject is called in it.
struct PageTemplate {
  PageKind kind;
  std::string_view name;
  std::string_view subject;
};

constexpr PageTemplate page_templates[] = {
    {PageKind::home, "home.html", ""},
    {PageKind::episodes, "episodes.html", ""},
    {PageKind::guests, "guests.html", ""},
    {PageKind::topics, "topics.html", ""},
    {PageKind::resources, "resources.html", ""},
    {PageKind::episode, "episode.html", "episode"},
    {PageKind::guest, "guest.html", "person"},
    {PageKind::topic, "topic.html", "topic"},
    {PageKind::resource, "resource.html", "resource"},
    {PageKind::show, "show.html", "show"},
    {PageKind::page, "page.html", "static_page"},
    {PageKind::search, "search.html", ""},
    {PageKind::not_found, "404.html", ""},
};

const PageTemplate& template_of(PageKind kind) {
  for (const PageTemplate& row : page_templates)
    if (row.kind == kind) return row;
  return page_templates[0];
}

// What both functions of templates have in common: one text in, one address out.
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

class AssetFunction final : public AddressFunction {
 public:
  AssetFunction(const View& view, const Theme& theme) : AddressFunction(view), theme_(theme) {}
  std::string_view type_name() const override { return "asset"; }

 private:
  Value address(jinja::Runtime& runtime, std::string_view name) const override {
    auto asset = theme_.assets.find(name);
    if (asset != theme_.assets.end()) return Value::text(view_.url(asset->second.path));
    std::vector<std::string> names;
    for (const auto& [known, unused] : theme_.assets) names.push_back(known);
    runtime.fail("the theme has no asset '" + std::string(name) + "'", did_you_mean(name, names));
    return {};
  }
  const Theme& theme_;
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
  std::string file = page.subject ? source_of(site, *page.subject) : "";
  return file.empty()
             ? "themes/" + theme.name + "/templates/" + std::string(template_of(page.kind).name)
             : file;
}

OutputFile render_page(const World& world, const Page& page, const Theme& theme,
                       const Staging& staging, Diagnostics& diag) {
  const PageTemplate& row = template_of(page.kind);
  View view(world, page);
  static const SiteRow site;
  static const PageRow the_page;
  AssetFunction asset(view, theme);
  UrlToFunction url_to(view);
  jinja::Context context{{"site", view.wrap(site)},
                         {"page", view.wrap(the_page)},
                         {"asset", Value::borrow(asset)},
                         {"url_to", Value::borrow(url_to)}};
  if (page.subject) context.emplace_back(std::string(row.subject), view.entity(*page.subject));
  std::string html;
  theme.templates->render(row.name, context, html, diag);
  return staging.add(output_path(page.path), html, origin_of(world.site, page, theme), diag);
}

}  // namespace

std::vector<OutputFile> render_pages(const World& world, const Theme& theme, const Staging& staging,
                                     Diagnostics& diag) {
  StageTimer timer("render");
  return parallel_map(world.plan.pages, diag, [&](const Page& page, Diagnostics& mine) {
    return render_page(world, page, theme, staging, mine);
  });
}

}  // namespace kbgen
