// Timed Text in XML (TTML, DFXP; https://www.w3.org/TR/ttml2/): each <p> with `begin` and
// `end` is a cue. Who speaks stands in `ttm:agent`, whose name the head may tell.
//
// The tags are read one after the other, without a tree: files of live captions are often
// cut off, and a cue that is whole should be read all the same.
#include <algorithm>
#include <charconv>
#include <deque>
#include <map>

#include "base/text.h"
#include "formats/cue_speech.h"
#include "formats/evidence.h"
#include "formats/joining.h"
#include "formats/rolling_captions.h"
#include "formats/transcript_format.h"

namespace kbgen {

namespace {

Fit looks_like_ttml(const FormatEvidence& evidence) {
  std::string_view text = evidence.text;
  text.remove_prefix(std::min(text.find_first_not_of(" \n\t"), text.size()));
  if (!text.starts_with('<')) return Fit::none;
  std::string_view near = text.substr(0, 4096);
  bool is_ttml = near.find("/ns/ttml") != near.npos || near.find("/2006/10/ttaf1") != near.npos ||
                 near.find("<tt ") != near.npos || near.find("<tt>") != near.npos;
  return is_ttml ? Fit::certain : Fit::none;
}

// What stands between '<' and '>'.
struct Tag {
  std::string_view name;  // without its namespace, lower-case in every file that is known
  std::string_view attributes;
  bool closes = false;    // </p>
  bool is_empty = false;  // <br/>
};

Tag read_tag(std::string_view inside) {
  Tag tag;
  tag.closes = inside.starts_with('/');
  if (tag.closes) inside.remove_prefix(1);
  tag.is_empty = inside.ends_with('/');
  std::size_t end = std::min(inside.find_first_of(" \t\n/"), inside.size());
  tag.name = inside.substr(0, end);
  tag.attributes = inside.substr(end);
  if (std::size_t colon = tag.name.find(':'); colon != tag.name.npos)
    tag.name.remove_prefix(colon + 1);
  return tag;
}

// The value of an attribute, whatever its namespace is called.
std::string_view attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = attributes.find(name); at != attributes.npos;
       at = attributes.find(name, at + 1)) {
    bool is_whole =
        at > 0 && (std::string_view(" \t\n").find(attributes[at - 1]) != std::string_view::npos ||
                   attributes[at - 1] == ':');
    std::string_view rest = trim_left(attributes.substr(at + name.size()));
    if (!is_whole || !rest.starts_with('=')) continue;
    rest = trim_left(rest.substr(1));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
    return rest.substr(1, rest.find(rest[0], 1) - 1);
  }
  return {};
}

std::optional<double> number_of(std::string_view text) {
  double number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole && number >= 0 && number < 1e12 ? std::optional(number) : std::nullopt;
}

std::optional<Timecode> milliseconds(std::optional<double> ms) {
  if (!ms || *ms > static_cast<double>(longest_recording.ms)) return std::nullopt;
  return Timecode{static_cast<std::int64_t>(*ms + 0.5)};
}

// Cues of a file, as it is read tag by tag.
class TtmlReader {
 public:
  explicit TtmlReader(const SourceFile& file) : file_(&file) {}

  void read() {
    std::string_view text = file_->text;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t open = std::min(text.find('<', at), text.size());
      add_words(text.substr(at, open - at), at);
      if (open == text.size()) break;
      bool is_comment = text.substr(open).starts_with("<!--");
      std::size_t close = text.find(is_comment ? "-->" : ">", open);
      if (close == text.npos) break;
      if (!is_comment) enter(read_tag(text.substr(open + 1, close - open - 1)), open);
      at = close + (is_comment ? 3 : 1);
    }
  }

  std::vector<CueBlock>& cues() { return cues_; }
  // Who says the words of a cue; empty if it is not told.
  const std::string& speaker_of(std::size_t cue) const { return speakers_[cue]; }

 private:
  void enter(const Tag& tag, std::size_t at) {
    if (tag.name == "tt") read_rates(tag.attributes);
    if (tag.name == "agent" && !tag.closes) agent_ = attribute(tag.attributes, "id");
    is_name_ = tag.name == "name" && !tag.closes;
    if (tag.name == "p") {
      in_cue_ = !tag.closes && !tag.is_empty;
      if (in_cue_) begin_cue(tag, at);
    }
    if (!in_cue_) return;
    if (tag.name == "br") add_line();
    if (tag.name == "span" && !tag.closes) read_span(tag);
  }

  void read_rates(std::string_view attributes) {
    tick_rate_ = number_of(attribute(attributes, "tickRate")).value_or(tick_rate_);
    frame_rate_ = number_of(attribute(attributes, "frameRate")).value_or(frame_rate_);
  }

  void begin_cue(const Tag& tag, std::size_t at) {
    auto place = static_cast<std::uint32_t>(at);
    cues_.push_back({read_time(attribute(tag.attributes, "begin")),
                     read_time(attribute(tag.attributes, "end")),
                     {file_, place, place + 2},
                     {}});
    CueBlock& cue = cues_.back();
    if (auto length = read_time(attribute(tag.attributes, "dur")); length && cue.start && !cue.end)
      cue.end = Timecode{cue.start->ms + length->ms};
    has_no_end_ = !cue.end;
    speakers_.push_back(name_of(attribute(tag.attributes, "agent")));
    add_line();
  }

  // A <span> may have times and a speaker of its own, which count where the cue has none.
  void read_span(const Tag& tag) {
    CueBlock& cue = cues_.back();
    if (!cue.start) cue.start = read_time(attribute(tag.attributes, "begin"));
    if (auto end = read_time(attribute(tag.attributes, "end")); end && cue.start && has_no_end_)
      cue.end = end;
    if (speakers_.back().empty()) speakers_.back() = name_of(attribute(tag.attributes, "agent"));
    // Apple Podcasts has each word in a span, and nothing between them.
    if (attribute(tag.attributes, "unit") == "word") lines_.back() += ' ';
  }

  std::string name_of(std::string_view agent) const {
    if (agent.starts_with('#')) agent.remove_prefix(1);
    auto known = names_.find(agent);
    return known == names_.end() ? std::string(agent) : known->second;
  }

  void add_line() {
    lines_.emplace_back();
    cues_.back().lines.push_back({});
  }

  void add_words(std::string_view words, std::size_t at) {
    for (; counted_ < at; ++counted_) line_ += file_->text[counted_] == '\n';
    if (is_name_ && !agent_.empty() && !in_cue_) names_[agent_] = collapse_space(trim(words));
    if (!in_cue_ || words.empty()) return;
    std::string plain(words);
    std::ranges::replace(plain, '\n', ' ');
    lines_.back() += plain;
    cues_.back().lines.back() = {lines_.back(), line_};
  }

  // Reads "00:00:01.5", "00:00:01:12" with frames, "1.5s", "1500ms", "12t", "36f", "2m", "1h".
  std::optional<Timecode> read_time(std::string_view text) const {
    text = trim(text);
    if (text.empty()) return std::nullopt;
    if (std::ranges::count(text, ':') == 3) {
      std::size_t colon = text.rfind(':');
      auto whole = parse_timecode(text.substr(0, colon));
      auto frames = number_of(text.substr(colon + 1));
      if (!whole || !frames) return std::nullopt;
      return milliseconds(static_cast<double>(whole->ms) + *frames * 1000 / frame_rate_);
    }
    if (auto time = parse_timecode(text)) return time;
    std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
    auto amount = number_of(text.substr(0, digits));
    std::string_view unit = text.substr(digits);
    if (!amount) return std::nullopt;
    if (unit == "ms") return milliseconds(amount);
    if (unit == "t") return milliseconds(*amount * 1000 / tick_rate_);
    if (unit == "f") return milliseconds(*amount * 1000 / frame_rate_);
    if (unit == "m") return milliseconds(*amount * 60'000);
    if (unit == "h") return milliseconds(*amount * 3'600'000);
    return std::nullopt;
  }

  const SourceFile* file_;
  std::vector<CueBlock> cues_;
  std::vector<std::string> speakers_;                      // of each cue
  std::deque<std::string> lines_;                          // what the lines of the cues point to
  std::map<std::string, std::string, std::less<>> names_;  // of agents
  std::string agent_;
  bool in_cue_ = false, is_name_ = false;
  bool has_no_end_ = false;  // the cue tells none of its own
  double tick_rate_ = 10'000'000, frame_rate_ = 30;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

Transcript parse_ttml(const SourceFile& file, Diagnostics& diag) {
  TranscriptBuilder transcript(diag);
  TtmlReader reader(file);
  reader.read();
  std::vector<CueBlock>& cues = reader.cues();
  drop_repeated_words(cues, CueMarkup::subrip, false);
  bool has_speakers = false;
  for (std::size_t i = 0; i < cues.size(); ++i) has_speakers |= !reader.speaker_of(i).empty();
  if (!has_speakers) {
    add_cues(cues, CueMarkup::subrip, transcript);
    return std::move(transcript).finish();
  }
  for (std::size_t i = 0; i < cues.size(); ++i) {
    std::string text;
    for (const CueBlock::Line& line : cues[i].lines) append_joined(text, trim(line.text));
    transcript.add({.start = cues[i].start,
                    .end = cues[i].end,
                    .speaker = reader.speaker_of(i),
                    .text = text,
                    .where = cues[i].where,
                    .line = cues[i].lines.empty() ? 0 : cues[i].lines.front().number});
  }
  return std::move(transcript).finish();
}

}  // namespace

extern const TranscriptFormat ttml_format = {"ttml", ".ttml", looks_like_ttml, parse_ttml};

}  // namespace kbgen
