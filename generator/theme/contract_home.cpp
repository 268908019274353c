// What templates may read of the parts of the home page.

#include "theme/contract.h"
#include "theme/home_facts.h"

namespace kbgen {

using jinja::Value;

std::span<const Field<HomePart>> Contract<HomePart>::fields() {
  static constexpr Field<HomePart> fields[] = {
      {"name", "text",
       "search, episode, topic, map, people, episodes, topics, shows or years; each at most once.",
       [](const HomePart& p, const View& v) { return v.text(p.name); }},
      {"episode", "episode?",
       "What `home` of config.yaml chose, else the newest one with a transcript; none for other "
       "parts than episode.",
       [](const HomePart& p, const View& v) {
         if (p.name != "episode") return v.absent();
         return wrap(v, p.episode ? p.episode : newest_to_show(v));
       }},
      {"topic", "topic?",
       "What `home` of config.yaml chose, else the topic that is named most often of those with "
       "three `quotations`; none for other parts than topic.",
       [](const HomePart& p, const View& v) {
         if (p.name != "topic") return v.absent();
         return wrap(v, p.topic ? p.topic : topic_to_quote(v));
       }},
  };
  return fields;
}

}  // namespace kbgen
