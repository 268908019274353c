#include "formats/line_shapes.h"

#include <doctest/doctest.h>

using namespace kbgen;

TEST_CASE("a line has one shape") {
  CHECK(shape_of("") == LineShape::blank);
  CHECK(shape_of("Just words.") == LineShape::speech);
  CHECK(shape_of("## A heading") == LineShape::heading);
  CHECK(shape_of("#hashtag") == LineShape::speech);
  CHECK(shape_of("Ada Lovelace  1:02:03  ") == LineShape::otter);
  CHECK(shape_of("Ada Lovelace 0:45") == LineShape::otter);
  CHECK(shape_of("see you at 10:30") == LineShape::speech);
  CHECK(shape_of("Ada: 00:00:45") == LineShape::name_time);
  CHECK(shape_of("Ada (00:45):") == LineShape::name_time);
  CHECK(shape_of("**Ada**[(00:00:45)](https://x.example/?t=45) Hello") == LineShape::name_time);
  CHECK(shape_of("(1:00):") == LineShape::name_time);
  CHECK(shape_of("0:45 words") == LineShape::timed);
  CHECK(shape_of("[0:45] words") == LineShape::timed);
  CHECK(shape_of("0:45") == LineShape::timed);
  CHECK(shape_of("0:45x") == LineShape::speech);
  CHECK(shape_of("**Ada:** words") == LineShape::bold_label);
  CHECK(shape_of("__Ada__: words") == LineShape::bold_label);
  CHECK(shape_of("**bold** words") == LineShape::speech);
  CHECK(shape_of("Ada: words") == LineShape::label);
  CHECK(shape_of("\u200B"
                 "Ada: words") == LineShape::speech);
}
