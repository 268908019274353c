// A small knowledge base with recordings, made for the tests beside it:
//
//   heard    ten minutes of silence as WAV, fifty turns of twelve seconds, chapters
//   alone    the same recording and chapters, no transcript; far: one on another host
//   watched  a video on YouTube; filmed: one in a file
//   written  no recording, no times
//   mills    passages about mills, which is a topic: two turns of the recording; looms: two of another
import { Buffer } from "node:buffer";
import { buildFiles } from "../support/sites.mjs";

export const repository = "https://github.com/example/kb";
export const youtube = "xVYOdRrN7hw";

const rate = 3000;
export function silence(seconds) {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + rate * seconds, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write("data", 36);
  header.writeUInt32LE(rate * seconds, 40);
  return Buffer.concat([header, Buffer.alloc(rate * seconds, 128)]);
}

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const told = (i) =>
  `Whoever listens hears what is said in turn ${i}, and it goes on for a while, well-known words among them. `;
const said = (i) => `Turn ${i} begins here. ${told(i).repeat(3)}Turn ${i} is over.`;
const turns = Array.from(
  { length: 50 },
  (_, i) => `**${i % 2 ? "Ada Lovelace" : "Nora Vance"}** [${clock(12 * i)}]: ${said(i)}`,
).join("\n\n");

const chapters =
  'chapters: [{start: "0:00", title: Beginning}, {start: "4:00", title: Middle}, {start: "8:00", title: End}]';
const episode = (lines, ...sections) => `---\n${lines.join("\n")}\n---\n${sections.join("\n\n")}\n`;
const transcript = `## Transcript\n\n${turns}`;
const files = {
  "config.yaml": `title: Recordings\nlanguage: en\nrepository: ${repository}\n`,
  "content/episodes/heard.md": episode(
    ["title: An hour that is heard", 'audio: {url: /audio/heard.wav, duration: "10:00"}', chapters],
    "Notes.",
    transcript,
  ),
  "content/episodes/alone.md": episode(
    ["title: Not written down", "audio: {url: ../audio/heard.wav}", chapters],
    "Notes.",
  ),
  "content/episodes/far.md": episode(["title: Far away", "audio: https://audio.example/far.mp3"], transcript),
  "content/episodes/watched.md": episode(
    ["title: An hour that is watched", `video: {youtube: ${youtube}}`, chapters],
    "Notes.",
    transcript,
  ),
  "content/episodes/filmed.md": episode(
    ["title: In a file", 'video: {url: "https://video.example/film.mp4"}', chapters],
    transcript,
  ),
  "content/episodes/written.md": episode(
    ["title: Only written"],
    "## Transcript",
    "**Ada Lovelace:** Nobody has recorded this, but it was said.",
    "**Nora Vance:** And it was answered.",
  ),
};

const ofMills = (begin, more) =>
  `**Ada Lovelace** [0:20]: ${begin} Whatever is ground there feeds the town for a whole winter, they told me. ` +
  `${"Then we spoke of the weather, which was not good. ".repeat(4)}\n\n` +
  `**Nora Vance** [1:20]: ${more}\n\n**Ada Lovelace** [1:40]: That is all.`;
files["content/topics/mills.md"] = "---\ntitle: Mills\n---\n";
files["content/guests/ada-lovelace.md"] = "---\nname: Ada Lovelace\n---\nShe wrote notes.\n";
files["content/episodes/mills.md"] = episode(
  ["title: Of wind and water", "date: 2021", "audio: {url: /audio/heard.wav}"],
  "## Transcript",
  ofMills("Mills stand by the river.", "Most mills that I know are driven by wind."),
);
files["content/episodes/looms.md"] = episode(
  ["title: Of cloth", "date: 2020", "audio: {url: /audio/short.wav}"],
  "## Transcript",
  ofMills("Mills wove cloth, too.", "I never saw one of those."),
);

export const buildRecordings = () =>
  buildFiles({ ...files, "content/audio/heard.wav": silence(600), "content/audio/short.wav": silence(120) });
