// Builds a site with one invented episode of two hours and 22,000 words, as long as the longest
// conversations are.
import { buildFiles } from "./sites.mjs";

export const longEpisode = "episodes/long/index.html";

const words = (
  "when people talk for two hours about what they know and how they came to know it a transcript has every word of " +
  "that and whoever reads it later looks for one sentence among thousands"
).split(" ");
// `count` words for a turn, which are the same in every run and in no regular order.
const said = (turn, count) =>
  Array.from({ length: count }, (_, i) => words[(turn * 7 + i * i + i * 3) % words.length]).join(" ");
const clock = (seconds) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");

const turns = 440;
const turnText = (i) =>
  `**${i % 2 ? "Ada Lovelace" : "Nora Vance"}** [${clock(i * 16)}]: In turn ${i} link rot is named. ${said(i, 42)}.`;
const chapters = Array.from({ length: 12 }, (_, i) => `{start: "${clock(i * 600)}", title: Part ${i + 1}}`).join(", ");

const episode = `---
title: Two hours of talk
summary: A conversation of two hours.
date: 2024-01-01
guests: [ada]
audio: {url: "https://audio.example/long.mp3", duration: "2:00:00"}
chapters: [${chapters}]
---
Notes.

## Transcript

${Array.from({ length: turns }, (_, i) => turnText(i)).join("\n\n")}
`;

const files = {
  "config.yaml": "title: Two hours\nlanguage: en\ndescription: A site of one long conversation.\n",
  "content/guests/ada.md": "---\nname: Ada Lovelace\n---\nSpeaks.\n",
  "content/topics/link-rot.md": "---\ntitle: Link rot\n---\nLinks that lead nowhere.\n",
  "content/episodes/long.md": episode,
};

export const buildLongEpisode = () => buildFiles(files);
