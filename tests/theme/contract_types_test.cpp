#include "theme/contract_types.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace kbgen {

namespace {

ContractTypes types() { return ContractTypes({{"accent", "text", "A colour."}}); }

}  // namespace

TEST_CASE("a type is unknown wherever nothing can be told, and then lacks nothing") {
  ContractType unknown, episode = ContractTypes::row("episode");
  CHECK(!unknown.element().is_known());
  CHECK(!episode.element().is_known());
  CHECK(!episode.list().list().is_known());
  CHECK(!episode.groups().is_known());
  CHECK(!types().lacks(unknown, "nothing"));
  CHECK(!types().field(unknown, "title").is_known());
}

TEST_CASE("fields lead from row to row, lists to their elements") {
  ContractType episode = ContractTypes::row("episode");
  CHECK(types().field(episode, "title") == ContractTypes::row("text"));
  CHECK(types().field(episode, "hosts") == ContractTypes::row("person").list());
  CHECK(types().field(episode, "hosts").element() == ContractTypes::row("person"));
  CHECK(types().field(episode, "show") == ContractTypes::row("show"));
  CHECK(types().lacks(episode, "titel"));
  CHECK(!types().lacks(episode, "title"));
}

TEST_CASE("options of a theme are fields like others") {
  ContractType options = types().field(ContractTypes::row("theme"), "options");
  CHECK(types().field(options, "accent") == ContractTypes::row("text"));
  CHECK(types().lacks(options, "colour"));
  CHECK(types().fields(options) == std::vector<std::string>{"accent"});
}

TEST_CASE("a group is a pair of a key and a list of the same type") {
  ContractType groups = ContractTypes::row("episode").list().groups();
  CHECK(groups.shape == ContractType::Shape::groups);
  CHECK(groups.row == "episode");
}

}  // namespace kbgen
