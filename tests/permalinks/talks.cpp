#include "permalinks/talks.h"

#include <algorithm>

#include "base/digest.h"
#include "base/disk.h"
#include "base/encoding.h"
#include "base/text.h"
#include "formats/layout.h"
#include "formats/transcript_formats.h"
#include "support/shared_folder.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

std::string rare_word(std::size_t rank) {
  static constexpr std::string_view parts[] = {"ba", "ke", "li", "mo", "nu", "ra", "se",
                                               "ti", "vo", "za", "fu", "go", "hi"};
  std::string word;
  for (std::size_t left = rank + 13; left > 0; left /= 13) word += parts[left % 13];
  return word;
}

std::string draw_word(Random& random) {
  static constexpr std::string_view common[] = {
      "the",  "and",   "to",     "of",   "a",    "that", "i",    "it",   "in",   "you",
      "is",   "so",    "was",    "like", "this", "but",  "have", "we",   "on",   "know",
      "just", "think", "really", "with", "for",  "they", "do",   "what", "very", "about"};
  if (below(random, 100) < 55) return std::string(common[below(random, std::size(common))]);
  double share = static_cast<double>(below(random, 10'000)) / 10'000;
  return rare_word(static_cast<std::size_t>(share * share * share * 4'000));
}

void add_words(Talk& talk, TalkParagraph& paragraph, const std::vector<std::string>& words) {
  for (const std::string& word : words) paragraph.words.push_back({word, talk.next_id++});
}

std::vector<std::string> spoken_words(Random& random) {
  static const std::vector<std::vector<std::string>> short_ones = {
      {"Yeah."}, {"Right."}, {"Exactly."}, {"Mm-hm."}, {"Thank", "you."}, {"Yeah,", "yeah."}};
  if (below(random, 4) == 0) return short_ones[below(random, short_ones.size())];
  std::vector<std::string> words;
  for (std::size_t count = 15 + below(random, 110); count > 0; --count)
    words.push_back(draw_word(random) + (below(random, 12) == 0 ? "." : ""));
  return words;
}

Talk talk_of(const SourceFile& file) {
  Diagnostics ignored;
  Transcript transcript = parse_transcript(file, *recognize_format(file.text), ignored);
  Talk talk;
  for (const Paragraph& from : layout_of(transcript).paragraphs) {
    TalkParagraph paragraph;
    if (from.start) paragraph.seconds = from.start->seconds();
    std::string_view text =
        std::string_view(transcript.text).substr(from.text.begin, from.text.size());
    for (std::string_view word : split_words(text))
      paragraph.words.push_back({std::string(word), talk.next_id++});
    talk.paragraphs.push_back(std::move(paragraph));
  }
  return talk;
}

// Half a second a word, where the next time does not come before.
std::optional<std::int64_t> time_inside(const TalkParagraph& paragraph, std::size_t word) {
  if (!paragraph.seconds) return std::nullopt;
  return *paragraph.seconds + static_cast<std::int64_t>(word * 2 / 5);
}

std::string only_letters(std::string_view word) {
  std::string letters;
  for (char c : lower(word))
    if (c != '.' && c != ',' && c != '?' && c != '!' && c != '"') letters += c;
  return letters;
}

}  // namespace

Talk generated_talk(Random& random, std::size_t paragraphs) {
  Talk talk;
  std::int64_t seconds = 3;
  for (std::size_t i = 0; i < paragraphs; ++i) {
    TalkParagraph paragraph{seconds, {}};
    add_words(talk, paragraph, spoken_words(random));
    seconds += 1 + static_cast<std::int64_t>(paragraph.words.size() * 2 / 5);
    talk.paragraphs.push_back(std::move(paragraph));
  }
  return talk;
}

std::vector<Talk> real_talks() {
  const std::string folder = shared_folder() + "/knowledge/transcripts";
  std::vector<Talk> talks;
  for (const std::string& name : files_below(folder)) {
    Diagnostics ignored;
    std::string path = join_path(folder, name);
    Talk talk = talk_of(decode_source(path, read_bytes(path), ignored));
    if (talk.paragraphs.size() > 5) talks.push_back(std::move(talk));
  }
  return talks;
}

void insert_at_the_top(Talk& talk, Random& random) {
  std::vector<TalkParagraph> added;
  for (std::int64_t i = 0; i < 3; ++i) {
    TalkParagraph paragraph;
    if (talk.paragraphs[0].seconds) paragraph.seconds = 10 * i;
    add_words(talk, paragraph, spoken_words(random));
    added.push_back(std::move(paragraph));
  }
  for (TalkParagraph& paragraph : talk.paragraphs)
    if (paragraph.seconds) *paragraph.seconds += 30;
  talk.paragraphs.insert(talk.paragraphs.begin(), added.begin(), added.end());
}

// One word in ten: mostly other letters, sometimes another word, sometimes one
// that comes in or goes.
void fix_typos(Talk& talk, Random& random) {
  for (TalkParagraph& paragraph : talk.paragraphs) {
    std::vector<TalkWord> words;
    for (TalkWord& word : paragraph.words) {
      std::size_t what = below(random, 100);
      if (what < 6) word.text += "x";
      if (what == 6 || what == 7) word.text = draw_word(random);
      if (what == 8) words.push_back({draw_word(random), talk.next_id++});
      if (what == 9 && paragraph.words.size() > 3) continue;
      words.push_back(std::move(word));
    }
    paragraph.words = std::move(words);
  }
}

void shift_times(Talk& talk, Random&) {
  for (TalkParagraph& paragraph : talk.paragraphs)
    if (paragraph.seconds) *paragraph.seconds += 12;
}

void split_and_merge(Talk& talk, Random& random) {
  std::vector<TalkParagraph> paragraphs;
  for (TalkParagraph& paragraph : talk.paragraphs) {
    std::size_t what = below(random, 3), size = paragraph.words.size();
    if (what == 0 && !paragraphs.empty()) {
      std::vector<TalkWord>& before = paragraphs.back().words;
      before.insert(before.end(), paragraph.words.begin(), paragraph.words.end());
    } else if (what == 1 && size > 8) {
      std::size_t cut = 1 + below(random, size - 1);
      auto middle = paragraph.words.begin() + static_cast<std::ptrdiff_t>(cut);
      TalkParagraph rest{time_inside(paragraph, cut), {middle, paragraph.words.end()}};
      paragraph.words.erase(middle, paragraph.words.end());
      paragraphs.push_back(std::move(paragraph));
      paragraphs.push_back(std::move(rest));
    } else {
      paragraphs.push_back(std::move(paragraph));
    }
  }
  talk.paragraphs = std::move(paragraphs);
}

void delete_one(Talk& talk, Random& random) {
  std::size_t at = below(random, talk.paragraphs.size());
  talk.paragraphs.erase(talk.paragraphs.begin() + static_cast<std::ptrdiff_t>(at));
}

// Which words are: one of twenty, but the same ones everywhere.
static bool is_parted(const std::string& text) {
  std::size_t sum = 0;
  for (char c : text) sum = sum * 31 + static_cast<unsigned char>(c);
  return text.size() >= 5 && text.find('-') == text.npos && sum % 20 == 0;
}

static bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void part_words(Talk& talk, Random&) {
  for (TalkParagraph& paragraph : talk.paragraphs)
    for (TalkWord& word : paragraph.words)
      if (is_parted(word.text) && is_ascii(word.text)) word.text.insert(word.text.size() / 2, "-");
}

void join_words(Talk& talk, Random&) {
  for (TalkParagraph& paragraph : talk.paragraphs)
    for (TalkWord& word : paragraph.words) std::erase(word.text, '-');
}

void mark_unintelligible(Talk& talk, Random& random) {
  for (TalkParagraph& paragraph : talk.paragraphs)
    for (TalkWord& word : paragraph.words)
      if (below(random, 60) == 0)
        word.text = "[unintelligible 00:" + std::to_string(10 + below(random, 50)) + ":" +
                    std::to_string(10 + below(random, 50)) + "." +
                    std::to_string(10 + below(random, 90)) + "]";
}

void mend_unintelligible(Talk& talk, Random& random) {
  for (TalkParagraph& paragraph : talk.paragraphs)
    for (TalkWord& word : paragraph.words)
      if (word.text.starts_with("[unintelligible"))
        word.text = draw_word(random) + " " + draw_word(random);
}

void delete_block(Talk& talk, Random& random) {
  constexpr std::size_t many = 6;
  if (talk.paragraphs.size() < 2 * many) return;
  auto first = talk.paragraphs.begin() +
               static_cast<std::ptrdiff_t>(below(random, talk.paragraphs.size() - many));
  talk.paragraphs.erase(first, first + many);
}

void drop_times(Talk& talk, Random&) {
  for (TalkParagraph& paragraph : talk.paragraphs) paragraph.seconds.reset();
}

// Captions of thirty words, small letters, no punctuation.
void make_machine_text(Talk& talk) {
  std::vector<TalkParagraph> captions;
  for (TalkParagraph& paragraph : talk.paragraphs)
    for (std::size_t i = 0; i < paragraph.words.size(); ++i) {
      if (captions.empty() || captions.back().words.size() == 30)
        captions.push_back({time_inside(paragraph, i), {}});
      TalkWord word = paragraph.words[i];
      word.text = only_letters(word.text);
      captions.back().words.push_back(std::move(word));
    }
  talk.paragraphs = std::move(captions);
}

// Sentences and paragraphs by hand, hesitation left out, names put right, times
// from another clock.
void edit_machine_text(Talk& talk, Random& random) {
  std::vector<TalkParagraph> paragraphs;
  bool opens = true;
  for (TalkParagraph& caption : talk.paragraphs)
    for (std::size_t i = 0; i < caption.words.size(); ++i) {
      TalkWord word = caption.words[i];
      std::size_t what = below(random, 100);
      if (what < 3) continue;
      if (what < 7) word.text = draw_word(random);
      bool turn = paragraphs.empty() || (opens && below(random, 4) == 0);
      if (turn) {
        paragraphs.push_back({time_inside(caption, i), {}});
        if (paragraphs.back().seconds)
          *paragraphs.back().seconds += 7 + static_cast<int>(below(random, 3));
      }
      if (opens) word.text = capitalize(word.text);
      opens = below(random, 12) == 0;
      if (opens) word.text += '.';
      paragraphs.back().words.push_back(std::move(word));
    }
  talk.paragraphs = std::move(paragraphs);
}

TalkPage publish(const Talk& talk, std::vector<PublishedFragment> published) {
  TalkPage page;
  std::string text;
  std::vector<ParagraphStart> starts;
  std::vector<std::string> names;
  for (const TalkParagraph& paragraph : talk.paragraphs) {
    starts.push_back({static_cast<std::uint32_t>(text.size()), paragraph.seconds});
    page.first_words.push_back(paragraph.words.empty() ? 0 : paragraph.words[0].id);
    std::string words;
    for (const TalkWord& word : paragraph.words) words += word.text + " ";
    names.push_back("p-" + digest_of(lower(words)).substr(0, 8));
    text += words + "\n";
  }
  auto name = [&](std::uint32_t paragraph) { return names[paragraph]; };
  page.anchors = anchors_of(text, starts, name, std::move(published));
  return page;
}

std::optional<std::uint32_t> target_of(const Anchors& anchors, const std::string& id) {
  auto own = std::ranges::find(anchors.ids, id);
  if (own != anchors.ids.end()) return static_cast<std::uint32_t>(own - anchors.ids.begin());
  auto old = std::ranges::find(anchors.old, id, &OldAnchor::id);
  return old == anchors.old.end() ? std::nullopt : std::optional(old->paragraph);
}

}  // namespace kbgen
