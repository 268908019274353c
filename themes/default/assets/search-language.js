// What the language of an index makes of words: stems and stop words, by lunr.js.

import { formsWith } from "./search-words.js";

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
