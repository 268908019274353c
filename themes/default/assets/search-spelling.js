// Corrects typing errors: finds words of an index that are similar to one that it does not have.
// Loaded with the first word that no index has.

// The number of letters that are wrong, missing, extra or swapped between a term and a word. The
// letters of the word behind the stem count half. Distances above `most` may not be exact.
export function distance(word, term, most) {
  let before;
  let row = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= term.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = term[i - 1] === word[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
      if (before && term[i - 1] === word[j - 2] && term[i - 2] === word[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  const whole = row[word.length];
  return term.length < 4 ? whole : row.reduce((best, cost, j) => Math.min(best, cost + (word.length - j) / 2), whole);
}

// Loads the terms whose first or second letter is `letter`. They are in the files of two letters,
// so that a term is found though one of its first two letters is wrong.
async function termsWith(letter, { spelling }, load) {
  const at = spelling.findIndex((one, i) => i % 2 === 0 && one === letter);
  const digest = spelling[at < 0 ? spelling.indexOf("") + 1 : at + 1];
  let before = "";
  return (await load(`spelling/${digest}.json`)).map(
    (entry) => (before = before.slice(0, parseInt(entry[0], 36)) + entry.slice(1)),
  );
}

// All words that one typing error makes of a word.
function mistyped(word) {
  const letters = new Set("abcdefghijklmnopqrstuvwxyz" + word);
  return [...word, ""].flatMap((_, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    const others = [...letters].flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]);
    return [...others, before + after.slice(1), before + (after[1] ?? "") + after.slice(0, 1) + after.slice(2)];
  });
}

// The terms nearest to a word; none if the word is too short to be sure. In a question with other
// words three letters are enough, because the others narrow down what is meant.
export async function correct(typed, stem, manifest, load, isAlone) {
  const most = typed.length < (isAlone ? 4 : 3) ? 0 : typed.length < 8 ? 1 : 2;
  if (!most || typed.length > 40) return [];
  // The error may be in an ending, which the stemmer then does not remove.
  const stemmed = stem(typed);
  const stems = new Set(mistyped(typed).map(stem));
  const near = new Map();
  for (const letter of [...typed].slice(0, 2)) {
    for (const term of await termsWith(letter, manifest, load)) {
      const isFar = term.length > typed.length + most || term.length < stemmed.length - most - 1;
      if (isFar && !stems.has(term)) continue;
      const cost = stems.has(term) ? 1 : Math.min(distance(typed, term, most), distance(stemmed, term, most));
      if (cost < most + 0.5) near.set(term, cost + 0.25 * (term[0] !== typed[0]));
    }
    if (near.size) break;
  }
  const best = Math.min(...near.values());
  return [...near.keys()]
    .filter((term) => near.get(term) <= best + 0.5)
    .sort((a, b) => near.get(a) - near.get(b))
    .slice(0, 4);
}
