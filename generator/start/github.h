// A new knowledge base as a repository on GitHub, made by GitHub's own program `gh`.
#pragma once

#include <string>

namespace kbgen {

// What came of it: the address of the site, or what went wrong and how it is put right, as a
// sentence without its full stop.
struct OnGithub {
  std::string address;
  std::string problem;
};

// Why no repository can be made from this machine: `gh` or git is missing, or nobody is signed in.
// Empty if it can. Asks before anything is written.
std::string obstacle_to_github();

// Commits what is in `folder`, makes a public repository `name` of the person who is signed in,
// lets its workflow publish on GitHub Pages, and pushes. What is done already is kept if a later
// step fails.
OnGithub create_on_github(const std::string& folder, const std::string& name);

}  // namespace kbgen
