// JSON of Deepgram (https://developers.deepgram.com/reference): `results.channels[]` with
// alternatives, of which the first is the likeliest. Its paragraphs have sentences and
// speakers; where there are none, utterances or single words do.
#include <algorithm>

#include "formats/evidence.h"
#include "formats/joining.h"
#include "formats/json_words.h"
#include "formats/transcript_format.h"

namespace kbgen {

static Fit looks_like_deepgram(const FormatEvidence& evidence) {
  bool has_keys = evidence.is_json_object && evidence.has("\"channels\"") &&
                  evidence.has("\"alternatives\"") && evidence.has("\"transcript\"");
  return has_keys && !evidence.has("\"pronunciation\"") ? Fit::certain : Fit::none;
}

namespace {

struct Part {
  const Json* json;
  std::string text;
  std::string speaker;
  std::optional<Timecode> start, end;
};

Part part_of(const Json& json, const Json* text, std::string speaker) {
  return {&json, std::string(json_text(text)), std::move(speaker), json_seconds(json.find("start")),
          json_seconds(json.find("end"))};
}

// The best alternative of each channel.
std::vector<const Json*> alternatives_of(const Json& results) {
  std::vector<const Json*> found;
  for (const Json& channel : list_at(results, "channels"))
    if (const Json::List& all = list_at(channel, "alternatives"); !all.empty())
      found.push_back(&all.front());
  return found;
}

void add_sentences(const Json& alternative, const std::string& channel, std::vector<Part>& parts) {
  for (const Json& paragraph : list_at(alternative.find("paragraphs"), "paragraphs")) {
    std::string speaker = channel.empty() ? json_speaker(paragraph.find("speaker")) : channel;
    for (const Json& sentence : list_at(paragraph, "sentences"))
      parts.push_back(part_of(sentence, sentence.find("text"), speaker));
  }
}

// Adds the words of a channel. Of several channels the words up to a pause are one part,
// because the others speak at the same time.
void add_words(const Json& alternative, const std::string& channel, std::vector<Part>& parts) {
  constexpr std::int64_t pause_ms = 700;
  const std::size_t first = parts.size();
  for (const Json& word : list_at(alternative, "words")) {
    const Json* shown = word.find("punctuated_word");
    std::string speaker = channel.empty() ? json_speaker(word.find("speaker")) : channel;
    Part part = part_of(word, shown ? shown : word.find("word"), speaker);
    Part* before = parts.size() > first && !channel.empty() ? &parts.back() : nullptr;
    if (before && before->end && part.start && part.start->ms - before->end->ms < pause_ms) {
      append_joined(before->text, part.text);
      before->end = part.end;
    } else {
      parts.push_back(std::move(part));
    }
  }
}

std::vector<Part> parts_of(const Json& results, bool& are_words) {
  std::vector<Part> parts;
  std::vector<const Json*> alternatives = alternatives_of(results);
  auto channel_of = [&](std::size_t i) {
    return alternatives.size() > 1 ? "Channel " + std::to_string(i + 1) : std::string();
  };
  for (std::size_t i = 0; i < alternatives.size(); ++i)
    add_sentences(*alternatives[i], channel_of(i), parts);
  if (parts.empty())
    for (const Json& utterance : list_at(results, "utterances"))
      parts.push_back(part_of(utterance, utterance.find("transcript"),
                              json_speaker(utterance.find("speaker"))));
  are_words = parts.empty();
  for (std::size_t i = 0; are_words && i < alternatives.size(); ++i)
    add_words(*alternatives[i], channel_of(i), parts);
  // Channels were recorded at the same time.
  std::ranges::stable_sort(parts, {},
                           [](const Part& part) { return part.start.value_or(Timecode{0}); });
  return parts;
}

Transcript parse_deepgram(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  std::optional<Json> json = parse_json(file, diag);
  const Json* results = json ? json->find("results") : nullptr;
  bool are_words = false;
  JsonCues cues(file, transcript);
  JsonWords words(file, transcript);
  std::vector<Part> parts;
  if (results) parts = parts_of(*results, are_words);
  for (const Part& part : parts) {
    if (are_words)
      words.add(*part.json, {part.text, part.start, part.end, part.speaker});
    else
      cues.add(*part.json,
               {.start = part.start, .end = part.end, .speaker = part.speaker, .text = part.text});
  }
  words.finish();
  if (results && transcript.empty())
    for (const Json* alternative : alternatives_of(*results))
      cues.add(*alternative, {.text = json_text(alternative->find("transcript"))});
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat deepgram_format = {"deepgram", ".json", looks_like_deepgram,
                                                 parse_deepgram};

}  // namespace kbgen
