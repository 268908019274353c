// Episodes that are translations of others.

#include "model/translations.h"

#include <doctest/doctest.h>

#include "support/linked.h"

namespace kbgen {

static void write_pair() {
  write_topic("mill", "aliases: [Mühle]");
  write_bytes("content/guests/ada-low.md", "---\nname: Ada Low\n---\n");
  write_episode("mill-talk", "date: 2024-01-02\nguests: [ada-low]\ntopics: [mill]",
                "**Ada Low:** The mill turns, and the mill stops.\n");
  write_episode("muehlengespraech",
                "date: 2024-01-03\nguests: [ada-low]\nlanguage: de\ntranslation_of: mill-talk",
                "**Ada Low:** Die Mühle dreht sich, und die Mühle steht.\n");
}

TEST_CASE("an original and its translation are tied, and count once") {
  TestProject project;
  write_pair();
  Linked site;
  EpisodeId original = site.episode("mill-talk"), translation = site.episode("muehlengespraech");
  CHECK(site.site.episodes[translation].translation_of == original);
  CHECK(site.slugs(site.links.translations[original]) == "muehlengespraech ");
  CHECK(site.slugs(site.links.translations[translation]) == "mill-talk ");
  CHECK(site.links.mentions.size() == 4);
  CHECK(site.links.mentions_counted == 2);
  CHECK(site.slugs(site.links.episodes_of[site.person("ada-low")]) == "mill-talk ");
  CHECK(site.links.words == site.site.episodes[original].spoken->word_count);
  // On its own page a translation tells what it mentions, and the two are not "related".
  CHECK(site.links.mentioned_in[translation][0].count == 2);
  CHECK(site.links.related_episodes[original].empty());
  CHECK(site.links.related_episodes[translation].empty());
}

TEST_CASE("where the original has no transcript, its translation counts") {
  TestProject project;
  write_pair();
  write_episode("mill-talk", "date: 2024-01-02\nguests: [ada-low]");
  Linked site;
  CHECK(site.links.mentions_counted == 2);
  CHECK(site.links.words ==
        site.site.episodes[site.episode("muehlengespraech")].spoken->word_count);
  CHECK(site.slugs(site.links.episodes_of[site.person("ada-low")]) == "mill-talk ");
}

TEST_CASE(
    "a translation of a translation is one of the original; a show of translations has them") {
  TestProject project;
  write_pair();
  write_bytes("config.yaml", "title: A case\ntheme: plain\nshows: {moulin: {title: Moulin}}\n");
  write_episode("moulin", "show: moulin\nlanguage: fr\ntranslation_of: muehlengespraech",
                "**Ada Low:** La mill.\n");
  Linked site;
  EpisodeId french = site.episode("moulin");
  CHECK(site.site.episodes[french].translation_of == site.episode("mill-talk"));
  CHECK(site.slugs(site.links.translations[french]) == "mill-talk muehlengespraech ");
  CHECK(site.slugs(site.links.episodes_of[ShowId{0}]) == "moulin ");
}

}  // namespace kbgen
