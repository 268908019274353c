// What a site costs to load: all of its style and script, compressed as servers
// send it, and what a page loads before anybody asks for more.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { Page, attribute } from "../support/html.mjs";
import { buildSite, filesOf, readFrom } from "../support/sites.mjs";
import { pageKinds } from "../support/kinds.mjs";

const kilobyte = 1024;
const weighs = (site, file) => gzipSync(readFrom(site, file)).length;
const sum = (site, files) => files.reduce((all, file) => all + weighs(site, file), 0);

for (const name of ["demo", "paper"]) {
  describe(`the site ${name}, compressed`, () => {
    it("has at most 30 KB of style in all", () => {
      const all = sum(buildSite(name), filesOf(buildSite(name), ".css"));
      assert.ok(all <= 30 * kilobyte, `${all} bytes`);
    });

    it("has at most 45 KB of script in all, lunr.js among it", () => {
      const files = filesOf(buildSite(name), ".js");
      assert.ok(files.some((file) => /lunr\.\w+\.js$/.test(file)));
      const all = sum(buildSite(name), files);
      assert.ok(all <= 45 * kilobyte, `${all} bytes`);
    });

    it("loads with no page what search is made of, and less than 16 KB of script", () => {
      const site = buildSite(name);
      for (const [kind, file] of Object.entries(pageKinds(site))) {
        const scripts = new Page(file, readFrom(site, file))
          .all("script")
          .map((script) => attribute(script, "src"))
          .filter(Boolean)
          .map((src) => `assets/${src.split("/assets/")[1] ?? src.replace(/^.*assets\//, "")}`);
        assert.deepEqual(
          scripts.filter((script) => /lunr|search/.test(script)),
          [],
          kind,
        );
        const all = sum(site, scripts);
        assert.ok(all <= 16 * kilobyte, `${kind}: ${all} bytes`);
      }
    });
  });
}
