// The sites whose metadata is looked at, each built once a process. What needs
// addresses is looked at with a `base_url` and without.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Page, attribute, textOf } from "../support/html.mjs";
import { buildSite, filesOf, kbgen, readFrom, root, withoutShared } from "../support/sites.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const address = "https://example.org/kb";

// Everything that can be said; a real show; the same from disk; another theme;
// names that are hard to split; and a base that is not ours.
const builders = {
  everything: () => build(path.join(here, "base/config.yaml"), address),
  demo: () => build(path.join(root, "config.yaml"), address, "--base-url", address),
  disk: () => ({ ...buildSite("demo"), baseUrl: "" }),
  paper: () => ({ ...buildSite("paper"), baseUrl: "" }),
  names: () => build(path.join(root, "tests/citations/base/config.yaml"), address),
  knowledge: () => buildSite("knowledge"),
};

export const siteNames = Object.keys(builders);
export const skipReason = (name) => name === "knowledge" && withoutShared;

function build(config, baseUrl, ...flags) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-metadata-"));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  execFileSync(kbgen, ["build", "--config", config, "--output", folder, "--keep-lock", ...flags], { stdio: "pipe" });
  return { folder, baseUrl };
}

const made = new Map();

// {folder, baseUrl, pages: [{file, page, data}]}: each page that is one, with
// its JSON-LD as text; none of redirects.
export function siteOf(name) {
  if (!made.has(name)) {
    const site = builders[name]();
    const pages = filesOf(site, ".html").map((file) => ({ file, page: new Page(file, readFrom(site, file)) }));
    made.set(name, {
      ...site,
      pages: pages.filter(({ page }) => !page.isRedirect).map((one) => ({ ...one, data: dataOf(one.page) })),
    });
  }
  return made.get(name);
}

export const pageOf = (name, file) => siteOf(name).pages.find((one) => one.file === file);

// The texts of the blocks of JSON-LD of a page.
function dataOf(page) {
  return page
    .all("script")
    .filter((script) => attribute(script, "type") === "application/ld+json")
    .map(textOf);
}

// The address of a page where it is published, or of its file.
export function addressOf(site, file) {
  const url = file.replace(/(^|\/)index\.html$/, "$1");
  return site.baseUrl ? `${site.baseUrl}/${encodeURI(url)}` : `file:///site/${encodeURI(file)}`;
}

// name or property → contents, in the order of the page.
export function tagsOf(page) {
  const tags = {};
  for (const meta of page.all("meta")) {
    const name = attribute(meta, "name") ?? attribute(meta, "property");
    if (name) (tags[name] ??= []).push(attribute(meta, "content"));
  }
  return tags;
}
