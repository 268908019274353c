#include "commands/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "commands/terminal.h"
#include "language/locale.h"

namespace kbgen {

namespace {

using namespace std::chrono_literals;

// What the line says of each stage while it runs. A stage that is not listed is shown by its name.
constexpr std::pair<std::string_view, std::string_view> stage_labels[] = {
    {"discover", "looking for files"},
    {"parse", "parsing"},
    {"assemble", "putting together"},
    {"link", "finding mentions"},
    {"graph", "counting what belongs together"},
    {"check", "checking"},
    {"map", "drawing the map"},
    {"dates", "dating pages"},
    {"permalinks", "comparing with permalinks/"},
    {"theme", "reading the theme"},
    {"pictures", "reading pictures"},
    {"render", "rendering"},
    {"citations", "writing citations"},
    {"data", "writing data"},
    {"feeds", "writing feeds"},
    {"markdown", "writing Markdown"},
    {"search", "indexing"},
    {"share_images", "drawing pictures"},
    {"squares", "making pictures smaller"},
    {"transcripts", "writing transcripts"},
    {"publish", "publishing"},
    {"read the archive", "reading the archive"},
    {"compare sounds", "comparing sounds"},
    {"find names", "finding names"},
    {"find topics", "finding topics"},
    {"find unlinked", "finding missing links"},
    {"ask", "asking other hosts"},
    {"import", "importing"},
};

std::string_view label_of(std::string_view stage) {
  auto row = std::ranges::find(stage_labels, stage, [](const auto& pair) { return pair.first; });
  return row == std::end(stage_labels) ? stage : row->second;
}

std::string grouped(std::size_t number) { return format_number(number, locale_of("en")); }

// The first `columns` letters of a text. The line is in English, so a letter takes one column.
std::string cut(const std::string& text, std::size_t columns) {
  std::size_t seen = 0, at = 0;
  for (; at < text.size(); ++at) {
    bool begins_letter = !continues_letter(text[at]);
    if (begins_letter && ++seen > columns) break;
  }
  return text.substr(0, at);
}

}  // namespace

std::string format_progress(const ProgressNow& now, std::size_t width) {
  std::string line(label_of(now.stage));
  if (now.of > 0)
    line += fmt::format(" {} of {}", grouped(std::min(now.done, now.of)), grouped(now.of));
  return cut(line + fmt::format(" · {:.1f} s", now.seconds), width);
}

ProgressLine::ProgressLine(int terminal, Clock::duration delay)
    : terminal_(terminal), delay_(delay) {
  if (!is_smart_terminal(terminal)) return;
  drawer_ = std::jthread([this](std::stop_token stop) { draw_repeatedly(stop); });
}

void ProgressLine::stage_began(std::string_view stage) {
  std::lock_guard lock(mutex_);
  // After a pause, as under `kbgen serve` between two changes, the time is counted from now on.
  if (auto now = Clock::now(); now - ended_ > 1s) began_ = now;
  stage_ = stage;
  if (Clock::now() - began_ >= delay_) draw();
  changed_.notify_one();
}

void ProgressLine::stage_ended() {
  std::lock_guard lock(mutex_);
  ended_ = Clock::now();
  stage_.clear();
  erase();
}

void ProgressLine::work_began(std::size_t pieces) {
  std::lock_guard lock(mutex_);
  done_ = 0;
  pieces_ = pieces > 1 ? pieces : 0;
}

void ProgressLine::work_ended() {
  std::lock_guard lock(mutex_);
  pieces_ = 0;
}

void ProgressLine::draw_repeatedly(std::stop_token stop) {
  std::unique_lock lock(mutex_);
  while (changed_.wait(lock, stop, [&] { return !stage_.empty(); })) {
    if (Clock::now() - began_ >= delay_) draw();
    changed_.wait_for(lock, stop, 100ms, [] { return false; });
  }
}

void ProgressLine::draw() {
  double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
  std::size_t width = terminal_width(terminal_) - 1;  // some terminals wrap after the last column
  std::string line = "\r" + format_progress({stage_, done_, pieces_, seconds}, width) + "\x1b[K";
  is_shown_ = write(terminal_, line.data(), line.size()) > 0;
}

ShownWork::ShownWork(std::int64_t threads) : line(STDERR_FILENO), work(line.watcher()) {
  work.limit_threads(static_cast<int>(threads));
}

void ProgressLine::erase() {
  constexpr std::string_view nothing = "\r\x1b[K";
  if (is_shown_) is_shown_ = write(terminal_, nothing.data(), nothing.size()) < 0;
}

}  // namespace kbgen
