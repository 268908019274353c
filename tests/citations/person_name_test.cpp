#include "citations/person_name.h"

#include <doctest/doctest.h>

namespace kbgen {

static std::string parts(const PersonName& name) {
  if (!name.literal.empty()) return "= " + name.literal;
  return name.given + " | " + name.particle + " | " + name.family + " | " + name.suffix;
}

TEST_CASE("a name comes apart where bibliographies cut it") {
  struct Name {
    const char* written;
    const char* parts;
  };
  static constexpr Name names[] = {
      {"Ada Lovelace", "Ada |  | Lovelace | "},
      {"Margaret E. Mitchell", "Margaret E. |  | Mitchell | "},
      {"Vincent van Gogh", "Vincent | van | Gogh | "},
      {"Jan van der Berg", "Jan | van der | Berg | "},
      {"Simone de Beauvoir", "Simone | de | Beauvoir | "},
      {"Maria de los Santos Cruz", "Maria | de los | Santos Cruz | "},
      {"Robert De Niro", "Robert |  | De Niro | "},
      {"Van Morrison", "Van |  | Morrison | "},
      {"José Ortega y Gasset", "José |  | Ortega y Gasset | "},
      {"Charles d'Artagnan", "Charles |  | d'Artagnan | "},
      {"bell hooks", "bell |  | hooks | "},
      {"Jean-Paul Sartre", "Jean-Paul |  | Sartre | "},
      {"Martin Luther King Jr.", "Martin Luther |  | King | Jr."},
      {"Martin Luther King, Jr.", "Martin Luther |  | King | Jr."},
      {"Robert Downey III", "Robert |  | Downey | III"},
      {"Dr. Ada Lovelace, PhD", "Ada |  | Lovelace | "},
      {"  Ada \n Lovelace ", "Ada |  | Lovelace | "},
      {"Dr. Dre", "Dr. |  | Dre | "},
  };
  for (const Name& name : names) {
    CAPTURE(name.written);
    CHECK(parts(split_name(name.written)) == name.parts);
  }
}

TEST_CASE("what cannot be turned round stays whole") {
  for (const char* whole : {"Plato", "山田 太郎", "山田太郎", "김연아", "The Example Collective",
                            "Smith & Sons", "Ada and Grace", "Lovelace, Ada", "Speaker 2",
                            "@someone here", "Bank of Examples", "Jr."}) {
    CAPTURE(whole);
    CHECK(parts(split_name(whole)) == std::string("= ") + whole);
  }
}

TEST_CASE("an odd name neither crashes nor vanishes") {
  for (const char* odd : {"", ",", ", ,", "de", "van der", "Jr. Jr. Jr.", "Ada ,",
                          "\xF0\x9F\x8E\x99", "a, PhD, PhD", "- -", "St. St. St."}) {
    CAPTURE(odd);
    PersonName name = split_name(odd);
    CHECK((name.literal.empty() ? !name.family.empty() && !name.given.empty()
                                : name.family.empty()) == !std::string(odd).empty());
  }
}

TEST_CASE("an alias that is the name turned round says where the family name begins") {
  Person person;
  person.name = "Karen Spärck Jones";
  CHECK(parts(name_of(person)) == "Karen Spärck |  | Jones | ");
  person.aliases = {{"KSJ"}, {"Jones, K."}, {"Spärck Jones, Karen"}};
  CHECK(parts(name_of(person)) == "Karen |  | Spärck Jones | ");
}

TEST_CASE("a name in the text is short, beside another one it is full") {
  PersonName king = split_name("Martin Luther King Jr."), gogh = split_name("Vincent van Gogh");
  CHECK(short_name(king) == "King");
  CHECK(full_name(king) == "Martin Luther King Jr.");
  CHECK(short_name(gogh) == "van Gogh");
  CHECK(full_name(gogh) == "Vincent van Gogh");
  CHECK(full_name(split_name("Plato")) == "Plato");
}

}  // namespace kbgen
