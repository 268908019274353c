// Sends a site as a commit of a branch, by git's plumbing: the working tree, the index and the
// branches of the author stay as they are, and nothing is forced.

#include <unistd.h>

#include <algorithm>
#include <optional>

#include "base/disk.h"
#include "base/program.h"
#include "base/text.h"
#include "publish/manifest.h"
#include "publish/targets.h"

namespace kbgen {

namespace {

constexpr int no_such_branch = 2;  // the status of `git ls-remote --exit-code`

class BranchTarget final : public PublishTarget {
 public:
  BranchTarget(std::string branch, std::string root, std::string site)
      : branch_(std::move(branch)), root_(std::move(root)), site_(std::move(site)) {}
  ~BranchTarget() override {
    if (!index_.empty()) unlink(index_.c_str());
  }

  std::string name() const override { return "the branch " + branch_ + " of origin"; }

  std::string compare(Difference& difference) override {
    std::string problem = find_parent();
    if (problem.empty()) problem = make_tree();
    if (!problem.empty()) return problem;
    std::vector<std::string> command = {"diff-tree",    "-r",  "-z", "--name-status",
                                        "--no-renames", from_, tree_};
    std::optional<std::string> said = ask(command);
    if (!said) return "git cannot compare the site with the branch";
    read_names(*said, difference);
    return "";
  }

  std::string send() override {
    std::string source = ask({"rev-parse", "--short", "HEAD"}).value_or("");
    std::string message = source.empty() ? "Site" : "Site of " + source;
    std::vector<std::string> command = {"commit-tree", tree_, "-m", message};
    if (!parent_.empty()) command.insert(command.end(), {"-p", parent_});
    std::optional<std::string> commit = ask(command);
    if (!commit) return "git makes no commit of the site";
    if (!ask({"push", "--quiet", "origin", *commit + ":refs/heads/" + branch_}))
      return "origin did not take the branch; if somebody else published meanwhile, publish again";
    return "";
  }

 private:
  // Runs git in the folder of the project, with the index that the site is put into.
  Ended git(const std::vector<std::string>& words) const {
    std::vector<std::string> command = {"git", "-C", root_.empty() ? "." : root_};
    command.insert(command.end(), words.begin(), words.end());
    Environment more;
    if (!index_.empty()) more.emplace_back("GIT_INDEX_FILE", index_);
    return run_program(command, more);
  }

  // What git says, without the line end behind it; nothing if it fails.
  std::optional<std::string> ask(const std::vector<std::string>& words) const {
    Ended ended = git(words);
    if (!ended.is_good()) return std::nullopt;
    while (ended.output.ends_with('\n')) ended.output.pop_back();
    return ended.output;
  }

  // Loads what the branch has now, if there is one.
  std::string find_parent() {
    std::optional<std::string> folder = ask({"rev-parse", "--absolute-git-dir"});
    if (!folder) return "this is no git repository: git init, and a remote called origin";
    git_folder_ = *folder;
    if (ask({"symbolic-ref", "--quiet", "--short", "HEAD"}) == branch_)
      return branch_ + " is the branch with your content; the site needs one of its own, gh-pages";
    Ended listed = git({"ls-remote", "--exit-code", "--heads", "origin", "refs/heads/" + branch_});
    if (listed.status == no_such_branch) {
      from_ = ask({"hash-object", "-t", "tree", "/dev/null"}).value_or("");
      return from_.empty() ? "git knows no empty tree" : "";
    }
    if (!listed.is_good()) return "origin cannot be read";
    if (!ask({"fetch", "--quiet", "--no-tags", "origin", "refs/heads/" + branch_}))
      return "the branch cannot be fetched";
    parent_ = from_ = ask({"rev-parse", "FETCH_HEAD"}).value_or("");
    return parent_.empty() ? "the branch cannot be read" : "";
  }

  // Puts the site into an index of its own, and that into a tree.
  std::string make_tree() {
    index_ = git_folder_ + "/kbgen-publish-" + std::to_string(getpid());
    const std::string here = absolute_path(site_);
    if (!git({"--git-dir=" + git_folder_, "--work-tree=" + here, "-C", here, "-c",
              "core.autocrlf=false", "add", "--all", "--force", "--", ".",
              ":!" + std::string(own_output_folder)})
             .is_good())
      return "git cannot read the site";
    if (std::string problem = keep_cname(); !problem.empty()) return problem;
    tree_ = ask({"write-tree"}).value_or("");
    return tree_.empty() ? "git makes no tree of the site" : "";
  }

  std::string keep_cname() {
    if (parent_.empty()) return "";
    std::string theirs = ask({"ls-tree", parent_, "CNAME"}).value_or("");
    std::string ours = ask({"ls-files", "CNAME"}).value_or("");
    if (theirs.empty() || !ours.empty()) return "";
    // "100644 blob HASH\tCNAME"
    std::vector<std::string_view> words = split(theirs.substr(0, theirs.find('\t')), ' ');
    if (words.size() != 3) return "git describes CNAME as nothing known";
    std::string entry = std::string(words[0]) + "," + std::string(words[2]) + ",CNAME";
    return ask({"update-index", "--add", "--cacheinfo", entry}) ? "" : "CNAME cannot be kept";
  }

  // "A\0path\0M\0path\0…"
  static void read_names(std::string_view said, Difference& difference) {
    std::vector<std::string_view> parts = split(said, '\0');
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
      auto& paths = parts[i] == "A"   ? difference.added
                    : parts[i] == "D" ? difference.removed
                                      : difference.changed;
      paths.emplace_back(parts[i + 1]);
    }
  }

  std::string branch_, root_, site_;
  std::string git_folder_, index_;
  std::string parent_;  // the commit that the branch has now; empty if there is none
  std::string from_;    // the same, or the empty tree
  std::string tree_;    // of the site
};

}  // namespace

std::unique_ptr<PublishTarget> branch_target(const std::string& branch, const std::string& root,
                                             const std::string& site) {
  return std::make_unique<BranchTarget>(branch, root, site);
}

}  // namespace kbgen
