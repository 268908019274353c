// The base beside this file: its pages as `kbgen cite` cites them, and its site.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { kbgen } from "../support/sites.mjs";

export const config = fileURLToPath(new URL("base/config.yaml", import.meta.url));
const content = path.join(path.dirname(config), "content");

const slugsIn = (folder) =>
  fs
    .readdirSync(path.join(content, folder))
    .map((file) => file.replace(/\.md$/, ""))
    .sort();

export const pages = [
  ...slugsIn("episodes").map((slug) => `episode:${slug}`),
  ...slugsIn("topics").map((slug) => `topic:${slug}`),
  ...slugsIn("resources").map((slug) => `resource:${slug}`),
  "guest:plato",
];
export const moment = "episode:full@12:40";

export const cite = (reference, format) =>
  execFileSync(kbgen, ["cite", reference, "--format", format, "--config", config], { encoding: "utf8" }).replace(
    /\n$/,
    "",
  );
export const item = (reference) => JSON.parse(cite(reference, "csl-json"))[0];

export function buildBase() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-citations-"));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  execFileSync(kbgen, ["build", "--config", config, "--output", folder, "--keep-lock"], { stdio: "pipe" });
  return folder;
}
