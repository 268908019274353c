// What transcripts weigh on the pages of their episodes, which are most of a site.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { describe, it } from "node:test";
import { Page, attribute, classesOf, textOf } from "../support/html.mjs";
import { buildSite, filesOf, readFrom, skipReason } from "../support/sites.mjs";

const isParagraph = (node) => ["div", "li"].includes(node.tagName) && attribute(node, "id") !== undefined;
const isWords = (node) =>
  node.tagName === "p" &&
  !classesOf(node).includes("gone-note") &&
  isParagraph(node.parentNode.tagName === "blockquote" ? node.parentNode.parentNode : node.parentNode);

// The bytes of all transcripts of a site, headings included, and those of the words in them.
function weigh(site) {
  let html = 0;
  let words = 0;
  for (const file of filesOf(site, "index.html").filter((name) => /^episodes\/[^/]+\/index\.html$/.test(name))) {
    const [transcript = ""] =
      /<section id="transcript" class="transcript.*class="share-open"/s.exec(readFrom(site, file)) ?? [];
    html += Buffer.byteLength(transcript);
    for (const node of new Page(file, transcript).elements.filter(isWords)) words += Buffer.byteLength(textOf(node));
  }
  return { html, words };
}

describe("the transcripts of a site", () => {
  for (const [name, least] of [
    ["demo", 90_000],
    ["knowledge", 290_000],
  ]) {
    it(`take at most 1.9 times their words: ${name}`, { skip: skipReason(name) }, () => {
      const { html, words } = weigh(buildSite(name));
      assert.ok(words > least, `${words} bytes of words were found`);
      assert.ok(html <= 1.9 * words, `${html} bytes for ${words} bytes of words`);
    });
  }
});
