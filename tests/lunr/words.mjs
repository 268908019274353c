// Words that take the stemmer through all its steps.
export const beginnings = ["", "a", "b", "y", "fl", "try", "hop", "agr", "rel", "pred", "ayb", "caress", "sens", "y\u00e9", "it'", "x1", "oper", "conform", "hesit", "roll", "yay", "b\u{1F600}"];
export const endings = [
  "", "s", "ss", "es", "sses", "ies", "eed", "ed", "ing", "ated", "bled", "ized", "ping", "pping", "lling", "y", "ey", "oy",
  "ational", "tional", "enci", "anci", "izer", "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator", "alism",
  "iveness", "fulness", "ousness", "aliti", "iviti", "biliti", "logi", "icate", "ative", "alize", "iciti", "ical", "ful", "ness",
  "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ion", "ou", "ism", "ate",
  "iti", "ous", "ive", "ize", "e", "ee", "ll", "lle", "ow", "ax",
];

// Every ending behind some beginnings; which ones, the position decides.
export function stemCases() {
  const words = new Set();
  endings.forEach((ending, i) => {
    for (let k = 0; k < 6; k++) words.add(beginnings[(i * 5 + k * 7) % beginnings.length] + ending);
  });
  words.delete("");
  return [...words];
}
