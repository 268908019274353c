// The half of ../templates.py that nunjucks renders.
//
// nunjucks is not all of Jinja. What can be added from outside is: filters it
// lacks or has in another form, slices of text. What its grammar does not know
// is written in another way, by the rules of `rewritten`; the rest of the
// templates is as it stands in the theme.
import fs from "node:fs";
import path from "node:path";
import nunjucks from "nunjucks";

const [folder, cases, out, seconds] = process.argv.slice(2);

function rewritten(text) {
  return (
    text
      // Jinja trims the line end after a comment, too.
      .replace(/^ *\{#[^]*?#\}\n?/gm, "")
      // Jinja drops the line end at the end of a file.
      .replace(/\n$/, "")
      // Neither nunjucks nor JavaScript joins lists by '+'.
      .replace(/(\]|\w+\.\w+) \+ (\(\[\[.*? else \[\]\)|\[\w+\])/g, "$1.concat($2)")
      // Fields of a namespace cannot be set, but a call can do so.
      .replace(/\{% set (\w+)\.(\w+) = (.*?) %\}/g, '{% set _ = $1.put("$2", $3) %}')
      // An empty list is true in JavaScript.
      .replace(/(\{% macro [^%]*)=\[\]/g, '$1=""')
      // What a block sets is safe.
      .replace(/\{% set (\w+) %\}.*?\{% endset %\}/g, "$&{% set $1 = $1|safe %}")
      // `for` takes no condition; these loops do not ask for `loop`.
      .replace(
        /\{% for (\w+) in (\S+) if (.*?) %\}([^]*?)\{% endfor %\}/g,
        "{% for $1 in $2 %}{% if $3 %}$4{% endif %}{% endfor %}",
      )
  );
}

class Templates extends nunjucks.Loader {
  getSource(name) {
    return { src: rewritten(fs.readFileSync(path.join(folder, name), "utf8")), path: name, noCache: false };
  }
}

// Its own slices go one item too far, and make lists of text.
nunjucks.installJinjaCompat();
const lookup = nunjucks.runtime.memberLookup;
nunjucks.runtime.memberLookup = function (of, start, stop) {
  if (arguments.length !== 4) return lookup.apply(this, arguments);
  return of.slice(start, stop ?? undefined);
};

const env = new nunjucks.Environment(new Templates(), { autoescape: true, trimBlocks: true, lstripBlocks: true });
const put = {
  put(name, value) {
    this[name] = value;
    return "";
  },
};
env.addGlobal("asset", (name) => "/assets/" + name);
env.addGlobal("integrity", (name) => "sha384-" + name);
env.addGlobal("url_to", (path) => "/" + path);
const strings = JSON.parse(fs.readFileSync(path.join(path.dirname(cases), "strings.json"), "utf8"));
const { SafeString, suppressValue } = nunjucks.runtime;
env.addGlobal("t", (key, { __keywords, ...values } = {}) => {
  const text = typeof strings[key] === "string" ? strings[key] : strings[key][values.count === 1 ? "one" : "other"];
  if (!__keywords) return text;
  if (typeof values.count === "number") values.count = values.count.toLocaleString("en");
  const asHtml = Object.values(values).some((value) => value instanceof SafeString);
  const filled = text.replace(/\{(\w+)\}/g, (_, name) => suppressValue(values[name], asHtml));
  return asHtml ? new SafeString(filled) : filled;
});
env.addGlobal("namespace", (fields) => Object.assign(Object.create(put), fields));
env.addFilter("map", (items, { attribute }) => items.map((item) => item[attribute]));
env.addFilter("max", (items) => Math.max(...items));
env.addFilter("min", (items) => Math.min(...items));
env.addFilter("format", (pattern, n) => String(n).padStart(Number(pattern.slice(2, -1)), "0"));
env.addFilter(
  "xmlattr",
  (fields) =>
    new nunjucks.runtime.SafeString(
      Object.entries(fields)
        .filter(([, value]) => (value ?? null) !== null)
        .map(([name, value]) => ` ${name}="${nunjucks.lib.escape(value)}"`)
        .join(""),
    ),
);
env.addFilter("truncate", (text, length) => {
  const plain = String(text);
  if (plain.length <= length + 5) return text;
  const cut = plain.slice(0, length - 3);
  return cut.slice(0, cut.lastIndexOf(" ") < 0 ? undefined : cut.lastIndexOf(" ")) + "...";
});

function revived(value) {
  if (Array.isArray(value)) return value.map(revived);
  if (value === null || typeof value !== "object") return value;
  if ("$html" in value) return new nunjucks.runtime.SafeString(value.$html);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revived(item)]));
}

JSON.parse(fs.readFileSync(cases, "utf8")).forEach((test, i) => {
  const template = env.getTemplate(test.template, true);
  const contexts = test.contexts.map(revived);
  const render = (context) => Buffer.from(template.render(context));
  const pages = contexts.map(render);
  fs.writeFileSync(path.join(out, `${i}.nunjucks.html`), pages.map(String).join("\0"));
  const run = (work) => {
    let count = 0;
    let spent = 0;
    const started = performance.now();
    while ((spent = (performance.now() - started) / 1000) < Number(seconds)) {
      contexts.forEach(work);
      count += contexts.length;
    }
    return spent / count;
  };
  run(render); // until V8 has compiled what is hot
  const bytes = pages.reduce((sum, page) => sum + page.length, 0) / pages.length;
  console.log(JSON.stringify({ case: i, seconds: run(render), bytes }));
});
