// Writes each transcript as files to download, in the formats that `downloads` of config.yaml
// lists: corrected, and with the speakers' full names.

#include <algorithm>

#include "base/parallel.h"
#include "exports/exports.h"
#include "formats/transcript_formats.h"
#include "model/routes.h"
#include "model/spoken.h"

namespace kbgen {

std::vector<OutputFile> export_transcripts(const Publication& publication, Diagnostics& diag) {
  const std::vector<std::string>& wanted = publication.config().downloads;
  auto made = parallel_map(
      publication.site().episodes.rows(), diag, [&](const Episode& episode, Diagnostics& mine) {
        std::vector<OutputFile> files;
        if (!episode.spoken || wanted.empty()) return files;
        Transcript transcript = with_speaker_names(*episode.spoken);
        for (const TranscriptWriter& writer : transcript_writers()) {
          if (std::ranges::find(wanted, writer.name) == wanted.end()) continue;
          std::string path = transcript_path(publication.site(), episode.id, writer.extension);
          files.push_back(publication.staging.add(
              path, writer.write(transcript, episode.spoken->layout), episode.origin.path, mine));
        }
        return files;
      });
  std::vector<OutputFile> files;
  for (std::vector<OutputFile>& some : made) std::ranges::move(some, std::back_inserter(files));
  return files;
}

}  // namespace kbgen
