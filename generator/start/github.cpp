#include "start/github.h"

#include "base/disk.h"
#include "base/program.h"
#include "base/text.h"

namespace kbgen {

namespace {

constexpr int not_found = 127;

// Makes the folder a repository with one commit, of everything in it. Says what went wrong; where
// commits are already, it is for the author to say what belongs together.
std::string commit_all(const std::string& folder) {
  auto git = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"git", "-C", folder});
    return run_program(arguments).is_good();
  };
  const bool is_repository = git({"init", "--quiet", "--initial-branch=main"});
  if (is_repository && git({"rev-parse", "--verify", "--quiet", "HEAD"}))
    return folder + " has commits already: `gh repo create` makes a repository of them";
  if (is_repository && git({"add", "--all"}) &&
      git({"commit", "--quiet", "-m", "Begin the knowledge base"}))
    return "";
  return "git did not commit, for the reason above: `git config --global user.name` and "
         "`user.email` say who commits";
}

}  // namespace

std::string obstacle_to_github() {
  if (run_program({"git", "--version"}).status == not_found)
    return "git is not on this machine: https://git-scm.com/downloads";
  const Ended signed_in = run_program({"gh", "auth", "status"});
  if (signed_in.status == not_found)
    return "gh, GitHub's own program, is not on this machine: https://cli.github.com";
  return signed_in.is_good() ? "" : "gh is not signed in: `gh auth login`";
}

OnGithub create_on_github(const std::string& folder, const std::string& name) {
  if (std::string problem = commit_all(folder); !problem.empty()) return {"", problem};
  const Ended created =
      run_program({"gh", "repo", "create", name, "--public", "--source=" + folder, "--push"});
  if (!created.is_good())
    return {"", "GitHub made no repository, for the reason above: `gh repo create` tries again"};
  // It prints the address of the repository, https://github.com/OWNER/NAME.
  const std::string repository{trim(created.output)};
  const std::string owner = file_name(parent_path(repository));
  const Ended pages =
      run_program({"gh", "api", "--method", "POST", "repos/" + owner + "/" + name + "/pages", "-f",
                   "build_type=workflow", "--jq", ".html_url"});
  if (!pages.is_good())
    return {"", "GitHub Pages are off, for the reason above: in the settings of " + repository +
                    ", under Pages, choose GitHub Actions as the source"};
  return {std::string(trim(pages.output)), ""};
}

}  // namespace kbgen
