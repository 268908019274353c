// How long each stage took: wall and processor seconds, for --timings; and that
// it runs, for whoever watches (base/progress.h).
#pragma once

#include <string>
#include <string_view>

namespace kbgen {

// Stands at the top of a stage's entry point and measures until its end. Not
// for code that runs in parallel with other stages of its thread.
class StageTimer {
 public:
  explicit StageTimer(std::string_view stage);
  ~StageTimer();
  StageTimer(const StageTimer&) = delete;
  StageTimer& operator=(const StageTimer&) = delete;

 private:
  std::string_view stage_;
  double wall_, cpu_;
};

// Of the calling thread: a line a stage, in the order in which they ended, the sum and the most
// memory that was used.
std::string format_timings();

}  // namespace kbgen
