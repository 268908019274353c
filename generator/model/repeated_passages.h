// What is said word for word in many episodes, such as advertisements and greetings.
#pragma once

#include <vector>

#include "model/passage.h"
#include "model/site.h"

namespace kbgen {

// Keeps one of the passages whose sentences with the names are the same in three episodes or more:
// that of the newest episode, which then knows in how many others they are said. Short sentences,
// which people say by chance, stay. Groups that lose all their passages go.
void keep_one_of_repeated(const Site& site, std::vector<PassageGroup>& groups);

}  // namespace kbgen
