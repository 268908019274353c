// Releases of kbgen on a server of this machine, as GitHub has them, whose program
// is a link to the one that was built here.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { kbgen } from "./sites.mjs";

export function write(file, text, mode = 0o644) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode });
}

// Serves /OWNER/REPOSITORY/releases/… from `folder`/releases, and the rest of a repository from
// `folder`/owner/REPOSITORY.git. Returns the server and its address.
export async function serveReleases(folder) {
  const server = http.createServer((request, response) => {
    const [, repository, rest] = /^\/(owner\/\w+)\/(.*?)(\?.*)?$/.exec(request.url) ?? [];
    const file = rest?.startsWith("releases/")
      ? path.join(folder, rest)
      : path.join(folder, `${repository}.git`, rest ?? "");
    if (!repository || !fs.existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200).end(fs.readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, host: `http://127.0.0.1:${server.address().port}` };
}

// Makes the release of a version below `folder`. Its program writes the version into the file `ran`
// whenever it runs. `sumOf` gives the sum that SHA256SUMS has of the archive.
export function makeRelease(
  folder,
  version,
  ran,
  sumOf = (archive) => createHash("sha256").update(archive).digest("hex"),
) {
  const name = `kbgen-${version}-linux-${os.machine()}`;
  const packed = path.join(folder, "packed");
  write(path.join(packed, name, "bin/kbgen"), `#!/bin/sh\necho ${version} >>${ran}\nexec ${kbgen} "$@"\n`, 0o755);
  const archive = execFileSync("tar", ["-C", packed, "-czf", "-", name]);
  const release = path.join(folder, `releases/download/v${version}`);
  write(path.join(release, `${name}.tar.gz`), archive);
  write(path.join(release, "SHA256SUMS"), `${sumOf(archive)}  ${name}.tar.gz\n`);
}
