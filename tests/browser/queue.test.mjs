// The queue of `kbgen serve --edit`: what is doubtful in one list, decided by keys.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { launch, openPage } from "../support/browser.mjs";
import { editedProject } from "../support/edited-project.mjs";
import { kbgen } from "../support/sites.mjs";
import { silence } from "./recordings.mjs";

const project = editedProject();
const { folder, write, read } = project;
const cue = (from, to, text) => `00:00:${from}.000 --> 00:00:${to}.000\n${text}\n\n`;

let home;
let address;
let browser;

before(async () => {
  write("config.yaml", "title: A try\n");
  write("content/resources/snorkel.md", "---\ntitle: Snorkel\ntype: tool\n---\n");
  write("content/guests/ada.md", "---\nname: Ada Okonkwo\n---\n");
  write(
    "content/episodes/one.md",
    "---\ntitle: One\nguests: [ada]\nresources: [snorkel]\ntranscript: one.vtt\n---\nAbout Snorkel.\n",
  );
  write(
    "content/episodes/one.vtt",
    `WEBVTT\n\n${[
      cue(
        "01",
        "09",
        "<v Ada Okonkwo>We labelled the pictures with Storkel because nobody wanted to. And Snorkel was there.",
      ),
      cue("20", "29", "<v Host>And who wrote Storkel? I asked in [unintelligible] about that."),
    ].join("")}`,
  );
  write("recordings/one.wav", silence(60));
  address = await project.start();
  home = new globalThis.URL("/", address).href;
  browser = await launch("--autoplay-policy=no-user-gesture-required");
});
after(async () => {
  await browser?.close();
  project.close();
});

const hears = (page, pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(globalThis.document.querySelector("#kbgen-edit [role=status]")?.textContent),
    pattern.source,
  );
const items = (page) => page.locator("li").allTextContents();
async function open() {
  const opened = await openPage(browser, home);
  await opened.page.goto(address);
  await opened.page.goto(`${home}_kbgen/queue.html`);
  await hears(opened.page, /\d+ to decide/);
  return opened;
}
// Goes to the item with a text by the arrow keys.
async function goTo(page, text) {
  for (const shown of await items(page)) {
    if (shown.includes(text)) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`${text} is not in the list`);
}

test("each doubt has its sentence and its place, most worth first, and axe finds nothing", async () => {
  const { page, faults, close } = await open();
  const [first] = await items(page);
  assert.match(first, /^error: Storkel \(2 places in 1 page\)We labelled .*Y writes into content\/episodes\/one\.md/);
  assert.ok((await items(page)).some((text) => text.startsWith("unintelligible: words are missing here")));
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(
    violations.map(({ id }) => id),
    [],
  );
  assert.deepEqual(faults, []);
  await close();
});

test("Y writes what is proposed, Z takes it back, P plays ten seconds, E leads to the place", async () => {
  const { page, faults, close } = await open();
  const source = read("content/episodes/one.md");
  await page.keyboard.press("p");
  await hears(page, /^Playing from 0:00/);
  await page.keyboard.press("y");
  await hears(page, /^Accepted: 'Storkel' is corrected to 'Snorkel'/);
  assert.match(read("content/episodes/one.md"), /corrections:\n\s+"Storkel": "Snorkel"/);
  assert.ok(!(await items(page)).some((text) => text.startsWith("error: Storkel")));
  await page.keyboard.press("z");
  await hears(page, /^Taken back: 'Storkel'/);
  assert.equal(read("content/episodes/one.md"), source);

  await goTo(page, "unintelligible");
  await page.keyboard.press("y");
  await hears(page, /^Nothing can be written for this by itself/);
  await page.keyboard.press("e");
  await page.waitForURL(/episodes\/one\/#t=20$/);
  await hears(page, /^Editing/);
  assert.match(await page.locator("[data-kbgen-paragraph=editing]").textContent(), /\[unintelligible\]/);
  assert.deepEqual(faults, []);
  await close();
});

test("N is kept in declined.txt, which the queue, suggest and check respect", async () => {
  const run = (...words) => spawnSync(kbgen, words, { cwd: folder, encoding: "utf8" });
  assert.match(run("suggest", "--kind", "errors").stdout, /Storkel → Snorkel/);
  assert.match(run("check").stderr, /\[unintelligible\]/);
  const { page, close } = await open();
  await page.keyboard.press("n");
  await hears(page, /^Never again: 'error: Storkel = Snorkel'/);
  await goTo(page, "unintelligible");
  await page.keyboard.press("n");
  await hears(page, /^Never again: 'unintelligible/);
  assert.match(read("declined.txt"), /^# .*\nerror: Storkel = Snorkel\nunintelligible: content\/episodes\/one\.vtt: /);
  assert.doesNotMatch(run("suggest", "--kind", "errors").stdout, /Storkel/);
  assert.doesNotMatch(run("check").stderr, /\[unintelligible\]/);
  const again = await open();
  assert.ok(!(await items(again.page)).some((text) => /Storkel|words are missing/.test(text.split("(")[0])));
  await again.close();
  await page.keyboard.press("z");
  await hears(page, /^Taken back/);
  await page.keyboard.press("z");
  await hears(page, /^Taken back: 'error/);
  assert.equal(read("declined.txt"), null);
  await close();
});
