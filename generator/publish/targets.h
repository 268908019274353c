// Where `kbgen publish` sends a finished site: a branch of a git repository, or a folder here or on
// another machine.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace kbgen {

// What sending a site would change at its target: paths of files, sorted.
struct Difference {
  std::vector<std::string> added, changed, removed;

  bool is_empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

class PublishTarget {
 public:
  virtual ~PublishTarget() = default;

  virtual std::string name() const = 0;  // "the branch gh-pages of origin"

  // Compares the site with what the target has, and changes nothing there. Returns an empty string
  // or what went wrong; programs that this calls say more on standard error.
  virtual std::string compare(Difference& difference) = 0;

  // Makes the target what the site was when compare() looked at it. Returns as compare() does.
  virtual std::string send() = 0;
};

// The target that an author names: a word is a branch of `origin` in the repository of the project
// at `root`; what has a '/' or a ':' is a folder, as rsync takes it. `site` is the output folder.
std::unique_ptr<PublishTarget> find_publish_target(const std::string& named,
                                                   const std::string& root,
                                                   const std::string& site);

// The two kinds. A branch keeps a CNAME that the site has not, because GitHub writes it there.
std::unique_ptr<PublishTarget> branch_target(const std::string& branch, const std::string& root,
                                             const std::string& site);
// In a folder files whose names begin with a dot stay, because they are the server's.
std::unique_ptr<PublishTarget> folder_target(const std::string& folder, const std::string& site);

}  // namespace kbgen
