#include "jinja/template_set.h"

#include <algorithm>
#include <utility>

namespace kbgen::jinja {

void TemplateSet::add(std::unique_ptr<Template> parsed) {
  std::unique_ptr<Template>& slot = templates_[parsed->name];
  parsed->hidden = std::move(slot);
  slot = std::move(parsed);
}

static const Template* first_good(const Template* source) {
  while (source && source->is_broken) source = source->hidden.get();
  return source;
}

// Spells a name as Jinja's loaders do: './a.html' and 'a.html' are the same.
static std::string plain_name(std::string_view name) {
  std::string plain;
  while (!name.empty()) {
    std::string_view step = name.substr(0, name.find('/'));
    name.remove_prefix(std::min(step.size() + 1, name.size()));
    if (step.empty() || step == ".") continue;
    if (!plain.empty()) plain += '/';
    plain += step;
  }
  return plain;
}

const Template* TemplateSet::find(std::string_view name, const SourceFile* asking) const {
  auto found = templates_.find(name);
  if (found == templates_.end()) found = templates_.find(plain_name(name));
  if (found == templates_.end()) return nullptr;
  for (const Template* same = found->second.get(); same; same = same->hidden.get())
    if (&same->source == asking && same->hidden) return first_good(same->hidden.get());
  return first_good(found->second.get());
}

std::vector<std::string> TemplateSet::names() const {
  std::vector<std::string> names;
  for (const auto& [name, parsed] : templates_) names.push_back(name);
  return names;
}

std::vector<const Template*> TemplateSet::all() const {
  std::vector<const Template*> all;
  for (const auto& [name, top] : templates_)
    for (const Template* source = top.get(); source; source = source->hidden.get())
      all.push_back(source);
  return all;
}

}  // namespace kbgen::jinja
