// What scripts must not do: ESLint's recommended rules, and those that find errors which
// these leave. How scripts look is Prettier's affair (.prettierrc.json); it breaks no
// comment and no text, so lines that stay too long are found here.
import js from "@eslint/js";
import globals from "globals";

// Scripts of a theme that import or export. Pages load all others one after another, and
// what one of them declares the next ones have.
const modules = [
  "themes/*/assets/previews.js",
  "themes/*/assets/search*.js",
  "generator/serve/{desk,edit,queue,recording}.js",
];

export default [
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-len": ["error", { code: 120, ignoreRegExpLiterals: true }],
      // It takes two ranges of characters that follow each other for a letter and its accent.
      "no-misleading-character-class": "off",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unused-expressions": "error",
      "no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-var": "error",
      "object-shorthand": "error",
      "one-var": ["error", "never"],
      "prefer-const": "error",
    },
  },
  {
    files: ["themes/**/*.js", "generator/**/*.js"],
    languageOptions: { sourceType: "script", globals: { ...globals.browser, t: "readonly" } },
    rules: { "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  { files: modules, languageOptions: { sourceType: "module" } },
  {
    files: ["themes/*/assets/player-youtube.js"],
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: "^YouTubeMedia$" }] },
  },
  { files: ["themes/*/assets/player.js"], languageOptions: { globals: { YouTubeMedia: "readonly" } } },
  // What site.js knows about transcripts, for the scripts that are only on some pages.
  {
    files: ["themes/*/assets/site.js"],
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: "^(momentOf|speakerOf)$" }] },
  },
  {
    files: ["themes/*/assets/{cite,downloads,player,share,timeline}.js"],
    languageOptions: {
      globals: { anyParagraph: "readonly", momentOf: "readonly", wordsOf: "readonly", speakerOf: "readonly" },
    },
  },
  { files: ["themes/*/assets/{cite,timeline}.js"], languageOptions: { globals: { makeElement: "readonly" } } },
  { files: ["themes/*/assets/play-all.js"], languageOptions: { globals: { isTyping: "readonly" } } },
  {
    files: ["themes/*/assets/lists-parts.js"],
    rules: { "no-unused-vars": ["error", { varsIgnorePattern: "^wholeOf$" }] },
  },
  { files: ["themes/*/assets/lists.js"], languageOptions: { globals: { wholeOf: "readonly" } } },
  {
    // Functions that a test hands to a page run there; terminals and hostile input have
    // control characters.
    files: ["tests/**/*.mjs"],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: { "no-control-regex": "off" },
  },
];
