// What search finds, without a browser: the engine that readers' browsers run,
// on the files that kbgen wrote.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { transformSync } from "esbuild";
import lunr from "lunr";
import { createSearch, parse } from "../../themes/default/assets/search-answers.js";
import { randomSource } from "../lunr/random.mjs";
import { readSearchFile } from "../support/search-files.mjs";
import { textsOf } from "../search/split.mjs";
import { buildSite, kbgen, root, skipReason } from "../support/sites.mjs";

const openSite = (name) =>
  createSearch({
    lunr,
    fetchText: async (file) => readSearchFile(buildSite(name).folder, file),
  });
const marksOf = (parts) => parts.filter((_, i) => i % 2).map((word) => word.toLowerCase());

describe("a question", () => {
  const says = (text, expected) =>
    it(JSON.stringify(text), () =>
      assert.deepEqual(parse(text), { words: [], phrases: [], without: [], filters: [], open: false, ...expected }),
    );
  says("two words", { words: ["two", "words"], open: true });
  says("whole words ", { words: ["whole", "words"] });
  says('an "exact phrase" too', {
    words: ["an", "exact", "phrase", "too"],
    phrases: [["exact", "phrase"]],
    open: true,
  });
  says("“curly quotes” -not", { words: ["curly", "quotes"], phrases: [["curly", "quotes"]], without: [["not"]] });
  says('speaker:"Rob Bracco" year:2020 topic:kaggle', {
    filters: [
      ["speaker", "Rob Bracco"],
      ["year", "2020"],
      ["topic", "kaggle"],
    ],
  });
  says("well-known 10:30 https://a.example/b", {
    words: ["well", "known", "10:30", "https://a.example/b"],
    open: true,
  });
  says('- -- : "" speaker: "never closed', { words: ["speaker:", "never", "closed"], phrases: [["never", "closed"]] });
});

describe("answers on the demonstration", () => {
  const { search } = openSite("demo");
  const all = async (text) => (await search(text, { withFacets: true })).moments.map(({ ref }) => ref);

  it("narrows by phrase, by what is left out, and by filters", async () => {
    const loose = await all("link rot");
    const exact = await all('"link rot"');
    const without = await all("link -rot");
    assert.ok(exact.length > 0 && exact.length < loose.length);
    assert.ok(exact.every((ref) => loose.includes(ref)) && without.every((ref) => !exact.includes(ref)));
    const { facets, moments } = await search("transcript", { withFacets: true });
    for (const field of ["guest", "topic", "year"]) {
      const [value, name, count] = facets[field][0];
      assert.equal((await all(`transcript ${field}:"${name}"`)).length, count, `${field}:${name}`);
      assert.equal(
        (await search("transcript", { withFacets: true, filters: { [field]: [value] } })).moments.length,
        count,
      );
    }
    assert.ok(moments.length >= facets.year[0][2]);
  });

  it("marks what it found in every excerpt, and each leads to a paragraph", async () => {
    const { episodes } = await search("transcript");
    assert.ok(episodes.length > 1);
    for (const { best, url, more } of episodes) {
      for (const moment of [best, ...(await more())]) {
        const isSaid = [marksOf(moment.excerpt), moment.words].every((words) =>
          words.some((word) => word.startsWith("transcri")),
        );
        assert.ok(isSaid || /transcri/i.test(moment.chapter), moment.excerpt.join("|"));
        assert.ok(moment.url.startsWith(`${url}#`));
        const [page, id] = moment.url.split("#");
        assert.ok(
          fs.readFileSync(path.join(buildSite("demo").folder, page, "index.html"), "utf8").includes(`id="${id}"`),
        );
      }
    }
  });

  it("forgives typing errors in words that are nowhere, and in no others", async () => {
    const { corrected, pages } = await search("permalimks");
    assert.deepEqual(corrected, [["permalimks", "permalink"]]);
    assert.equal(pages[0].url, "topics/permalinks/");
    assert.deepEqual((await search("permalinks")).corrected, []);
    assert.deepEqual((await search("xylophonist")).corrected, []);
  });

  it("forgives an error in the first letter, and at the end of a long word", async () => {
    for (const typed of ["zermalinks ", "ermalinks ", "epermalinks ", "permalinkinh "]) {
      assert.equal((await search(typed)).corrected[0]?.[1], "permalink", typed);
    }
  });

  it("finds unfinished words whose stem is shorter, or that very many words begin with", async () => {
    const { corrected, moments } = await search("indexi");
    assert.deepEqual(corrected, []);
    assert.ok(moments.length > 0);
    for (const text of ["co", "co tr", "transcript co"]) assert.ok((await search(text)).momentCount > 0, text);
  });

  it("shows no moment with a phrase that is left out, among the others of an episode neither", async () => {
    const { episodes } = await search('link -"link rot"');
    assert.ok(episodes.length > 0);
    for (const { best, more } of episodes) {
      for (const { excerpt } of [best, ...(await more())]) assert.doesNotMatch(excerpt.join(""), /link rot/i);
    }
  });

  it("has nothing to look for in common words alone, and says so", async () => {
    const { isEmpty, pages, moments } = await search("to be or not to be ");
    assert.deepEqual({ isEmpty, pages, moments }, { isEmpty: true, pages: [], moments: [] });
  });

  it("gives as many pages as are asked for", async () => {
    const few = await search("transcript", { pageLimit: 2 });
    const many = await search("transcript", { pageLimit: 50 });
    assert.equal(few.pages.length, 2);
    assert.equal(many.pages.length, few.pageCount);
    assert.ok(few.pageCount > 2);
  });

  it("names filters that mean nothing, with the nearest names", async () => {
    const { facets } = await search("transcript", { withFacets: true });
    const [, name] = facets.guest[0];
    const last = name.split(" ").at(-1);
    const { notes, moments } = await search(`transcript guest:${last.slice(0, -1)}x`);
    assert.equal(moments.length, 0);
    assert.deepEqual([notes[0].filter, notes[0].suggestions.includes(name)], ["guest", true]);
  });

  it("throws at no text whatever", async () => {
    const random = randomSource(4711);
    const below = (n) => Math.floor(random() * n);
    const pieces = [
      "link",
      "rot",
      "transcri",
      "the",
      "C++",
      ".NET",
      "A/B",
      "é",
      "ß",
      "İ",
      "👍",
      "\ud800",
      "\u0000",
      " ",
      "  ",
      "-",
      "--",
      "+",
      ":",
      '"',
      "“",
      "”",
      "'",
      "*",
      "~2",
      "^9",
      "\\",
      "/",
      "(",
      "[",
      "{",
      "}",
      "$&",
      "speaker:",
      "year:",
      "-topic:",
      'guest:"',
      "kind:episodes",
      "show:x",
      "constructor",
      "__proto__",
      "toString",
      "链接",
      "привет",
      "a".repeat(700),
      "\n",
      "\t",
      "\u2028",
      "\ufeff",
      ".",
      "#",
      "@",
      "'s",
      "year:2024",
    ];
    const failed = [];
    for (let round = 0; round < 1200; round++) {
      const text = Array.from({ length: 1 + below(6) }, () => pieces[below(pieces.length)]).join(
        random() < 0.5 ? " " : "",
      );
      try {
        const answer = await search(text, { withFacets: round % 10 === 0 });
        for (const { best } of answer.episodes) {
          assert.ok(best.excerpt.length % 2 === 1 && !best.url.includes("undefined"));
        }
      } catch (error) {
        failed.push(`${JSON.stringify(text)}: ${error.stack.split("\n").slice(0, 2).join(" ")}`);
      }
    }
    assert.deepEqual(failed.slice(0, 5), []);
  });
});

describe("answers on the knowledge example", { skip: skipReason("knowledge") }, () => {
  it("finds what was heard instead of what was said", async () => {
    const site = buildSite("knowledge");
    const heard = textsOf(site)
      .flat()
      .flatMap(({ moments }) =>
        moments.flatMap(({ paragraphs }) =>
          paragraphs.flatMap(([fragment, , , ...words]) => words.map((word) => ({ fragment, word }))),
        ),
      );
    assert.ok(heard.length > 0);
    const { word } = heard[0];
    const { episodes } = await openSite("knowledge").search(`"${word}"`);
    const fragments = heard.filter((one) => one.word === word).map(({ fragment }) => fragment);
    assert.ok(fragments.includes(episodes[0].best.url.split("#")[1]), `${word}: ${episodes[0].best.url}`);
    assert.equal(episodes[0].best.heard, word);
  });

  it("finds signs as they are written", async () => {
    const { moments, episodes } = await openSite("knowledge").search("C++ ");
    assert.ok(moments.length > 0 && moments.length < 10);
    assert.deepEqual([...new Set(marksOf(episodes[0].best.excerpt))], ["c++"]);
  });
});

describe("a question in a sentence", () => {
  const site = buildTalks();
  after(site.remove);
  const { search } = createSearch({ lunr, fetchText: async (file) => readSearchFile(site.folder, file) });
  const titlesOf = ({ episodes }) => episodes.map(({ title }) => title);
  const saidOf = ({ episodes }) => episodes.map(({ best }) => best.speaker);

  it("means what it asks for, not the words of asking", async () => {
    const { momentCount, hasAll } = await search("what is the best way to sharpen pencils? ");
    assert.deepEqual([momentCount, hasAll], [2, true]);
  });

  it("that names somebody who says something finds what that person said, unless it is taken back", async () => {
    const asked = "what did Bell say about pencils ";
    const answer = await search(asked);
    assert.deepEqual(
      answer.understood.map((one) => one.slice(0, 2)),
      [["speaker", "Ann Bell"]],
    );
    assert.deepEqual([titlesOf(answer), saidOf(answer)], [["Drawing"], ["Ann Bell"]]);
    assert.ok(answer.pages.some(({ url }) => url === "topics/pencils/"));
    const taken = await search(asked, { asWritten: true });
    assert.deepEqual([taken.understood, taken.hasAll], [[], true]);
    assert.ok(titlesOf(taken).includes("Drawing"));
  });

  it("narrows by year and show only where these are named as such", async () => {
    const narrowed = async (text) => (await search(text)).understood.map((one) => one.slice(0, 2));
    assert.deepEqual(await narrowed("sharpen pencils in 2021 "), [["year", "2021"]]);
    assert.deepEqual(await narrowed("sharpen pencils 2021 "), []);
    assert.deepEqual(await narrowed("pencils on Quiet Tools "), [["show", "Quiet Tools"]]);
    assert.deepEqual(await narrowed("quiet pencils sharpen "), []);
  });

  it("with two concepts finds the pages of both, and first the moments with both", async () => {
    const { pages, episodes } = await search("pencils vs erasers ");
    const topics = pages.filter(({ kind }) => kind === "topic").map(({ url }) => url);
    assert.deepEqual(topics.sort(), ["topics/erasers/", "topics/pencils/"]);
    assert.equal(episodes[0].title, "Drawing");
  });

  it("is offered no page for one shared word of its title", async () => {
    assert.deepEqual((await search("sharpen tools quickly ")).pages, []);
  });

  it("finds words written together or apart, and numbers with or without separators", async () => {
    for (const text of ["wifi", "Wi-Fi", "1500", "1,500", "sketch book ", "papermill "]) {
      assert.deepEqual(titlesOf(await search(text, { isFinal: true })), ["Drawing"], text);
    }
  });
});

describe("the scripts of search", () => {
  const minified = (name) =>
    transformSync(fs.readFileSync(path.join(root, "themes/default/assets", name), "utf8"), {
      minify: true,
      format: "esm",
      charset: "utf8",
      target: "esnext",
    }).code;
  const importsOf = (code, pattern) => [...code.matchAll(pattern)].map(([, name]) => name);
  const withStatic = (name, known = new Set()) => {
    known.add(name);
    for (const one of importsOf(minified(name), /from"\.\/([^"]+)"/g)) if (!known.has(one)) withStatic(one, known);
    return known;
  };
  const sizeOf = (names) => [...names].reduce((sum, name) => sum + minified(name).length, 0);

  it("have at most 15 KB, minified, each with what it imports; less than 44 KB in all", () => {
    const entries = ["search.js"];
    for (const entry of entries) {
      for (const name of withStatic(entry)) {
        entries.push(...importsOf(minified(name), /import\("\.\/([^"]+)"\)/g).filter((one) => !entries.includes(one)));
      }
    }
    const sizes = entries.map((name) => [name, sizeOf(withStatic(name))]);
    const all = new Set(entries.flatMap((name) => [...withStatic(name)]));
    const each = [...all].map((name) => `${name} ${minified(name).length}`);
    console.log(`   ${each.join(", ")}; all ${sizeOf(all)}`);
    assert.ok(entries.length >= 5, `${entries}`);
    assert.deepEqual(
      sizes.filter(([, size]) => size > 15_000),
      [],
    );
    assert.ok(sizeOf(all) <= 44_000, `${sizeOf(all)}`);
  });
});

// Every moment's words, one after the other, as plain text: small letters, and
// nothing but one space between words.
function plainMoments(site) {
  const spaced = (text) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}+#]+/gu, " ")
      .trim()} `;
  return textsOf(site)
    .flat()
    .flatMap(({ url, moments }) => {
      return moments.map(({ paragraphs }) => ({
        url,
        said: paragraphs.map(([, , text]) => text).join("\n"),
        text: spaced(paragraphs.map(([, , text]) => text).join(" ")),
        heard: paragraphs.some(([, , , ...heard]) => heard.length),
      }));
    });
}

// Two to four words in a row, from anywhere; not of common words alone, which are
// in no index.
function drawPhrases(moments, count, seed) {
  const random = randomSource(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const phrases = new Set();
  while (phrases.size < count) {
    const words = pick(moments).said.split(/\s+/);
    const size = 2 + Math.floor(random() * 3);
    const at = Math.floor(random() * (words.length - size));
    const phrase = words.slice(at, at + size);
    if (phrase.every((word) => /^[a-z]{2,}$/.test(word)) && phrase.some((word) => lunr.stopWordFilter(word))) {
      phrases.add(phrase.join(" "));
    }
  }
  return [...phrases];
}

for (const name of ["demo", "knowledge"]) {
  describe(`counts on the ${name} site`, { skip: skipReason(name) }, () => {
    const countOf = (moments, phrase) => moments.filter(({ text }) => text.includes(` ${phrase} `));

    it("of fifty quoted phrases are what counting the transcripts gives", async () => {
      const site = buildSite(name);
      const { search } = openSite(name);
      const all = plainMoments(site);
      // Where words were corrected what was heard stands behind what was said.
      const moments = all.filter(({ heard }) => !heard);
      const failed = [];
      for (const phrase of drawPhrases(moments, 50, 20_262)) {
        const answer = await search(`"${phrase}"`, { withFacets: true, isFinal: true, readAll: true });
        const expected = countOf(all, phrase);
        const found = [answer.momentCount, answer.episodeCount, answer.reading];
        if (
          JSON.stringify(found) !==
          JSON.stringify([expected.length, new Set(expected.map(({ url }) => url)).size, null])
        ) {
          failed.push({ phrase, found, expected: expected.length });
        }
      }
      assert.deepEqual(failed, []);
    });

    it("of a single quoted word are of that word and no other form", async () => {
      const { search } = openSite(name);
      const all = plainMoments(buildSite(name)).filter(({ heard }) => !heard);
      const words = [...new Set(all.flatMap(({ text }) => text.trim().split(" ")))]
        .filter((word) => /^[a-z]{5,}$/.test(word))
        .sort();
      for (let i = 7; i < words.length; i += Math.ceil(words.length / 60)) {
        const { momentCount, exactCount, isEmpty } = await search(`"${words[i]}"`, { isFinal: true });
        if (!isEmpty) {
          assert.deepEqual([momentCount >= countOf(all, words[i]).length, exactCount], [true, momentCount], words[i]);
        }
      }
    });

    it("of facets are what choosing them shows, with a choice made before or without", async () => {
      const { search } = openSite(name);
      const ask = (text, filters) => search(text, { filters, withFacets: true, isFinal: true, readAll: true });
      const shownFor = (answer, field, value) =>
        field !== "kind" || value === "moment" ? answer.momentCount : answer.pageCount;
      let checked = 0;
      for (const text of [
        "transcript",
        "link rot",
        '"link rot"',
        "learning",
        '"machine learning"',
        "how people learn",
      ]) {
        for (const before of [{}, { year: [(await ask(text)).facets.year[0]?.[0]].filter(Boolean) }]) {
          const { facets } = await ask(text, before);
          for (const [field, values] of Object.entries(facets)) {
            for (const [value, , count] of values.slice(0, 4)) {
              const answer = await ask(text, { ...before, [field]: [value] });
              if (count !== null) {
                assert.equal(
                  shownFor(answer, field, value),
                  count,
                  `${text} ${JSON.stringify(before)} ${field}:${value}`,
                );
              }
              checked++;
            }
          }
        }
      }
      assert.ok(checked > 30);
    });
  });
}

// Two talks of three people, with what readers ask about in sentences.
function buildTalks() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-talks-"));
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  const shows = "shows: {quiet-tools: {title: Quiet Tools}, loud-paper: {title: Loud Paper}}";
  write("config.yaml", `title: Talks\nshare_images: false\n${shows}\n`);
  for (const [slug, name] of [
    ["ann-bell", "Ann Bell"],
    ["tom-reed", "Tom Reed"],
    ["ivy-poe", "Ivy Poe"],
  ]) {
    write(`content/guests/${slug}.md`, `---\nname: ${name}\n---\n`);
  }
  write("content/topics/pencils.md", "---\ntitle: Pencils\n---\n");
  write("content/topics/erasers.md", "---\ntitle: Erasers\n---\n");
  write("content/topics/tools.md", "---\ntitle: Tools of the trade\n---\n");
  write(
    "content/episodes/drawing.md",
    "---\ntitle: Drawing\nshow: quiet-tools\ndate: 2021-03-04\nguests: [ann-bell]\n---\n" +
      "**Ann Bell:** I sharpen my pencils with a knife and keep erasers in a sketchbook.\n\n" +
      "**Tom Reed:** The Wi-Fi was down. It cost $1,500. There was a paper mill.\n",
  );
  write(
    "content/episodes/writing.md",
    "---\ntitle: Writing\nshow: loud-paper\ndate: 2022-03-04\nguests: [ivy-poe]\n---\n" +
      "**Ivy Poe:** Ann rang the bell. She had said nothing about how to sharpen pencils.\n",
  );
  execFileSync(kbgen, ["build", "--config", folder, "--keep-lock"], { stdio: "pipe" });
  return { folder: path.join(folder, "site"), remove: () => fs.rmSync(folder, { recursive: true }) };
}

// Talks in which two words are apart, and in some of them together.
function buildApart(count, together) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-apart-"));
  fs.mkdirSync(path.join(folder, "content/episodes"), { recursive: true });
  fs.writeFileSync(path.join(folder, "config.yaml"), "title: Apart\nshare_images: false\nsearch: {transcripts: all}\n");
  for (let i = 0; i < count; i++) {
    const debt =
      i % together ? "The debt was technical, and the rest was plain" : "This is technical debt, and the rest is plain";
    fs.writeFileSync(
      path.join(folder, `content/episodes/talk-${i}.md`),
      `---\ntitle: Talk ${i}\n---\n**Ann Bell:** ${debt}.\n`,
    );
  }
  execFileSync(kbgen, ["build", "--config", folder, "--keep-lock"], { stdio: "pipe" });
  return { folder: path.join(folder, "site"), remove: () => fs.rmSync(folder, { recursive: true }) };
}

describe("a phrase that very many moments may have", () => {
  it("is counted in what was read, says so, and reads on to the end when asked", async () => {
    const { folder, remove } = buildApart(400, 4);
    const { search } = createSearch({
      lunr,
      fetchText: async (file) => readSearchFile(folder, file),
    });
    const first = await search('"technical debt"', { withFacets: true, isFinal: true });
    assert.equal(first.reading.possible, 400);
    assert.ok(first.reading.read >= 12 && first.reading.read < 400, `${first.reading.read}`);
    assert.ok(Math.abs(first.momentCount - first.reading.read / 4) < 4, `${first.momentCount}`);
    const steps = [];
    const all = await search('"technical debt"', {
      withFacets: true,
      isFinal: true,
      readAll: true,
      onReading: (at, files) => steps.push([at, files]),
    });
    assert.deepEqual([all.momentCount, all.episodeCount, all.reading], [100, 100, null]);
    assert.ok(steps.length > 3 && steps.every(([at, files]) => at < files));
    const ended = await search('"debt was"', {
      withFacets: true,
      isFinal: true,
      readAll: true,
      onReading: () => false,
    });
    assert.ok(ended.reading === null || ended.reading.read < ended.reading.possible);
    const loose = await search("technical debt", { withFacets: true, isFinal: true });
    assert.deepEqual([loose.momentCount, loose.reading], [400, null]);
    remove();
  });
});

describe("words in other forms", () => {
  it("stand behind the word as it was asked for, and one press leaves them out", async () => {
    const { search } = openSite("demo");
    const files = plainMoments(buildSite("demo"));
    let checked = 0;
    for (const word of ["links", "transcripts", "indexes", "published", "searches", "readers"]) {
      const { moments, widened, momentCount, exactCount } = await search(`${word} `, { limit: 50, withFacets: true });
      if (!widened.length || !exactCount) continue;
      checked++;
      assert.equal(widened[0][0], word);
      const quoted = await search(`"${word}"`, { withFacets: true });
      assert.equal(quoted.momentCount, exactCount, word);
      assert.ok(quoted.momentCount < momentCount && quoted.widened.length === 0);
      const exact = new Set(quoted.moments.map(({ ref }) => ref));
      assert.ok(
        moments.slice(0, exactCount).every(({ ref }) => exact.has(ref)),
        word,
      );
    }
    assert.ok(checked > 2 && files.length > 0);
  });
});
