// How long it takes from saving a topic's page until a browser shows it:
//
//   node tests/bench/serve.mjs CONFIG [--saves N] [--topic PATH]
//
// Works on a copy of the folder of CONFIG. The time ends with the frame in which a
// real Chromium has the new words. Nothing else should be running.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { launch } from "../support/browser.mjs";
import { kbgen } from "../support/sites.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { saves: { type: "string", default: "15" }, topic: { type: "string" } },
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-bench-serve-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
const original = path.dirname(path.resolve(positionals[0]));
for (const name of fs.readdirSync(original).filter((name) => !name.startsWith(".") && name !== "site")) {
  fs.cpSync(path.join(original, name), path.join(folder, name), { recursive: true });
}
const topics = path.join(folder, "content/topics");
const topic =
  values.topic ??
  fs
    .readdirSync(topics)
    .filter((name) => name.endsWith(".md"))
    .sort()[0];
const file = path.join(topics, topic);
const text = fs.readFileSync(file, "utf8");

const serving = spawn(kbgen, ["serve"], { cwd: folder });
let said = "";
const shows = await new Promise((resolve) => {
  serving.stdout.on("data", (data) => {
    said += data;
    if (/^\d+ pages/m.test(said)) resolve(/^(http\S+\/)/m.exec(said)[1]);
  });
});
const browser = await launch();
const page = await browser.newPage();
// The clock of the page: what drives the browser from outside is slow to notice.
const seen = new Map();
await page.exposeFunction("tellSeen", (words, at) => {
  if (!seen.has(words)) seen.set(words, at);
});
await page.addInitScript(() => {
  const look = () => {
    for (const words of document.body?.textContent.match(/Words of save \d+\./g) ?? []) {
      window.tellSeen(words, performance.timeOrigin + performance.now());
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
});
await page.goto(`${shows}topics/${topic.replace(/\.md$/, "")}/`);
await new Promise((resolve) => {
  setTimeout(resolve, 3000);
});

const times = [];
for (let save = 0; save < Number(values.saves); ++save) {
  const words = `Words of save ${save}.`;
  const began = performance.timeOrigin + performance.now();
  fs.writeFileSync(file, `${text}\n${words}\n`);
  while (!seen.has(words)) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  times.push(seen.get(words) - began);
  await new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
}
await browser.close();
serving.kill("SIGINT");
const own = [...said.matchAll(/^\d+ pages, (\d+) ms/gm)].slice(1).map((match) => Number(match[1]));
const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
console.log(`load ${os.loadavg()[0].toFixed(1)} on ${os.cpus().length} cores`);
const [median, most] = [middle(times), Math.max(...times)].map((time) => time.toFixed(0));
console.log(`from saving to showing: median ${median} ms, most ${most} ms, of ${times.length}`);
console.log(`of that kbgen: median ${middle(own)} ms`);
