// Who is mentioned where. What a name is, and what only looks like one.

#include <doctest/doctest.h>

#include <string>

#include "build.h"
#include "support/project.h"

namespace kbgen {

namespace {

// "slug: words" of each mention in content/episodes/e.md or e.vtt, one a line.
std::string mentions() {
  Diagnostics diag;
  Project project = open_project({}, diag);
  Cache cache(Memory::none);
  SourceTree sources = discover(project, cache.sources, diag);
  Records records = parse(sources, project, cache.records, diag);
  Site site = assemble(std::move(records), project, {}, cache.spoken, diag);
  Links links = link(site, cache.links, diag);
  CHECK(format_diagnostics(diag) == "");
  std::string out;
  for (const Mention& mention : links.mentions) {
    const Episode& episode = site.episodes[mention.episode];
    if (episode.slug != "e") continue;
    out += slug_of(site, mention.target) + ": " +
           std::string(episode.spoken->text_of(mention.text)) + "\n";
  }
  return out;
}

void write_topic(const std::string& slug, const std::string& front_matter) {
  write_bytes("content/topics/" + slug + ".md", "---\n" + front_matter + "\n---\n");
}
void write_person(const std::string& slug, const std::string& name) {
  write_bytes("content/guests/" + slug + ".md", "---\nname: " + name + "\n---\n");
}
void write_resource(const std::string& slug, const std::string& front_matter) {
  write_bytes("content/resources/" + slug + ".md", "---\n" + front_matter + "\n---\n");
}

// Two speakers whom nobody knows.
void write_speech(const std::string& words, const std::string& front_matter = "hosts: []") {
  write_bytes("content/episodes/e.md", "---\ntitle: E\n" + front_matter + "\n---\n**Host:** " +
                                           words + "\n\n**Voice:** Yes.\n\n**Host:** No.\n");
}

}  // namespace

TEST_CASE("an English alias is found in the plural, a topic's title in either number") {
  TestProject project;
  write_topic("net", "title: Neural networks\naliases: [perceptron, weights]");
  write_topic("llm", "title: Language model\naliases: [=LLM, library]");
  write_speech(
      "A neural network, neural networks' weights, a weight, perceptrons, LLMs, llms, LLM's, "
      "libraries.");
  CHECK(mentions() ==
        "net: neural network\nnet: neural networks\nnet: weights\nnet: perceptrons\nllm: LLMs\n"
        "llm: LLM\nllm: libraries\n");
}

TEST_CASE("nothing is put into the plural in another language") {
  TestProject project;
  write_topic("art", "title: Art");
  write_speech("Arts and art.", "language: de");
  CHECK(mentions() == "art: art\n");
}

TEST_CASE(
    "a plural gives way to whom that is the name of; people have none; a tool has its capital") {
  TestProject project;
  write_topic("notebook", "title: Notebook");
  write_resource("notebooks", "title: Notebooks");
  write_resource("spark", "title: Spark");
  write_person("ada", "Ada Stone");
  write_speech("Notebooks, a notebook, two Ada Stones, it sparks, many Sparks, spark.");
  CHECK(mentions() == "notebooks: Notebooks\nnotebook: notebook\nspark: Sparks\nspark: spark\n");
}

TEST_CASE("nothing is mentioned in links of more words, code, addresses and names of files") {
  TestProject project;
  write_topic("kaggle", "title: Kaggle\naliases: [fast.ai]");
  write_speech(
      "Kaggle, [the Kaggle page](https://example.org), [KAGGLE](https://example.org), "
      "[`kaggle`](https://example.org), `import kaggle`, https://kaggle.com/x, "
      "info@kaggle.com, kaggle.csv, course.fast.ai and fast.ai.");
  CHECK(mentions() == "kaggle: Kaggle\nkaggle: KAGGLE\nkaggle: fast.ai\n");
}

TEST_CASE("nothing is mentioned in the longer name of something else, whoever has that name") {
  TestProject project;
  write_bytes("config.yaml", "title: T\ntheme: plain\nshows:\n  s: {title: Talk Python}\n");
  write_topic("python", "title: Python\naliases: [Julia, Whisper]");
  write_resource("careless", "title: Careless Whisper\nmatch: none\nby: [Monty Python]");
  write_person("julia", "Julia Evans");
  write_bytes("content/episodes/other.vtt",
              "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Julia Known>One.\n\n"
              "00:00:03.000 --> 00:00:05.000\n<v Python Stranger>Two.\n");
  write_speech(
      "Julia Evans, Julia Known, Python Stranger, Monty Python, Talk Python, Careless Whisper. "
      "Julia and Whisper in Python; Python Days Warsaw.");
  CHECK(mentions() ==
        "julia: Julia Evans\njulia-known: Julia Known\npython-stranger: Python Stranger\n"
        "python: Julia\npython: Whisper\npython: Python\npython: Python\n");
}

TEST_CASE("a name never crosses a sentence; its own full stop does not end one") {
  TestProject project;
  write_topic("deep", "title: Deep learning");
  write_person("jordan", "Michael I. Jordan");
  write_person("who", "Dr. Who");
  write_speech(
      "It is deep. Learning is deep! Learning. Michael I. Jordan and Dr Who. Deep learning.");
  CHECK(mentions() == "jordan: Michael I. Jordan\nwho: Dr Who\ndeep: Deep learning\n");
}

TEST_CASE("those who take part go by their first name, if nobody else there has it") {
  TestProject project;
  write_person("ada-stone", "Ada Stone");
  write_person("bob-hill", "Bob Hill");
  write_person("bob-vale", "Bob Vale");
  write_person("cyd-mill", "Cyd Mill");
  write_speech(
      "Thanks, Ada. And Bob said Cyd was there, with Ada's friend Ada Lovelace, Mary Ada Smith, "
      "Ada-Marie and ada.",
      "hosts: [ada-stone]\nguests: [bob-hill]");
  CHECK(mentions() == "ada-stone: Ada\nbob-hill: Bob\nada-stone: Ada\n");
  write_speech("Bob Vale is not Bob. Ada is.", "hosts: [ada-stone]\nguests: [bob-hill]");
  CHECK(mentions() == "bob-vale: Bob Vale\nada-stone: Ada\n");
}

TEST_CASE("a first name that is something else by itself is that") {
  TestProject project;
  write_person("julia", "Julia Evans");
  write_topic("language", "title: Julia");
  write_person("mills", "Ann Mills");
  write_topic("mill", "title: Mill");
  write_speech("Julia, what is Julia Evans? Two mills, Ann Mills.", "guests: [julia]");
  CHECK(mentions() == "language: Julia\njulia: Julia Evans\nmill: mills\nmills: Ann Mills\n");
}

TEST_CASE("a name that is a word needs a capital that does not only begin a sentence") {
  TestProject project;
  write_person("will", "Will Stone");
  write_speech("Will you? I will. And Will will. Will", "guests: [will]");
  CHECK(mentions() == "will: Will\n");
}

TEST_CASE("without capitals a first name is found unless it is a word anywhere") {
  TestProject project;
  write_person("santiago", "Santiago Stone");
  write_person("stone", "Stone Radek");
  write_person("grace", "Grace Hopper");
  write_bytes("content/episodes/cased.md",
              "---\ntitle: C\n---\n**Host:** Throw a stone, Bob. Throw a stone.\n\n**Voice:** "
              "Yes.\n\n**Host:** No.\n");
  write_bytes("content/episodes/e.md",
              "---\ntitle: E\nguests: [santiago, grace]\nhosts: [stone]\ntranscript: e.vtt\n---\n");
  write_bytes("content/episodes/e.vtt",
              "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nthanks santiago and grace and stone and "
              "hopper\n");
  CHECK(mentions() == "santiago: santiago\n");
}

TEST_CASE("who is named in full goes by the last name, if nobody else has it") {
  TestProject project;
  write_person("chollet", "François Chollet");
  write_person("a-page", "Ann Page");
  write_person("b-page", "Ben Page");
  write_person("c-hill", "Cem Hill");
  write_speech(
      "François Chollet wrote it. Chollet says so, Mr. Chollet, J. Chollet, Bob Chollet, the "
      "Chollet prize. "
      "Ann Page and Ben Page: Page who? And Hill?");
  CHECK(mentions() ==
        "chollet: François Chollet\nchollet: Chollet\nchollet: Chollet\na-page: Ann Page\n"
        "b-page: Ben Page\n");
}

}  // namespace kbgen
