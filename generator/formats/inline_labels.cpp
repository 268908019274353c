#include "formats/inline_labels.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "formats/guard.h"
#include "formats/labels.h"

namespace kbgen {

namespace {

constexpr std::size_t longest_label = 48;  // bytes

// The label that begins `rest` and has a colon behind it; empty if there is none.
std::string_view label_before_colon(std::string_view rest) {
  std::size_t colon = rest.substr(0, longest_label + 1).find(": ");
  if (colon == rest.npos || colon == 0) return {};
  std::string_view label = rest.substr(0, colon);
  return is_label(label) ? label : std::string_view();
}

bool ends_sentence(std::string_view before) {
  for (std::string_view sign : {".", "?", "!", "\u2026", "\u201D", "\"", ")", "]"})
    if (before.ends_with(sign)) return true;
  return false;
}

struct LabelUses {
  std::size_t inside = 0, in_front = 0;  // of a line
};

// A label behind the end of a sentence.
struct InlineLabel {
  std::size_t at = 0;  // where it begins, in bytes
  std::string_view label;
};

}  // namespace

std::optional<std::string> part_at_inline_labels(std::string_view text) {
  constexpr std::size_t fewest = 4;
  if (text.find(guard) != text.npos) return std::nullopt;  // our exports part their turns
  std::map<std::string_view, LabelUses> uses;
  std::vector<InlineLabel> found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_front = i == 0 || text[i - 1] == '\n';
    const bool is_inside = !is_front && text[i - 1] == ' ' && text[i] != ' ' &&
                           ends_sentence(trim_right(text.substr(0, i)));
    if (!is_front && !is_inside) continue;
    std::string_view label = label_before_colon(text.substr(i));
    if (label.empty()) continue;
    ++(is_front ? uses[label].in_front : uses[label].inside);
    if (is_inside) found.push_back({i, label});
  }
  std::size_t lines = 0, speakers = 0, inside = 0, in_front = 0;
  for (std::string_view line : split(text, '\n')) lines += !trim(line).empty();
  for (const auto& [label, use] : uses) {
    in_front += use.in_front;
    if (use.inside == 0 || use.inside + use.in_front < 2) continue;
    ++speakers;
    inside += use.inside;
  }
  if (speakers < 2 || inside < fewest || inside <= std::max(in_front, lines)) return std::nullopt;
  std::string parted;
  std::size_t done = 0;
  for (const InlineLabel& one : found) {
    const LabelUses& use = uses[one.label];
    if (use.inside + use.in_front < 2) continue;
    parted.append(text.substr(done, one.at - done)).append("\n\n");
    done = one.at;
  }
  return parted.append(text.substr(done));
}

}  // namespace kbgen
