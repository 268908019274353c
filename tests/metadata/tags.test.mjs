// The tags of every page, whoever reads them: Open Graph's required ones, none
// twice that says one thing, and addresses that are whole and lead somewhere.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import zlib from "node:zlib";
import { attribute } from "../support/html.mjs";
import { pageOf, siteNames, siteOf, skipReason, tagsOf } from "./sites.mjs";

// One a value; https://ogp.me has others as arrays, which are not used here.
const repeated = new Set(["z:podcasters", "z:guests", "dcterms.creator", "dcterms.contributor", "article:tag"]);
const described = (site) =>
  site.pages.filter(({ file }) => file !== "404.html").map((one) => ({ ...one, tags: tagsOf(one.page) }));

// Reads a PNG by its specification, so that the writer's own idea of it is not trusted.
function decodePng(file) {
  assert.equal(file.toString("latin1", 0, 8), "\x89PNG\r\n\x1a\n");
  const chunks = {};
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    chunks[file.toString("latin1", at + 4, at + 8)] = file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
  }
  assert.deepEqual(Object.keys(chunks), ["IHDR", "tEXt", "PLTE", "IDAT", "IEND"]);
  assert.deepEqual([...chunks.IHDR.subarray(8)], [4, 3, 0, 0, 0], "four bits of a palette");
  const [width, height] = [chunks.IHDR.readUInt32BE(0), chunks.IHDR.readUInt32BE(4)];
  const rows = zlib.inflateSync(chunks.IDAT);
  const size = Math.ceil(width / 2);
  assert.equal(rows.length, height * (size + 1));
  let above = new Uint8Array(size);
  for (let at = 0; at < rows.length; at += size + 1) {
    const filter = rows[at];
    assert.ok(filter === 0 || filter === 2, `filter ${filter}`);
    const row = rows.subarray(at + 1, at + 1 + size);
    if (filter === 2) row.forEach((byte, i) => (row[i] = (byte + above[i]) & 0xff));
    assert.ok(row.every((pair) => Math.max(pair >> 4, pair & 15) < chunks.PLTE.length / 3));
    above = row;
  }
  return { width, height };
}

for (const name of siteNames) {
  describe(`the tags of ${name}`, { skip: skipReason(name) }, () => {
    it("have what Open Graph requires, as far as there are addresses", () => {
      const site = siteOf(name);
      for (const { file, tags, page } of described(site)) {
        const canonical = page
          .all("link")
          .filter((link) => attribute(link, "rel") === "canonical")
          .map((link) => attribute(link, "href"));
        assert.deepEqual(tags["og:url"] ?? [], canonical, file);
        assert.equal(canonical.length, site.baseUrl ? 1 : 0, file);
        assert.match(tags["og:type"][0], /^(website|article|profile)$/, file);
        assert.deepEqual(tags["og:title"], tags["dcterms.title"], file);
      }
    });

    it("say each thing once, and something", () => {
      for (const { file, tags } of described(siteOf(name))) {
        for (const [tag, contents] of Object.entries(tags)) {
          if (!repeated.has(tag)) assert.equal(contents.length, 1, `${file}: ${tag}`);
          if (tag !== "z:date") {
            assert.ok(
              contents.every((content) => content.trim()),
              `${file}: ${tag}`,
            );
          }
        }
      }
    });

    it("show a picture that is there, is of the size that they tell, and is of this page alone", () => {
      const site = siteOf(name);
      const pictures = new Set();
      for (const { file, tags } of described(site)) {
        assert.equal(tags["og:image"]?.length ?? 0, site.baseUrl ? 1 : 0, file);
        if (!site.baseUrl) continue;
        const image = tags["og:image"][0];
        assert.ok(image.startsWith(`${site.baseUrl}/`), `${file}: ${image}`);
        const png = fs.readFileSync(path.join(site.folder, decodeURI(image.slice(site.baseUrl.length + 1))));
        assert.deepEqual(decodePng(png), { width: 1200, height: 630 }, file);
        assert.deepEqual(
          [tags["og:image:width"], tags["og:image:height"], tags["twitter:card"]],
          [["1200"], ["630"], ["summary_large_image"]],
          file,
        );
        assert.ok(png.length < 30000, `${file}: ${png.length} bytes`);
        pictures.add(image);
      }
      assert.equal(pictures.size, site.baseUrl ? described(site).length : 0);
    });
  });
}

describe("the picture of a page", () => {
  it("is the one made for sharing, also where the author gave another", () => {
    const pictureOf = (file) =>
      tagsOf(pageOf("everything", file).page)["og:image"][0].replace("https://example.org/kb/", "");
    const files = ["episodes/full/", "episodes/bare/", "guests/nora/", "shows/hour/", "topics/", ""];
    assert.deepEqual(
      files.map((file) => pictureOf(`${file}index.html`)),
      files.map((file) => `${file}share.png`),
    );
  });
});
