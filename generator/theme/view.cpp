#include "theme/view.h"

#include "base/html.h"
#include "theme/page_citable.h"

namespace kbgen {

View::View(const Publication& publication, const Page& page, ReadRecorder* reads)
    : publication_(publication), page_(page), reads_(reads), style_(publication.url_style()) {}

const Citable& View::citable() const {
  if (!citable_) citable_ = citable_of(publication_, page_);
  return *citable_;
}

// 404.html is shown for addresses at any depth, so its links begin at the root of the host, if
// `base_url` tells where the site is.
std::string View::url(std::string_view path, std::string_view fragment) const {
  const std::string& base = config().base_url;
  if (page_.kind != PageKind::not_found || base.empty())
    return relative_url(page_.path, path, fragment, style_);
  std::size_t host = base.find("://");
  std::size_t slash = host == std::string::npos ? std::string::npos : base.find('/', host + 3);
  std::string prefix = slash == std::string::npos ? "" : base.substr(slash);
  return prefix + "/" + encode_url_path(path) +
         (fragment.empty() ? "" : "#" + encode_url_path(fragment));
}

std::string View::url(EntityId entity, std::string_view fragment) const {
  return url(path_of(site(), entity), fragment);
}

jinja::Value View::number(std::optional<int> number) const {
  return number ? jinja::Value::integer(*number) : absent();
}

// The HTML for a link in prose: of a [[wiki link]] the whole element, of another link the address.
// Links whose target is unknown are reported when the site is assembled, and stop the build before
// this.
static std::string anchor(const View& view, const Prose::Link& link) {
  const LinkTarget& target = link.target;
  std::string path = target.entity         ? path_of(view.site(), *target.entity)
                     : target.path.empty() ? view.page().path
                                           : target.path;
  std::string url = view.url(path, target.fragment);
  if (link.kind != MarkdownSlot::Kind::wiki) return escape_html(url);
  return "<a href=\"" + escape_html(url) + "\">" + escape_html(link.label) + "</a>";
}

jinja::Value View::html(const Prose& prose) const {
  if (prose.links.empty()) return jinja::Value::safe_view(prose.html);
  std::string html;
  std::size_t done = 0;
  for (const Prose::Link& link : prose.links) {
    html.append(prose.html, done, link.offset - done);
    html += anchor(*this, link);
    done = link.offset;
  }
  html.append(prose.html, done);
  return jinja::Value::safe_text(std::move(html));
}

}  // namespace kbgen
