// The folders and files of a workspace (workspace.h), beside the output folder:
//
//   site/              the output folder
//   .site.kbgen/lock           which command is at work
//                staging/      finished files, numbered
//                new/          the new site, until it takes the place of the old one
//                journal.json  what a publish is about to do
#pragma once

#include <string>

namespace kbgen {

class WorkspaceFolders {
 public:
  const std::string& folder() const { return folder_; }          // absolute
  const std::string& output() const { return output_; }          // absolute, no link in it
  const std::string& output_as_given() const { return given_; }  // for messages
  std::string staging() const { return folder_ + "/staging"; }
  std::string new_site() const { return folder_ + "/new"; }
  std::string journal() const { return folder_ + "/journal.json"; }

 protected:
  std::string given_, output_, folder_;
};

}  // namespace kbgen
