// What holds for every page of every built site, whatever the theme shows.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { Page, attribute, textOf } from "../support/html.mjs";
import { linksOf } from "../support/links.mjs";
import { buildSite, filesOf, readFrom, siteNames, skipReason } from "../support/sites.mjs";

const textOutsideCode = (node) =>
  node.nodeName === "#text"
    ? node.value
    : ["code", "pre"].includes(node.tagName)
      ? ""
      : (node.childNodes ?? []).map(textOutsideCode).join("");

// A style element whose digest the policy of its page has.
function isAllowed(page, style) {
  const policy = page
    .all("meta")
    .map((meta) => attribute(meta, "content") ?? "")
    .find((content) => content.startsWith("default-src"));
  return policy.includes(`'sha256-${createHash("sha256").update(textOf(style)).digest("base64")}'`);
}

function duplicates(list) {
  return [...new Set(list.filter((one, i) => list.indexOf(one) !== i))];
}

for (const name of siteNames) {
  describe(`every page of ${name}`, { skip: skipReason(name) }, () => {
    const site = skipReason(name) ? null : buildSite(name);
    const pages = site ? filesOf(site, ".html").map((file) => new Page(file, readFrom(site, file))) : [];
    const pageOf = new Map(pages.map((page) => [page.file, page]));
    const idsOf = new Map(pages.map((page) => [page.file, new Set(page.ids)]));
    const complaints = (find) => pages.flatMap((page) => find(page).map((what) => `${page.file}: ${what}`));
    const holds = (title, find) => it(title, () => assert.deepEqual(complaints(find), []));

    it("is there to be looked at", () => assert.ok(pages.length > 10, `${pages.length} pages`));

    holds("links to files that exist", (page) =>
      linksOf(page, site)
        .filter(
          (link) =>
            !link.external &&
            !(
              pageOf.has(link.file) ||
              fs.statSync(path.join(site.folder, link.file), { throwIfNoEntry: false })?.isFile()
            ),
        )
        .map((link) => link.address),
    );

    holds("links to fragments that exist", (page) =>
      linksOf(page, site)
        .filter((link) => link.fragment && pageOf.has(link.file) && !idsOf.get(link.file).has(link.fragment))
        .map((link) => link.address),
    );

    holds("loads nothing from another host", (page) =>
      linksOf(page, site)
        .filter((link) => link.loads && link.external && !link.address.startsWith("data:"))
        .map((link) => link.address),
    );

    holds("links to other hosts over http and nothing else", (page) =>
      linksOf(page, site)
        .filter((link) => link.external && !/^(https?:|mailto:|data:image\/)/.test(link.address))
        .map((link) => link.address),
    );

    holds("uses an id once", (page) => duplicates(page.ids));

    holds("has one h1, a title and a language", (page) => {
      const html = page.all("html")[0];
      const missing = [];
      if (page.all("h1").length !== 1 && !page.isRedirect) missing.push(`${page.all("h1").length} h1`);
      if (!page.all("title").some((title) => textOf(title).trim())) missing.push("no title");
      if (!attribute(html, "lang")) missing.push("no lang");
      return missing;
    });

    // Pages are opened from disk, too, and there browsers refuse every file that has a digest to be compared with.
    holds("asks for no digest of its style sheets and scripts", (page) =>
      page.elements.filter((element) => attribute(element, "integrity")).map(({ tagName }) => tagName),
    );

    holds("has a size for each drawing, so that none fills the page where no style sheet is loaded", (page) =>
      page
        .all("svg")
        .filter((svg) => !attribute(svg, "width") || !attribute(svg, "height"))
        .map((svg) => attribute(svg, "class") ?? "svg"),
    );

    holds("has a content security policy that keeps to its own host", (page) => {
      const policy = page
        .all("meta")
        .filter((meta) => attribute(meta, "http-equiv")?.toLowerCase() === "content-security-policy")
        .map((meta) => attribute(meta, "content"));
      // What a player plays may come from where it is published; a video from YouTube
      // may be framed where there is one.
      const hasVideo = page.elements.some((element) => attribute(element, "data-youtube"));
      const playsAll = page.elements.some((element) => attribute(element, "data-queue") === "bar");
      const rules = policy
        .join()
        .replace(/media-src [^;]*;/, page.all("audio", "video").length || playsAll ? "" : "$&")
        .replace("frame-src https://www.youtube-nocookie.com;", hasVideo ? "" : "$&");
      return policy.length === 1 && rules.startsWith("default-src 'none';") && !/unsafe|https?:|\*/.test(rules)
        ? []
        : [`policy ${JSON.stringify(policy)}`];
    });

    holds("has no script, style or handler inside, which the policy would forbid", (page) => [
      ...page
        .all("script")
        .filter(
          (script) => attribute(script, "src") === undefined && attribute(script, "type") !== "application/ld+json",
        )
        .map(() => "script without src"),
      ...page
        .all("style")
        .filter((style) => !isAllowed(page, style))
        .map(() => "style element"),
      ...page.elements.flatMap((element) =>
        element.attrs
          .filter((a) => a.name === "style" || a.name.startsWith("on"))
          .map((a) => `${element.tagName} ${a.name}="${a.value}"`),
      ),
    ]);

    // Two pages of the manual write about links.
    holds("shows no [[link]] as it was written", (page) => {
      if (["names/index.html", "messages/index.html"].includes(page.file)) return [];
      const text = page.all("body").map(textOutsideCode).join("");
      const described = page.elements.flatMap((element) => element.attrs.map((a) => a.value));
      return [text, ...described].flatMap((words) => words.match(/\[\[.{0,60}/gs) ?? []);
    });

    it("is styled by sheets that load nothing from another host", () => {
      const outside = filesOf(site, ".css").flatMap(
        (file) => readFrom(site, file).match(/(url\(\s*["']?|@import\s+["'])(https?:)?\/\/[^)"']*/g) ?? [],
      );
      assert.deepEqual(outside, []);
    });
  });
}
