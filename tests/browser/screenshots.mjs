// Pictures of every kind of page, to be looked at by a person:
//
//   node tests/browser/screenshots.mjs [SITE…] [--kind KIND]
//
// SITE is demo (the default), paper, knowledge or bare. Three widths, light and dark,
// into tests/browser/artifacts/SITE/KIND-WIDTH-SCHEME.png. Of very long pages
// only the beginning.
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";

const tallest = 3000;
const artifacts = fileURLToPath(new URL("artifacts", import.meta.url));
const { values, positionals } = parseArgs({ allowPositionals: true, options: { kind: { type: "string", multiple: true } } });

// What is asked on the search page, so that there are results to see.
const questions = { demo: "transcript links", paper: "transcript links", knowledge: "kaggle", bare: "data science" };

async function shoot(browser, site) {
  const server = await serve(site.folder, site.basePath);
  const kinds = Object.entries(pageKinds(site)).filter(([kind]) => !values.kind || values.kind.includes(kind));
  for (const width of [1440, 820, 390]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await openPage(browser, server.address, { viewport: { width, height: 900 }, colorScheme });
      for (const [kind, file] of kinds) {
        await page.goto(server.address + file + (kind === "search" ? `?q=${encodeURIComponent(questions[site.name])}` : ""), { waitUntil: "networkidle" });
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const picture = path.join(artifacts, site.name, `${kind}-${width}-${colorScheme}.png`);
        await page.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(height, tallest) } });
        console.log(path.relative(process.cwd(), picture));
      }
      await close();
    }
  }
  await server.close();
}

const browser = await launch();
for (const name of positionals.length ? positionals : ["demo"]) await shoot(browser, buildSite(name));
await browser.close();
