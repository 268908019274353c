// Attacks on `kbgen build`: system calls that fail, and kills at any of them,
// while a site of some 400 files is replaced by a changed one. Whatever happens, the
// site is the old one or the new one, what the command says is true, and the next
// build makes the new one of it.
//
//   node tests/faults/attack.mjs              every call, some thousand attacks
//   node tests/faults/attack.mjs --sample 40  some of them, evenly spread
//   node tests/faults/attack.mjs any:217:kill one of them, and what came of it
import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
export const kbgen = process.env.KBGEN ?? path.join(root, "build/kbgen");
const library = path.join(root, "build/libkbgen_faults.so");

// Attacks copy many small files, so their folders are in memory where the system has such a place.
export const temporaryFolder = () =>
  fs.mkdtempSync(path.join(fs.existsSync("/dev/shm") ? "/dev/shm" : os.tmpdir(), "kbgen-faults-"));

const sentences = [
  "The engine weaves patterns as the loom weaves flowers.",
  "Nobody builds a mill without a store.",
  "It was never finished, which does not make it less of an idea.",
  "The notes were longer than what they explained.",
];

export function writeProject(folder, version) {
  const write = (file, text) => {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  fs.rmSync(path.join(folder, "content"), { recursive: true, force: true });
  // With an address, so that there are share images, which stay the same.
  write("config.yaml", `title: Mills\ndescription: The ${version} ones\nbase_url: https://example.org/mills\n`);
  write("content/guests/ada.md", "---\nname: Ada Lovelace\n---\n");
  for (const topic of ["mill", "store", "loom", `only-in-${version}`]) {
    write(`content/topics/${topic}.md`, `---\ntitle: ${topic}\n---\n`);
  }
  // The page that only the first version has is given up on purpose.
  if (version === "new") write("content/topics/after.md", "---\ntitle: After\naliases: [/topics/only-in-old/]\n---\n");
  for (let i = 0; i < 46; i += 1) {
    const turns = Array.from(
      { length: 8 },
      (_, turn) => `Ada: 00:0${turn}:0${i % 10}\n\n${sentences[(i + turn) % 4]} ${sentences[(i * turn) % 4]}\n`,
    );
    const date = `2026-01-${String((i % 28) + 1).padStart(2, "0")}`;
    write(
      `content/episodes/e${i}.md`,
      `---\ntitle: Episode ${i}\ndate: ${date}\n---\n## Transcript\n\n${turns.join("\n")}`,
    );
  }
  write("content/images/picture.bin", version.repeat(5000));
}

// {path: digest} of everything below a folder.
export function treeOf(folder) {
  const tree = {};
  if (!fs.existsSync(folder)) return tree;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    tree[path.relative(folder, file)] = crypto.createHash("md5").update(fs.readFileSync(file)).digest("hex");
  }
  return tree;
}

export const isSame = (a, b) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([file, digest]) => b[file] === digest);
// The files of the lock, without new ones that a killed command left waiting beside them.
const lockOf = (folder) =>
  Object.fromEntries(
    Object.entries(treeOf(path.join(folder, "permalinks"))).filter(([file]) => !file.endsWith(".kbgen-new")),
  );
const stateOf = (folder) => ({
  site: treeOf(path.join(folder, "site")),
  lock: lockOf(folder),
});
const build = ["build", "--date", "2026-11-29", "--jobs", "1"];

function run(folder, env = {}) {
  const done = spawnSync(kbgen, build, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: 60_000,
  });
  return { status: done.status, signal: done.signal, said: done.stdout + done.stderr };
}

function runAsync(folder, env) {
  return new Promise((done) => {
    const child = spawn(kbgen, build, { cwd: folder, env: { ...process.env, ...env } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += text;
      });
    }
    child.on("close", (status, signal) => done({ status, signal, said }));
  });
}

// What every attack begins with: the old site, and the sources of the new one.
export class Arena {
  constructor() {
    this.folder = temporaryFolder();
    this.start = path.join(this.folder, "start");
    writeProject(this.start, "old");
    this.mustWork(run(this.start));
    this.old = stateOf(this.start);
    writeProject(this.start, "new");
    const after = path.join(this.folder, "after");
    fs.cpSync(this.start, after, { recursive: true });
    const counts = path.join(this.folder, "counts");
    this.mustWork(run(after, { LD_PRELOAD: library, FAULT_COUNTS: counts }));
    this.new = stateOf(after);
    this.counts = Object.fromEntries(
      fs
        .readFileSync(counts, "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(" ")),
    );
    const inPlace = path.join(this.folder, "in-place");
    fs.cpSync(this.start, inPlace, { recursive: true });
    this.mustWork(run(inPlace, { LD_PRELOAD: library, FAULT_COUNTS: counts, FAULT_WITHOUT: "exchange" }));
    if (!isSame(stateOf(inPlace).site, this.new.site)) throw new Error("file by file another site comes out");
    this.countsInPlace = Object.fromEntries(
      fs
        .readFileSync(counts, "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(" ")),
    );
    this.made = 0;
  }

  close() {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }

  mustWork({ status, said }) {
    if (status !== 0) throw new Error(`the attacked build does not work by itself:\n${said}`);
  }

  isOld = (state) => isSame(state.site, this.old.site) && isSame(state.lock, this.old.lock);
  isNew = (state) => isSame(state.site, this.new.site) && isSame(state.lock, this.new.lock);

  // Attacks once and returns what is wrong afterwards; "" if nothing is.
  async attack(fault, { inPlace = false } = {}) {
    const folder = path.join(this.folder, `attack-${(this.made += 1)}`);
    fs.cpSync(this.start, folder, { recursive: true });
    const env = { LD_PRELOAD: library, FAULT: fault, ...(inPlace && { FAULT_WITHOUT: "exchange" }) };
    const ended = await runAsync(folder, env);
    const wrong = this.#judge(folder, ended, inPlace) || this.#judgeNext(folder);
    fs.rmSync(folder, { recursive: true, force: true });
    const { status, signal, said } = ended;
    const place = inPlace ? " in place" : "";
    return wrong && `${fault}${place}: ${wrong}\n  status ${status} ${signal ?? ""}\n  ${said.slice(-600)}`;
  }

  #judge(folder, { status, signal, said }, inPlace) {
    const state = stateOf(folder);
    if (signal && signal !== "SIGKILL") return `it died of ${signal}`;
    if (status === 0 && !this.isNew(state)) return "exit 0, and the site or the lock is not the new one";
    if (status !== null && status !== 0 && said.includes("nothing was written") && !this.isOld(state)) {
      return "it says that nothing was written, and something was";
    }
    if (status !== null && status !== 0 && !/nothing was written|finishes it|everything was written/.test(said)) {
      return "it does not say what was written";
    }
    if (!inPlace && !isSame(state.site, this.old.site) && !isSame(state.site, this.new.site)) {
      return "the site is a mix";
    }
    if (isSame(state.site, this.old.site) && !isSame(state.lock, this.old.lock)) {
      return "the site is the old one, the lock is not";
    }
    return this.#judgeEachFile(state) || (inPlace ? this.#deadLinks(folder, state) : "");
  }

  #judgeEachFile({ site, lock }) {
    for (const [file, digest] of Object.entries(site)) {
      if (!file.startsWith(".kbgen/") && digest !== this.old.site[file] && digest !== this.new.site[file]) {
        return `${file} is neither old nor new`;
      }
    }
    const odd = Object.entries(lock).find(
      ([file, digest]) => digest !== this.old.lock[file] && digest !== this.new.lock[file],
    );
    return odd ? `${odd[0]} of the lock is neither old nor new` : "";
  }

  // Whatever the mix is, no page leads to one that is not there.
  #deadLinks(folder, { site }) {
    for (const file of Object.keys(site).filter((name) => name.endsWith(".html"))) {
      const text = fs.readFileSync(path.join(folder, "site", file), "utf8");
      for (const [, link] of text.matchAll(/<a [^>]*href="([^"#?:]+)/g)) {
        const target = link.startsWith("/mills/") ? link.slice("/mills/".length) : path.join(path.dirname(file), link);
        if (!site[target] && !site[path.join(target, "index.html")]) {
          return `${file} leads to ${link}, which is not there`;
        }
      }
    }
    return "";
  }

  #judgeNext(folder) {
    const next = run(folder);
    if (next.status !== 0) return `the next build fails:\n${next.said}`;
    const state = stateOf(folder);
    if (!isSame(state.site, this.new.site)) return "the next build makes another site";
    if (!isSame(state.lock, this.new.lock)) return "the next build makes another lock";
    const left = fs
      .readdirSync(folder)
      .filter((name) => !["config.yaml", "content", "site", "permalinks", ".kbgen"].includes(name))
      .concat(Object.keys(treeOf(path.join(folder, ".kbgen"))).filter((name) => !name.startsWith("last-build-")))
      .concat(Object.keys(treeOf(path.join(folder, "permalinks"))).filter((name) => name.endsWith(".kbgen-new")));
    return left.length ? `left behind: ${left}` : "";
  }
}

// Which errors a call can give, and some that it should survive.
const errorsOf = {
  open: ["EIO", "EACCES", "EMFILE"],
  read: ["EIO", "EINTR", "short"],
  write: ["ENOSPC", "EIO", "short", "EINTR"],
  close: ["EIO"],
  rename: ["EIO", "ENOSPC", "EXDEV"],
  link: ["EIO", "EPERM", "ENOSPC"],
  unlink: ["EIO", "EACCES"],
  mkdir: ["ENOSPC", "EACCES"],
  rmdir: ["EBUSY"],
  fsync: ["EIO"],
  opendir: ["EIO", "EACCES", "EMFILE"],
  readdir: ["EIO"],
  stat: ["EIO"],
  lock: ["EIO"],
};

// All attacks there are; `share` of them, evenly spread: 1 is all.
export function attacksOn(arena, share) {
  const list = [];
  let owed = 0;
  const add = (fault, options) => {
    owed += share;
    if (owed < 1 - 1e-9) return;
    owed -= 1;
    list.push([fault, options]);
  };
  for (const [call, errors] of Object.entries(errorsOf)) {
    for (let at = 1; at <= arena.counts[call]; at += 1) for (const error of errors) add(`${call}:${at}:${error}`);
  }
  for (let at = 1; at <= arena.counts.write; at += 1) add(`write:${at}:ENOSPC:on`);
  for (let at = 1; at <= arena.counts.any; at += 1) add(`any:${at}:kill`);
  for (let at = 1; at <= arena.countsInPlace.any; at += 1) add(`any:${at}:kill`, { inPlace: true });
  for (let at = 1; at <= arena.countsInPlace.rename; at += 1) add(`rename:${at}:EIO`, { inPlace: true });
  return list;
}

// Kills at each of the steps in which the new site takes the place of the old one:
// the last name that changes is that of the lock.
export function killsOfPublishing(arena, around) {
  const last = Number(arena.counts.before_last_rename);
  const kills = [];
  for (let at = last - around; at <= last + around; at += 1) kills.push([`any:${at}:kill`]);
  return kills;
}

// Makes all attacks, `lanes` at a time, and returns a text for each after which something was wrong.
export async function attackAll(arena, list, lanes = os.cpus().length) {
  const wrong = [];
  const next = list.values();
  const lane = async () => {
    for (const [fault, options] of next) {
      const what = await arena.attack(fault, options);
      if (what) wrong.push(what);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return wrong;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const arena = new Arena();
  const [first, second] = process.argv.slice(2);
  const all = attacksOn(arena, 1);
  let list = all;
  if (first === "--sample") list = attacksOn(arena, Number(second) / all.length);
  else if (first) list = [[first, { inPlace: second === "in-place" }]];
  console.log(`${Object.keys(arena.new.site).length} files; ${list.length} of ${all.length} attacks`);
  const wrong = await attackAll(arena, list);
  for (const what of wrong) console.log(what);
  console.log(`${list.length - wrong.length} passed, ${wrong.length} failed`);
  arena.close();
  process.exit(wrong.length ? 1 : 0);
}
