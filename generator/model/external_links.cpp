#include "model/external_links.h"

#include <algorithm>
#include <tuple>

#include "base/disk.h"
#include "base/html.h"

namespace kbgen {

namespace {

class Collector {
 public:
  explicit Collector(const Knowledge& known) : known_(known) {}

  // Says which file has the links that are added next.
  void open(const std::string& path) {
    path_ = path;
    const ContentFile* content = known_.sources.find(path);
    file_ = content ? content->source.get() : nullptr;
  }

  void open_config() {
    file_ = known_.project->config_file.get();
    path_ = file_ ? file_->path : "";
  }

  void add(const std::string& url) {
    bool is_web = url.starts_with("https://") || url.starts_with("http://");
    if (!is_web) return;
    Span place;
    std::size_t at = file_ ? file_->text.find(url) : std::string::npos;
    if (at != std::string::npos)
      place = {file_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + url.size())};
    found_.push_back({url.substr(0, url.find('#')), path_, place});
  }

  void add(const std::vector<ExternalLink>& links) {
    for (const ExternalLink& link : links) add(link.url);
  }

  void add(const Prose& prose) {
    constexpr std::string_view begin = "href=\"";
    const std::string& html = prose.html;
    for (std::size_t at = html.find(begin); at != html.npos; at = html.find(begin, at)) {
      at += begin.size();
      add(text_of_html(html.substr(at, html.find('"', at) - at)));
    }
  }

  std::vector<ExternalAddress> finish() && {
    auto place = [](const ExternalAddress& a) { return std::tie(a.url, a.path); };
    std::ranges::stable_sort(found_, {}, place);
    auto stand_together = [&](const auto& a, const auto& b) { return place(a) == place(b); };
    found_.erase(std::unique(found_.begin(), found_.end(), stand_together), found_.end());
    return std::move(found_);
  }

 private:
  const Knowledge& known_;
  std::string path_;
  const SourceFile* file_ = nullptr;
  std::vector<ExternalAddress> found_;
};

}  // namespace

std::vector<ExternalAddress> external_links(const Knowledge& known) {
  const Site& site = known.site;
  Collector links(known);
  auto open = [&](const auto& entity) {
    links.open(join_path(known.project->root, entity.origin.path));
  };
  for (const Episode& episode : site.episodes) {
    open(episode);
    links.add(episode.links);
    if (episode.audio) links.add(episode.audio->url);
    if (episode.video) links.add(episode.video->url);
    links.add(episode.prose);
  }
  for (const Person& person : site.people) {
    open(person);
    links.add(person.links);
    for (const std::string& url : person.same_as) links.add(url);
    links.add(person.prose);
  }
  for (const Topic& topic : site.topics) {
    open(topic);
    links.add(topic.prose);
  }
  for (const Resource& resource : site.resources) {
    open(resource);
    links.add(resource.url);
    links.add(resource.prose);
  }
  for (const StaticPage& page : site.pages) {
    open(page);
    links.add(page.prose);
  }
  links.open_config();
  for (const Show& show : site.shows) {
    links.add(show.url);
    links.add(show.feed);
  }
  return std::move(links).finish();
}

}  // namespace kbgen
