#include "commands/command_line.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <stdexcept>

#include "support/redirected.h"
#include "support/temporary_folder.h"

namespace kbgen {

namespace {

std::vector<std::string> colours() { return {"red", "green"}; }

std::string problem_of_size(const std::string& size) {
  return size == "small" ? "" : "'" + size + "' is no size";
}

constexpr Option options[] = {
    {.name = "PLACE", .meaning = "where", .takes = Takes::texts, .is_required = true},
    {"--quick", "at once"},
    {"--name", "of it", Takes::text},
    {.name = "--language", .meaning = "of it", .takes = Takes::text, .default_value = "en"},
    {"--chosen", "which", Takes::text_or_nothing},
    {.name = "--port", .meaning = "number", .takes = Takes::number, .range = Range{1, 9}},
    {.name = "--weight", .meaning = "how much", .takes = Takes::decimal, .default_value = "1.5"},
    {"--field", "repeat it", Takes::texts},
    {.name = "--colour",
     .meaning = "{}, with commas between",
     .takes = Takes::texts_by_commas,
     .words = colours},
    {.name = "--size", .meaning = "of it", .takes = Takes::text, .problem_of = problem_of_size},
};

constexpr Command paint = {
    .name = "paint",
    .purpose = "paint places",
    .options = options,
    .run = [](const Arguments& given) { return static_cast<int>(given.list("PLACE").size()); }};

constexpr Option options_of_fence[] = {{"--high", "how it is"}};

constexpr Command fence = {
    .name = "build fence",
    .purpose = "a fence",
    .options = options_of_fence,
    .run = [](const Arguments& given) { return given.flag("--high") ? 7 : 6; }};

constexpr Command wall = {
    .name = "build wall", .purpose = "a wall", .run = [](const Arguments&) { return 5; }};

constexpr const Command* parts[] = {&fence, &wall};

constexpr Command build = {.name = "build", .purpose = "build things", .parts = parts};

struct Refusal {
  int status = 0;
  std::string err;
};

// Calls `f` with what main() would hand to a command.
template <typename F>
auto with_command_line(std::vector<std::string> words, F f) {
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  return f(static_cast<int>(argv.size()), argv.data());
}

Arguments parsed(std::vector<std::string> words) {
  words.insert(words.begin(), "paint");
  return std::get<Arguments>(with_command_line(std::move(words), [](int argc, char** argv) {
    return parse_command_line(paint, argc, argv);
  }));
}

int status_of(const Command& command, std::vector<std::string> words) {
  return with_command_line(std::move(words),
                           [&](int argc, char** argv) { return run_command(command, argc, argv); });
}

Refusal refused(const Command& command, std::vector<std::string> words) {
  TemporaryFolder folder;
  Refusal refusal;
  {
    Redirected err(STDERR_FILENO, "err");
    refusal.status = status_of(command, std::move(words));
  }
  refusal.err = read_bytes("err");
  return refusal;
}

std::string problem_with(std::vector<std::string> words) {
  words.insert(words.begin(), {"paint", "here"});
  Refusal refusal = refused(paint, std::move(words));
  CHECK(refusal.status == 2);
  return refusal.err.substr(0, refusal.err.find('\n'));
}

}  // namespace

TEST_CASE("arguments are what was given, in the type that their option takes") {
  Arguments given = parsed({"here", "there", "--quick", "--name", "Ada", "--port", "9", "--weight",
                            "0.25", "--field", "a", "--field", "b", "--colour", "green,red"});
  CHECK(given.list("PLACE") == std::vector<std::string>{"here", "there"});
  CHECK(given.flag("--quick"));
  CHECK(given.text("--name") == "Ada");
  CHECK(given.number("--port") == 9);
  CHECK(given.decimal("--weight") == 0.25);
  CHECK(given.list("--field") == std::vector<std::string>{"a", "b"});
  CHECK(given.list("--colour") == std::vector<std::string>{"green", "red"});
  CHECK(given.has("--port"));
}

TEST_CASE("what was not given is empty, or what its option says") {
  Arguments given = parsed({"here"});
  CHECK(!given.flag("--quick"));
  CHECK(given.text("--name") == "");
  CHECK(given.text("--language") == "en");
  CHECK(given.number("--port") == 0);
  CHECK(given.decimal("--weight") == 1.5);
  CHECK(given.list("--field").empty());
  for (const Option& option : options) CHECK(given.has(option.name) == (option.name == "PLACE"));
}

TEST_CASE("an option may be given with and without a value") {
  CHECK(!parsed({"here"}).has("--chosen"));
  Arguments bare = parsed({"here", "--chosen"});
  CHECK(bare.has("--chosen"));
  CHECK(bare.text("--chosen") == "");
  CHECK(parsed({"here", "--chosen", "1,3"}).text("--chosen") == "1,3");
}

TEST_CASE("to ask for what a command does not offer is a mistake of the program") {
  Arguments given = parsed({"here"});
  CHECK_THROWS_WITH_AS(given.flag("--slow"), "kbgen paint does not offer --slow", std::logic_error);
  CHECK_THROWS_WITH_AS(given.has("--slow"), "kbgen paint does not offer --slow", std::logic_error);
  CHECK_THROWS_WITH_AS(given.text("--port"), "kbgen paint takes something else with --port",
                       std::logic_error);
}

TEST_CASE("a value that an option does not take is refused with status 2") {
  CHECK(problem_with({"--port", "0"}) == "--port: Value 0 not in range 1 to 9");
  CHECK(problem_with({"--port", "x"}) == "--port: Value x not in range 1 to 9");
  CHECK(problem_with({"--weight", "heavy"}) == "Could not convert: --weight = heavy");
  CHECK(problem_with({"--colour", "red,blue"}) == "--colour: blue not in {red,green}");
  CHECK(problem_with({"--size", "big"}) == "--size: 'big' is no size");
  CHECK(problem_with({"--fast"}) == "The following argument was not expected: --fast");
  CHECK(refused(paint, {"paint"}).err ==
        "PLACE is required\nRun with --help for more information.\n");
}

TEST_CASE("the part that is named runs, with the options that it offers") {
  CHECK(status_of(paint, {"paint", "a", "b", "c"}) == 3);
  CHECK(status_of(build, {"build", "wall"}) == 5);
  CHECK(status_of(build, {"build", "fence"}) == 6);
  CHECK(status_of(build, {"build", "fence", "--high"}) == 7);
  CHECK(refused(build, {"build"}).err ==
        "A subcommand is required\nRun with --help for more information.\n");
  CHECK(refused(build, {"build", "wall", "--high"}).status == 2);
}

TEST_CASE("help shows the words, the range and what counts if nothing is given") {
  TemporaryFolder folder;
  {
    Redirected out(STDOUT_FILENO, "out");
    CHECK(status_of(paint, {"paint", "--help"}) == 0);
  }
  std::string help = read_bytes("out");
  for (const char* line :
       {"  PLACE TEXT ... REQUIRED     where\n", "  --quick                     at once\n",
        "  --language TEXT=en          of it\n", "  --port INT:INT in [1 - 9]   number\n",
        "  --colour TEXT ...           red, green, with commas between\n"})
    CHECK_MESSAGE(help.find(line) != std::string::npos, line, help);
}

TEST_CASE("a word that is not known gets the nearest one, or all of them") {
  CHECK(problem_of_word("colour", "red", colours()) == "");
  CHECK(problem_of_word("colour", "gren", colours()) ==
        "unknown colour 'gren': did you mean 'green'?");
  CHECK(problem_of_word("colour", "violet", colours()) ==
        "unknown colour 'violet': there are red, green");
}

}  // namespace kbgen
