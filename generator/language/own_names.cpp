#include "language/own_names.h"

#include "base/text.h"
#include "language/locale.h"

namespace kbgen {

namespace {

// Names as Unicode's CLDR has them.
struct OwnName {
  std::string_view code, name;
};
constexpr OwnName own_names[] = {{"ar", "العربية"},
                                 {"be", "беларуская"},
                                 {"bg", "български"},
                                 {"ca", "català"},
                                 {"cs", "čeština"},
                                 {"da", "dansk"},
                                 {"de", "Deutsch"},
                                 {"el", "Ελληνικά"},
                                 {"en", "English"},
                                 {"es", "español"},
                                 {"et", "eesti"},
                                 {"eu", "euskara"},
                                 {"fa", "فارسی"},
                                 {"fi", "suomi"},
                                 {"fr", "français"},
                                 {"gl", "galego"},
                                 {"he", "עברית"},
                                 {"hr", "hrvatski"},
                                 {"hu", "magyar"},
                                 {"id", "Bahasa Indonesia"},
                                 {"it", "italiano"},
                                 {"ja", "日本語"},
                                 {"ko", "한국어"},
                                 {"lt", "lietuvių"},
                                 {"lv", "latviešu"},
                                 {"ms", "Bahasa Melayu"},
                                 {"nb", "norsk bokmål"},
                                 {"nl", "Nederlands"},
                                 {"nn", "norsk nynorsk"},
                                 {"no", "norsk"},
                                 {"pl", "polski"},
                                 {"pt", "português"},
                                 {"pt-PT", "português europeu"},
                                 {"ro", "română"},
                                 {"ru", "русский"},
                                 {"sk", "slovenčina"},
                                 {"sl", "slovenščina"},
                                 {"sr", "српски"},
                                 {"sv", "svenska"},
                                 {"th", "ไทย"},
                                 {"tr", "Türkçe"},
                                 {"uk", "українська"},
                                 {"ur", "اردو"},
                                 {"vi", "Tiếng Việt"},
                                 {"zh", "中文"}};

}  // namespace

std::string own_name_of(std::string_view tag) {
  for (const std::string& part : tags_of(tag))
    for (const OwnName& one : own_names)
      if (lower_ascii(one.code) == part) return std::string(one.name);
  return std::string(tag);
}

}  // namespace kbgen
