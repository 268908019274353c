// Correcting in the page, as somebody does who has no mouse: edits over several formats, each of
// which must change exactly the words in its file.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { launch, openPage } from "../support/browser.mjs";
import { editedProject } from "../support/edited-project.mjs";
import { serve } from "../support/server.mjs";
import { silence } from "./recordings.mjs";

const project = editedProject();
const { file, write, read } = project;

// The same talk in formats that keep words in different ways.
const greetings = "Thanks & greetings, Storkel is grate.";
const sources = {
  "vtt.vtt": [
    "WEBVTT\r\n\r\nNOTE of the editor\r\n\r\n00:00:00.000 --> 00:00:10.000\r\n<v Mira>Welcome to the harbor our.\r\n",
    "\r\n00:00:10.000 --> 00:00:20.000\r\n<v Jonas>Thanks &amp; greetings, Storkel is grate.\r\n",
  ].join(""),
  "srt.srt": [
    "1\n00:00:00,000 --> 00:00:10,000\nMira: Welcome to the harbor our.\n\n",
    "2\n00:00:10,000 --> 00:00:20,000\nJonas: Thanks & greetings,\nStorkel is grate.\n",
  ].join(""),
  "sbv.sbv": [
    "0:00:00.000,0:00:10.000\n>> MIRA: Welcome to the harbor our.\n\n",
    `0:00:10.000,0:00:20.000\n>> JONAS: ${greetings}\n`,
  ].join(""),
  "json.json": `${JSON.stringify({
    segments: [
      { start: 0, end: 10, text: " Welcome to the harbor our.", speaker: "Mira" },
      { start: 10, end: 20, text: ` ${greetings}`, speaker: "Jonas" },
    ],
  })}\n`,
  "name.txt": `Mira (00:00:00):\nWelcome to the harbor our.\n\nJonas (00:00:10):\n${greetings}\n`,
  "yaml.yaml": [
    "- line: Welcome to the harbor our.\n  who: Mira\n  time: '0:00'\n",
    `- line: '${greetings}'\n  who: Jonas\n  time: '0:10'\n`,
  ].join(""),
};
const slugs = Object.keys(sources).map((name) => name.split(".")[0]);
const nameOf = (slug) => `content/episodes/${Object.keys(sources).find((name) => name.startsWith(`${slug}.`))}`;

let home;
let address;
let browser;

before(async () => {
  write("config.yaml", "title: A try\n");
  for (const [name, text] of Object.entries(sources)) {
    const slug = name.split(".")[0];
    write(`content/episodes/${name}`, text);
    write(`content/episodes/${slug}.md`, `---\ntitle: The hour in ${slug}\ntranscript: ${name}\n---\n`);
    write(`recordings/${slug}.wav`, silence(60));
  }
  address = await project.start();
  home = new URL("/", address).href;
  browser = await launch("--autoplay-policy=no-user-gesture-required");
});
after(async () => {
  await browser?.close();
  project.close();
});

// Opens the page of an episode for editing.
async function open(slug) {
  const opened = await openPage(browser, home);
  await opened.page.goto(address);
  await opened.page.goto(`${home}episodes/${slug}/`);
  await opened.page.locator("#kbgen-edit").waitFor();
  return opened;
}
const said = (page) => page.locator("#kbgen-edit [role=status]").textContent();
const hears = (page, pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector("#kbgen-edit [role=status]")?.textContent),
    pattern.source,
  );
// Selects the last occurrence of a word by keys alone, and types another one over it.
async function retype(page, word, other) {
  const text = await page.locator("[data-kbgen-paragraph=editing]").textContent();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < text.lastIndexOf(word); i++) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < word.length; i++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.type(other);
}

for (const slug of slugs) {
  test(`by keys alone, words in ${slug} become others, and no other byte changes`, async () => {
    const { page, faults, close } = await open(slug);
    await page.keyboard.press("Alt+e");
    await retype(page, "our", "hour");
    await page.keyboard.press("Enter");
    await hears(page, /^Saved: 'our' became 'hour'/);
    const once = sources[path.basename(nameOf(slug))].replace("our.", "hour.");
    assert.equal(read(nameOf(slug)), once);

    await retype(page, "grate", "great");
    await page.keyboard.press("Control+s");
    await hears(page, /^Saved: 'grate' became 'great'/);
    assert.equal(read(nameOf(slug)), once.replace("grate", "great"));

    await page.keyboard.press("Alt+z");
    await hears(page, /^Taken back: 'grate' became 'great'/);
    assert.equal(read(nameOf(slug)), once);
    await page.keyboard.press("Alt+Shift+z");
    await hears(page, /^Done again/);
    await page.keyboard.press("Alt+z");
    await hears(page, /^Taken back/);
    await page.keyboard.press("Alt+z");
    await hears(page, /^Taken back: 'our'/);
    assert.equal(read(nameOf(slug)), sources[path.basename(nameOf(slug))]);
    assert.deepEqual(faults, []);
    await close();
  });
}

test("a word is saved as a correction of the episode and of all, and the file keeps what was heard", async () => {
  const { page, close } = await open("vtt");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+e");
  await retype(page, "Storkel", "Snorkel");
  await page.keyboard.press("Alt+c");
  await hears(page, /is corrected to 'Snorkel' in this episode, in content\/episodes\/vtt\.md/);
  assert.match(read("content/episodes/vtt.md"), /corrections:\n\s+"Storkel": "Snorkel"\n/);
  assert.equal(read(nameOf("vtt")), sources["vtt.vtt"]);
  await page.keyboard.press("Alt+z");
  await hears(page, /^Taken back/);
  assert.doesNotMatch(read("content/episodes/vtt.md"), /Snorkel/);
  await close();
});

test("a label gets its person by a key, and somebody new gets a page", async () => {
  const { page, faults, close } = await open("srt");
  const before = read("content/episodes/srt.md");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+w");
  await page.locator("#kbgen-speaker[open]").waitFor();
  await page.keyboard.type("Jonas Aalto");
  await page.keyboard.press("Enter");
  // The page is loaded anew when its shape changes, and knows keys when it has its bar.
  const label = page.locator("main section > :is(h3, h4):first-child", { hasText: "Jonas Aalto" }).first();
  const bar = page.locator("#kbgen-edit");
  await label.waitFor();
  await bar.waitFor();
  assert.match(read("content/episodes/srt.md"), /speakers: \{"Jonas": jonas-aalto\}/);
  assert.match(read("content/guests/jonas-aalto.md"), /^---\nname: "Jonas Aalto"\n---\n$/);
  assert.equal(read(nameOf("srt")), sources["srt.srt"]);
  await page.keyboard.press("Alt+z");
  await hears(page, /^Taken back: 'Jonas' is Jonas Aalto/);
  await label.waitFor({ state: "detached" });
  await bar.waitFor();
  await page.keyboard.press("Alt+z");
  await hears(page, /^Taken back: a new page/);
  assert.equal(read("content/episodes/srt.md"), before);
  assert.ok(!fs.existsSync(file("content/guests/jonas-aalto.md")));
  assert.deepEqual(faults, []);
  await close();
});

test("the recording plays what is edited, waits while somebody types, and goes on two seconds earlier", async () => {
  const { page, faults, close } = await open("srt");
  const state = () =>
    page.evaluate(() =>
      (({ paused, currentTime }) => ({ paused, currentTime }))(document.querySelector("body > audio")),
    );
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+e");
  await page.keyboard.press("Alt+p");
  await hears(page, /^Playing/);
  await page.waitForFunction(() => document.querySelector("body > audio").currentTime > 10.2);
  await page.keyboard.press("Alt+ArrowRight");
  const before = await state();
  assert.ok(before.currentTime >= 13 && before.currentTime < 15, `${before.currentTime}`);
  await page.keyboard.type("So ");
  const typing = await state();
  assert.equal(typing.paused, true);
  await page.waitForFunction(() => !document.querySelector("body > audio").paused);
  const resumed = await state();
  assert.ok(resumed.currentTime < typing.currentTime - 1, `${typing.currentTime}, then ${resumed.currentTime}`);
  await page.keyboard.press("Alt+-");
  await hears(page, /^Speed 0\.75/);
  await page.keyboard.press("Escape");
  await hears(page, /^Left without saving/);
  assert.equal(read(nameOf("srt")), sources["srt.srt"]);
  assert.deepEqual(faults, []);
  await close();
});

test("two editors at once: other paragraphs are merged, the same one is shown and not overwritten", async () => {
  const one = await open("name");
  const two = await open("name");
  await one.page.keyboard.press("Alt+e");
  await two.page.keyboard.press("Alt+ArrowDown");
  await two.page.keyboard.press("Alt+e");
  await retype(one.page, "our", "hour");
  await one.page.keyboard.press("Control+s");
  await hears(one.page, /^Saved/);
  await retype(two.page, "grate", "great");
  await two.page.keyboard.press("Control+s");
  await hears(two.page, /^Saved/);
  const merged = sources["name.txt"].replace("our.", "hour.").replace("grate", "great");
  assert.equal(read(nameOf("name")), merged);

  fs.writeFileSync(file(nameOf("name")), merged.replace("harbor", "haven"));
  await retype(one.page, "harbor", "harbour");
  await one.page.keyboard.press("Control+s");
  await hears(one.page, /^Not saved: somebody else .* “Welcome to the haven hour\.”/);
  assert.equal(read(nameOf("name")), merged.replace("harbor", "haven"));
  write(nameOf("name"), sources["name.txt"]);
  await one.close();
  await two.close();
});

test("a page of another origin saves nothing, although it knows the token", async () => {
  write("elsewhere/index.html", "<!doctype html><title>Elsewhere</title>");
  const other = await serve(file("elsewhere"));
  const { page, close } = await openPage(browser, "http://127.0.0.1");
  await page.goto(other.address);
  const token = new globalThis.URL(address).searchParams.get("edit");
  const body = JSON.stringify({
    page: "episodes/srt/",
    fragment: "t=0",
    was: "Welcome to the harbor our.",
    now: "Welcome to evil.",
    as: "words",
  });
  const outcomes = await page.evaluate(
    async ([url, text, known]) => {
      const json = { "Content-Type": "application/json", "X-Kbgen-Token": known };
      const tries = [
        { method: "POST", mode: "no-cors", body: text },
        { method: "POST", headers: json, body: text },
        { method: "POST", headers: json, body: text, credentials: "include" },
      ];
      const ways = tries.map((options) => globalThis.fetch(url, options).then(({ type }) => type));
      return (await Promise.allSettled(ways)).map(({ status, value }) => value ?? status);
    },
    [`${home}_kbgen/edit/save`, body, token],
  );
  assert.deepEqual(outcomes, ["rejected", "rejected", "rejected"]);
  assert.equal(read(nameOf("srt")), sources["srt.srt"]);
  await close();
  await other.close();
});

test("? shows the keys, axe finds nothing, and without the token there is no editor", async () => {
  const { page, close } = await open("json");
  await page.keyboard.press("Shift+?");
  await page.locator("#kbgen-keys[open]").waitFor();
  assert.match(await page.locator("#kbgen-keys").textContent(), /save and go to the next paragraph/);
  await page.evaluate(axe.source);
  const faultsOf = async () =>
    (await page.evaluate(() => globalThis.axe.run())).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  assert.deepEqual(await faultsOf(), []);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+e");
  assert.match(await said(page), /^Editing/);
  assert.deepEqual(await faultsOf(), []);
  await close();

  const stranger = await openPage(browser, home);
  await stranger.page.goto(`${home}episodes/json/`);
  assert.equal(await stranger.page.locator("#kbgen-edit").count(), 0);
  await stranger.close();
});
