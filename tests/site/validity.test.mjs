// Pages are valid HTML, feeds and the sitemap are well-formed XML, JSON is JSON,
// and all of it is UTF-8.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { HtmlValidate } from "html-validate";
import { buildSite, filesOf, readFrom, skipReason, validNames } from "../support/sites.mjs";

// What the HTML standard and WCAG say; matters of taste are not in these.
const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"], elements: ["html5"] });

const parseXml = `
import sys, xml.dom.minidom as xml
for file in sys.argv[1:]:
  try: xml.parse(file)
  except Exception as e: print(f'{file}: {e}')`;

for (const name of validNames) {
  describe(`every file of ${name}`, { skip: skipReason(name) }, () => {
    it("is valid HTML", () => {
      const site = buildSite(name);
      const complaints = filesOf(site, ".html").flatMap((file) => {
        const report = validator.validateStringSync(readFrom(site, file), file);
        return report.results
          .flatMap((result) => result.messages)
          .map((m) => `${file}:${m.line}:${m.column}: ${m.message} [${m.ruleId}]`);
      });
      assert.deepEqual(complaints.slice(0, 40), []);
    });

    it("is well-formed XML", () => {
      const site = buildSite(name);
      const files = [...filesOf(site, ".xml"), ...filesOf(site, ".svg")];
      assert.ok(files.length > 0);
      const complaints = execFileSync(
        "/usr/bin/python3",
        ["-c", parseXml, ...files.map((file) => path.join(site.folder, file))],
        { encoding: "utf8" },
      );
      assert.equal(complaints, "");
    });

    it("is JSON", () => {
      const site = buildSite(name);
      for (const file of [...filesOf(site, ".json"), ...filesOf(site, ".jsonld")]) JSON.parse(readFrom(site, file));
      for (const file of filesOf(site, ".ndjson")) {
        readFrom(site, file)
          .split("\n")
          .filter(Boolean)
          .forEach((line) => JSON.parse(line));
      }
    });

    it("is UTF-8, and has no control characters", () => {
      const site = buildSite(name);
      const strict = new TextDecoder("utf-8", { fatal: true });
      const ofText = /\.(html|xml|svg|json|jsonld|ndjson|md|txt|vtt|srt|bib|ris|css|js)$/;
      const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;
      for (const file of filesOf(site).filter((one) => ofText.test(one))) {
        const text = strict.decode(fs.readFileSync(path.join(site.folder, file)));
        if (!/\.(css|js)$/.test(file)) assert.doesNotMatch(text, controls, file);
      }
    });
  });
}
