#include <doctest/doctest.h>

#include <string>

#include "lunr/run_index.h"

static const std::string one_line = R"({"id":"a","body":"word"})"
                                    "\n";

TEST_CASE("kbgen index prints the index and nothing else") {
  IndexRun run = run_index(one_line, {"--field", "body:2"});
  CHECK(run.out ==
        R"({"version":"2.3.9","fields":["body"],"fieldVectors":[["body/a",[0,0.575]]],)"
        R"("invertedIndex":[["word",{"_index":0,"body":{"a":{}}}]],"pipeline":["stemmer"]})");
  CHECK(run.err == "");
  CHECK(run.status == 0);
}

TEST_CASE("kbgen index names every line that is no document and prints no index") {
  IndexRun run = run_index(one_line +
                               "{\"id\":\"b\",\n"
                               "[1]\n"
                               "\n"
                               R"({"id":"c","boost":"high"})",
                           {"--field", "body", "--boost-field", "boost"});
  CHECK(run.out == "");
  CHECK(run.status == 1);
  CHECK(run.err.find("docs.ndjson:2:11: error: this is not JSON") == 0);
  CHECK(run.err.find("docs.ndjson:3:1: error: a document is a JSON object [not-a-document]\n") !=
        std::string::npos);
  CHECK(run.err.find("docs.ndjson:5:24: error: 'boost' is a number or absent [bad-boost]\n") !=
        std::string::npos);
}

TEST_CASE("kbgen index does as lunr does without a ref, but says so") {
  IndexRun run =
      run_index("{\"slug\":\"a\",\"body\":\"word\"}\n{\"slug\":\"b\"}\n", {"--field", "body"});
  CHECK(run.out.find(R"("fieldVectors":[["body/undefined",[]]])") != std::string::npos);
  CHECK(run.status == 0);
  CHECK(run.err ==
        "docs.ndjson:1:1: warning: this document has no 'id', the first of 2 [missing-ref]\n"
        "   1 | {\"slug\":\"a\",\"body\":\"word\"}\n"
        "     | ^\n"
        "     = help: lunr calls it 'undefined'; name the key that holds a document's id with "
        "--ref\n");
}

TEST_CASE("kbgen index says when documents share a ref") {
  IndexRun run = run_index(one_line + one_line + one_line, {"--field", "body"});
  CHECK(run.err ==
        "docs.ndjson: warning: 2 documents have the 'id' of an earlier one [duplicate-ref]\n"
        "     = help: lunr keeps the words of all, but the weights of the last\n");
  CHECK(run.status == 0);
}

TEST_CASE("kbgen index names a field that no document has") {
  IndexRun run = run_index(one_line, {"--field", "body", "--field", "boddy"});
  CHECK(run.err ==
        "docs.ndjson: warning: no document has a field 'boddy' [unused-field]\n"
        "     = help: did you mean 'body'?\n");
  CHECK(run.status == 0);
}

TEST_CASE("kbgen index refuses what lunr cannot do before reading anything") {
  for (const char* field : {"a/b", "_index", "constructor:2", "__proto__", "title:ten", "title:"}) {
    CAPTURE(field);
    IndexRun run = run_index("no JSON at all", {"--field", field});
    CHECK(run.status == 2);
    CHECK(run.out == "");
    CHECK(run.err.find("--field: ") == 0);
  }
  CHECK(run_index(one_line, {}).status == 2);
  CHECK(run_index(one_line, {"--field", "body", "--ref", "constructor"}).status == 2);
  CHECK(run_index(one_line, {"--field", "body", "--k1", "much"}).status == 2);
}

TEST_CASE("kbgen index --help shows an example") {
  IndexRun run = run_index("", {"--help"});
  CHECK(run.status == 0);
  CHECK(run.out.find("kbgen index episodes.ndjson --ref slug --field title:10 --field body") !=
        std::string::npos);
}

TEST_CASE("kbgen index takes broken bytes, byte order marks and last lines without an end") {
  IndexRun run = run_index("\xEF\xBB\xBF{\"id\":\"a\",\"body\":\"x\xFFz\"}\r\n{\"id\":\"b\"}",
                           {"--field", "body"});
  CHECK(run.out.find("[[\"x\uFFFDz\",{") != std::string::npos);
  CHECK(run.out.find("[\"body/b\",[]]") != std::string::npos);
  CHECK(run.status == 0);
}

TEST_CASE("kbgen index reads files longer than a thread's share, line by line") {
  std::string documents;
  for (int i = 0; i < 30000; ++i)
    documents += R"({"id":"e)" + std::to_string(i) + R"(","body":")" + std::string(100, 'x') +
                 " word" + std::to_string(i % 7) + "\"}\n";
  IndexRun run = run_index(documents + "bad\n", {"--field", "body"});
  CHECK(run.err.find("docs.ndjson:30001:1: error: ") == 0);
  run = run_index(documents, {"--field", "body"});
  CHECK(run.err == "");
  CHECK(run.out.find("[\"body/e29999\",[0,") != std::string::npos);
}

TEST_CASE("kbgen index says when its index cannot be written") {
  IndexRun run = run_index_on(one_line, {"docs.ndjson", "--field", "body"}, "/dev/full");
  CHECK(run.err == "<stdout>: error: the index could not be written [unwritable-output]\n");
  CHECK(run.status == 1);
}

TEST_CASE("kbgen index says which file it cannot open") {
  IndexRun run = run_index_on("", {"nowhere.ndjson", "--field", "body"});
  CHECK(run.err == "nowhere.ndjson: error: this file cannot be read [unreadable-file]\n");
  CHECK(run.out == "");
  CHECK(run.status == 1);
}
