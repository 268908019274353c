// Words as the index has them: how text is cut into tokens, by which forms a token is found.
// generator/lunr/names.h does the same for writing the index; a test compares both.

const signs =
  String.raw`\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7` +
  String.raw`\u00f7\u2000-\u206f\u20a0-\u20ff\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u3030\ue000-\uf8ff\ufe00-\ufe6f` +
  String.raw`\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\uffff\u{1f000}-\u{1faff}`;
const leading = new RegExp(`^(?![.#@][^${signs}])[${signs}]`, "u");
const trailing = new RegExp(`(?![+#*])[${signs}]$`, "u");
const clitic = /(.)'(?:s|re|ve|ll|d|m)$/su;
export const groupedNumber = /^\d{1,3}([,.']\d{3})+$/;
const separators = /[\s-]+/;
const unlikeOthers = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ŧ: "t",
};

// Latin letters without their marks.
export function fold(text) {
  return text
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\ufb00-\ufb06]/g, (letter) => {
      const plain = unlikeOthers[letter] ?? letter.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
      return /^[a-z0-9]+$/.test(plain) ? plain : letter;
    });
}

// A text in the form in which texts are compared: letters and digits, without marks and capitals.
export const plain = (text) =>
  fold(text.toLowerCase())
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();

export const joined = (texts) => ` ${texts.map(plain).filter(Boolean).join(" ")} `;

const compound = new RegExp(`(?<![^${signs}]|-)(?!\\d)([^${signs}]+)-([^${signs}]+)(?![^${signs}]|-)`, "gu");

// The compounds of two words with a hyphen in a text, each as one word: "wifi" for "wi-fi". The
// index has them, too; generator/lunr/compounds.h finds the same.
export const compoundsIn = (text) => [...text.matchAll(compound)].map(([, one, other]) => one + other);

function strip(word) {
  while (leading.test(word)) word = word.replace(leading, "");
  while (trailing.test(word)) word = word.replace(trailing, "");
  return word;
}

function formsOfPiece(piece, elisions, slashes = 0) {
  const bare = strip(piece);
  const elision = elisions.find((start) => bare.startsWith(start) && bare !== start) ?? "";
  const word = bare.slice(elision.length).replace(clitic, "$1");
  if (!word) return [];
  const plain = fold(word).replace(/^\W+/, "").replace(/\W+$/, "");
  const forms = plain && plain !== word ? [word, plain] : [word];
  if (groupedNumber.test(plain)) forms.push(plain.replace(/\D/g, ""));
  const slash = word.indexOf("/");
  const rest = (part) => formsOfPiece(part, elisions, slashes + 1);
  return slash < 0 || slashes === 16
    ? forms
    : [...forms, ...rest(word.slice(0, slash)), ...rest(word.slice(slash + 1))];
}

// The forms by which a token of lower-case text is found, the written one first; none for signs
// alone. They include stop words and are not stemmed. `elisions` are beginnings that the language
// leaves out, as in part.elisions: "l'" of "l'heure".
export const formsWith = (elisions) => (token) =>
  token
    .replace(/[\u2010-\u2015\u2026]|\.{2,}/g, "\0")
    .replace(/[\u2018\u2019\u02bc\u2032\uff07]/g, "'")
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, "")
    .split("\0")
    .flatMap((piece) => formsOfPiece(piece, elisions));
export const formsOf = formsWith([]);

// Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese characters, Japanese
// syllables. They are cut into pairs as in generator/lunr/pairs.h: 日本語 is 日本, 本語, 語.
const unspaced =
  String.raw`\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3\u3005-\u3007` +
  String.raw`\u3021-\u3029\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff` +
  String.raw`\uf900-\ufaff\uff66-\uff9f\u{1b000}-\u{1b16f}\u{20000}-\u{2fa1f}\u{30000}-\u{323af}`;
const runs = new RegExp(`[${unspaced}]+|[^${unspaced}]+`, "gu");
const startsUnspaced = new RegExp(`^[${unspaced}]`, "u");

export const isUnspaced = (piece) => startsUnspaced.test(piece);

const pairsOf = (letters) => letters.map((letter, i) => letter + (letters[i + 1] ?? ""));
export const cutPairs = (token) =>
  (token.match(runs) ?? [token]).flatMap((run) => (isUnspaced(run) ? pairsOf([...run]) : [run]));

// The tokens of a text, as lunr.tokenizer finds them, with scripts without spaces cut into pairs.
export const tokensOf = (text) => text.toLowerCase().split(separators).filter(Boolean).flatMap(cutPairs);

// The language of an index, as words need it: the forms of a token, the stem of a form,
// whether a form is a stop word. window.lunr needs the plugin of another language than
// English, which the lunr.js of a site has.
export function languageOf(lunr, part) {
  const pipeline = lunr.Pipeline.load(part.pipeline);
  const drop =
    lunr.Pipeline.registeredFunctions[part.language === "en" ? "stopWordFilter" : `stopWordFilter-${part.language}`];
  const splitToken = formsWith(part.elisions ?? []);
  const stem = (form) => pipeline.runString(form)[0] ?? "";
  const isStopWord = (form) => form !== "" && drop !== undefined && !drop(form);
  const seen = new Map();

  // The forms of a token of text, and the terms that an index has it under.
  function formsAndTerms(token) {
    if (!seen.has(token)) {
      const forms = splitToken(token);
      seen.set(token, [forms, forms.map(stem)]);
    }
    return seen.get(token);
  }

  return {
    formsOf: splitToken,
    stem,
    isStopWord,
    formsAndTerms,
    // No index has a word of which every form is a stop word.
    isCommon: (token) => formsAndTerms(token)[0].every(isStopWord),
  };
}
