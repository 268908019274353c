#include "model/by_age.h"

#include <doctest/doctest.h>

namespace kbgen {

TEST_CASE("by_age turns the order of a site around and leaves undated episodes last") {
  Site site;
  for (const char* date : {"2024-03-01", "2024-03-01", "2020-01-01", "", ""}) {
    Episode episode;
    episode.date = parse_date(date);
    site.episodes.add(episode);
  }
  CHECK(by_age(site, {{0}, {1}, {2}, {3}, {4}}) == std::vector<EpisodeId>{{2}, {1}, {0}, {3}, {4}});
  CHECK(by_age(site, {{3}, {4}}) == std::vector<EpisodeId>{{3}, {4}});
  CHECK(by_age(site, {}).empty());
}

}  // namespace kbgen
