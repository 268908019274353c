// The names of an archive, for speech recognition: told them before, it hears them right.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/knowledge.h"

namespace kbgen {

// Of which episodes the names are wanted. Empty: of all.
struct GlossaryScope {
  std::optional<PersonId> person;  // of episodes in which they take part
  std::optional<ShowId> show;      // of its episodes
};

struct GlossaryName {
  std::string name;
  std::uint32_t corrected = 0;  // how often it was heard wrong, and corrected
  std::uint32_t said = 0;       // how often it was said and heard right
  bool takes_part = false;      // a host or a guest of one of the episodes
};

// Names, other names and what corrections put in place of what was heard, the most useful first:
// those that recognition has heard wrong, then who takes part, then those that are said most.
std::vector<GlossaryName> glossary_of(const Knowledge& known, const GlossaryScope& scope);

// How many tokens of Whisper a text has at most, estimated, because its vocabulary is not at hand:
// a token for each three letters that a word begins, for each sign and for each byte of letters
// beyond ASCII. Measured on names, Whisper needs about two thirds of that.
std::size_t estimate_tokens(std::string_view text);

// What Whisper reads of an initial prompt, in tokens.
inline constexpr std::size_t most_prompt_tokens = 224;

// The first names as one line, "Ada Lovelace, Zürich, PyTorch.", as many as the tokens allow.
std::string whisper_prompt(const std::vector<GlossaryName>& names,
                           std::size_t most_tokens = most_prompt_tokens);

}  // namespace kbgen
