// A built site's search files as a reader's browser would get them, and the
// whole index of the same documents as lunr.js itself makes it.
import lunr from "lunr";
import { pairTokenizer, replaceTrimmer, useLanguage } from "../lunr/reference.mjs";
import { compoundsIn } from "../../themes/default/assets/search-words.js";
import { partsIn } from "../../themes/default/assets/search-index.js";
import { readSearchFile } from "../support/search-files.mjs";
import { openStock } from "./stock.mjs";

export const readJson = (site, file) => JSON.parse(readSearchFile(site.folder, file));

export const manifestOf = (site) => readJson(site, "manifest.json");

export function open(site, name) {
  const asked = [];
  const index = openStock(lunr, manifestOf(site)[name], async (file) => {
    asked.push(file);
    return readSearchFile(site.folder, `${name}/${file}`);
  });
  return Object.assign(index, { asked });
}

export function cardsOf(site) {
  const { cards, cardPacks } = manifestOf(site).pages;
  const sizes = cards.filter((_, i) => i % 2);
  return partsIn("cards", cardPacks, sizes).flatMap((file) => readJson(site, file));
}

// The texts of every episode, part by part.
export function textsOf(site) {
  return manifestOf(site).moments.texts.map((text, episode) => {
    const [digest, ...sizes] = text.split(" ");
    let from = 0;
    return sizes.map((size) => {
      const part = readJson(site, `text/${episode}-${digest}.bin#${from}-${256 * size}`);
      from += 256 * size;
      return part;
    });
  });
}

// Documents as they were given to the writer, from what the site shows of them.

function pageDocuments(site) {
  const counts = {};
  const boosts = { topic: 1.5, guest: 1.5, resource: 1.5, show: 1.25, episode: 1, page: 1, chapter: 0.5 };
  return cardsOf(site).map(({ kind, title, names = [], people = [], summary, text }) => {
    const number = (counts[kind] = (counts[kind] ?? -1) + 1);
    return {
      ref: `${kind}-${number}`,
      boost: boosts[kind],
      title,
      names: [...names, ...compoundsIn([title, ...names].join("\n"))].join("\n"),
      people: people.join("\n"),
      summary,
      text,
    };
  });
}

function momentDocuments(site) {
  return textsOf(site).flatMap((files, episode) =>
    files.flatMap((file) =>
      file.moments.map((moment, i) => {
        const speakers = moment.paragraphs
          .map(([, speaker]) => file.speakers[speaker])
          .filter((name) => name !== undefined);
        const heard = moment.paragraphs.flatMap(([, , , ...words]) => words);
        const said = moment.paragraphs.map(([, , text]) => text);
        return {
          ref: `e${episode}-${file.first + i}`,
          title: file.title,
          speaker: [...new Set(speakers)].join("\n"),
          chapter: moment.chapter,
          text: [...said, ...heard, ...compoundsIn(said.join("\n"))].join("\n"),
        };
      }),
    ),
  );
}

export const documentsOf = (site, name) => (name === "pages" ? pageDocuments : momentDocuments)(site);

export function wholeIndex(site, name) {
  const part = manifestOf(site)[name];
  return lunr(function () {
    this.ref("ref");
    this.k1(part.k1);
    this.b(part.b);
    part.fields.forEach((field, i) => this.field(field, { boost: part.boosts[i] }));
    useLanguage(this, part.language, true);
    replaceTrimmer(this, part.language);
    this.tokenizer = pairTokenizer;
    for (const document of documentsOf(site, name)) this.add(document, { boost: document.boost });
  });
}
