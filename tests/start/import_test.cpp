#include <doctest/doctest.h>

#include "start/people.h"

namespace kbgen {

namespace {

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
