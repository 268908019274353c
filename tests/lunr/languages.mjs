// Writes generator/lunr/languages/*.h: the stemmers, stop words and word
// characters of lunr-languages (npm), ported to C++; and copies the scripts that
// browsers get.
//
//   npm ci --prefix tests && node tests/lunr/languages.mjs [--check]
//
// The sources were made from Snowball's by a program and use a small part of
// JavaScript, which reads almost the same in C++: declarations get types, the
// runtime's members lose their "sbp.", tables become constants. Whatever else
// they might hold makes the compiler or compare.mjs complain. --check tells
// whether anything would change.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { codes, elisions, pipelinesOf, stopWordsOf, wordCharactersOf } from "./plugins.mjs";

const require = createRequire(import.meta.url);
const folder = (path) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const packageFile = (name) => fs.readFileSync(require.resolve(`lunr-languages/${name}`), "utf8");
const { version } = JSON.parse(packageFile("package.json"));
const names = {
  da: "Danish",
  de: "German",
  es: "Spanish",
  fi: "Finnish",
  fr: "French",
  hu: "Hungarian",
  it: "Italian",
  ja: "Japanese",
  nl: "Dutch",
  no: "Norwegian",
  pt: "Portuguese",
  ro: "Romanian",
  ru: "Russian",
  sv: "Swedish",
};
const namespaceOf = (code) => names[code].toLowerCase();

// Pieces of C++

const literal = (text) => `u"${JSON.parse(text)}"`;
const strings = (text) => text.replace(/"(?:[^"\\]|\\.)*"/g, literal);

// Splits a list at its commas, but not at those inside of parentheses.
function splitList(text) {
  const items = [""];
  let depth = 0;
  for (const c of text) {
    if (c === "(") depth++;
    if (c === ")") depth--;
    if (c === "," && depth === 0) items.push("");
    else items[items.length - 1] += c;
  }
  return items.map((item) => item.trim());
}

// Tables and state: `var a_0 = [...], g_v = [...], I_p1, sbp = new SnowballProgram();`
function declarations(text) {
  const conditions = [];
  const table = (name, items) => {
    const rows = [...items.matchAll(/new Among\(([^)]*)\)/g)].map(([, row]) => {
      const [ending, substring, result, condition] = splitList(row);
      if (condition && !conditions.includes(condition)) conditions.push(condition);
      const check = condition ? `, ${conditions.indexOf(condition) + 1}` : "";
      return `{${literal(ending)}, ${substring}, ${result}${check}}`;
    });
    return `static constexpr Among ${name}[] = {${rows.join(", ")}};`;
  };
  const made = [];
  const rest = text.replace(/(\w+) = \[([^\]]*)\],?/g, (_, name, items) => {
    made.push(items.includes("Among") ? table(name, items) : `static constexpr unsigned char ${name}[] = {${items}};`);
    return "";
  });
  const types = { I: "int", B: "bool", S: "std::u16string" };
  for (const [name, letter] of rest.matchAll(/\b([IBS])_\w+/g)) made.push(`${types[letter]} ${name}{};`);
  if (conditions.length) {
    const cases = conditions.map((name, i) => `case ${i + 1}: return ${name}();`).join(" ");
    made.push(`bool check(int condition) override { switch (condition) { ${cases} default: return true; } }`);
  }
  return made;
}

// Declares local variables with their types, and leaves out those that are never read.
function localVariables(text) {
  const unread = [...text.matchAll(/^ *(\w+) = [^;]*;$/gm)]
    .map(([, name]) => name)
    .filter((name) => /^v_/.test(name) && text.match(new RegExp(`\\b${name}\\b(?! = )`, "g")).length === 1);
  const body = unread.reduce((all, name) => all.replace(new RegExp(`^ *${name} = [^;]*;$`, "gm"), ""), text);
  return body.replace(/\bvar ([^;]+);/g, (_, list) => {
    const used = splitList(list).filter((item) => body.split(new RegExp(`\\b${item.split(" ")[0]}\\b`)).length > 2);
    return used.length ? `int ${used.map((item) => (item.includes("=") ? item : `${item} = 0`)).join(", ")};` : "";
  });
}

function parameters(text) {
  const types = { a: "const auto&", c: "std::u16string_view", v: "int" };
  return splitList(text)
    .filter((name) => name && name !== "n")
    .map((name) => `${types[name[0]] ?? "auto"} ${name}`)
    .join(", ");
}

function functions(text) {
  const found = text.split(/\n {10}(?:function |this\.(?=stem))/).slice(1);
  return found.map((source) => {
    const [, name, list, rest] = /^(\w+)(?: = function)?\(([^)]*)\) (\{[\s\S]*\})/.exec(source);
    let body = localVariables(rest).replaceAll("sbp.", "");
    // C++ knows the sizes of lists, which JavaScript passes along, and wants a semicolon behind each statement.
    body = body
      .replace(/\((a(?:_\d+)?), \w+\)/g, "($1)")
      .replace(/\b(eq_s(?:_b)?)\(\d+, /g, "$1(")
      .replace("slice_to(S_ch)", "slice_to()");
    body = body.replace(/\)(?=\n\s*\})/g, ");");
    body = body.replace(/\n( *)(.*[;}])\n( *)(?=case )/g, (all, indent, last, before) => {
      const leaves = /^(break|continue|return[^;]*);$/.test(last) && indent.length === before.length + 2;
      return leaves || last.endsWith("{") ? all : `\n${indent}${last} [[fallthrough]];\n${before}`;
    });
    const value = name !== "stem" && /return [^;]/.test(body);
    if (value) body = body.replace(/return;/g, "return false;");
    else body = body.replace(/return (true|false);/g, "return;");
    if (value && !/return [^;]+;\s*\}$/.test(body)) body = body.replace(/\}$/, "return false; }");
    const access = name === "stem" ? "public:\n" : "";
    return `${access}${value ? "bool" : "void"} ${name}(${parameters(list)}) ${strings(body)}`;
  });
}

function stemmerOf(code, source) {
  const [, name, body] = /st = new function (\w+)\(\) \{([\s\S]*?)\n {8}\};?\s*\/\* and return/.exec(source);
  const [, tables, rest] = /var ([\s\S]*?)sbp = new SnowballProgram\(\);([\s\S]*)/.exec(body);
  return `class ${name} : public Program {\n${declarations(tables).join("\n")}\n\n${functions(rest).join("\n\n")}\n};`;
}

// The ranges of a class of a regular expression, digits among them as in
// generateTrimmer(), in order and without gaps of nothing.
function rangesOf(characters) {
  const ranges = [...`${characters}0-9`.matchAll(/(.)(?:-(.))?/gsu)]
    .map(([, from, to = from]) => [from.codePointAt(0), to.codePointAt(0)])
    .sort((x, y) => x[0] - y[0]);
  const joined = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  const hex = (n) => `0x${n.toString(16).toUpperCase().padStart(4, "0")}`;
  return joined.map((range) => `{${range.map(hex).join(", ")}}`).join(", ");
}

// French alone: letters without accents, before the stemmer.
function foldOf(source) {
  const rows = source.match(/accentFoldTerm = function[\s\S]*?\};/)?.[0].matchAll(/\[([^\]]+)\]\/g, "(\w+)"/g);
  return rows && [...rows].map(([, letters, plain]) => `{${literal(`"${letters}"`)}, u"${plain}"}`).join(", ");
}

const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function headerOf(code) {
  const source = packageFile(`lunr.${code}.js`);
  const notices = [...source.slice(0, 800).matchAll(/ \* (Copyright.*)/g)].map(([, notice]) => notice).join("; ");
  const hasStemmer = source.includes("SnowballProgram");
  const fold = foldOf(source);
  const { all, withoutTrimmer } = pipelinesOf(code);
  const quoted = (labels) => `R"(${JSON.stringify(labels)})"`;
  const program = /st = new function (\w+)/.exec(source)?.[1];
  const stem = hasStemmer
    ? `[](std::string& word) { snowball::stem<${program}>(word${fold ? ", folds" : ""}); }`
    : "keep_word, false";
  const elided = elisions[code]?.map((text) => JSON.stringify(text)).join(", ");
  return `// ${names[code]}: lunr.${code}.js of lunr-languages ${version}, ported to C++ by
// tests/lunr/languages.mjs, which says how. Not to be edited.
//
// ${notices}
// Licence: MPL 1.1, see LICENSE in this folder; changed: C++ instead of JavaScript.
#pragma once

#include <string_view>

#include "lunr/language.h"
${hasStemmer ? `#include "lunr/languages/snowball.h"` : ""}

namespace kbgen::lunr::${namespaceOf(code)} {

${hasStemmer ? `using snowball::Among;\nusing snowball::Program;\n` : ""}
inline constexpr CodePointRange word_characters[] = {${rangesOf(wordCharactersOf(code))}};

// clang-format off
inline constexpr std::string_view stop_words[] = {
${wrapped(
  stopWordsOf(code)
    .sort(byBytes)
    .map((word) => JSON.stringify(word)),
)}
};
// clang-format on

${hasStemmer ? stemmerOf(code, source) : ""}

${fold ? `inline constexpr snowball::FoldRow folds[] = {${fold}};` : ""}

${elided ? `inline constexpr std::string_view elisions[] = {${elided}};` : ""}

inline constexpr Language language = {${[
    `"${code}"`,
    quoted(all),
    quoted(withoutTrimmer),
    "trim_to<word_characters>",
    "stop_words",
    stem + (elided ? ", true, elisions" : ""),
  ].join(", ")}};

}  // namespace kbgen::lunr::${namespaceOf(code)}
`;
}

function wrapped(items) {
  const lines = [""];
  for (const item of items) {
    if ([...lines.at(-1)].length + item.length > 92) lines.push("");
    lines[lines.length - 1] += `${lines.at(-1) ? " " : ""}${item},`;
  }
  return lines.map((line) => `    ${line}`).join("\n");
}

function formatted(text) {
  const style = `--assume-filename=${folder("generator/lunr")}x.h`;
  const run = spawnSync("clang-format-14", [style], { input: text, encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr || "clang-format-14 is missing");
  return run.stdout;
}

// What is written where

const files = {};
for (const code of codes) {
  files[`${folder("generator/lunr/languages")}${namespaceOf(code)}.h`] = formatted(headerOf(code));
  if (code !== "ja") files[`${folder("themes/languages")}lunr.${code}.min.js`] = packageFile(`min/lunr.${code}.min.js`);
}
files[`${folder("themes/languages")}lunr.stemmer.support.min.js`] = packageFile("min/lunr.stemmer.support.min.js");
for (const where of ["generator/lunr/languages", "themes/languages"]) {
  files[`${folder(where)}LICENSE`] = packageFile("LICENSE");
}

const isSame = ([path, text]) => fs.existsSync(path) && fs.readFileSync(path, "utf8") === text;
const changed = Object.entries(files).filter((file) => !isSame(file));
if (process.argv.includes("--check")) {
  for (const [path] of changed) console.error(`${path} is not what lunr-languages ${version} makes of it`);
  process.exitCode = changed.length ? 1 : 0;
} else {
  for (const [path, text] of changed) {
    fs.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    fs.writeFileSync(path, text);
  }
  console.log(`${changed.length} of ${Object.keys(files).length} files written`);
}
