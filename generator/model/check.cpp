#include "model/check.h"

#include "base/timings.h"

namespace kbgen {

void check_knowledge(const CheckedSite& checked, Diagnostics& diag) {
  static constexpr void (*checks[])(const CheckedSite&, Diagnostics&) = {
      check_mentions, check_use, check_names, check_transcripts, check_episodes, check_images,
  };
  StageTimer timer("check");
  for (auto* check : checks) check(checked, diag);
}

}  // namespace kbgen
