// Pinned pages over HTTP, as somebody verifies them who has nothing but the
// address: as published, with other words in the Markdown or on the page alone.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { serve } from "../support/server.mjs";
import { filesOf, kbgen, buildSite } from "../support/sites.mjs";

const verify = (...args) =>
  new Promise((done) =>
    execFile(kbgen, ["verify", ...args], (error, stdout, stderr) =>
      done({ status: error?.code ?? 0, said: stdout + stderr }),
    ),
  );

describe("a pinned page", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-versions-"));
  let server;
  let version;

  before(async () => {
    const site = buildSite("demo");
    version = path.dirname(filesOf(site, "index.html").find((file) => /\/v\/[^/]+\/index.html$/.test(file)));
    fs.cpSync(path.join(site.folder, version), path.join(folder, version), { recursive: true });
    server = await serve(folder, "/kb/");
  });
  after(async () => {
    await server.close();
    fs.rmSync(folder, { recursive: true });
  });

  const edited = async (file, from, to, action) => {
    const place = path.join(folder, version, file);
    const bytes = fs.readFileSync(place, "utf8");
    assert.ok(bytes.includes(from));
    fs.writeFileSync(place, bytes.replace(from, to));
    const result = await action();
    fs.writeFileSync(place, bytes);
    return result;
  };

  it("is what was pinned, by any of its addresses", async () => {
    for (const address of [`${version}/`, `${version}/index.html`, `${version}/index.md`, `${version}/?a=b#mentions`]) {
      const { status, said } = await verify(server.address + address);
      assert.equal(status, 0, said);
      assert.match(said, /says what was pinned on \d{4}-\d\d-\d\d: [0-9a-f]{12}/);
    }
  });

  it("has the beginning of its SHA-256 in its address", () => {
    const hash = createHash("sha256")
      .update(fs.readFileSync(path.join(folder, version, "index.md")))
      .digest("hex");
    assert.ok(version.endsWith(`-${hash.slice(0, 12)}`));
  });

  it("is found out if one word of its Markdown is another", async () => {
    const { status, said } = await edited("index.md", "An address", "No address", () =>
      verify(`${server.address}${version}/`),
    );
    assert.equal(status, 1);
    assert.match(said, /index\.md: it does not say what was pinned/);
  });

  it("is found out if one word of the page is another, though its Markdown is not", async () => {
    const { status, said } = await edited("index.html", "An address", "No address", () =>
      verify(`${server.address}${version}/`),
    );
    assert.equal(status, 1);
    assert.match(said, /index\.html: the page does not show what its Markdown says/);
  });

  it("that is not there, or leads in circles, is said to be so", async () => {
    const circle = http.createServer((request, response) => response.writeHead(302, { Location: request.url }).end());
    await new Promise((done) => circle.listen(0, "127.0.0.1", done));
    const nowhere = http.createServer();
    await new Promise((done) => nowhere.listen(0, "127.0.0.1", done));
    const closed = nowhere.address().port;
    await new Promise((done) => nowhere.close(done));
    const path_of = "topics/x/v/2026-11-21-000000000000/";
    for (const [address, expected] of [
      [`${server.address}${path_of}`, /the host answers 404/],
      [`http://127.0.0.1:${circle.address().port}/${path_of}`, /leads in circles/],
      [`http://127.0.0.1:${closed}/${path_of}`, /does not answer/],
      [`http://[/${path_of}`, /no address|does not answer/],
    ]) {
      const { status, said } = await verify(address);
      assert.equal(status, 1);
      assert.match(said, expected);
    }
    circle.close();
  });
});
