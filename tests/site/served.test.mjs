// The sites from a web server, under a path as GitHub Pages has it for a
// project: whoever starts at the home page and follows every link gets every
// page, and never a 404.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Page } from "../support/html.mjs";
import { linksOf } from "../support/links.mjs";
import { serve } from "../support/server.mjs";
import { buildSite, filesOf, siteNames, skipReason } from "../support/sites.mjs";

// Everything the page at `address` names on the same server. Its own links to
// base_url are where it will be published, so they are read as this server's.
function namedBy(address, html, site, served) {
  const links = linksOf(new Page("index.html", html), { ...site, baseUrl: "" });
  const here = links.map(({ address: written }) =>
    site.baseUrl && written.startsWith(site.baseUrl) ? served + written.slice(site.baseUrl.length + 1) : written,
  );
  return here
    .map((written) => new URL(written, address))
    .filter((url) => url.origin === new URL(served).origin)
    .map((url) => url.origin + url.pathname);
}

async function crawl(site, served) {
  const answers = new Map();
  const queue = [served];
  while (queue.length) {
    const address = queue.pop();
    if (answers.has(address)) continue;
    const response = await fetch(address, { redirect: "manual" });
    answers.set(address, response.status);
    const body = await response.text();
    if (response.headers.get("content-type").startsWith("text/html")) {
      queue.push(...namedBy(address, body, site, served));
    }
  }
  return answers;
}

for (const name of siteNames) {
  describe(`${name}, served under a path`, { skip: skipReason(name) }, () => {
    it("answers every link, and links to every page", async () => {
      const site = buildSite(name);
      const server = await serve(site.folder, "/learning-data-science/");
      try {
        const answers = await crawl(site, server.address);
        assert.deepEqual(
          [...answers].filter(([, status]) => status !== 200),
          [],
        );

        const reached = new Set(
          [...answers.keys()].map((address) =>
            decodeURIComponent(address.slice(server.address.length)).replace(/(^|\/)$/, "$1index.html"),
          ),
        );
        const missed = [];
        for (const file of filesOf(site, ".html").filter((file) => file !== "404.html" && !reached.has(file))) {
          const html = await (await fetch(server.address + file)).text();
          if (!new Page(file, html).isRedirect) missed.push(file);
        }
        assert.deepEqual(missed, [], "pages that no page links to");
      } finally {
        await server.close();
      }
    });

    it("shows its own page for what is not there", async () => {
      const site = buildSite(name);
      const server = await serve(site.folder, "/learning-data-science/");
      try {
        const response = await fetch(`${server.address}no/such/page`);
        assert.equal(response.status, 404);
        assert.match(await response.text(), /<h1>/);
      } finally {
        await server.close();
      }
    });
  });
}
