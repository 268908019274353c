// A talk whose words each know who they are, so that after any edit it is known
// where a link must lead; and the edits that people make.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "permalinks/anchors.h"

namespace kbgen {

using Random = std::mt19937;

struct TalkWord {
  std::string text;
  int id = 0;  // none twice; stays when the word is corrected
};

struct TalkParagraph {
  std::optional<std::int64_t> seconds;
  std::vector<TalkWord> words;
};

struct Talk {
  std::vector<TalkParagraph> paragraphs;
  int next_id = 1;
};

// Zipf's words, long turns and many of "Yeah." and "Right."
Talk generated_talk(Random& random, std::size_t paragraphs);
// The transcripts of the shared knowledge base, as they are laid out; none
// where that is absent.
std::vector<Talk> real_talks();

using Edit = void(Talk& talk, Random& random);
Edit insert_at_the_top, fix_typos, shift_times, split_and_merge, delete_one, edit_machine_text,
    drop_times;
// "emails" as "e-mails" everywhere, and back.
Edit part_words, join_words;
// Words that nobody understood, as "[unintelligible 00:11:11.21]", and what they were.
Edit mark_unintelligible, mend_unintelligible;
// Six paragraphs in a row.
Edit delete_block;

// What the transcription program wrote, of which edit_machine_text makes the
// edited version again.
void make_machine_text(Talk& talk);

// The page of a talk: its text, ids and what the lock then holds.
struct TalkPage {
  std::vector<int> first_words;  // of paragraphs, by id of the word
  Anchors anchors;
};

TalkPage publish(const Talk& talk, std::vector<PublishedFragment> published);

// The paragraph that an id leads to; none if it is not on the page.
std::optional<std::uint32_t> target_of(const Anchors& anchors, const std::string& id);

}  // namespace kbgen
