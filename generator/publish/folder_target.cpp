// Sends a site with rsync, which knows folders here and on other machines, and what differs.

#include <algorithm>

#include "base/program.h"
#include "base/text.h"
#include "publish/manifest.h"
#include "publish/targets.h"

namespace kbgen {

namespace {

class FolderTarget final : public PublishTarget {
 public:
  FolderTarget(std::string folder, std::string site)
      : folder_(std::move(folder)), site_(std::move(site)) {}

  std::string name() const override { return "the folder " + folder_; }

  // rsync writes a line for each file: "+", "c" or "*" and the path, made from its own marks.
  std::string compare(Difference& difference) override {
    Ended ended = rsync({"--dry-run", "--out-format=%i %n"});
    if (!ended.is_good()) return problem_of(ended);
    for (std::string_view line : split(ended.output, '\n')) {
      std::string_view marks = line.substr(0, line.find(' '));
      std::string path(trim(line.substr(marks.size())));
      if (marks == "*deleting") {
        if (!path.ends_with('/')) difference.removed.push_back(path);
      } else if (marks.size() > 2 && marks[1] == 'f') {
        (marks[2] == '+' ? difference.added : difference.changed).push_back(path);
      }
    }
    for (auto* paths : {&difference.added, &difference.changed, &difference.removed})
      std::ranges::sort(*paths);
    return "";
  }

  std::string send() override { return problem_of(rsync({"--delay-updates"})); }

 private:
  // Compares files by their bytes, because each build may give them new times. Files are removed
  // last, so that no page leads to one that is not there.
  Ended rsync(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"rsync",
                                          "--recursive",
                                          "--links",
                                          "--checksum",
                                          "--delete-after",
                                          "--filter=protect .*",
                                          "--exclude=/" + std::string(own_output_folder)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.insert(arguments.end(), {"--", site_ + "/", folder_});
    return run_program(arguments);
  }

  static std::string problem_of(const Ended& ended) {
    if (ended.is_good()) return "";
    if (ended.status == 127) return "rsync is not installed";
    return "rsync ended with status " + std::to_string(ended.status);
  }

  std::string folder_, site_;
};

}  // namespace

std::unique_ptr<PublishTarget> folder_target(const std::string& folder, const std::string& site) {
  return std::make_unique<FolderTarget>(folder, site);
}

}  // namespace kbgen
