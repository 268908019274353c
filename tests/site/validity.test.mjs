// Pages are valid HTML, feeds and the sitemap are well-formed XML, JSON is JSON.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";
import { describe, it } from "node:test";
import { HtmlValidate } from "html-validate";
import { buildSite, filesOf, readFrom, siteNames, skipReason } from "../support/sites.mjs";

// What the HTML standard and WCAG say; matters of taste are not in these.
const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"], elements: ["html5"] });

const parseXml = "import sys, xml.dom.minidom as xml\nfor file in sys.argv[1:]:\n  try: xml.parse(file)\n  except Exception as e: print(f'{file}: {e}')";

for (const name of siteNames) {
  describe(`every file of ${name}`, { skip: skipReason(name) }, () => {
    it("is valid HTML", () => {
      const site = buildSite(name);
      const complaints = filesOf(site, ".html").flatMap((file) => {
        const report = validator.validateStringSync(readFrom(site, file), file);
        return report.results.flatMap((result) => result.messages).map((m) => `${file}:${m.line}:${m.column}: ${m.message} [${m.ruleId}]`);
      });
      assert.deepEqual(complaints.slice(0, 40), []);
    });

    it("is well-formed XML", () => {
      const site = buildSite(name);
      const files = [...filesOf(site, ".xml"), ...filesOf(site, ".svg")];
      assert.ok(files.length > 0);
      const complaints = execFileSync("/usr/bin/python3", ["-c", parseXml, ...files.map((file) => path.join(site.folder, file))], { encoding: "utf8" });
      assert.equal(complaints, "");
    });

    it("is JSON", () => {
      const site = buildSite(name);
      for (const file of filesOf(site, ".json")) JSON.parse(readFrom(site, file));
    });
  });
}
