// Writes a knowledge base that is too large for single pages: topics, people, a show and lists of it
// have parts. What is said is invented, and the same in every run.
import fs from "node:fs";
import path from "node:path";

const words = (
  "we put the mill beside the river because the wind comes and goes and nobody wants to wait for it but the river " +
  "is there each day and takes what it is given"
).split(" ");
const sentence = (seed) =>
  Array.from({ length: 12 }, (_, i) => words[(seed * 5 + i * i + i * 3) % words.length]).join(" ");
const two = (number) => String(number).padStart(2, "0");

// Each episode names the topic a number of times, in turns of two speakers.
function episode(number, guest) {
  const turns = Array.from({ length: 8 }, (_, i) => {
    const named = i < 1 + (number % 6) ? ` Here link rot is named, time ${i + 1}.` : "";
    return `**${i % 2 ? "Nora Vance" : guest}** [00:${two(i)}:10]: In turn ${i} ${sentence(number * 8 + i)}.${named}`;
  });
  return `---
title: Conversation ${number}
date: ${2012 + Math.floor(number / 40)}-${two(1 + (number % 12))}-${two(1 + (number % 28))}
show: talks
guests: [person-${number % 210}]
hosts: [nora-vance]
topics: [link-rot]
---
Notes of conversation ${number}.

## Transcript

${turns.join("\n\n")}
`;
}

// Names of people begin with many letters, so that their list has several parts.
const nameOf = (number) => `${String.fromCharCode(65 + (number % 7))}mos Number ${number}`;

export function writeLargeProject(folder) {
  const write = (name, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  write("config.yaml", "title: A large archive\nlanguage: en\nshows: {talks: {title: Talks, hosts: [nora-vance]}}\n");
  write("content/topics/link-rot.md", "---\ntitle: Link rot\n---\nLinks that lead nowhere.\n");
  write("content/guests/nora-vance.md", "---\nname: Nora Vance\n---\nAsks.\n");
  for (let i = 0; i < 210; i += 1) write(`content/guests/person-${i}.md`, `---\nname: ${nameOf(i)}\n---\nSpeaks.\n`);
  for (let i = 0; i < 160; i += 1) write(`content/episodes/c${i}.md`, episode(i, nameOf(i % 210)));
  return path.join(folder, "config.yaml");
}
