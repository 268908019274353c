#include "theme/render.h"

#include <algorithm>

#include "base/controls.h"
#include "base/did_you_mean.h"
#include "base/parallel.h"
#include "base/work.h"
#include "jinja/function.h"
#include "jinja/runtime.h"
#include "theme/contract.h"
#include "theme/page_templates.h"

namespace kbgen {

namespace {

using jinja::Value;

// A function of templates that takes one text and returns an address.
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

// Null, and reported, if the theme has no asset of this name.
const Asset* find_asset(const Theme& theme, std::string_view name, jinja::Runtime& runtime) {
  auto asset = theme.assets.find(name);
  if (asset != theme.assets.end()) return &asset->second;
  std::vector<std::string> names;
  for (const auto& [known, unused] : theme.assets) names.push_back(known);
  runtime.fail_as("unknown-asset", "the theme has no asset '" + std::string(name) + "'",
                  did_you_mean(name, names));
  return nullptr;
}

// asset(): the address of an asset. It notes the name in `used`, because only assets that are used
// get published.
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

// url_to(): the address of any path of the site.
class UrlToFunction final : public AddressFunction {
 public:
  using AddressFunction::AddressFunction;
  std::string_view type_name() const override { return "url_to"; }

 private:
  Value address(jinja::Runtime&, std::string_view path) const override {
    return Value::text(view_.url(path));
  }
};

// The file that messages name as the maker of a page, should two things make the same one: the
// author's file, else the template.
std::string origin_of(const Publication& publication, const Page& page) {
  std::string file = source_of(publication.site(), page);
  return file.empty() ? "themes/" + publication.theme.name + "/templates/" +
                            std::string(template_of(page.kind).name)
                      : file;
}

// Renders a page. `reads`, if not null, records what it reads; `assets` gets the names of the
// assets that it uses; `health` is the subject of the page /health/.
std::string render_html(const Publication& publication, const Page& page, ReadRecorder* reads,
                        std::set<std::string>& assets, Diagnostics& diag,
                        const Health* health = nullptr) {
  const PageTemplate& row = template_of(page.kind);
  const Theme& theme = publication.theme;
  View view(publication, page, reads);
  static const SiteRow site;
  static const PageRow the_page;
  AssetFunction asset(view, theme, assets);
  UrlToFunction url_to(view);
  jinja::Context context{{"site", wrap(view, site)},
                         {"page", wrap(view, the_page)},
                         {"theme", wrap(view, theme)},
                         {"asset", Value::borrow(asset)},
                         {"url_to", Value::borrow(url_to)}};
  if (page.subject) context.emplace_back(std::string(row.subject), wrap(view, *page.subject));
  if (page.version) context.emplace_back(std::string(row.subject), wrap(view, *page.version));
  if (const Part* part = publication.plan().part_of(page))
    context.emplace_back(std::string(row.subject), wrap(view, *part));
  if (health) context.emplace_back(std::string(row.subject), wrap(view, *health));
  std::string html;
  theme.templates->render(row.name, context, html, diag);
  // Control characters are refused when content is read, but HTML entities can still produce them.
  return without_controls(std::move(html));
}

struct RenderedPage {
  OutputFile file;
  PageReads made_of;
  bool may_be_reused = false;
  std::string why;  // the page was rendered again; empty if it was kept, or if nobody asks
};

// Renders pages of the plan, or keeps the published file of a page that would come out the same.
// Safe to use from several threads.
class PageMaker {
 public:
  PageMaker(const Publication& publication, const PageReuse& reuse)
      : publication_(publication), reuse_(reuse) {
    if (reuse.published) subjects_ = subjects_of(publication.known);
  }

  RenderedPage make(const Page& page, Diagnostics& diag) const {
    RenderedPage rendered;
    const std::string path = output_path(page.path), origin = origin_of(publication_, page);
    if (reuse_.published && is_fresh(page, rendered)) {
      rendered.file = publication_.staging.keep(path, origin);
      return rendered;
    }
    ReadRecorder reads;
    std::string html = render_html(publication_, page, reuse_.notes_reads ? &reads : nullptr,
                                   rendered.made_of.assets, diag);
    rendered.made_of.reads = reads.take();
    rendered.may_be_reused = reuse_.notes_reads && diag.all().empty();
    rendered.file = publication_.staging.add(path, html, origin, diag);
    return rendered;
  }

 private:
  // Whether the published page would come out the same; else `rendered.why` says what differs.
  bool is_fresh(const Page& page, RenderedPage& rendered) const {
    const std::string name = page.path.empty() ? "the home page" : page.path;
    auto published = reuse_.published->find(page.path);
    if (published == reuse_.published->end()) {
      rendered.why = name + ": it was not there";
      return false;
    }
    View view(publication_, page);
    if (const Read* other = first_difference(published->second.reads, subjects_, view)) {
      rendered.why = name + ": " + describe(*other) + " is not what it was";
      return false;
    }
    rendered.made_of = published->second;
    rendered.may_be_reused = true;
    return true;
  }

  const Publication& publication_;
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

// Reports each missing template once, not for every page that needs it.
void require_templates(const Plan& plan, const Theme& theme, Diagnostics& diag) {
  for (const PageTemplate& row : page_templates())
    if (std::ranges::find(plan.pages, row.kind, &Page::kind) != plan.pages.end())
      require_template(row, theme, diag);
}

}  // namespace

RenderedPages render_pages(const Publication& publication, const PageReuse& reuse,
                           Diagnostics& diag) {
  StageTimer timer(diag.work(), "render");
  const std::vector<Page>& planned = publication.plan().pages;
  RenderedPages rendered;
  require_templates(publication.plan(), publication.theme, diag);
  if (diag.has_errors()) return rendered;
  const PageMaker maker(publication, reuse);
  auto pages = parallel_map(
      planned, diag, [&](const Page& page, Diagnostics& mine) { return maker.make(page, mine); });
  rendered.assets = publication.theme.listed_assets;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    RenderedPage& page = pages[i];
    rendered.files.push_back(std::move(page.file));
    rendered.assets.insert(page.made_of.assets.begin(), page.made_of.assets.end());
    if (!page.why.empty()) rendered.made_again.push_back(std::move(page.why));
    if (page.may_be_reused) rendered.reads.emplace(planned[i].path, std::move(page.made_of));
  }
  return rendered;
}

std::string render_page(const Publication& publication, const Page& page, Diagnostics& diag) {
  std::set<std::string> assets;
  return render_html(publication, page, nullptr, assets, diag);
}

RenderedPages render_health(const Publication& publication, const Health& health,
                            Diagnostics& diag) {
  Page page{PageKind::health, path_of(PageKind::health)};
  if (!require_template(template_of(page.kind), publication.theme, diag)) return {};
  RenderedPages rendered;
  std::string html = render_html(publication, page, nullptr, rendered.assets, diag, &health);
  rendered.files.push_back(
      publication.staging.add(output_path(page.path), html, origin_of(publication, page), diag));
  return rendered;
}

}  // namespace kbgen
