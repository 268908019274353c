// Records what lunr.js makes of the traps and of the words below, for tests
// that run without Node:
//
//   npm ci --prefix tests && node tests/lunr/golden.mjs
import fs from "node:fs";
import lunr from "lunr";
import { argumentsOf, linesOf, referenceIndex } from "./reference.mjs";
import { stemCases } from "./words.mjs";
import { traps } from "./traps.mjs";

const here = new URL(".", import.meta.url);

fs.rmSync(new URL("golden/", here), { recursive: true, force: true });
fs.mkdirSync(new URL("golden/", here));
for (const [name, trap] of Object.entries(traps)) {
  const text =
    `${trap.says}\n-- arguments --\n${argumentsOf(trap)
      .map((a) => a + "\n")
      .join("")}` + `-- documents --\n${trap.lines ?? linesOf(trap.documents)}-- index --\n${referenceIndex(trap)}\n`;
  fs.writeFileSync(new URL(`golden/${name}.case`, here), text);
}

const stem = (word) => lunr.stemmer(new lunr.Token(word)).toString();
fs.writeFileSync(
  new URL("stems.txt", here),
  stemCases()
    .map((w) => `${w} ${stem(w)}\n`)
    .join(""),
);
