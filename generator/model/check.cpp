#include "model/check.h"

#include "base/work.h"

namespace kbgen {

void check_knowledge(const Knowledge& known, Diagnostics& diag) {
  static constexpr void (*checks[])(const Knowledge&, Diagnostics&) = {
      check_mentions, check_use,       check_names,  check_transcripts, check_episodes,
      check_voices,   check_spellings, check_speech, check_images,
  };
  StageTimer timer(diag.work(), "check");
  for (auto* check : checks) check(known, diag);
}

}  // namespace kbgen
