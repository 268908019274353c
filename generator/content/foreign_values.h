// Turns values of front matter that was written for another program into values of ours. Each
// function gives a null value if it cannot.
#pragma once

#include "base/yaml.h"
#include "content/record_source.h"

namespace kbgen::foreign {

Yaml as_it_is(const Yaml& value, const RecordSource& source);
Yaml text(const Yaml& value, const RecordSource& source);
Yaml date(const Yaml& value, const RecordSource& source);       // "March 5, 2024" is one, too
Yaml duration(const Yaml& value, const RecordSource& source);   // "PT5M48S", "45 min", seconds
Yaml chapters(const Yaml& value, const RecordSource& source);   // maps, pairs, or lines
Yaml number(const Yaml& value, const RecordSource& source);     // the 12 of "#12" and "Episode 12"
Yaml language(const Yaml& value, const RecordSource& source);   // "English" is "en"
Yaml words(const Yaml& value, const RecordSource& source);      // for topics
Yaml names(const Yaml& value, const RecordSource& source);      // of people; wiki links are names
Yaml resources(const Yaml& value, const RecordSource& source);  // slugs of files that are there
Yaml topic_slugs(const Yaml& value, const RecordSource& source);
Yaml video(const Yaml& value, const RecordSource& source);  // an id or an address
Yaml audio(const Yaml& value, const RecordSource& source);
Yaml image(const Yaml& value, const RecordSource& source);  // a file that is there
Yaml transcript(const Yaml& value, const RecordSource& source);
Yaml links(const Yaml& value, const RecordSource& source);      // also a map of titles or places
Yaml home_page(const Yaml& value, const RecordSource& source);  // a web address as a link
Yaml twitter_account(const Yaml& value, const RecordSource& source);  // likewise, or a name
Yaml github_account(const Yaml& value, const RecordSource& source);
Yaml old_paths(const Yaml& value, const RecordSource& source);
Yaml unpublished(const Yaml& value, const RecordSource& source);  // `false` becomes `true`
Yaml unfinished(const Yaml& value, const RecordSource& source);   // `draft` becomes `true`
Yaml slug(const Yaml& value, const RecordSource& source);

}  // namespace kbgen::foreign
