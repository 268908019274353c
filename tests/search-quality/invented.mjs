// An invented archive whose chapters are about something: a chapter has subjects, whose words it
// says again and again among frequent words, and its title names some of these words. Vocabulary and
// words of a subject follow Zipf's law. The same seed writes the same files.
import fs from "node:fs";
import path from "node:path";
import { randomSource } from "../lunr/random.mjs";

const episodes = 60;
const chaptersEach = 8;
const turnsEach = 12;
const subjects = 240;
const common = "the and of to a in that is it for on with as this we you how what when why".split(" ");
const syllables = "ba be co da do fe ga hi jo ka le mi mo na ne po qua ra ro sa se ti to va ve wi xo zu".split(" ");

export function writeInvented(folder, seed = 1) {
  const random = randomSource(seed);
  const below = (n) => Math.floor(random() * n);
  const pick = (list) => list[below(list.length)];
  // Draws a number below `n`; the smaller it is, the more often it comes.
  const rank = (n) => Math.floor(n ** random()) - 1;

  const seen = new Set();
  function invent() {
    for (;;) {
      const word = Array.from({ length: 2 + below(3) }, () => pick(syllables)).join("");
      if (!seen.has(word) && seen.add(word)) return word;
    }
  }
  const frequent = Array.from({ length: 3000 }, invent);
  // Some words belong to many subjects, most to one.
  const shared = Array.from({ length: 300 }, invent);
  const known = Array.from({ length: subjects }, () =>
    Array.from({ length: 14 }, (_, i) => (i % 3 === 2 ? pick(shared) : invent())),
  );

  const formOf = (word) => word + pick(["", "", "", "s", "ing", "ed"]);
  function say(about, count) {
    const words = Array.from({ length: count }, () => {
      const chance = random();
      if (chance < 0.45) return pick(common);
      if (chance < 0.9) return frequent[rank(frequent.length)];
      const subject = about[rank(about.length)];
      return formOf(subject[rank(subject.length)]);
    });
    return `${words.join(" ")}.`;
  }

  // "why X of Y and Z": two or three words of the first subject, sometimes a frequent one with them.
  function titleOf([subject]) {
    const count = 2 + below(2);
    const named = new Set();
    while (named.size < count) named.add(subject[rank(subject.length)]);
    if (random() < 0.4) named.add(frequent[rank(frequent.length)]);
    return [...named].map((word) => `${pick(common)} ${formOf(word)}`).join(" ");
  }

  fs.mkdirSync(path.join(folder, "content/episodes"), { recursive: true });
  fs.writeFileSync(path.join(folder, "config.yaml"), "title: Invented\nshare_images: false\n");
  for (let number = 0; number < episodes; number++) {
    // What the whole episode is about comes up in all of its chapters.
    const theme = pick(known);
    const transcript = [];
    const chapters = [];
    for (let chapter = 0; chapter < chaptersEach; chapter++) {
      const about = [pick(known), theme, pick(known)];
      chapters.push({ start: `${chapter * turnsEach}:00`, title: titleOf(about) });
      for (let turn = 0; turn < turnsEach; turn++) {
        const time = `${chapter * turnsEach + turn}:00`;
        transcript.push({ who: turn % 2 ? "Ann Bell" : "Tom Reed", time, line: say(about, 20 + below(60)) });
      }
    }
    const facts = { title: say([theme], 6).slice(0, -1), chapters, transcript };
    const frontMatter = Object.entries(facts).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    fs.writeFileSync(path.join(folder, `content/episodes/talk-${number}.md`), `---\n${frontMatter.join("")}---\n`);
  }
  return path.join(folder, "config.yaml");
}
