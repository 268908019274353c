// Pictures of every kind of page, to be looked at by a person:
//
//   node tests/browser/screenshots.mjs [SITE…] [--kind KIND]
//   node tests/browser/screenshots.mjs --readme
//
// The latter makes tests/browser/readme.png, the picture of the README.
//
// SITE is one of tests/support/sites.mjs, or recordings; without any: demo, paper,
// in-german, hebrew and recordings. Three widths, light and dark, into
// tests/browser/artifacts/SITE/KIND-WIDTH-SCHEME.png; of very long pages only the
// beginning. On paper the first sheets, KIND-print-1.png ….
import { execFileSync } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";
import { buildRecordings } from "./recordings.mjs";

const tallest = 3000;
const artifacts = fileURLToPath(new URL("artifacts", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kind: { type: "string", multiple: true }, readme: { type: "boolean" } },
});

// What is asked on the search page, so that there are results to see.
const questions = { knowledge: "kaggle", bare: "data science", hebrew: "מפות", german: "Karte", japanese: "地図" };
const questionFor = (site) => encodeURIComponent(questions[site.name] ?? "transcript links");

const recordings = {
  player: "episodes/heard/index.html",
  video: "episodes/watched/index.html",
  file: "episodes/filmed/index.html",
};
const siteOf = (name) =>
  name === "recordings"
    ? { name, folder: buildRecordings(), basePath: "/", kinds: recordings }
    : { ...buildSite(name), kinds: pageKinds(buildSite(name)) };

async function shoot(browser, site) {
  const server = await serve(site.folder, site.basePath);
  const kinds = Object.entries(site.kinds).filter(([kind]) => !values.kind || values.kind.includes(kind));
  for (const width of [1440, 820, 390]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await openPage(browser, server.address, {
        viewport: { width, height: 900 },
        colorScheme,
      });
      for (const [kind, file] of kinds) {
        await page.goto(server.address + file + (kind === "search" ? `?q=${questionFor(site)}` : ""), {
          waitUntil: "networkidle",
        });
        if (kind === "player") await page.click(".listen .button");
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const picture = path.join(artifacts, site.name, `${kind}-${width}-${colorScheme}.png`);
        await page.screenshot({
          path: picture,
          fullPage: true,
          clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
        });
        console.log(path.relative(process.cwd(), picture));
      }
      await close();
    }
  }
  await print(browser, server, site, kinds);
  await server.close();
}

async function print(browser, server, site, kinds) {
  const { page, close } = await openPage(browser, server.address);
  for (const [kind, file] of kinds) {
    await page.goto(server.address + file, { waitUntil: "networkidle" });
    const picture = path.join(artifacts, site.name, `${kind}-print`);
    await page.pdf({ path: `${picture}.pdf`, format: "A4" });
    execFileSync("pdftoppm", ["-r", "80", "-l", "3", "-png", `${picture}.pdf`, picture]);
    console.log(`${path.relative(process.cwd(), picture)}.pdf`);
  }
  await close();
}

async function shootForReadme(browser) {
  const site = buildSite("demo");
  const server = await serve(site.folder, site.basePath);
  const { page, close } = await openPage(browser, server.address, {
    viewport: { width: 1400, height: 1240 },
    deviceScaleFactor: 0.7,
    colorScheme: "light",
  });
  await page.goto(`${server.address}topics/link-rot/`, { waitUntil: "networkidle" });
  await page.screenshot({ path: fileURLToPath(new URL("readme.png", import.meta.url)) });
  await close();
  await server.close();
}

const browser = await launch();
if (values.readme) await shootForReadme(browser);
else {
  for (const name of positionals.length ? positionals : ["demo", "paper", "in-german", "hebrew", "recordings"]) {
    await shoot(browser, siteOf(name));
  }
}
await browser.close();
