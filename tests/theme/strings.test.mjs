// Plural forms, numbers, dates and lists as Intl has them, for every language of
// ../../generator/language/locale.cpp; and that the strings of kbgen's themes are complete.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { kbgen, root } from "../support/sites.mjs";

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "kbgen-strings-"));
after(() => fs.rmSync(scratch, { recursive: true, force: true }));

const table = fs.readFileSync(path.join(root, "generator/language/locale.cpp"), "utf8");
const languages = [...table.matchAll(/\{"([a-z]{2}(?:-[A-Z]{2})?)", [a-z_]+, /g)].map(([, code]) => code);

const numbers = [
  ...Array(205).keys(),
  999,
  1000,
  1001,
  1234,
  9999,
  10_000,
  12_345,
  100_000,
  1_000_000,
  1_234_567,
  2_000_000,
];
const months = [...Array(12).keys()].map((month) => new Date(Date.UTC(2020, month, month + 2)));

// The page that `template` makes on a site of that language.
function pageOf(name, language, template, strings) {
  const folder = path.join(scratch, name);
  const write = (file, text) => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  write("config.yaml", `title: Probe\nlanguage: ${language}\n`);
  write("theme/templates/404.html", template);
  if (strings) write(`theme/strings/${language}.yaml`, strings);
  for (const date of months) {
    write(
      `content/episodes/e${date.getUTCMonth()}.md`,
      `---\ntitle: ${date.getUTCMonth()}\ndate: ${date.toISOString().slice(0, 10)}\n---\n`,
    );
  }
  for (const month of ["2020-01", "2020-12"]) {
    write(`content/episodes/${month}.md`, `---\ntitle: "${month}"\ndate: "${month}"\n---\n`);
  }
  execFileSync(kbgen, ["build", "--config", folder, "--output", path.join(folder, "site"), "--keep-lock"], {
    stdio: "pipe",
  });
  return fs.readFileSync(path.join(folder, "site/404.html"), "utf8");
}

describe("numbers", () => {
  it("are those of many languages", () => assert.ok(languages.length > 40, `${languages}`));

  for (const language of languages) {
    it(`have the forms and separators of Intl: ${language}`, () => {
      const plural = new Intl.PluralRules(language);
      const format = new Intl.NumberFormat(`${language}-u-nu-latn`);
      const forms = [...new Set(["other", ...numbers.map((n) => plural.select(n))])];
      const strings = `count: "{count}"\nprobe: {${forms.map((form) => `${form}: ${form}`).join(", ")}}\n`;
      const row = '{{ n }} {{ t("probe", count=n) }} {{ t("count", count=n) }}';
      const template = `{% for n in ${JSON.stringify(numbers)} %}${row}\n{% endfor %}`;
      const expected = numbers.map((n) => `${n} ${plural.select(n)} ${format.format(n)}`);
      assert.deepEqual(pageOf(`numbers-${language}`, language, template, strings).trim().split("\n"), expected);
    });
  }
});

const translated = fs
  .readdirSync(path.join(root, "themes/default/strings"))
  .map((file) => path.basename(file, ".yaml"));

for (const language of translated) {
  describe(`the strings of ${language}`, () => {
    it("write dates as Intl does", () => {
      const page = pageOf(
        `dates-${language}`,
        language,
        "{% for e in site.episodes|reverse %}{{ e.date.text }}\n{% endfor %}",
      );
      // British English: day, month, year.
      const locale = language === "en" ? "en-GB" : language;
      const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
      const month = new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
      const expected = [...months.map((date) => day.format(date)), month.format(months[0]), month.format(months[11])];
      assert.deepEqual(page.trim().split("\n").sort(), expected.sort());
    });

    it("join lists as Intl does", () => {
      const template = [
        '{% for last in ["and", "or"] %}{% for n in [2, 3, 4] %}{% for name in ["A", "B", "C", "D"][:n] %}{{ name }}',
        '{% if not loop.last %}{{ t("list_" ~ last) if loop.revindex == 2 else t("list_comma") }}{% endif %}',
        "{% endfor %}|{% endfor %}{% endfor %}",
      ].join("");
      const locale = language === "en" ? "en-GB" : language;
      const expected = ["conjunction", "disjunction"].flatMap((type) =>
        [2, 3, 4].map((n) => new Intl.ListFormat(locale, { type }).format(["A", "B", "C", "D"].slice(0, n))),
      );
      assert.deepEqual(pageOf(`lists-${language}`, language, template).split("|").slice(0, -1), expected);
    });
  });
}

// Keys of a strings file, as they stand at the beginning of lines.
const keysOf = (theme, language) =>
  [...fs.readFileSync(path.join(root, `themes/${theme}/strings/${language}.yaml`), "utf8").matchAll(/^(\w+):/gm)].map(
    ([, key]) => key,
  );

for (const theme of ["default", "paper"]) {
  describe(`the strings of ${theme}`, () => {
    for (const language of translated.filter((one) => one !== "en")) {
      it(`are all there, in the same order: ${language}`, () =>
        assert.deepEqual(keysOf(theme, language), keysOf(theme, "en")));
    }

    it("are all looked up by a template, a script or kbgen itself", () => {
      const sources = [
        "themes/default/templates",
        "themes/default/assets",
        "themes/paper/templates",
        "generator",
      ].flatMap((folder) =>
        fs
          .readdirSync(path.join(root, folder), { recursive: true })
          .filter((file) => /\.(html|js|cpp)$/.test(file))
          .map((file) => fs.readFileSync(path.join(root, folder, file), "utf8")),
      );
      const said = new Set(sources.flatMap((text) => [...text.matchAll(/["'](\w+)["']/g)].map(([, word]) => word)));
      const begun = [...said].filter((word) => word.endsWith("_"));
      assert.deepEqual(
        keysOf(theme, "en").filter((key) => !said.has(key) && !begun.some((begin) => key.startsWith(begin))),
        [],
      );
    });
  });
}
