// The files beside the content that pages use.
#pragma once

#include <vector>

#include "content/discover.h"
#include "model/site.h"

namespace kbgen {

// Takes files that no page shows, plays or links to out of the files to copy. In a folder that
// nobody configured they would be published without anybody meaning it.
void keep_used(std::vector<StaticFile>& files, const Site& site);

}  // namespace kbgen
