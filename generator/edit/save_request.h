// What a browser asks to be saved, and what came of it.
#pragma once

#include <string>

#include "edit/current_words.h"
#include "edit/paragraph_edit.h"

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

SaveResult refused(std::string problem);

}  // namespace kbgen
