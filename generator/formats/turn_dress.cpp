#include "formats/turn_dress.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/lines.h"
#include "base/text.h"
#include "formats/turn_openings.h"

namespace kbgen {

namespace {

// A line with what it may open, and what stands around it.
struct Line {
  std::string_view text;
  std::uint32_t number = 0;
  std::vector<TurnOpening> openings;
  bool is_blank = false;
  bool is_time_alone = false;
};

// What is known of all openings of one dress.
struct Dress {
  std::size_t count = 0;        // how many lines have it
  std::size_t names_count = 0;  // of them, those that look like a name
  std::map<std::string_view, std::size_t> names;
  bool is_accepted = false;

  std::size_t repeated() const {
    std::size_t sum = 0;
    for (const auto& [name, uses] : names) sum += uses > 1 ? uses : 0;
    return sum;
  }
};

std::vector<Line> read_lines(Span body) {
  std::vector<Line> lines;
  bool is_fenced = false;
  for (LineReader reader(*body.file); reader.next();) {
    if (reader.begin() < body.begin || reader.begin() >= body.end) continue;
    Line line{reader.text(), reader.number(), read_openings(reader.text()), false, false};
    line.is_blank = trim(line.text).empty();
    // Code has labels of other kinds, and the row above "|---|---|" says what the columns are.
    bool is_fence = trim(line.text).starts_with("```");
    if (is_fence) is_fenced = !is_fenced;
    if (is_fence || is_fenced || is_table_rule(reader.peek())) line.openings.clear();
    for (const TurnOpening& one : line.openings)
      line.is_time_alone |= one.name.empty() && one.time && one.is_header();
    lines.push_back(std::move(line));
  }
  return lines;
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.") ||
         text.starts_with("<http") || text.starts_with("[http");
}

bool begins_list(std::string_view line) {
  line = trim(line);
  return line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ") ||
         line.starts_with("#") || line.starts_with("1. ");
}

// Labels of questions and answers, in languages in which they were seen.
struct Exchange {
  std::string_view question, answer;
};
constexpr Exchange exchanges[] = {
    {"Q", "A"},           {"Question", "Answer"},       {"F", "A"},
    {"Frage", "Antwort"}, {"Question", "R\u00E9ponse"}, {"Q", "R"},
    {"P", "R"},           {"Pregunta", "Respuesta"},    {"Pergunta", "Resposta"},
    {"D", "R"},           {"Domanda", "Risposta"},      {"V", "A"},
    {"Vraag", "Antwoord"}};

class DressLearner {
 public:
  explicit DressLearner(std::vector<Line> lines) : lines_(std::move(lines)) {}

  std::vector<TurnLine> find() {
    drop_bare_names();
    know_exchanges();
    count();
    for (auto& [spelled, dress] : dresses_) dress.is_accepted = is_dress(spelled, dress);
    accept_lone_times();
    know_speakers();
    auto captioner = dresses_.find("C");
    const bool has_signs = captioner != dresses_.end() && captioner->second.is_accepted;
    if (speakers_.empty() && !has_signs) return {};
    std::vector<TurnLine> found;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (const TurnOpening* opening = opening_of(i)) add(i, *opening, found);
    if (!has_signs && !has_words(found)) return {};
    mark_unknown(found);
    return found;
  }

 private:
  // A name alone on a line is one only above the words that it is about, or beside a time:
  // other short lines are short sentences.
  void drop_bare_names() {
    std::map<std::string_view, std::size_t> alone;  // how often each stands alone on a line
    for (const Line& line : lines_)
      for (const TurnOpening& one : line.openings)
        if (one.dress == "N" && one.is_header() && one.looks_like_name) ++alone[one.name];
    for (std::size_t i = 0; i < lines_.size(); ++i)
      std::erase_if(lines_[i].openings, [&](const TurnOpening& one) {
        if (one.dress == "#N" || one.dress == "bN") return one.is_header() && stands_above_list(i);
        bool is_bare = one.dress == "N" && one.is_header();
        if (!is_bare) return false;
        auto uses = alone.find(one.name);
        const bool comes_again = uses != alone.end() && uses->second >= 3;
        return !stands_above_words(i) && !(comes_again && stands_above_other(i, one.name));
      });
  }

  // Nobody speaks in lists: "### Added" is a heading of changes.
  bool stands_above_list(std::size_t i) const {
    for (++i; i < lines_.size() && lines_[i].is_blank;) ++i;
    return i == lines_.size() || begins_list(lines_[i].text);
  }

  // Whether the next line that is not blank has words of its own.
  bool stands_above_other(std::size_t i, std::string_view name) const {
    for (++i; i < lines_.size() && lines_[i].is_blank;) ++i;
    return i < lines_.size() && trim(lines_[i].text) != name;
  }

  bool stands_above_words(std::size_t i) const {
    bool begins = i == 0 || lines_[i - 1].is_blank || lines_[i - 1].is_time_alone;
    bool has_words = i + 1 < lines_.size() && !lines_[i + 1].is_blank;
    return begins && (has_words || time_follows(i) || is_in_capitals(i));
  }

  // "MARA QUIST" is a name even if a blank line follows it.
  bool is_in_capitals(std::size_t i) const {
    std::string_view text = trim(lines_[i].text);
    return text.find(' ') != text.npos && upper(text) == text && lower(text) != text;
  }

  bool time_follows(std::size_t i) const {
    return i + 1 < lines_.size() &&
           std::ranges::any_of(lines_[i + 1].openings,
                               [](const TurnOpening& one) { return one.time && one.name.empty(); });
  }

  // Gives the labels of questions and answers a dress of their own where both are there: a talk may
  // end with one question, whose labels do not come again.
  void know_exchanges() {
    std::set<std::pair<std::string, std::string_view>> written;
    for (const Line& line : lines_)
      for (const TurnOpening& one : line.openings)
        if (!one.is_header()) written.emplace(one.dress, one.name);
    auto is_in_exchange = [&](const TurnOpening& one) {
      return std::ranges::any_of(exchanges, [&](const Exchange& pair) {
        return (one.name == pair.question || one.name == pair.answer) &&
               written.contains({one.dress, pair.question}) &&
               written.contains({one.dress, pair.answer});
      });
    };
    for (Line& line : lines_) {
      for (TurnOpening& one : line.openings)
        if (is_in_exchange(one)) one.dress += exchange_sign;
    }
  }

  void count() {
    for (const Line& line : lines_) {
      std::set<std::string_view> seen;
      for (const TurnOpening& one : line.openings) {
        if (!seen.insert(one.dress).second) continue;
        Dress& dress = dresses_[one.dress];
        ++dress.count;
        dress.names_count += one.looks_like_name;
        if (!one.name.empty()) ++dress.names[one.name];
      }
    }
  }

  // Whether nearly every line begins so, with a few names that all come again: where nothing parts
  // names from words, only that tells them from each other.
  bool begins_nearly_all(const Dress& dress) const {
    constexpr std::size_t most_names = 8;
    auto lines = static_cast<std::size_t>(std::ranges::count(lines_, false, &Line::is_blank));
    return dress.names.size() >= 2 && dress.names.size() <= most_names && dress.count >= 4 &&
           dress.repeated() == dress.count && dress.count * 5 >= lines * 4;
  }

  // Whether what is written like this opens turns.
  bool is_dress(std::string_view spelled, const Dress& dress) const {
    // The sign of a captioner before a name is enough.
    if (spelled == "CN:" && dress.names_count == dress.count) return true;
    if (dress.count < 2) return false;
    if (spelled == shouted_dress) return begins_nearly_all(dress);
    if (dress.names.empty() || spelled.ends_with(exchange_sign)) return true;
    bool names_return = dress.repeated() >= 2 && dress.names.size() * 2 <= dress.count + 1;
    bool has_time = spelled.find('T') != spelled.npos;
    // "iPhone von Ute" is a name only where something besides a colon says so.
    bool is_clear = is_marked_dress(spelled) && names_return;
    if (dress.names_count * 2 < dress.count && !is_clear) return false;
    // Headings and items of lists are mostly about things, so several people have to come
    // again.
    if (spelled == "#N" || spelled.starts_with("-N["))
      return names_return && dress.names.size() >= 2 && dress.count >= 4 && spelled == "#N";
    return names_return || has_time;
  }

  // A time without a name is one even if it comes once, if times are written so beside names.
  void accept_lone_times() {
    for (auto& [spelled, dress] : dresses_) {
      if (!dress.names.empty() || spelled.find('T') == spelled.npos) continue;
      std::string_view time = spelled.substr(spelled.find('T'));
      for (const auto& [other, named] : dresses_)
        dress.is_accepted |=
            named.is_accepted && !named.names.empty() && other.find(time) != other.npos;
    }
  }

  void know_speakers() {
    for (const auto& [spelled, dress] : dresses_)
      if (dress.is_accepted && !dress.names.empty()) {
        prefixes_.insert(prefix_of(spelled));
        for (const auto& [name, uses] : dress.names) speakers_[name] += uses;
      }
  }

  // Whether a dress is that of headings, list items, quotations …, by its first sign.
  static char prefix_of(std::string_view dress) {
    constexpr std::string_view prefixes = "C>#|-1";
    return prefixes.find(dress[0]) == prefixes.npos ? ' ' : dress[0];
  }

  const TurnOpening* opening_of(std::size_t i) const {
    const TurnOpening* best = nullptr;
    auto rank = [&](const TurnOpening& one) {
      const Dress& dress = dresses_.find(one.dress)->second;
      return std::tuple(one.time && !one.name.empty(), !one.name.empty(), dress.count,
                        one.looks_like_name, one.name.size());
    };
    for (const TurnOpening& one : lines_[i].openings) {
      if (!dresses_.find(one.dress)->second.is_accepted || is_line_of_talk(i, one)) continue;
      if (!is_sure(one)) continue;
      if (!best || rank(one) > rank(*best)) best = &one;
    }
    if (best && !best->name.empty()) return best;
    const TurnOpening* slip = slip_of(i);
    return slip ? slip : best;
  }

  // "So tell us: bells or ropes?" is a sentence, unless the file marks its names by more
  // than a colon or the same words come again.
  bool is_sure(const TurnOpening& one) const {
    if (one.name.empty() || one.looks_like_name || one.time) return true;
    if (one.dress.ends_with(exchange_sign)) return true;
    auto known = speakers_.find(one.name);
    return one.dress.find_first_of("b[`C") != one.dress.npos ||
           (known != speakers_.end() && known->second > 1);
  }

  // A name that comes once, before an address or above a list, is a line of the talk:
  // "Slides: https://…", "Agenda:".
  bool is_line_of_talk(std::size_t i, const TurnOpening& one) const {
    auto known = speakers_.find(one.name);
    if (one.name.empty() || one.time || known == speakers_.end() || known->second > 1) return false;
    if (is_address(one.text)) return true;
    if (!one.is_header()) return false;
    for (++i; i < lines_.size() && lines_[i].is_blank;) ++i;
    return i == lines_.size() || begins_list(lines_[i].text);
  }

  // An opening in another dress whose name is a speaker of the text: the author forgot a
  // colon or a bracket.
  const TurnOpening* slip_of(std::size_t i) const {
    for (const TurnOpening& one : lines_[i].openings) {
      auto known = speakers_.find(one.name);
      if (one.name.empty() || known == speakers_.end() || !is_sure(one)) continue;
      if (!prefixes_.contains(prefix_of(one.dress))) continue;
      bool is_meant =
          one.time || one.is_header() || one.dress.find_first_of("b:[") != one.dress.npos;
      if (is_meant && !is_line_of_talk(i, one)) return &one;
    }
    return nullptr;
  }

  // Adds the turn of a line. A time alone and a name alone next to it are one turn.
  void add(std::size_t i, const TurnOpening& one, std::vector<TurnLine>& found) {
    TurnLine turn{lines_[i].number,
                  lines_[i].text,
                  one.name,
                  std::nullopt,
                  std::nullopt,
                  one.text,
                  one.name.empty() && !one.time,
                  false};
    if (one.time) {
      turn.start = one.time->start;
      turn.end = one.time->end;
      turn.is_of_day = one.time->is_of_day;
      day_.count(*turn.start, turn.end, turn.is_of_day);
    }
    found.push_back(turn);
    indexes_.push_back(i);
  }

  // Where names stand with times, a time without a name begins the turn of somebody
  // unknown, if it stands alone as the names do.
  void mark_unknown(std::vector<TurnLine>& found) const {
    std::size_t named = 0, nameless = 0;
    auto is_half = [&](std::size_t i) {
      return (i > 0 && is_pair(found, i - 1)) || (i + 1 < found.size() && is_pair(found, i));
    };
    auto is_lone_time = [&](std::size_t i) { return found[i].name.empty() && !is_half(i); };
    for (std::size_t i = 0; i < found.size(); ++i) {
      named += !found[i].name.empty() && (found[i].start || is_half(i));
      nameless += is_lone_time(i);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      // Words on the line of a time are more often the next line of the same speaker.
      std::size_t weight = found[i].text.empty() ? 1 : 2;
      if (is_lone_time(i) && named >= weight * nameless) found[i].is_unknown = true;
    }
  }

  // Whether words follow most names. A list of chapters ("0:15 Rivers") has names and no
  // words.
  bool has_words(const std::vector<TurnLine>& found) const {
    std::size_t named = 0, wordless = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].name.empty()) continue;
      ++named;
      if (!found[i].text.empty() || (i + 1 < found.size() && is_pair(found, i))) continue;
      std::size_t next = indexes_[i] + 1,
                  end = i + 1 < found.size() ? indexes_[i + 1] : lines_.size();
      while (next < end && lines_[next].is_blank) ++next;
      wordless += next == end;
    }
    return named >= 2 && wordless * 2 < named && are_usual(named);
  }

  // Whether a good part of the text is turns. In documents a few lines begin with the same
  // words, too: "Default: …".
  bool are_usual(std::size_t named) const {
    std::size_t blocks = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      blocks += !lines_[i].is_blank && (i == 0 || lines_[i - 1].is_blank);
    bool have_full_names = std::ranges::any_of(
        speakers_, [](const auto& one) { return one.first.find(' ') != one.first.npos; });
    return named * (have_full_names ? 6 : 3) >= blocks;
  }

  // Whether two lines are one opening: the first has no words, and one has the name, the
  // other the time.
  bool is_pair(const std::vector<TurnLine>& found, std::size_t i) const {
    const TurnLine &a = found[i], &b = found[i + 1];
    bool are_halves =
        a.name.empty() != b.name.empty() && a.start.has_value() != b.start.has_value();
    if (!are_halves || !a.text.empty()) return false;
    for (std::size_t between = indexes_[i] + 1; between < indexes_[i + 1]; ++between)
      if (!lines_[between].is_blank) return false;
    return true;
  }

  static constexpr char exchange_sign = '?';

  std::vector<Line> lines_;
  std::map<std::string_view, Dress> dresses_;
  std::map<std::string_view, std::size_t> speakers_;  // how often each name opens a turn
  std::set<char> prefixes_;                           // of the dresses of names
  std::vector<std::size_t> indexes_;                  // of the lines that were found
  DayClock day_;
};

}  // namespace

bool is_table_rule(std::string_view line) {
  line = trim(line);
  return line.starts_with('|') && line.find('-') != line.npos &&
         line.find_first_not_of("|-: ") == line.npos;
}

std::vector<TurnLine> find_turn_lines(Span body) { return DressLearner(read_lines(body)).find(); }

}  // namespace kbgen
