#include <doctest/doctest.h>

#include "start/file_name_facts.h"
#include "start/people.h"

namespace kbgen {

namespace {

std::string facts(std::string_view stem) {
  FileNameFacts facts = facts_of_file_name(stem);
  return (facts.date ? format_date_iso(*facts.date) : "-") + " | " +
         (facts.number ? std::to_string(*facts.number) : "-") + " | " + facts.title;
}

KnownPeople people() {
  PersonRecord robert, ada, adele;
  robert.slug = "robert-bracco";
  robert.name = "Robert Bracco";
  ada.slug = "ada";
  ada.name = "Ada Lovelace";
  ada.aliases = {{"Countess of Lovelace", {}}};
  adele.slug = "adele";
  adele.name = "Adele Goldberg";
  return KnownPeople({robert, ada, adele});
}

}  // namespace

TEST_CASE("the name of a file tells date, number and title, in any order") {
  CHECK(facts("2024-03-01-why-links-rot") == "2024-03-01 | - | Why links rot");
  CHECK(facts("20240301_ep42_Why links rot") == "2024-03-01 | 42 | Why links rot");
  CHECK(facts("042 - Why links rot") == "- | 42 | Why links rot");
  CHECK(facts("why links rot (episode 7)") == "- | - | Why links rot (episode 7)");
  CHECK(facts("Episode #7 why") == "- | 7 | Episode why");
  CHECK(facts("episode-7") == "- | 7 | ");
}

TEST_CASE("digits that are no day and no number stay in the title") {
  CHECK(facts("1984") == "- | - | 1984");
  CHECK(facts("2024-13-45-x") == "- | - | 2024 13 45 x");
  CHECK(facts("interview 12345678") == "- | - | Interview 12345678");
  CHECK(facts("") == "- | - | ");
  CHECK(facts("---") == "- | - | ");
}

TEST_CASE("a label is somebody by name or alias, then by first name, then nearly") {
  KnownPeople known = people();
  CHECK(known.find_or_add("ADA LOVELACE", {}).slug == "ada");
  CHECK(known.find_or_add("Countess of Lovelace", {}).is_found_by_label);
  CHECK(known.find_or_add("Ada", {"ada", "adele"}).slug == "ada");
  CHECK(known.find_or_add("Ada", {}).slug == "");
  CHECK(known.find_or_add("Rob Bracco", {}).slug == "robert-bracco");
  CHECK(known.find_or_add("Adelle Goldberg", {}).slug == "adele");
  CHECK(!known.find_or_add("Rob Bracco", {}).is_found_by_label);
}

TEST_CASE("a name without a page gets one, once; what is no name does not") {
  KnownPeople known = people();
  PersonGuess first = known.find_or_add("Odile Ferrant", {});
  CHECK(first.slug == "odile-ferrant");
  CHECK(first.is_new);
  CHECK(!known.find_or_add("Odile Ferrant", {}).is_new);
  for (const char* label : {"Unknown Speaker", "Speaker 1", "Host", "SPEAKER_00", "???", ""}) {
    CAPTURE(label);
    CHECK(known.find_or_add(label, {}).slug == "");
  }
}

}  // namespace kbgen
