#include "citations/marked.h"

#include <doctest/doctest.h>

namespace kbgen {

// "<Show>, at 12:34, #t=754 as "t754"."
static const std::string marked = italic("<Show>") + if_known(", at ", mark::time) +
                                  if_known(", #", mark::fragment) +
                                  if_known(" as \"", mark::key, "\"") + ".";

TEST_CASE("a marked text becomes plain text of a moment") {
  CitedMoment timed{"t=754", Timecode{754'000}}, untimed{"p-1f3a9c02", std::nullopt};
  CHECK(plain_citation(marked, &timed) == "<Show>, at 12:34, #t=754 as \"t754\".");
  CHECK(plain_citation(marked, &untimed) == "<Show>, #p-1f3a9c02 as \"p-1f3a9c02\".");
  CHECK(plain_citation(marked) == "<Show>.");
}

TEST_CASE("the same text becomes HTML with places for a script") {
  CHECK(html_citation(marked) ==
        "<i>&lt;Show&gt;</i><template data-moment=\"time\">, at <slot></slot></template>"
        "<template data-moment=\"fragment\">, #<slot></slot></template>"
        "<template data-moment=\"key\"> as \"<slot></slot>\"</template>.");
}

TEST_CASE("text of users brings no marks") {
  CHECK(without_marks("a\x01 b\x06\n\tc\x7F d\x02") == "a b c d");
}

}  // namespace kbgen
