#include "permalinks/hashed_words.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"

namespace kbgen {

namespace {

// Words are hashed by FNV-1a. This must never change, because locks keep parts of the hashes.
constexpr std::uint32_t first_hash = 2166136261u, prime = 16777619u;

void mix(std::uint32_t& hash, std::string_view bytes) {
  for (char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC; }

// Whether a letter is of a script without spaces between words: Thai, Lao, Burmese, Khmer, Chinese
// or Japanese (Korean has spaces). This is not the table of lunr/pairs.h, and must never change,
// because the hashes that locks keep depend on it.
bool is_unspaced(char32_t c) {
  return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x1000 && c < 0x10A0) ||
         (c >= 0x1780 && c < 0x1800) || (c >= 0x2E80 && c < 0xA000) ||
         (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x32000);
}

class Hasher {
 public:
  // `letters` gets the letters of each word; null if nobody wants them.
  explicit Hasher(std::string_view text, std::vector<std::string>* letters = nullptr)
      : text_(text), letters_(letters) {
    words_.text = text;
  }

  HashedWords run() {
    words_.hashes.reserve(text_.size() / 5);
    words_.offsets.reserve(text_.size() / 5);
    for (std::size_t at = 0; at < text_.size();) {
      std::size_t begin = at;
      auto byte = static_cast<unsigned char>(text_[at]);
      if (byte < 0x80) {
        ++at;
        take_ascii(static_cast<char>(byte), begin);
      } else {
        char32_t letter = next_code_point(text_, at);
        take(letter, begin, at);
      }
    }
    end_word();
    return std::move(words_);
  }

 private:
  void take_ascii(char c, std::size_t at) {
    bool capital = is_ascii_upper(c);
    if (is_ascii_alphanumeric(c)) {
      begin_word(at);
      char small = static_cast<char>(capital ? c + ('a' - 'A') : c);
      add({&small, 1});
    } else if (c != '\'') {
      end_word();
    }
  }

  void take(char32_t c, std::size_t begin, std::size_t end) {
    if (is_apostrophe(c)) return;
    if (!is_word_char(c)) return end_word();
    if (is_unspaced(c)) end_word();
    begin_word(begin);
    // Folding makes "e" of "é", "ss" of "ß", and nothing of a combining mark alone.
    add(fold(text_.substr(begin, end - begin)));
    if (is_unspaced(c)) end_word();
  }

  void add(std::string_view letters) {
    mix(hash_, letters);
    if (letters_) letters_->back() += letters;
  }

  void begin_word(std::size_t at) {
    if (in_word_) return;
    if (letters_) letters_->emplace_back();
    in_word_ = true;
    hash_ = first_hash;
    words_.offsets.push_back(static_cast<std::uint32_t>(at));
  }

  void end_word() {
    if (in_word_) words_.hashes.push_back(hash_);
    in_word_ = false;
  }

  std::string_view text_;
  std::vector<std::string>* letters_;
  HashedWords words_;
  std::uint32_t hash_ = 0;
  bool in_word_ = false;
};

}  // namespace

std::uint32_t HashedWords::word_at(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(offsets, offset) - offsets.begin());
}

HashedWords hash_words(std::string_view text) { return Hasher(text).run(); }

std::uint32_t hash_of_letters(std::string_view letters) {
  std::uint32_t hash = first_hash;
  mix(hash, letters);
  return hash;
}

std::vector<std::string> letters_of_words(const HashedWords& words) {
  std::vector<std::string> letters;
  letters.reserve(words.size());
  Hasher(words.text, &letters).run();
  return letters;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> halves_of(std::string_view letters) {
  constexpr std::size_t longest = 40;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts;
  if (letters.size() > longest) return parts;
  for (std::size_t at = 1; at < letters.size(); ++at) {
    bool is_inside = continues_letter(letters[at]);
    if (!is_inside)
      parts.emplace_back(hash_of_letters(letters.substr(0, at)),
                         hash_of_letters(letters.substr(at)));
  }
  return parts;
}

}  // namespace kbgen
