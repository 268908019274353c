// The sites that the page and browser tests look at, built by kbgen as a user
// would build them, each once a process, into a folder of their own:
//
//   demo        content/ of this project; no base_url, so it opens from disk
//   paper       the same with the theme paper
//   system-fonts  the demo without fonts of its own
//   knowledge   ../shared/knowledge, a real knowledge base; base_url with a path
//   german      tests/search/german, and japanese: small ones in other languages
//   in-german   the demo as a German site, and paper-in-german
//   hostile     whatever breaks markup, files and terminals, in every field
//   hebrew      tests/browser/hebrew: a small one that is written from right to left
//   bare        the five transcripts of that one in a folder, and nothing else
//
// KBGEN_SHARED says where the shared folder is, if not beside the project.
// Without it the last two are left out.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { writeHostileProject } from "./hostile.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const kbgen = path.resolve(process.env.KBGEN ?? path.join(root, "build/kbgen"));
const shared = path.resolve(process.env.KBGEN_SHARED ?? path.join(root, "../shared"));
export const transcripts = path.join(shared, "knowledge/transcripts");

const hasShared = fs.existsSync(transcripts);

// For the `skip` option of a test: a reason, or false.
export const withoutShared = !hasShared && `there is no ${shared}; KBGEN_SHARED can name another folder`;

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-sites-"));
process.on("exit", () => fs.rmSync(scratch, { recursive: true, force: true }));

function bareFolder() {
  const folder = path.join(scratch, "transcripts");
  fs.cpSync(transcripts, folder, { recursive: true });
  return folder;
}

// The demo with another theme, with `options` for it, as a site in `language`;
// with a page of what kbgen check finds, and a budget that pages exceed.
function themedFolder(name, theme, options, language = "en") {
  const folder = path.join(scratch, `${name}-project`);
  fs.cpSync(path.join(root, "content"), path.join(folder, "content"), { recursive: true });
  const config = fs
    .readFileSync(path.join(root, "config.yaml"), "utf8")
    .replace(/^theme: .*$/m, `theme: ${theme}`)
    .replace(/^language: .*$/m, `language: ${language}`);
  const file = path.join(folder, "config.yaml");
  fs.writeFileSync(
    file,
    `${config}\ntheme_options: ${JSON.stringify(options)}\nhealth: true\nbudgets: {page: 30 kB}\n`,
  );
  return file;
}

// What the theme paper is told in the second of the sites that have it.
export const paperOptions = {
  institution: 'Institute of "Speech" & Memory',
  record: "lecture",
  paragraph_numbers: false,
  justify: "always",
  font: "sans",
  accent: "#123456",
  accent_dark: "#abcdef",
  home_episodes: 3,
  footer: "Deposited <here>.",
};

const configs = {
  demo: () => path.join(root, "config.yaml"),
  paper: () => themedFolder("paper", "paper", {}),
  "paper-options": () => themedFolder("paper-options", "paper", paperOptions),
  "system-fonts": () => themedFolder("system-fonts", "default", { font: "system" }),
  knowledge: () => path.join(shared, "knowledge/config.yaml"),
  german: () => path.join(root, "tests/search/german/config.yaml"),
  japanese: () => path.join(root, "tests/search/japanese/config.yaml"),
  "in-german": () => themedFolder("in-german", "default", {}, "de"),
  "paper-in-german": () => themedFolder("paper-in-german", "paper", {}, "de"),
  hebrew: () => path.join(root, "tests/browser/hebrew/config.yaml"),
  hostile: () => writeHostileProject(path.join(scratch, "hostile-project")),
  bare: bareFolder,
};

// Those for which everything must hold.
export const siteNames = ["demo", "paper", "knowledge", "bare"];
// And those whose files must be what their names promise.
export const validNames = [...siteNames, "hostile"];
export const skipReason = (name) => ["knowledge", "bare"].includes(name) && withoutShared;

const built = new Map();

// {name, folder, baseUrl, basePath}; the folder is the output, baseUrl "" where
// links are relative to the page, basePath what its own part of a host is.
export function buildSite(name) {
  if (!built.has(name)) {
    const folder = path.join(scratch, name);
    const config = configs[name]();
    execFileSync(kbgen, ["build", "--config", config, "--output", folder, "--keep-lock"], { stdio: "pipe" });
    const text = config.endsWith(".yaml") ? fs.readFileSync(config, "utf8") : "";
    const baseUrl = /^base_url: *"(.*)"/m.exec(text)?.[1] ?? "";
    built.set(name, { name, folder, baseUrl, basePath: baseUrl ? new URL(baseUrl).pathname + "/" : "/" });
  }
  return built.get(name);
}

// All files of a site that end so, as paths below its folder.
export function filesOf(site, ending = "") {
  const all = fs.readdirSync(site.folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(site.folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

export const readFrom = (site, file) => fs.readFileSync(path.join(site.folder, file), "utf8");
