// Saves what somebody corrects in a browser into the files of a project: each save is whole or not
// there, none overwrites what somebody else wrote meanwhile, and each can be taken back.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "edit/edit_journal.h"
#include "edit/located_edit.h"
#include "edit/save_request.h"
#include "model/knowledge.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Takes the lock of the project for as long as the result lives. Nothing, and `problem` says why,
// if it cannot be had.
using TakeLock = std::function<std::shared_ptr<void>(std::string& problem)>;

// Thread safe: saves happen one after another.
class Workbench {
 public:
  // `root` is the folder of config.yaml. The journal is kept below it, in .kbgen/edits. Nothing is
  // written outside of the two folders.
  Workbench(std::string root, std::string content, TakeLock take_lock);

  // `known` may be older than the files: what counts is what they say now. A save that changes the
  // file of a paragraph that nobody else has changed is made, whatever else in the file changed.
  SaveResult save(const Knowledge& known, const SaveRequest& request);
  // Writes into the episode's content file whose voice the label of a paragraph is. Somebody who
  // has no page gets one, which is an edit of its own.
  SaveResult name_speaker(const Knowledge& known, const SpeakerRequest& request);
  // Writes what a suggestion of `known` proposes.
  SaveResult accept(const Knowledge& known, const Suggestion& suggestion);
  // Writes into declined.txt that nobody wants to be asked this again.
  SaveResult decline(const std::string& name);
  // Take back the last edit, and make the last one that was taken back again, wherever it was made.
  SaveResult undo();
  SaveResult redo();

 private:
  // Calls act() while nobody else saves, here or in another program.
  template <class Act>
  SaveResult alone(const Act& act);
  // Writes the new bytes of a file, after the journal has them.
  SaveResult write(SaveResult result, const std::string& disk_path, const std::string& before,
                   const std::string& after);
  SaveResult save_words(const Knowledge& known, const Episode& episode, const LocatedEdit& edit,
                        const SaveRequest& request, SaveResult result);
  SaveResult save_correction(const Knowledge& known, const LocatedEdit& edit, SaveAs as,
                             SaveResult result);
  SaveResult give_speaker(const Knowledge& known, const LocatedEdit& edit, const std::string& name,
                          SaveResult result);
  SaveResult add_person(const Knowledge& known, const std::string& name, const std::string& slug);
  enum class Step { undo, redo };
  SaveResult step(Step step);
  bool is_inside(const std::string& disk_path) const;

  const std::string root_, content_;
  const TakeLock take_lock_;
  const EditJournal journal_;
  std::mutex mutex_;
};

}  // namespace kbgen
