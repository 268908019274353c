#include "theme/read_recorder.h"

#include <doctest/doctest.h>

namespace kbgen {

using jinja::Value;

TEST_CASE("values that a template could tell apart have different digests") {
  std::vector<Value> values;
  values.push_back(Value::none());
  values.push_back(Value::boolean(false));
  values.push_back(Value::boolean(true));
  values.push_back(Value::integer(1));
  values.push_back(Value::text("1"));
  values.push_back(Value::text(""));
  values.push_back(Value::list({}));
  values.push_back(Value::list({Value::text("ab"), Value::text("c")}));
  values.push_back(Value::list({Value::text("a"), Value::text("bc")}));
  values.push_back(Value::list({Value::list({Value::text("ab")}), Value::text("c")}));
  for (std::size_t a = 0; a < values.size(); ++a)
    for (std::size_t b = 0; b < values.size(); ++b) {
      CAPTURE(a);
      CAPTURE(b);
      CHECK((digest_of_value(values[a]) == digest_of_value(values[b])) == (a == b));
    }
}

TEST_CASE("a field of a thing is new once, and reads are kept in their order") {
  ReadRecorder recorder;
  int mills = 0, looms = 0;
  static constexpr std::string_view title = "title", about = "about";
  CHECK(recorder.is_new(&mills, title));
  CHECK(!recorder.is_new(&mills, title));
  CHECK(recorder.is_new(&mills, about));
  CHECK(recorder.is_new(&looms, title));
  recorder.add("topic", "topics/mills/", title, Value::text("Mills"));
  recorder.add("topic", "topics/looms/", title, Value::text("Looms"));
  std::vector<Read> reads = recorder.take();
  REQUIRE(reads.size() == 2);
  CHECK(reads[0].subject == "topics/mills/");
  CHECK(reads[0].value == digest_of_value(Value::text("Mills")));
  CHECK(!reads[0].is_of(reads[1]));
  CHECK(recorder.take().empty());
}

}  // namespace kbgen
