// Writes data/mentions.ndjson.gz: who mentions what, where. Each line is one mention, in the order
// of the site, so that programs can read the file line by line, whatever its size. It is
// compressed, because the same sentences and ids come again and again: to a tenth.

#include "base/gzip.h"
#include "base/parallel.h"
#include "base/text.h"
#include "exports/data.h"
#include "model/passages.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// Largest size of a file before it is compressed, in bytes. A program in a browser has all of it in
// memory at once.
constexpr std::size_t largest = 40'000'000;

std::string line_of(const Site& site, const Mention& mention) {
  const SpokenText& spoken = *site.episodes[mention.episode].spoken;
  const Speaker* speaker = spoken.speaker_of(mention.paragraph);
  JsonWriter line;
  line.begin_map().key("entity").text(path_of(site, mention.target));
  line.key("episode").text(path_of(site, mention.episode));
  line.key("fragment").text(spoken.fragments[mention.paragraph]);
  write_seconds(line.key("time"), time_near(spoken, mention.paragraph));
  line.key("speaker");
  speaker ? line.text(speaker->name) : line.null();
  line.key("person");
  speaker && speaker->person ? line.text(path_of(site, *speaker->person)) : line.null();
  line.key("words").text(collapse_space(spoken.text_of(mention.text)));
  line.key("sentence").text(collapse_space(spoken.text_of(sentence_of(spoken, mention))));
  line.key("counts").boolean(mention.standing == Standing::counted);
  return line.end_map().take() + '\n';
}

std::string path_of_part(std::size_t number) {
  return number == 1 ? "data/mentions.ndjson.gz"
                     : "data/mentions-" + std::to_string(number) + ".ndjson.gz";
}

}  // namespace

std::vector<DataFile> write_mentions(const Publication& publication, Diagnostics& diag) {
  const std::vector<Mention>& mentions = publication.links().mentions;
  std::vector<DataFile> parts;
  std::string lines;
  std::size_t rows = 0;
  auto flush = [&] {
    OutputFile file =
        publication.staging.add(path_of_part(parts.size() + 1), gzip(lines, 1, 6), "data", diag);
    parts.push_back({std::move(file), rows});
    lines.clear();
    rows = 0;
  };
  constexpr std::size_t at_once = 4'096;  // mentions; so memory does not grow with the site
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
