// data/mentions.ndjson: who says what, where; one mention a line, in the order
// of the site. Programs read it line by line, whatever its size.

#include "base/parallel.h"
#include "base/text.h"
#include "exports/data.h"
#include "model/passages.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// GitHub warns of files above 50 MB and refuses those above 100.
constexpr std::size_t largest = 40'000'000;

class LineWriter {
 public:
  void text(const char* name, std::string_view text) {
    key(name);
    append_json_string(line_, text);
  }
  void text_or_null(const char* name, const std::string* text) {
    key(name);
    if (text)
      append_json_string(line_, *text);
    else
      line_ += "null";
  }
  void value(const char* name, const Json& value) {
    key(name);
    line_ += format_json(value);
  }
  std::string take() { return std::move(line_) + "}\n"; }

 private:
  void key(const char* name) {
    line_ += line_.empty() ? "{\"" : ",\"";
    line_ += name;
    line_ += "\":";
  }
  std::string line_;
};

std::string line_of(const Site& site, const Mention& mention) {
  const SpokenText& spoken = *site.episodes[mention.episode].spoken;
  const Speaker* speaker = spoken.speaker_of(mention.paragraph);
  std::string person = speaker && speaker->person ? path_of(site, *speaker->person) : "";
  LineWriter line;
  line.text("entity", path_of(site, mention.target));
  line.text("episode", path_of(site, mention.episode));
  line.text("fragment", spoken.fragments[mention.paragraph]);
  line.value("time", seconds_of(time_near(spoken, mention.paragraph)));
  line.text_or_null("speaker", speaker ? &speaker->name : nullptr);
  line.text_or_null("person", person.empty() ? nullptr : &person);
  line.text("words", collapse_space(spoken.text_of(mention.text)));
  line.text("sentence", collapse_space(spoken.text_of(sentence_of(spoken, mention))));
  return line.take();
}

std::string path_of_part(std::size_t number) {
  return number == 1 ? "data/mentions.ndjson"
                     : "data/mentions-" + std::to_string(number) + ".ndjson";
}

}  // namespace

std::vector<DataFile> write_mentions(const Publication& publication, Diagnostics& diag) {
  const std::vector<Mention>& mentions = publication.links().mentions;
  std::vector<DataFile> parts;
  std::string lines;
  std::size_t rows = 0;
  auto flush = [&] {
    OutputFile file = publication.staging.add(path_of_part(parts.size() + 1), lines, "data", diag);
    parts.push_back({std::move(file), rows});
    lines.clear();
    rows = 0;
  };
  constexpr std::size_t at_once = 4'096;  // so that memory does not grow with the archive
  for (std::size_t begin = 0; begin < mentions.size(); begin += at_once) {
    auto batch = std::span(mentions).subspan(begin, std::min(at_once, mentions.size() - begin));
    auto written = parallel_map(batch, diag, [&](const Mention& mention, Diagnostics&) {
      return line_of(publication.site(), mention);
    });
    for (const std::string& line : written) {
      if (!lines.empty() && lines.size() + line.size() > largest) flush();
      lines += line;
      ++rows;
    }
  }
  if (parts.empty() || !lines.empty()) flush();
  return parts;
}

}  // namespace kbgen
