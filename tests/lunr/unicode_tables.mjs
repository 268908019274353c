// Writes generator/lunr/unicode_tables.h: what String.prototype.toLowerCase of
// this Node does, found by asking it about every code point.
//
//   node tests/lunr/unicode_tables.mjs > generator/lunr/unicode_tables.h
import process from "node:process";

const sigma = "\u03a3";
const finalSigma = "\u03c2";

function* codePoints() {
  for (let c = 0; c <= 0x10ffff; c++) if (c < 0xd800 || c > 0xdfff) yield c;
}

// Code points whose lower case is one other code point, as runs of a stride.
function lowerRuns() {
  const runs = [];
  for (const c of codePoints()) {
    const lower = String.fromCodePoint(c).toLowerCase();
    const to = lower.codePointAt(0);
    if (c === 0x3a3 || c < 0x80) continue; // by context; by arithmetic
    if (lower.length !== String.fromCodePoint(to).length) {
      if (c !== 0x130) throw new Error(`U+${c.toString(16)} has a long lower case`);
      continue;
    }
    if (to === c) continue;
    const run = runs.at(-1);
    const step = run && c - run.last;
    if (run && run.delta === to - c && (step === run.step || (run.first === run.last && step <= 2))) {
      run.last = c;
      run.step = step;
    } else {
      runs.push({ first: c, last: c, step: 1, delta: to - c });
    }
  }
  return runs;
}

// A capital sigma shows which code points it takes for cased letters and
// which it looks past.
function rangesOf(holds) {
  const ranges = [];
  for (const c of codePoints()) {
    if (!holds(String.fromCodePoint(c))) continue;
    if (ranges.length && ranges.at(-1)[1] === c - 1) ranges.at(-1)[1] = c;
    else ranges.push([c, c]);
  }
  return ranges;
}
const cased = (c) => (c + sigma).toLowerCase().endsWith(finalSigma);
const ignorable = (c) => !cased(c) && ("a" + c + sigma).toLowerCase().endsWith(finalSigma);

const hex = (n) => "0x" + n.toString(16).toUpperCase().padStart(4, "0");
function rows(items) {
  const lines = [];
  let line = "   ";
  for (const item of items) {
    if (line.length + item.length + 2 > 100) {
      lines.push(line);
      line = "   ";
    }
    line += ` ${item},`;
  }
  lines.push(line);
  return lines.join("\n");
}
const ranges = (list) => rows(list.map(([first, last]) => `{${hex(first)}, ${hex(last)}}`));

const { node, unicode } = process.versions;
process.stdout.write(`// Lower case as Node ${node.split(".")[0]} knows it (Unicode ${unicode}). Generated:
//
//   node tests/lunr/unicode_tables.mjs > generator/lunr/unicode_tables.h
#pragma once

#include <cstdint>

namespace kbgen::lunr {

// Every \`step\`th code point of [first, last] has its lower case \`delta\` away.
struct LowerRun {
  std::uint32_t first, last, step;
  std::int32_t delta;
};

struct CodePointRange {
  std::uint32_t first, last;
};

// clang-format off
inline constexpr LowerRun lower_runs[] = {
${rows(lowerRuns().map((r) => `{${hex(r.first)}, ${hex(r.last)}, ${r.step}, ${r.delta}}`))}
};

inline constexpr CodePointRange cased_ranges[] = {
${ranges(rangesOf(cased))}
};

// What may stand between a letter and a sigma at the end of its word.
inline constexpr CodePointRange case_ignorable_ranges[] = {
${ranges(rangesOf(ignorable))}
};
// clang-format on

}  // namespace kbgen::lunr
`);
