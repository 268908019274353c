// Builds the sites that the page and browser tests look at. kbgen builds them as a user would, each
// at most once in a process, into a folder of its own:
//
//   demo             content/ of this project; it has no base_url, so it can be read from the disk
//   paper            the same with the theme paper
//   paper-options    the same with other options of that theme
//   system-fonts     the demo without fonts of its own
//   plain, night     the demo in the other looks of the default theme
//   knowledge        ../shared/knowledge, a real knowledge base; its base_url has a path
//   german           tests/search/german, a small site in another language; japanese is like it
//   in-german        the demo as a German site; paper-in-german is the same with the theme paper
//   hostile          text that could break markup, files and terminals in every field (hostile.mjs)
//   hebrew           tests/browser/hebrew, a small site that is written from right to left
//   large            an invented archive that is too large for single pages (large.mjs)
//   bare             the five transcripts of `knowledge` in a folder, and nothing else
//
// `knowledge` and `bare` need the shared folder, which is beside the project or where the variable
// KBGEN_SHARED says. Tests of them are skipped without it.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { writeHostileProject } from "./hostile.mjs";
import { writeLargeProject } from "./large.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const kbgen = path.resolve(process.env.KBGEN ?? path.join(root, "build/kbgen"));
const shared = path.resolve(process.env.KBGEN_SHARED ?? path.join(root, "../shared"));
export const transcripts = path.join(shared, "knowledge/transcripts");

const hasShared = fs.existsSync(transcripts);

// The value for the `skip` option of a test that needs the shared folder: a reason, or false.
export const withoutShared = !hasShared && `there is no ${shared}; KBGEN_SHARED can name another folder`;

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-sites-"));
process.on("exit", () => fs.rmSync(scratch, { recursive: true, force: true }));

function bareFolder() {
  const folder = path.join(scratch, "transcripts");
  fs.cpSync(transcripts, folder, { recursive: true });
  return folder;
}

// Makes a copy of the demo with another theme, options for it and another language, with the health
// page and a size budget that some pages exceed. Returns the path of its config.yaml.
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

// The options of the theme paper in the site paper-options.
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
  plain: () => themedFolder("plain", "default", { look: "plain" }),
  night: () => themedFolder("night", "default", { look: "night" }),
  knowledge: () => path.join(shared, "knowledge/config.yaml"),
  german: () => path.join(root, "tests/search/german/config.yaml"),
  japanese: () => path.join(root, "tests/search/japanese/config.yaml"),
  "in-german": () => themedFolder("in-german", "default", {}, "de"),
  "paper-in-german": () => themedFolder("paper-in-german", "paper", {}, "de"),
  hebrew: () => path.join(root, "tests/browser/hebrew/config.yaml"),
  hostile: () => writeHostileProject(path.join(scratch, "hostile-project")),
  large: () => writeLargeProject(path.join(scratch, "large-project")),
  bare: bareFolder,
};

// The sites on which all page tests are run.
export const siteNames = ["demo", "paper", "knowledge", "bare"];
// The sites whose files must all be valid.
export const validNames = [...siteNames, "hostile", "large"];
export const skipReason = (name) => ["knowledge", "bare"].includes(name) && withoutShared;

const built = new Map();

// Builds a site and returns {name, folder, baseUrl, basePath}. `folder` is the output folder,
// `baseUrl` is "" if the site has none, and `basePath` is the path of the site on its host.
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

// Builds a site of `files`, {path: text or bytes}, of which one is config.yaml. Returns its output folder.
export function buildFiles(files) {
  const folder = fs.mkdtempSync(path.join(scratch, "files-"));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  execFileSync(kbgen, ["build", "--config", folder, "--keep-lock"], { stdio: "pipe" });
  return path.join(folder, "site");
}

// All files of a site whose names end with `ending`, as paths below its folder.
export function filesOf(site, ending = "") {
  const all = fs.readdirSync(site.folder, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(site.folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

export const readFrom = (site, file) => fs.readFileSync(path.join(site.folder, file), "utf8");
