// Our APA, MLA and Chicago beside what citeproc-js makes of our CSL-JSON with the
// styles that everybody uses. Where we differ on purpose it is written here, with
// the reason, as what has to be done to citeproc's text to get ours.
import assert from "node:assert/strict";
import fs from "node:fs";
import { describe, it } from "node:test";
import CSL from "citeproc";
import { cite, item, moment, pages } from "./base.mjs";

const read = (name) => fs.readFileSync(new URL(`styles/${name}`, import.meta.url), "utf8");

function engine(style, one) {
  const made = new CSL.Engine(
    { retrieveLocale: () => read("locales-en-US.xml"), retrieveItem: () => one },
    read(style),
    "en-US",
    true,
  );
  made.setOutputFormat("text");
  made.updateItems([one.id]);
  return made;
}

const bibliography = (style, one) =>
  engine(style, one)
    .makeBibliography()[1]
    .map((entry) => entry.trim())
    .join("\n");

// The facts of an item on which the differences of the styles depend.
function facts(one) {
  const lead = one.type === "broadcast" ? (one.host ?? one.guest ?? []) : [];
  const role = one.host ? "host" : "guest";
  return { ...one, show: one["container-title"], lead, roles: role + (lead.length > 1 ? "s" : "") };
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

// `make` gets what stands before the title in quotation marks, without its full stop
// unless that belongs to a name.
function withNames(text, { title, lead }, make) {
  const end = text.toLowerCase().indexOf(`“${title.slice(0, 3).toLowerCase()}`);
  if (!lead.length) return text;
  const last = lead.at(-1);
  const names = text.slice(0, end).trimEnd();
  const isPart = /et al\.$/.test(names) || (last.literal ?? last.suffix ?? "").endsWith(".");
  return `${make(isPart ? names : names.replace(/\.$/, ""))}. ${text.slice(end)}`;
}

// The differences of each style as [why, what], in the order in which they are made.
const differences = {
  apa: [
    [
      "citeproc gives a small first name in full; its initial is small, too",
      (text) => text.replaceAll(/,  ?bell\./g, ", b."),
    ],
    ["the dots before the last of many names are spaced (manual, 9.8)", (text) => text.replace("… ", ". . . ")],
    [
      "hosts and guests are named as such (10.13): the style knows authors alone",
      (text, { lead, roles }) =>
        lead.length
          ? text.replace(
              lead.at(-1).literal?.endsWith(".") || !lead.at(-1).literal ? / (?=\()/ : /\. (?=\()/,
              ` (${capital(roles)}). `,
            )
          : text,
    ],
    [
      "without names the description stands with the title, before the date (9.12)",
      (text, { lead, type }) =>
        type === "broadcast" && !lead.length
          ? text.replace(/\. (\(n\.d\.\)|\(\d{4}[^)]*\))\. (\[[^\]]*\])/, " $2. $1")
          : text,
    ],
    [
      "a season makes it Season 2, Episode 12 (10.12)",
      (text, { volume, number }) =>
        volume ? text.replace(`(No. ${number})`, `(Season ${volume}, Episode ${number})`) : text,
    ],
  ],
  mla: [
    [
      "hosts and guests are named as such (handbook, 5.44)",
      (text, one) => withNames(text, one, (names) => `${names}, ${one.roles}`),
    ],
    ["what the address shows need not be said", (text) => text.replace(/, (Audio|Video) podcast episode/, "")],
    [
      "numbers say what they count (5.49)",
      (text, { number, volume }) =>
        number
          ? text.replace(
              /(?:vol\. \d+, )?(?:no\. )?\b(\d+), (?=The Example Base)/,
              `${volume ? `season ${volume}, ` : ""}episode ${number}, `,
            )
          : text,
    ],
    ["both parts of a hyphened word are written large", (text) => text.replace("‘e-Mail’", "‘E-Mail’")],
  ],
  chicago: [
    [
      "hosts and guests are named as such (14.267)",
      (text, one) => withNames(text, one, (names) => `${names}, ${one.roles}`),
    ],
    [
      "how long it is belongs to what it is (14.267)",
      (text, { dimensions }) => (dimensions ? text.replace(/podcast episode/, `$&, ${dimensions}`) : text),
    ],
    [
      "season and number, which the style leaves out",
      (text, { number, volume, show }) =>
        number ? text.replace(`. ${show}`, `$&${volume ? `, season ${volume}` : ""}, episode ${number}`) : text,
    ],
    ["both parts of a hyphened word are written large", (text) => text.replace("‘e-Mail’", "‘E-Mail’")],
  ],
};

const styles = { apa: "apa.csl", mla: "modern-language-association.csl", chicago: "chicago-note-bibliography.csl" };

for (const [format, style] of Object.entries(styles)) {
  describe(`${format}, beside citeproc-js`, () => {
    for (const page of pages) {
      it(page, () => {
        const one = item(page);
        const expected = differences[format].reduce(
          (text, [, make]) => make(text, facts(one)),
          bibliography(style, one),
        );
        assert.equal(cite(page, format), expected);
      });
    }
  });
}

// A citation in the text names the locator of our CSL-JSON.
describe("a moment in the text, beside citeproc-js", () => {
  const one = item(moment);
  const cluster = (style) =>
    engine(style, one).makeCitationCluster([{ id: one.id, locator: one.locator, label: one.label }]);
  const second = (format) => cite(moment, format).split("\n")[1];
  it("apa", () => assert.equal(second("apa"), `In the text: ${cluster(styles.apa)}`));
  // The handbook has no comma before a time (6.16), the style has.
  it("mla", () => assert.equal(second("mla"), `In the text: ${cluster(styles.mla).replace(", 12:34", " 12:34")}`));
  it("chicago", () => assert.equal(second("chicago"), `Note: ${cluster(styles.chicago)}`));
});
