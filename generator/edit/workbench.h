// Saves what somebody corrects in a browser into the files of a project: each save is whole or not
// there, none overwrites what somebody else wrote meanwhile, and each can be taken back.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "edit/current_words.h"
#include "edit/edit_journal.h"
#include "edit/paragraph_edit.h"
#include "model/knowledge.h"
#include "suggest/suggestion.h"

namespace kbgen {

// Where new words are written: over the words in the file, or beside them, as a rule that corrects
// what was heard in this episode or in all of them.
enum class SaveAs { words, correction_here, correction_everywhere };

struct SaveRequest {
  std::string page;      // the path of the episode's page: "episodes/kaggle/"
  std::string fragment;  // the id of the paragraph: "t=754"
  TypedParagraph typed;
  SaveAs as = SaveAs::words;
  bool may_move_links = false;  // whether to save although published addresses move
};

// Who says a paragraph, and everything else that has its label in this episode.
struct SpeakerRequest {
  std::string page, fragment;
  std::string was;     // the paragraph as the page showed it
  std::string person;  // a slug or a name; somebody unknown gets a page
};

struct SaveResult {
  enum class State {
    saved,
    moves,      // nothing was written, because links would be touched
    unchanged,  // nothing was typed, or there is nothing to undo
    conflict,   // somebody else changed the same paragraph; `theirs` is what it says now
    refused,    // `problem` says why
  };
  State state = State::refused;
  std::string problem;
  std::string path;  // the file, below the project's root
  std::string what;  // "'Storkel' became 'Snorkel'"
  std::string theirs;
  LinksTouched links;
};

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
  // Writes the new bytes of a file, after the journal has them.
  SaveResult write(SaveResult result, const std::string& disk_path, const std::string& before,
                   const std::string& after);
  SaveResult save_words(const Knowledge& known, const Episode& episode, const SaveRequest& request);
  SaveResult save_correction(const Knowledge& known, const Episode& episode,
                             const SaveRequest& request);
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
