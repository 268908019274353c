// Where an index writer goes wrong without noticing: one case for each trap,
// by name, with the sentence that says what must hold.
const texts = (...list) => list.map((body, i) => ({ id: `d${i}`, body }));
const body = [["body"]];

// The letters of a text that this Node.js knows: the newest one here came with
// Unicode 16, and Debian's Node.js is older.
const known = (text) => text.replace(/\p{Unassigned}/gu, "");

export const traps = {
  empty: { says: "No documents make an index of nothing.", fields: [["t"]], documents: [] },
  "empty-fields": {
    says: "A field without words still has its empty vector.",
    fields: [["title", 10], ["body"]],
    documents: [{ id: "a" }, { id: "b", title: null, body: "" }, { id: "c", title: "  ", body: [] }],
  },
  "sort-order": {
    says: "Terms are in the order of UTF-16 code units: beyond U+FFFF comes before U+E000.",
    fields: body,
    documents: texts("a\u{1F600}z a\uE000z a\uFFEEz a\uD7FFz a\u{10FFFF}z a\u00e9z az ab a_z a0"),
  },
  positions: {
    says: "Positions count UTF-16 units of the lower-cased text, before trimming.",
    fields: [["title"], ["body"]],
    positions: true,
    documents: [
      { id: "a", title: "\u0130stanbul calls", body: '\u{1F600}smile "quoted" (round) well-known -- dash\u2014dash' },
      { id: "b", title: ["Two words", null, "", "two words"], body: "\u023Atlas \u1E9Ehort \u212Aelvin calls" },
      {
        id: "c",
        title: "\uFEFFmarked",
        body: "no\u00A0break\u2028line\u3000wide\u200Bzero\u0085next\u180Emvs\u00ADsoft",
      },
    ],
  },
  separators: {
    says: "White space of JavaScript and the hyphen part words; dashes, slashes and dots do not.",
    fields: body,
    documents: texts(
      "a1\tb1\nc1\vd1\fe1\rf1 g1-h1\u1680i1\u2000j1\u200Ak1\u2029l1\u202Fm1\u205Fn1",
      "a2\u2010b2\u2011c2\u2013d2\u2014e2_f2/g2.h2\u0000i2\u001Fj2",
    ),
  },
  "final-sigma": {
    says: "A capital sigma at the end of a word is lower-cased to its final form, across punctuation.",
    fields: body,
    positions: true,
    documents: texts(
      "xa\u03A3x xa\u03A3. xa\u03A3.b xa\u03A3'b x\u03A3 \u03A3x 1\u03A3 x\u0301\u03A3 x\u03A3\u0301 x\u03A3\u00ADy" +
        " x.\u03A3 x:\u03A3y",
      "\u039F\u0394\u039F\u03A3x \u03A3\u03A3\u03A3z z\u03A3\u03A3\u03A3",
    ),
  },
  "lower-case": {
    says: "Lower case is Unicode's: two units from one, one from three bytes, ASCII from beyond it.",
    fields: body,
    positions: true,
    documents: texts(
      known(
        "x\u0130x \u212Bngstr\u00D6m \u212A x\u1E9Ex x\u{10400}x x\u{1E900}x x\u01C5x x\u2C2Fx x\uA7DCx x\u13A0x" +
          " x\u10A0x",
      ),
    ),
  },
  trimmer: {
    says: "Only ASCII letters are letters to the trimmer, and an emptied token stays as the empty term.",
    fields: body,
    documents: texts(
      "caf\u00e9 \u00f1and\u00fa na\u00efve \u043f\u0440\u0438\u0432\u0435\u0442 ... 'tis it's _under_ C++ .NET A/B" +
        " \u{1F600} don\u2019t",
    ),
  },
  "stop-words": {
    says: "Stop words are matched after trimming and before stemming.",
    fields: body,
    documents: texts("The \"the\" (and) THE them theming was wases it's that's being constructor hasOwnProperty"),
  },
  "all-stop-words": {
    says: "All 119 stop words are dropped; what is one letter away is not.",
    fields: body,
    documents: texts(
      "a able about across after all almost also am among an and any are as at be because been but by can cannot" +
        " could dear did do does either else ever every for from get got had has have he her hers him his how" +
        " however i if in into is it its just least let like likely may me might most must my neither no nor not of" +
        " off often on only or other our own rather said say says she should since so some than that the their them" +
        " then there these they this tis to too twas us wants was we were what when where which while who whom why" +
        " will with would yet you your",
      "b ables abou ofs onl youd yours yourself whos whe wher there's twa tiss sinc somes dont isnt isn",
    ),
  },
  "list-values": {
    says: "An element of a list is one token as it stands, empty ones too.",
    fields: body,
    documents: texts(["two words", "", null, "Running", 42.5, true, ["x", null, ["y", 1]], { a: 1 }, "the"]),
  },
  "other-values": {
    says: "What is no text becomes the text JavaScript makes of it.",
    fields: body,
    documents: texts(42.5, -17, 1e21, 1.5e-7, 123456789012345680000, 0, -0, true, false, { a: 1 }, {}, 0.1, 5e-324),
  },
  "integer-refs": {
    says: "Refs that look like indexes of an array come first in postings, by number.",
    fields: [["title"], ["body"]],
    documents: ["z", "10", "9", "007", "-1", "1.5", "4294967294", "4294967295", 2, "0", ""].map((id) => ({
      id,
      title: "same",
      body: `same ${id}`,
    })),
  },
  "integer-fields": {
    says: "Fields that look like indexes come first, even before _index; one declared twice keeps its place.",
    fields: [["b", 2], ["10"], ["2", 3], ["b", 4], ["01"], [""]],
    documents: [{ id: "a", b: "one two", 10: "two", 2: "three one", "01": "four", "": "five one" }],
  },
  "duplicate-refs": {
    says: "A ref that is added again: last vector, all postings, every add counted.",
    fields: body,
    positions: true,
    documents: [
      { id: "a", body: "one two" },
      { id: "b", body: "two" },
      { id: "a", body: "two three three" },
      { id: 3, body: "one" },
      { id: "b", body: ["one"] },
      { id: "3", body: "two one two" },
      { id: "a" },
    ],
  },
  "odd-refs": {
    says: "A ref is whatever JavaScript makes a key of.",
    fields: body,
    documents: [
      null,
      true,
      1.5,
      ["x", ["y", null]],
      {},
      "a/b",
      "__proto__",
      "constructor",
      "_index",
      '"\\\n\u0001\u007f\u2028',
      "toString",
    ]
      .map((id) => ({ id, body: "same" }))
      .concat([{ body: "no ref" }]),
  },
  "object-names": {
    says: "Names that every JavaScript object has are terms like any other.",
    fields: body,
    documents: texts("__proto__ constructor toString valueOf hasOwnProperty _index length", "constructor __proto__"),
  },
  "odd-fields": {
    says: "A field may be called almost anything.",
    fields: [["a b"], ['x"y\\'], ["\u00e9", 2], ["toJSON"], ["length"], ["a:b", 3]],
    documents: [
      { id: "a", "a b": "one", 'x"y\\': "two", "\u00e9": "three", toJSON: "four", length: "five", "a:b": "six" },
    ],
  },
  boosts: {
    says: "A boost of 0 is one of 1; negative and huge ones pass, and infinity is null.",
    fields: [
      ["title", 0],
      ["body", -1.5],
      ["more", 1e20],
      ["most", 1e308],
    ],
    boostField: "boost",
    documents: [0, -1, 1e20, 2.5, null, true, false, "", 1e-7, 1e300]
      .map((boost, i) => ({
        id: `d${i}`,
        boost,
        title: "one two",
        body: "one one",
        more: "two",
        most: "one",
      }))
      .concat([{ id: "none", title: "one", body: "two" }]),
  },
  "k1-and-b": {
    says: "b is kept between 0 and 1, k1 is not kept anywhere.",
    fields: body,
    k1: -3,
    b: 7,
    documents: texts("one two two", "two", "three one one one"),
  },
  "k1-zero": {
    says: "Without k1 repetition does not count.",
    fields: body,
    k1: 0,
    b: -2,
    documents: texts("one two two", "two"),
  },
  "frequent-terms": {
    says: "A term in more fields than there are documents counts as rare again.",
    fields: [["a"], ["b"], ["c"]],
    documents: [
      { id: "x", a: "same", b: "same", c: "same other" },
      { id: "y", a: "same", b: "same", c: "same" },
    ],
  },
  "stemmer-units": {
    says: "The stemmer counts UTF-16 units: doubled consonants, short words, line ends in its way.",
    fields: body,
    documents: [
      {
        id: "a",
        body: [
          "b\u{1F600}aing",
          "b\u00e9\u00e9ing",
          "a\u{1F600}s",
          "\u{1F600}\u{1F600}ing",
          "x\ning",
          "x\nyed",
          "ab\ns",
          "ab\ny",
          "a\u2028\u2028ing",
          "abc\u2029ational",
          "ab\rable",
          "yyy",
          "yes'ing",
          "b\u{1F600}\u{1F600}aed",
        ],
      },
    ],
  },
  names: {
    says: "With --names words are found as they are written and folded, whatever stands around them.",
    fields: [["title"], ["body"]],
    names: true,
    positions: true,
    documents: [
      {
        id: "a",
        title:
          'Jos\u00e9 C++, "C#" (.NET) node.js. A/B/c++ GPT-4o fast.ai \u043f\u0440\u0438\u0432\u0435\u0442!' +
          " na\u00efve \u00c6on \u0141\u00f3d\u017a",
      },
      {
        id: "b",
        title: "python's python\u2019s James' it\u2019s don\u2019t we\u2019ll I'm 'tis o'reilly's",
        body:
          "said\u2014then wait...what \u2026and the\u2013end. e.g. 10,000 12.50 +1 A* #tag @who .. ... *** \u{1F600}" +
          " _under_",
      },
      {
        id: "c",
        title: ["Two w\u00f6rds", "", null, "C++\u0000.NET", "the/it"],
        body: "s\u00adoft z\u200bero e\u0301 \u24d2 \ufb01ne .\u200b.",
      },
    ],
  },
  "last-key-counts": {
    says: "Of equal keys in one document the last counts.",
    fields: body,
    lines: '{"id":"a","body":"one","id":"b","body":"two"}\n\n  \n{"id":"c","body":"three"}\r\n',
  },
};

// Cases are given by their documents or by the very lines of the file.
for (const trap of Object.values(traps)) {
  if (trap.lines) {
    trap.documents = trap.lines
      .split("\n")
      .filter((l) => l.trim())
      .map((l) => JSON.parse(l));
  }
}
