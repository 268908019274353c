// Last names that are languages, tools and days, first names of examples, and signs behind which a
// sentence begins: an archive of such traps.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/linked.h"

namespace kbgen {

namespace {

struct Talk {
  std::string_view slug, front_matter, speech;
  std::string_view mentioned;  // words of the mentions, in their order
};

constexpr Talk talks[] = {
    {"rust", "guests: [mara-rust]",
     "Mara Rust is here. We write Rust, and Rust code is safe. Rust is a language. Mara, go on.",
     "Mara Rust|Mara"},
    {"slack", "", "Ted Slack wrote to us on Slack. Slack was down, and Slack said so.",
     "Ted Slack"},
    {"day", "", "Joe Wednesday comes on Wednesday. Wednesday is fine.", "Joe Wednesday"},
    {"letter", "", "Nils X has a letter. X is a letter. X says nothing.", "Nils X"},
    {"loom-1", "", "A new Loom came. We like Loom, and Loom helps.", ""},
    {"loom-2", "", "So we record it with Loom every day.", ""},
    {"loom-3", "", "And Loom again.", ""},
    {"loom-4", "", "Nadia Loom made it. Then Loom grew, and Loom is fast.", "Nadia Loom"},
    {"vale-1", "", "Kim Vale wrote it. As Vale says, and Vale's book, Vale is right.",
     "Kim Vale|Vale|Vale|Vale"},
    {"vale-2", "", "Kim Vale lives in Vale, near the Vale, and Vale writes there.",
     "Kim Vale|Vale"},
    {"vale-3", "", "A quote (Vale) by Kim Vale: “Vale is a name”, Vale said.",
     "Vale|Kim Vale|Vale|Vale"},
    {"alice-1", "guests: [alice-mey]", "Alice sends Bob a message, and Bob answers Alice.", ""},
    {"alice-2", "guests: [alice-mey]", "Welcome, Alice, to the mill. It is good to have Alice.",
     "Alice|Alice"},
    {"alice-3", "guests: [alice-mey, bob-tor]", "Alice and Bob are both here.", "Alice|Bob"},
    {"will-1", "guests: [will-stone]",
     "[Will] it turn? I will see. Well — Will it? “Will it?” So Will said it will.", "Will"},
    {"will-2", "guests: [will-stone]", "It will. (Will it?) - Will it? Then Will went.", "Will"},
    {"label-1", "", "Hello to you all.", ""},
    {"label-2", "", "Sam Ferris called. Then Ferris wheels turned, and Ferris spoke.",
     "Sam Ferris"},
    {"plain-1", "", "Nobody is here but a rusty slack loom on a wednesday.", ""},
    {"plain-2", "", "We use Rust here. Rust again, and Slack, and X.", ""},
    {"plain-3", "", "On Slack they write Rust each Wednesday.", ""},
};

void write_archive() {
  for (std::string_view person : {"mara-rust", "ted-slack", "joe-wednesday", "nils-x", "nadia-loom",
                                  "kim-vale", "alice-mey", "bob-tor", "will-stone"}) {
    std::string name;
    bool begins = true;
    for (char c : person) {
      name += c == '-' ? ' ' : begins ? static_cast<char>(c - 'a' + 'A') : c;
      begins = c == '-';
    }
    write_bytes(fmt::format("content/guests/{}.md", person),
                fmt::format("---\nname: {}\n---\n", name));
  }
  for (const Talk& talk : talks) {
    // Somebody whom only a label names speaks once.
    std::string_view who = talk.slug == "label-1" ? "Sam Ferris" : "Host";
    write_bytes(fmt::format("content/episodes/{}.md", talk.slug),
                fmt::format("---\ntitle: Talk\n{}\n---\n**{}:** {}\n\n**Voice:** Yes.\n\n"
                            "**{}:** No.\n",
                            talk.front_matter, who, talk.speech, who));
  }
}

}  // namespace

TEST_CASE("a last name counts where a person can stand, and a first name where it is no example") {
  TestProject project;
  write_archive();
  Linked site;
  for (const Talk& talk : talks) {
    CAPTURE(talk.slug);
    std::string mentioned;
    EpisodeId id = site.episode(talk.slug);
    auto [begin, end] = site.links.mentions_of_episode[id.index];
    for (std::uint32_t i = begin; i < end; ++i)
      mentioned += (mentioned.empty() ? "" : "|") +
                   std::string(site.site.episodes[id].spoken->text_of(site.links.mentions[i].text));
    CHECK(mentioned == talk.mentioned);
  }
}

}  // namespace kbgen
