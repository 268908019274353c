// What the last `kbgen build` was made of and what it said, so that a build for which nothing has
// changed is not done again.
//
// The record is a claim that can be checked: digests of the stamps of every file that a build could
// read, and of every file of the site. If a file has another stamp, is new or is gone, the build is
// done. The record lies in .kbgen/ beside config.yaml and may be deleted at any time. A folder
// without config.yaml has none, because kbgen does not write into it.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "content/project.h"

namespace kbgen {

// What a build said when it had succeeded.
struct BuildRecord {
  std::size_t files = 0;  // of the site
  std::string report;     // what was printed to standard error
  // "12 episodes (1,234 words), …", "2 warnings", "1.2 MB", and lines about files that are not
  // pages.
  std::string content, problems, size, oddities;
};

class LastBuild {
 public:
  // Takes the stamps of everything that a build of the project could read. To be called before it
  // reads. `request` is what else the result depends on: the options of the command line. `project`
  // must outlive this.
  LastBuild(const Project& project, const std::string& request);

  // The record of the last build, if that was made of the same files with the same request, and the
  // site is as it left it.
  std::optional<BuildRecord> find() const;

  // Keeps the record of a build that has just been published. Keeps none if a file was changed so
  // recently that its stamp does not tell.
  void keep(const BuildRecord& record) const;

 private:
  std::string path() const;
  std::string site() const;
  std::string made_of() const;

  const Project& project_;
  std::string request_;
  std::string inputs_;  // paths and stamps, but for those of the lock
  bool is_settled_ = true;
};

}  // namespace kbgen
