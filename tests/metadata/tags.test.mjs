// The tags of every page, whoever reads them: Open Graph's required ones, none
// twice that says one thing, and addresses that are whole and lead somewhere.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { attribute } from "../support/html.mjs";
import { pageOf, siteNames, siteOf, skipReason, tagsOf } from "./sites.mjs";

// One a value; https://ogp.me has others as arrays, which are not used here.
const repeated = new Set(["z:podcasters", "z:guests", "dcterms.creator", "dcterms.contributor", "article:tag"]);
const described = (site) => site.pages.filter(({ file }) => file !== "404.html").map((one) => ({ ...one, tags: tagsOf(one.page) }));

for (const name of siteNames) {
  describe(`the tags of ${name}`, { skip: skipReason(name) }, () => {
    it("have what Open Graph requires, as far as there are addresses", () => {
      const site = siteOf(name);
      for (const { file, tags, page } of described(site)) {
        const canonical = page.all("link").filter((link) => attribute(link, "rel") === "canonical").map((link) => attribute(link, "href"));
        assert.deepEqual(tags["og:url"] ?? [], canonical, file);
        assert.equal(canonical.length, site.baseUrl ? 1 : 0, file);
        assert.match(tags["og:type"][0], /^(website|article|profile)$/, file);
        assert.deepEqual(tags["og:title"], tags["dcterms.title"], file);
      }
    });

    it("say each thing once, and something", () => {
      for (const { file, tags } of described(siteOf(name)))
        for (const [tag, contents] of Object.entries(tags)) {
          if (!repeated.has(tag)) assert.equal(contents.length, 1, `${file}: ${tag}`);
          if (tag !== "z:date") assert.ok(contents.every((content) => content.trim()), `${file}: ${tag}`);
        }
    });

    it("show pictures that are there", () => {
      const site = siteOf(name);
      for (const { file, tags } of described(site))
        for (const image of tags["og:image"] ?? []) {
          assert.ok(site.baseUrl && image.startsWith(`${site.baseUrl}/`), `${file}: ${image}`);
          assert.ok(fs.existsSync(path.join(site.folder, decodeURI(image.slice(site.baseUrl.length + 1)))), `${file}: ${image}`);
        }
    });
  });
}

describe("the picture of a page", () => {
  const pictureOf = (file) => tagsOf(pageOf("everything", file).page)["og:image"]?.[0].replace("https://example.org/kb/", "");
  it("is its own, else its show's, else none", () => {
    const files = ["episodes/full", "episodes/month", "episodes/bare", "guests/nora", "shows/hour", "topics/search"];
    assert.deepEqual(files.map((file) => pictureOf(`${file}/index.html`)), ["images/full.png", "images/hour.png", undefined, "images/nora.png", "images/hour.png", undefined]);
  });
});
