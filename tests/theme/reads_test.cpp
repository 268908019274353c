#include "theme/reads.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace kbgen {

namespace {

ReadsOfPages example() {
  return {{"", {{{"site", "", "title", 1}}, {}}},
          {"topics/mills/",
           {{{"topic", "topics/mills/", "title", 2}, {"page", "", "json_ld", 0xFFFFFFFFFFFFFFFF}},
            {}}}};
}

std::string explained(const ReadsOfPages& before, const ReadsOfPages& now) {
  return join(explain_changes(before, now), "\n");
}

}  // namespace

TEST_CASE("reads are the same when they come back from their file") {
  std::string text = format_reads(example());
  CHECK(text ==
        "\n\tsite\t\ttitle\t0000000000000001\n"
        "topics/mills/\n\ttopic\ttopics/mills/\ttitle\t0000000000000002\n"
        "\tpage\t\tjson_ld\tffffffffffffffff\n");
  CHECK(explained(example(), parse_reads(text)) == "");
  CHECK(format_reads(parse_reads(text)) == text);
}

TEST_CASE("a file of reads that was cut or is something else is read as far as it makes sense") {
  std::string text = format_reads(example());
  for (std::size_t size = 0; size < text.size(); ++size) parse_reads(text.substr(0, size));
  for (const char* other :
       {"\t", "\ta\tb\tc\tx\n", "\ta\tb\tc\t12345678901234567\n", "\n\n\t\t\t\t\n"})
    parse_reads(other);
  CHECK(parse_reads("p\n\ta\tb\tc\tx\n").at("p").reads.empty());
}

TEST_CASE("the first read that differs says why") {
  ReadsOfPages now = example();
  now["topics/mills/"].reads[1].value = 5;
  now[""].reads.push_back({"site", "", "topics", 7});
  now["topics/new/"];
  CHECK(explained(example(), now) ==
        "the home page: it reads site.topics\n"
        "topics/mills/: page.json_ld has changed\n"
        "topics/new/: it is new");
  CHECK(explained(now, example()) ==
        "the home page: it reads less\ntopics/mills/: page.json_ld has changed");
}

TEST_CASE("what values are made of tells them apart") {
  auto facts = [](const jinja::Value& value) {
    std::string text;
    feed(text, value);
    return text;
  };
  using jinja::Value;
  CHECK(facts(Value::integer(1)) != facts(Value::boolean(true)));
  CHECK(facts(Value::text("1")) != facts(Value::integer(1)));
  CHECK(facts(Value::text("<b>")) != facts(Value::safe_text("<b>")));
  CHECK(facts(Value::list({Value::text("ab"), Value::text("c")})) !=
        facts(Value::list({Value::text("a"), Value::text("bc")})));
  CHECK(facts(Value::none()) != facts(Value::text("")));
  CHECK(facts(Value::text("same")) == facts(Value::view("same")));
}

}  // namespace kbgen
