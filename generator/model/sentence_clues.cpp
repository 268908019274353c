#include "model/sentence_clues.h"

#include <string>
#include <unordered_map>

#include "base/text.h"

namespace kbgen {

namespace {

struct ClueWords {
  Clue clue;
  std::string_view words;
};

constexpr ClueWords table[] = {
    {Clue::closes,
     "it them us me here there sure now stuff things time people everyone everybody course "
     "today tomorrow well too out up this yeah yes okay exactly anyway again yet though together "
     "online"},
    {Clue::resumes, "so yeah"},
    {Clue::subject,
     "i i'm i've i'd i'll it's that's there's we we're we've you you're they they're he she this "
     "these maybe what how let's yeah if when my"},
    {Clue::opens,
     "so yeah yes okay welcome hello hi thanks i i'm i've we we're let's today there's what how "
     "my it's that's"},
    {Clue::leads_on,
     "and but so or the a an of to in on at for with from that is are was were be been am i you we "
     "they he she it's that's there's i'm you're we're they're i've we've um uh ah er like because "
     "if my your our their his her its not very really just also about as than into by have has "
     "had do does did can could will would should may might must don't doesn't didn't can't won't "
     "then when where which who what how why while until since think know mean say said says "
     "want going gonna kind sort lot no some any every each one two more most other another these "
     "those only even still maybe actually basically probably called let's let"},
    {Clue::asks, "what why how who where when which whose"},
    {Clue::auxiliary,
     "do does did is are was were can could would will should have has had isn't aren't don't "
     "doesn't didn't won't wouldn't can't couldn't haven't"},
    {Clue::pronoun,
     "you i we they he she it there that this the a your people any anyone anybody about kind sort "
     "if other else exactly many much long often come"},
    {Clue::hides_name,
     "al amber an angel april art august autumn bill bishop bob booker brook brown buck bud "
     "bush carol carter case chance charity chase chip christian chuck clay cliff cooper "
     "crystal daisy dale dawn dean dick do don dot drew earnest eve faith field fields fisher "
     "ford forest frank gay gene ginger glen go grace grant gray green guy hall harmony he "
     "heath hill hope hunter in iris it ivy jack jade jay jean jersey joy june just justice "
     "king lance lane lee like lily little long love ma major mark mars mason max may melody "
     "mercy miles mill miller moon much my nick no norm olive on or parker pat patience pearl "
     "penny pierce piper porter potter price ray read reed rich rob robin rocky rose ruby "
     "rusty sage sandy see she skip sky small smith so sterling stone storm sue summer sunny "
     "taylor temple they to tony trip us victor violet wade walker ward wave way webb west "
     "white will winter wood woods young"},
};

constexpr std::string_view capitals =
    "I I'm I've I'd I'll Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "September October November December English German French Spanish Italian Portuguese Dutch "
    "Swedish Norwegian Danish Russian Chinese Japanese Korean Indian American European African "
    "Canadian Australian America Europe Africa Asia Australia Canada England Scotland Ireland "
    "Germany France Spain Italy Portugal Sweden Norway Denmark Russia Japan India Brazil Mexico "
    "London Paris Berlin Christmas Wikipedia";

template <class F>
void for_each_word(std::string_view words, F&& f) {
  for (std::string_view word : split_words(words)) f(word);
}

}  // namespace

std::uint32_t clues_of(std::string_view word) {
  static const auto clues = [] {
    std::unordered_map<std::string_view, std::uint32_t> all;
    for (const ClueWords& row : table)
      for_each_word(row.words, [&](std::string_view one) {
        all[one] |= static_cast<std::uint32_t>(row.clue);
      });
    return all;
  }();
  auto found = clues.find(word);
  return found == clues.end() ? 0 : found->second;
}

std::string_view always_capital(std::string_view word) {
  static const auto forms = [] {
    std::unordered_map<std::string, std::string_view> all;
    for_each_word(capitals, [&](std::string_view form) { all.emplace(lower_ascii(form), form); });
    return all;
  }();
  auto found = forms.find(std::string(word));
  return found == forms.end() ? std::string_view() : found->second;
}

}  // namespace kbgen
