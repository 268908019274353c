// Writes the search index of lunr.js 2.3.9: the very bytes of
// JSON.stringify(lunr(…)), which unmodified lunr.js then loads.
//
//   kbgen::lunr::Builder builder({.fields = {{"title", 10}, {"body"}}});
//   builder.add({"e1", {{"title", "Hello"}, {"body", "All of what was said"}}});
//   std::string json = builder.serialize();
//
// Header-only, and in need of nothing but the C++20 standard library: copy this
// folder. Compile with -ffp-contract=off, for a fused multiplication and addition
// rounds differently. Not here: metadata other than positions, and the query
// side, which is lunr.js's. README.md says more, also of indexes in many files.
#pragma once

#include "lunr/batch.h"
#include "lunr/builder.h"
#include "lunr/settings.h"
#include "lunr/shards.h"
