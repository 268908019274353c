// Known-moment queries: what somebody types who remembers a moment. Each of the
// drawn moments is asked for in six ways; README.md says exactly how.
import lunr from "lunr";
import { formsOf, tokensOf } from "../../themes/default/assets/search-words.js";
import { randomSource } from "../lunr/random.mjs";

export const kinds = ["keywords", "loose words", "phrase", "typing error", "cut word", "other forms"];

const alphabet = "abcdefghijklmnopqrstuvwxyz";
const isContent = (word) => lunr.stopWordFilter(word) && /^[a-z]+$/.test(word);
const stemOf = (word) => lunr.stemmer(new lunr.Token(word, {})).toString();

// A plural or a singular, a past or a present. It need not be a word of any book:
// readers are not asked to spell.
export function inflect(word, random) {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:[sx]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/[^su]s$/.test(word)) return word.slice(0, -1);
  if (/..ing$/.test(word) && word.length > 5) return `${word.slice(0, -3)}ed`;
  if (/..ed$/.test(word) && word.length > 4) return `${word.slice(0, -2)}ing`;
  if (random() < 0.5 && /e$/.test(word) && word.length > 4) return `${word.slice(0, -1)}ing`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

// One letter exchanged, missing, too many, or standing in its neighbour's place;
// never the first one.
export function mistype(word, random) {
  for (;;) {
    const at = 1 + Math.floor(random() * (word.length - 1));
    const letter = alphabet[Math.floor(random() * 26)];
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const swapped = before.slice(0, -1) + after[0] + before.at(-1) + after.slice(1);
    const made = [
      before + letter + after.slice(1),
      before + after.slice(1),
      before + letter + after,
      at > 1 ? swapped : word,
    ][Math.floor(random() * 4)];
    if (made !== word) return made;
  }
}

// `moments` are {ref, text}. Gives [{kind, query, refs}, …], `count` moments in six ways.
export function drawQueries(moments, count, seed) {
  const random = randomSource(seed);
  const below = (n) => Math.floor(random() * n);
  const take = (list, n) => {
    const rest = [...list];
    return Array.from({ length: Math.min(n, rest.length) }, () => rest.splice(below(rest.length), 1)[0]);
  };
  const tokens = new Map(moments.map(({ ref, text }) => [ref, tokensOf(text)]));
  const wordsOf = (ref) => [...new Set(tokens.get(ref).flatMap((token) => formsOf(token)))].filter(isContent);
  const seenIn = new Map();
  for (const { ref } of moments) {
    for (const stem of new Set(wordsOf(ref).map(stemOf))) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1);
  }
  const rare = Math.max(3, moments.length / 50);
  const plain = moments.map(({ ref }) => ` ${tokens.get(ref).join(" ")} `);
  const isUnique = (phrase) => plain.filter((text) => text.includes(` ${phrase} `)).length === 1;

  function phraseOf(ref) {
    const said = tokens.get(ref);
    for (let attempt = 0; attempt < 20; attempt++) {
      const at = below(said.length - 4);
      const five = said.slice(at, at + 5);
      if (five.some((token) => formsOf(token).some(isContent)) && isUnique(five.join(" "))) return five.join(" ");
    }
    return null;
  }

  function ask(ref) {
    const words = wordsOf(ref);
    const keywords = take(
      words.filter((word) => word.length > 3 && seenIn.get(stemOf(word)) <= rare),
      3 + below(3),
    );
    const loose = take(
      words.filter((word) => word.length > 2),
      4 + below(3),
    );
    const phrase = tokens.get(ref).length > 9 && phraseOf(ref);
    if (keywords.length < 3 || loose.length < 4 || !phrase) return null;
    const wrong = below(keywords.length);
    const last = keywords.at(-1);
    return [
      keywords.join(" "),
      loose.join(" "),
      phrase,
      keywords.map((word, i) => (i === wrong ? mistype(word, random) : word)).join(" "),
      [...keywords.slice(0, -1), last.slice(0, 3 + below(last.length - 3))].join(" "),
      keywords.map((word) => inflect(word, random)).join(" "),
    ];
  }

  const queries = [];
  for (let drawn = 0, tries = 0; drawn < count && tries < 20 * count; tries++) {
    const { ref } = moments[below(moments.length)];
    const asked = ask(ref);
    if (!asked) continue;
    drawn++;
    asked.forEach((query, i) => queries.push({ kind: kinds[i], query, refs: [ref] }));
  }
  return queries;
}
