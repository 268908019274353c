// What the journal remembers, and that it finds places again in files that changed.
#include "edit/edit_journal.h"

#include <doctest/doctest.h>

#include "support/temporary_folder.h"

using namespace kbgen;

TEST_CASE("an entry has the words that changed, and makes either version from the other") {
  const std::string from = "one\r\ntwo Café three\r\n", to = "one\r\ntwo Cafè, three\r\n";
  JournalEntry entry = entry_between("a.txt", "", from, to);
  CHECK(entry.removed == "é");
  CHECK(entry.added == "è,");
  CHECK(without_edit(entry, to) == from);
  CHECK(with_edit(entry, from) == to);
  CHECK(with_edit(entry, to) == std::nullopt);
}

TEST_CASE("a place is found again behind other changes, but not if there are two like it") {
  const std::string from = "a b c", to = "a x c";
  JournalEntry entry = entry_between("a.txt", "", from, to);
  CHECK(without_edit(entry, "first a line. a x c") == "first a line. a b c");
  CHECK(without_edit(entry, "0 a x c a x c") == std::nullopt);
  CHECK(without_edit(entry, "a y c") == std::nullopt);
}

TEST_CASE("steps are read again by another run, and a line that was cut is passed over") {
  TemporaryFolder folder;
  EditJournal journal(".kbgen/edits");
  auto entry = [](std::string what) {
    JournalEntry made = entry_between("a.txt", what, "1", "2");
    return made;
  };
  auto steps = [] {
    std::string problem, all;
    for (const JournalEntry& one : EditJournal(".kbgen/edits").entries(problem))
      all += one.what + (one.is_undone ? "-" : "+");
    return all + problem;
  };
  CHECK(steps() == "");
  CHECK(journal.note_undo() == "");  // of nothing
  CHECK(journal.add(entry("a")) == "");
  CHECK(journal.add(entry("b")) == "");
  CHECK(steps() == "a+b+");
  journal.note_undo();
  CHECK(steps() == "a+b-");
  journal.note_undo();
  journal.note_redo();
  CHECK(steps() == "a+b-");
  journal.add(entry("c"));  // whatever was undone before is gone
  CHECK(steps() == "a+c+");
  std::string whole = read_bytes(".kbgen/edits");
  write_bytes(".kbgen/edits", whole.substr(0, whole.size() - 9));
  CHECK(steps() == "a+b-");
  journal.add(entry("d"));
  CHECK(steps() == "a+d+");
}
