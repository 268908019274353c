// The real knowledge base: how much of everything there is, and every word of
// its transcripts on the page exactly once and in order.
//
// What the words are is told here once more, by the plainest reading of each
// format, so that kbgen is not its own judge.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { Page, attribute, classesOf, isElement, textOf } from "../support/html.mjs";
import { buildSite, filesOf, readFrom, transcripts, withoutShared } from "../support/sites.mjs";

const wordsIn = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const withoutTurnHeads = (text) => text.replace(/^.+ {2}(\d+:)?\d+:\d\d *$/gm, "");
const withoutTimes = (text) => text.replace(/^(\d+:)?\d+:\d\d\b/gm, "");
const withoutMarkdown = (text) =>
  text
    .replace(/^---\n.*?\n---\n/s, "")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/^\*\*(S|P\d):\*\*/gm, "")
    .replaceAll("ðŸ˜›", "😛");

const readings = {
  "chai-time-bracco.txt": withoutTurnHeads,
  "talk-python-298.txt": withoutTimes,
  "datatalks-valdarrama.txt": withoutTimes,
  "talk-python-322.txt": (text) => text,
  "ama-sayak-paul.md": withoutMarkdown,
};

// The text of a transcript as it was heard: without what the page adds, and
// with corrections and restored capitals taken back.
function spokenText(node) {
  if (!isElement(node)) return textOf(node);
  const isSpeaker = ["h3", "h4"].includes(node.tagName) && node.parentNode.tagName === "section";
  const isMoment = node.tagName === "a" && attribute(node.parentNode, "id") !== undefined;
  if (isSpeaker || isMoment || classesOf(node).includes("chapter")) return " ";
  const heard = /^heard: (.*)$/s.exec(attribute(node, "title") ?? "");
  if (heard) return heard[1];
  const text = node.childNodes.map(spokenText).join("");
  if (node.tagName === "u") return "";
  if (node.tagName === "b") return text.toLowerCase();
  return ["p", "div", "li", "section", "blockquote"].includes(node.tagName) ? ` ${text} ` : text;
}

function firstDifference(actual, expected) {
  const at = expected.findIndex((word, i) => word !== actual[i]);
  if (at < 0 && actual.length === expected.length) return null;
  const near = at < 0 ? expected.length : at;
  const around = (words) => words.slice(Math.max(0, near - 5), near + 8).join(" ");
  return `word ${near} of ${expected.length}: …${around(actual)}… instead of …${around(expected)}…`;
}

function checkWords(site, episode, file) {
  const page = new Page("", readFrom(site, `episodes/${episode}/index.html`));
  const transcript = page.elements.find((element) => classesOf(element).includes("transcript"));
  const turns = transcript.childNodes.filter((element) => element.tagName === "section");
  const text = fs.readFileSync(path.join(transcripts, file), "utf8").replaceAll("\r\n", "\n");
  const expected = wordsIn(readings[file](text));
  assert.equal(firstDifference(wordsIn(turns.map(spokenText).join(" ")), expected), null);
}

describe("the real knowledge base", { skip: withoutShared }, () => {
  const episodes = {
    "learning-how-to-learn": "chai-time-bracco.txt",
    "building-ml-teams": "talk-python-298.txt",
    "software-engineer-to-machine-learning": "datatalks-valdarrama.txt",
    "path-into-data-science": "talk-python-322.txt",
    "ama-sayak-paul": "ama-sayak-paul.md",
  };

  for (const [folder, count] of Object.entries({ episodes: 5, guests: 10, topics: 20, resources: 22, shows: 4 })) {
    it(`has ${count} ${folder}`, () => {
      const pages = filesOf(buildSite("knowledge"), "index.html").filter((file) =>
        new RegExp(`^${folder}/[^/]+/index.html$`).test(file),
      );
      assert.equal(pages.length, count);
    });
  }

  for (const [episode, transcript] of Object.entries(episodes)) {
    it(`${episode} has every word of ${transcript} once and in order`, () =>
      checkWords(buildSite("knowledge"), episode, transcript));
  }
});

describe("the bare folder of transcripts", { skip: withoutShared }, () => {
  for (const transcript of Object.keys(readings)) {
    const episode = path.parse(transcript).name;
    it(`${episode} has every word once and in order`, () => checkWords(buildSite("bare"), episode, transcript));
  }

  it("knows the people who speak", () => {
    assert.deepEqual(
      filesOf(buildSite("bare"), "index.html").filter((file) => /^guests\/./.test(file)),
      ["guests/index.html", "guests/rob-bracco/index.html", "guests/sanyam-bhutani/index.html"],
    );
  });
});
