// A site in which every field has text that could break a program: control characters as they are
// and as escapes, ends of comments and scripts, characters that change the direction of text,
// incomplete code points, very long words. An author may have pasted any of it, so the site builds
// without error.
import fs from "node:fs";
import path from "node:path";

const nasty = [
  "]]>",
  "-->",
  "<!--",
  "</script>",
  "</title>",
  "<b>&amp;",
  "\"'",
  "\u0001\u0007\u001b[31m",
  "\u007f\u0085\u009b",
  "\u00a0",
  "\u200b",
  "\u2028\u2029",
  "\u202e\u2066",
  "\ufeff\ufffd\ufffe\uffff",
  "e\u0301\u0327\u0334\u0489",
  "שלום",
  "مرحبا",
  "\u{1F9D1}\u200d\u{1F680}",
  "ſŉİﬀ",
  "w".repeat(400),
].join(" ");

// `name` and the nasty text as a YAML or JSON string, with escapes of that language, and as prose.
const yaml = (name) => `"${name} ${nasty.replaceAll('"', '\\"')} \\e\\x01\\x9b\\0\\uFFFE"`;
const json = (name) => `"${name} ${nasty.replace(/[\u0000-\u001f"]/g, "")} \\u0001\\u001b\\u009b\\u0000\\uffff"`;
const prose = (name) =>
  `${name} ${nasty.replaceAll("<!--", "").replaceAll("-->", "")} &#27;[31m &#xFFFE; &#155; &#0;\n`;

const time = (i) => `00:${String(Math.floor(i / 60)).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}`;
const times = Array.from({ length: 30 }, (_, i) => 4 * i + 1);

const config = `title: ${yaml("Knowledge")}
description: ${yaml("About")}
license: ${yaml("CC")}
base_url: "https://example.org/a"
shows:
  evening: {title: ${yaml("Evening")}, hosts: [ada]}
`;
const markdown = (fields, text) => `---\n${fields.join("\n")}\n---\n${text}`;
const episode = [
  `title: ${yaml("First")}`,
  `summary: ${yaml("Summary")}`,
  "show: evening",
  "date: 2020-02-03",
  "guests: [ada]",
  "topics: [mills]",
  `chapters: [{start: 1, title: ${yaml("Chapter")}}]`,
];
const cue = (i) =>
  `${time(i)}.000 --> ${time(i + 3)}.000\n<v Ada>The mill ${nasty.replaceAll("-->", "")} &#27; ${i}.\n`;
const segment = (i) => `{"speaker": ${json("Ada")}, "startTime": ${i}, "body": ${json(`The mill ${i}`)}}`;
const eachTime = (write, between = "\n") => times.map(write).join(between);

const files = {
  "config.yaml": config,
  "content/guests/ada.md": markdown(
    [`name: ${yaml("Ada")}`, `aliases: [Countess, ${yaml("Lady")}]`, `role: ${yaml("Mathematician")}`],
    prose("She wrote."),
  ),
  "content/topics/mills.md": markdown([`title: ${yaml("Mills")}`, "aliases: [mill]"], prose("What grinds.")),
  "content/resources/notes.md": markdown(
    [`title: ${yaml("Notes")}`, `by: [${yaml("Somebody")}]`, 'url: "https://example.org/notes"'],
    prose("A book."),
  ),
  "content/pages/about.md": markdown([`title: ${yaml("About")}`], prose("A page.")),
  "content/episodes/a.md": markdown(episode, prose("Notes.")),
  "content/episodes/a.vtt": `WEBVTT\n\n${eachTime(cue)}`,
  "content/episodes/b.txt": eachTime((i) => `Ada Lovelace  ${time(i)}\nThe mill ${nasty} ${i}.\n`),
  "content/episodes/c.md": markdown(
    [`title: ${yaml("Third")}`],
    eachTime((i) => `**Ada**\u00a0: The mill ${nasty} ${i}.\n`),
  ),
  "content/episodes/d.json": `{"version": "1.0.0", "segments": [${eachTime(segment, ",\n")}]}\n`,
};

// Writes the project into a folder and returns the path of its config.yaml.
export function writeHostileProject(folder) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    // Bytes that are not UTF-8, which no JavaScript string can hold.
    const broken = name.endsWith(".txt")
      ? Buffer.from([0xff, 0x20, 0xed, 0xa0, 0x80, 0x20, 0xc3, 0x0a])
      : Buffer.alloc(0);
    fs.writeFileSync(file, Buffer.concat([Buffer.from(text), broken]));
  }
  return path.join(folder, "config.yaml");
}
