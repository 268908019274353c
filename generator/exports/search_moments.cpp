// Writes the index of moments (model/moments.h): one document for each moment, a minute or two of
// talk, and the texts of moments in small files, from which the reader's browser makes excerpts.

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

#include "base/digest.h"
#include "base/gzip.h"
#include "base/json.h"
#include "base/parallel.h"
#include "base/text.h"
#include "exports/search.h"
#include "lunr/compounds.h"
#include "model/moments.h"
#include "model/recorded.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

namespace {

// Words of the title belong to every moment of the episode, so a rare one must not outweigh what is
// said.
lunr::Settings index_settings(const Config& config) {
  return search_settings(config, {{"title", 0.5}, {"speaker", 0.5}, {"chapter", 1}, {"text", 1}});
}

// Several episodes, analyzed by one task.
struct Analyzed {
  lunr::Batch batch;
  std::vector<std::string> texts;  // for each episode the digest of its file and sizes; or ""
  std::vector<OutputFile> files;
};

// Makes documents and text files of the moments of one episode. `number` is the episode's place in
// numbered_episodes().
class EpisodeReader {
 public:
  EpisodeReader(const Publication& publication, const Episode& episode, std::size_t number)
      : site_(publication.site()),
        strings_(publication.strings()),
        staging_(publication.staging),
        picture_(smallest_square(publication.sized, picture_of(site_, episode.id))),
        episode_(episode),
        spoken_(*episode.spoken),
        number_(number),
        moments_(moments_of(episode)) {}

  void add_documents(std::vector<lunr::Document>& documents) const {
    for (std::size_t i = 0; i < moments_.size(); ++i)
      documents.push_back(document_of(moments_[i], i));
  }

  // Writes the texts, one file for the episode, in parts of three to five moments (fewer if the
  // episode has fewer): small, because a search reads up to some twenty of them. Where each part is
  // goes into the manifest, for all episodes, so sizes are told in units.
  void write_texts(Analyzed& analyzed, Diagnostics& diag) const {
    constexpr std::size_t unit = 256;  // bytes; search-moments.js knows this number
    std::size_t count = moments_.size(), chunks = std::max<std::size_t>(1, count / 3);
    std::string file, sizes;
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
      std::string part =
          gzip(format_text(chunk * count / chunks, (chunk + 1) * count / chunks), unit);
      sizes += " " + std::to_string(part.size() / unit);
      file += part;
    }
    // Four digits are enough to tell a text from an older one that a cache may have: the number of
    // the episode is in the name, too.
    std::string digest = digest_of(file).substr(0, 4);
    analyzed.files.push_back(
        staging_.add("search/text/" + std::to_string(number_) + "-" + digest + ".bin", file,
                     std::string(search_origin), diag));
    analyzed.texts.push_back(digest + sizes);
  }

 private:
  // The corrections within a range of the transcript, in order.
  std::span<const Correction> corrections_in(TextRange text) const {
    const std::vector<Correction>& all = spoken_.corrections;
    auto begins_before = [](const Correction& c, std::uint32_t at) { return c.text.begin < at; };
    auto first =
        std::ranges::lower_bound(all, text.begin, {}, [](auto& c) { return c.text.begin; });
    return {first, std::lower_bound(first, all.end(), text.end, begins_before)};
  }

  // The document of a moment. Its text is what was said, followed by what can be searched for
  // instead: the words that the machine had heard before they were corrected, and compounds with a
  // hyphen as one word.
  lunr::Document document_of(const Moment& moment, std::size_t index) const {
    std::string text, heard;
    for (std::uint32_t i = moment.begin; i < moment.end; ++i) {
      TextRange range = spoken_.layout.paragraphs[i].text;
      (text += spoken_.text_of(range)) += '\n';
      for (const Correction& correction : corrections_in(range))
        (heard += correction.heard) += '\n';
    }
    return {"e" + std::to_string(number_) + "-" + std::to_string(index),
            {{"title", episode_.title},
             {"speaker", join(speakers_in(spoken_, moment), "\n")},
             {"chapter", moment.chapter},
             {"text", text + heard + lunr::compounds_in(text)}}};
  }

  std::string format_text(std::size_t begin, std::size_t end) const {
    Json::List speakers, moments;
    // Only speakers of these moments are listed: an episode may have thousands, and many files.
    // Maps a speaker's index in the episode to the place in the list; -1: nobody is known.
    std::map<std::int32_t, std::int64_t> places;
    for (std::size_t i = begin; i < end; ++i)
      for (std::uint32_t k = moments_[i].begin; k < moments_[i].end; ++k)
        places.emplace(spoken_.turn_of(spoken_.layout.paragraphs[k]).speaker, -1);
    for (auto& [speaker, place] : places) {
      if (speaker < 0) continue;
      place = static_cast<std::int64_t>(speakers.size());
      speakers.emplace_back(spoken_.speakers[static_cast<std::size_t>(speaker)].name);
    }
    for (std::size_t i = begin; i < end; ++i) moments.push_back(moment_of(moments_[i], places));
    Json::Map text{{"title", episode_.title}, {"url", path_of(site_, episode_.id)}};
    if (episode_.date) text.emplace_back("date", strings_.date(*episode_.date));
    if (episode_.show) text.emplace_back("show", site_.shows[*episode_.show].title);
    if (!picture_.empty()) text.emplace_back("picture", picture_);
    if (std::string_view file = recorded_file_of(episode_); !file.empty())
      text.emplace_back("recording", file);
    text.emplace_back("speakers", std::move(speakers));
    text.emplace_back("first", static_cast<std::int64_t>(begin));
    text.emplace_back("moments", std::move(moments));
    return format_json(Json(std::move(text)));
  }

  Json moment_of(const Moment& moment,
                 const std::map<std::int32_t, std::int64_t>& places_of_speakers) const {
    Json::List paragraphs;
    for (std::uint32_t i = moment.begin; i < moment.end; ++i) {
      const Paragraph& paragraph = spoken_.layout.paragraphs[i];
      Json::List said{spoken_.fragments[i],
                      places_of_speakers.at(spoken_.turn_of(paragraph).speaker),
                      spoken_.text_of(paragraph.text)};
      for (const Correction& correction : corrections_in(paragraph.text))
        said.emplace_back(correction.heard);
      paragraphs.emplace_back(std::move(said));
    }
    std::optional<Timecode> time = time_near(spoken_, moment.begin);
    return Json::Map{{"time", time ? Json(time->seconds()) : Json()},
                     {"chapter", moment.chapter},
                     {"paragraphs", std::move(paragraphs)}};
  }

  const Site& site_;
  const Strings& strings_;
  const Staging& staging_;
  const std::string picture_;  // of the episode, as results show it
  const Episode& episode_;
  const SpokenText& spoken_;
  std::size_t number_;
  std::vector<Moment> moments_;
};

// Analyzes several episodes together, so that a word that they share is stemmed only once. `first`
// is the number of the first one.
Analyzed analyze(const Publication& publication, std::span<const EpisodeId> episodes,
                 std::size_t first, const lunr::Builder& builder, Diagnostics& diag) {
  Analyzed analyzed;
  std::vector<lunr::Document> documents;
  for (std::size_t i = 0; i < episodes.size(); ++i) {
    const Episode& episode = publication.site().episodes[episodes[i]];
    if (!episode.spoken || episode.spoken->layout.paragraphs.empty()) {
      analyzed.texts.emplace_back();
      continue;
    }
    EpisodeReader reader(publication, episode, first + i);
    reader.add_documents(documents);
    reader.write_texts(analyzed, diag);
  }
  analyzed.batch = builder.analyze(documents);
  return analyzed;
}

}  // namespace

SearchPart write_moment_index(const Publication& publication, Diagnostics& diag) {
  if (publication.config().search_transcripts == SearchTranscripts::never) return {};
  // Tasks run in rounds, so that memory does not hold the results of all of them at once.
  constexpr std::size_t episodes_a_task = 16, tasks_a_round = 8;
  lunr::Builder builder(index_settings(publication.config()));
  std::vector<EpisodeId> numbered = numbered_episodes(publication.site());
  std::span<const EpisodeId> episodes = numbered;
  std::vector<OutputFile> files;
  std::vector<std::string> texts;
  for (std::size_t begin = 0; begin < episodes.size();) {
    std::vector<std::size_t> round;
    for (; round.size() < tasks_a_round && begin < episodes.size(); begin += episodes_a_task)
      round.push_back(begin);
    auto analyzed = parallel_map(round, diag, [&](std::size_t first, Diagnostics& mine) {
      std::size_t count = std::min(episodes_a_task, episodes.size() - first);
      return analyze(publication, episodes.subspan(first, count), first, builder, mine);
    });
    for (Analyzed& part : analyzed) {
      builder.add(std::move(part.batch));
      std::ranges::move(part.texts, std::back_inserter(texts));
      std::ranges::move(part.files, std::back_inserter(files));
    }
  }
  JsonWriter manifest;
  manifest.begin_map();
  SearchPart part = write_shards(std::move(builder), "moments", lunr::shard_size, manifest,
                                 publication.staging, diag);
  manifest.key("texts").begin_list();
  for (const std::string& text : texts) manifest.text(text);
  manifest.end_list();
  write_translations(publication.site(), manifest);
  part.manifest = manifest.end_map().take();
  std::ranges::move(files, std::back_inserter(part.files));
  return part;
}

}  // namespace kbgen
