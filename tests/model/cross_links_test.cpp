#include "model/cross_links.h"

#include <doctest/doctest.h>

#include "model/routes.h"
#include "support/made_knowledge.h"

namespace kbgen {

namespace {

const std::vector<TextFile>& library() {
  static const std::vector<TextFile> files = {
      {"episodes/talk.md",
       "---\ntitle: Talk\n---\n**Ada** (0:10): We wind it up.\n\n**Bob** (1:00): Thanks.\n\n"
       "**Ada** (2:00): It stops.\n"},
      {"guests/kaggle.md", "---\nname: Kaggle Person\naliases: [Mill Reader]\n---\n"},
      {"topics/kaggle.md", "---\ntitle: Kaggle\naliases: [old-kaggle]\n---\n## What it is\n"},
      {"topics/mills.md", "---\ntitle: Mills\naliases: [Mill Reader, \"Vélo\", /wind/]\n---\n"}};
  return files;
}

// Where the links of a text on the page topics/mills.md lead, as "path#fragment (label)" each, and
// what is reported.
std::string links_in(const std::string& markdown, bool reports_doubts = false) {
  static const MadeKnowledge made(library());
  static const std::set<std::string> static_files = {"images/x.png", "topics/y.png"};
  Diagnostics diag;
  SourceFile file{"topics/mills.md", markdown};
  LinkTargets targets(made.site(), static_files, "content", reports_doubts);
  SourceFile kaggle{"topics/kaggle.md", "## What it is\n"};
  MarkdownHtml headings = markdown_html(whole_file(kaggle), {}, diag);
  targets.add_headings(made.topic("kaggle"), headings);
  std::string lines;
  Prose prose = targets.resolve(markdown_html(whole_file(file), {}, diag), "topics/mills.md", diag);
  for (const Prose::Link& link : prose.links) {
    lines += link.target.entity ? path_of(made.site(), *link.target.entity) : link.target.path;
    if (!link.target.fragment.empty()) lines += "#" + link.target.fragment;
    lines += link.label.empty() ? "\n" : " (" + link.label + ")\n";
  }
  for (const Diagnostic& found : diag.all())
    lines +=
        found.code + ": " + found.message + (found.help.empty() ? "" : "; " + found.help) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a wiki link is resolved by title, alias and slug, without case and accents") {
  CHECK(links_in("[[Mills]] [[velo]] [[talk|the talk]]") ==
        "topics/mills/ (Mills)\ntopics/mills/ (Mills)\nepisodes/talk/ (the talk)\n");
}

TEST_CASE("a wiki link with a kind is resolved by slug alone") {
  CHECK(links_in("[[guest:kaggle]] [[topic:kaggle]]") ==
        "guests/kaggle/ (Kaggle Person)\ntopics/kaggle/ (Kaggle)\n");
  CHECK(links_in("[[topic:kagle]]") ==
        " (topic:kagle)\nunknown-link: there is no topic 'kagle'; did you mean 'topic:kaggle'?\n");
}

TEST_CASE("a name of several things is ambiguous unless one has it as its title") {
  CHECK(links_in("[[Kaggle]]") == "topics/kaggle/ (Kaggle)\n");
  CHECK(links_in("[[Mill Reader]]") ==
        " (Mill Reader)\nambiguous-link: 'Mill Reader' is the name of several things; write "
        "[[guest:kaggle]] or [[topic:mills]]\n");
}

TEST_CASE("a link to a moment leads to the paragraph in which its time falls") {
  CHECK(links_in("[[episode:talk@1:59]] [[episode:talk@0:10 \"wind it\"]]") ==
        "episodes/talk/#t=60 (Talk)\nepisodes/talk/#t=10 (“wind it”)\n");
  CHECK(links_in("[x](../episodes/talk.md#t=61)") == "episodes/talk/#t=60\n");
}

TEST_CASE("a link to a file starts from the file that has it, or from the root of the site") {
  CHECK(links_in("[a](kaggle.md) ![b](y.png) ![c](../images/x.png) [d](/topics/kaggle/) [e](/)") ==
        "topics/kaggle/\ntopics/y.png\nimages/x.png\ntopics/kaggle/\nindex.html\n");
  CHECK(links_in("[a](/topics/) [b](/search/) [c](/wind/)") == "topics/\nsearch/\ntopics/mills/\n");
}

TEST_CASE("a link to a heading is found by our id and by the one that GitHub makes") {
  CHECK(links_in("[a](kaggle.md#what-it-is)").starts_with("topics/kaggle/#"));
  CHECK(links_in("[a](kaggle.md#what-it-was)") ==
        "topics/kaggle/#what-it-was\n"
        "broken-link: nothing there is called '#what-it-was'\n");
}

TEST_CASE("a link that leaves the site or leads nowhere is reported and keeps its words") {
  CHECK(links_in("[a](../../../etc/passwd)")
            .find("broken-link: there is no '../../../etc/passwd' to link to") !=
        std::string::npos);
  CHECK(links_in("[[Millls]]")
            .ends_with("unknown-link: nothing is called 'Millls'; did you mean 'Mills'?\n"));
}

TEST_CASE("resolve_image takes no picture from another host, resolve_file any address") {
  Site site;
  std::set<std::string> static_files = {"images/x.png"};
  LinkTargets targets(site, static_files, "content");
  Diagnostics diag;
  CHECK(targets.resolve_image({"../images/x.png", {}}, "topics/a.md", diag) == "images/x.png");
  CHECK(targets.resolve_file({"https://example.org/a.mp3", {}}, "", diag) ==
        "https://example.org/a.mp3");
  CHECK(lines_of(diag) == "");
  CHECK(targets.resolve_image({"https://example.org/x.png", {}}, "", diag) == "");
  CHECK(targets.resolve_image({"images/y.png", {}}, "", diag) == "");
  CHECK(diag.all().at(0).code == "external-image");
  CHECK(diag.all().at(1).code == "broken-link");
}

}  // namespace kbgen
