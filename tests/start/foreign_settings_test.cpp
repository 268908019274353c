#include "start/foreign_settings.h"

#include <doctest/doctest.h>

namespace kbgen {

static std::string settings_of(const std::string& text) {
  SourceFile file{"config", text};
  Diagnostics diag;
  std::string out;
  for (const SiteSetting& one : site_settings_of(*parse_yaml(whole_file(file), diag)))
    out += one.key + "=" + one.value + ";";
  return out;
}

TEST_CASE("title, description, address and language of other programs are told") {
  CHECK(settings_of("title: Mills\ntagline: Of mills\nurl: https://a.example/\nbaseurl: /pod\n") ==
        "title=Mills;description=Of mills;base_url=https://a.example/pod;");
  CHECK(settings_of("baseURL: https://a.example/x/\nlanguageCode: en_GB\n"
                    "params: {description: \"Of  mills\"}\n") ==
        "description=Of mills;base_url=https://a.example/x;language=en-GB;");
  CHECK(settings_of("url: javascript:alert(1)\nplugins: [a]\n") == "");
  CHECK(settings_of("site_name: Mills\nsite_url: https://a.example/\nlanguage: de\n") ==
        "title=Mills;base_url=https://a.example;language=de;");
  CHECK(settings_of("- no map\n") == "");
}

}  // namespace kbgen
