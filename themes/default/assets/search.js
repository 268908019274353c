// The search field: on every page it is a combobox that shows the best answers below itself.
// search-page.js shows all of them on the search page.
//
// site.js imports this file when the field is focused or the address has a question, so that other
// pages load nothing of search. It needs this markup:
//
//   <form data-search data-root="../" data-lunr="…">
//     <input type="search" name="q" data-search-field>
//     <p role="status" data-search-status></p>
//   </form>
//   <div data-search-results></div>   on the search page only
//
// The elements that it adds have classes that begin with "search-" or "hit"; see search.css.

import { artOf, button, field, form, h, kindOf, list as listOf, marked, momentLink, root } from "./search-parts.js";

const statusLine = form.querySelector("[data-search-status]");
const results = document.querySelector("[data-search-results]");
let page = null; // on the search page, what openPage() of search-page.js returns

// The search engine is loaded once, and again after a failure.

let engine = null;

// Browsers with Trusted Types need this policy to load a script. Its address is from the page's own
// markup.
const asWritten = { createScriptURL: (address) => address };
const trusted = window.trustedTypes?.createPolicy("search", asWritten) ?? asWritten;

function loadScript() {
  const src = trusted.createScriptURL(form.dataset.lunr);
  return new Promise((load, error) => {
    document.head.append(h("script", { src, load, error: () => error(new Error(src)) }));
  });
}

// Most of the index is in packs: files of many parts, each compressed by itself, of which a search
// asks only for the bytes that it needs. The path of a part is
// "moments/<digest>.bin#<from>-<size>".
async function fetchText(path) {
  const [file, range] = path.split("#");
  const [from, size] = range?.split("-").map(Number) ?? [];
  // Only the manifest may be out of date in a cache: the names of other files change with their
  // content.
  const cache = file === "manifest.json" ? "no-cache" : "default";
  const headers = range ? { Range: `bytes=${from}-${from + size - 1}` } : {};
  const response = await fetch(`${root}search/${file}`, { cache, headers });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  if (!range) return response.text();
  const bytes = await response.blob();
  // A server that knows no ranges sends the whole pack.
  const part = response.status === 206 ? bytes : bytes.slice(from, from + size);
  return new Response(part.stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

function load() {
  engine ??= (async () => {
    const [{ createSearch }] = await Promise.all([import("./search-answers.js"), window.lunr || loadScript()]);
    const made = createSearch({ lunr: window.lunr, fetchText });
    await made.ready();
    return made;
  })();
  engine.catch(() => {
    engine = null;
  });
  return engine;
}

// Asking: only the last question is answered; answers to earlier ones are dropped. The question
// whose names the reader took back is asked as it is written.

let turn = 0;
let takenBack = null;

async function answer(more = {}) {
  const mine = ++turn;
  const show = (answer, isWhole) => {
    if (mine !== turn) return;
    showOptions(answer, isWhole);
    page?.show(answer, isWhole, notesOf(answer));
    if (isWhole) statusLine.textContent = sentence(answer);
  };
  // Moments come first unless a page is meant, so that pages that were found earlier must wait.
  const onPages = (some) => some.isPageMeant && show(some);
  const given = page?.options() ?? { limit: 5, pageLimit: 5, excerptLength: 120 };
  const options = { ...given, asWritten: field.value === takenBack, ...more };
  if (!field.value.trim() && !Object.keys(options.filters ?? {}).length) {
    statusLine.textContent = "";
    clear();
    return;
  }
  results?.setAttribute("aria-busy", "true");
  try {
    const { search } = await load();
    if (mine === turn) show(await search(field.value, { ...options, onPages }), true);
  } catch (error) {
    console.warn(error);
    if (mine === turn) fail();
  }
}

// "2019–2023", or "" if no year is known.
const spanOf = (years = []) => [...new Set([Math.min(...years), Math.max(...years)])].filter(isFinite).join("–");

function sentence(answer) {
  const { isEmpty, pageCount, momentCount, episodeCount, hasAll, pagesHaveAll, reading, pagesReading } = answer;
  if (isEmpty) return t("search_all_common");
  const said =
    momentCount > 0 &&
    t("search_moments_in", {
      moments: t("count_moments", { count: momentCount }),
      episodes: t("count_episodes", { count: episodeCount }),
    });
  const pages = pageCount > 0 && t("count_pages", { count: pageCount });
  const found = [pages, said, said && spanOf(answer.years)].filter(Boolean).join(t("list_comma"));
  if (reading || pagesReading) return t("search_so_far", { found: found || t("search_none_yet") });
  if (!found) return t("search_nothing");
  return hasAll === false && !(pageCount && pagesHaveAll) ? t("search_with_some", { found }) : found;
}

function clear() {
  close();
  list.replaceChildren();
  results?.replaceChildren();
  results?.removeAttribute("aria-busy");
}

function fail() {
  clear();
  engine = null;
  if (!navigator.onLine) statusLine.textContent = t("search_offline");
  else statusLine.textContent = window.DecompressionStream ? t("search_failed") : t("search_old_browser");
  const again = () => {
    field.focus();
    answer();
  };
  const said = h(
    "p.search-failed",
    {},
    `${statusLine.textContent} `,
    h("button", { type: "button", click: again }, t("search_again")),
  );
  if (results) results.append(said);
  else open(said);
}

// Notes: corrected words, other forms, texts that were not read, filters with unknown values

const note = (...said) => h("p.search-note", {}, ...said);
const suggestion = (click, text) => button("search-suggestion", click, text);

function replaceFilter({ filter, value }, name) {
  const escaped = value.replace(/[^\p{L}\p{N}]/gu, "\\$&");
  const written = new RegExp(`${filter}:("?)${escaped}\\1`, "iu");
  field.value = field.value.replace(written, `${filter}:"${name}"`);
  field.focus();
  changed();
}

// Puts words of the question in quotation marks, so that they are found as they are written.
function quote(words) {
  const isMeant = (piece) => words.some((word) => piece.toLowerCase().includes(word));
  field.value = field.value.replace(/\S*"[^"]*"?|\S+/g, (piece) =>
    /["]|^-/.test(piece) || !isMeant(piece) ? piece : `"${piece}"`,
  );
  field.focus();
  changed();
}

function widenedNote({ widened, exactCount, isShown }) {
  const forms = widened
    .flatMap(([, ...forms]) => forms)
    .slice(0, 6)
    .map((form) => t("quoted", { text: form }));
  const words = widened.map(([word]) => word);
  if (isShown && !exactCount) return note(t("search_widened_only", { forms: listOf(forms) }));
  const quoted = words.map((text) => t("quoted", { text })).join(" ");
  const only = suggestion(() => quote(words), t("search_only_as_written", { words: quoted }));
  const said = isShown
    ? t("search_widened", { forms: listOf(forms), moments: t("count_moments", { count: exactCount }) })
    : t("search_widened_to", { forms: listOf(forms) });
  return note(said, " ", only);
}

function readingNote({ reading, pagesReading }) {
  const [read, possible] = ["read", "possible"].map((name) => (reading?.[name] ?? 0) + (pagesReading?.[name] ?? 0));
  const wait = suggestion(readAll, t("search_read_all"));
  return h(
    "p.search-note",
    { "data-search-reading": true },
    t("search_read_of", { read, possible }),
    " ",
    page && wait,
  );

  function readAll() {
    const mine = turn + 1;
    wait.disabled = true;
    answer({
      readAll: true,
      onReading: (at, files) => {
        wait.textContent = t("search_reading", { percent: Math.round((100 * at) / files) });
        return turn === mine;
      },
    });
  }
}

// A filter that the question meant by a name; pressed, the name is a word of the question again.
function nameChip([filter, value]) {
  const name = `${t("search_filter_" + filter)}: ${value}`;
  const click = () => {
    takenBack = field.value;
    field.focus();
    changed();
  };
  const chip = suggestion(click, [name, h("span", { "aria-hidden": "true" }, " ×")]);
  chip.title = t("search_take_back", { name: value });
  return chip;
}

function notesOf(answer) {
  const { corrected, notes, widened, reading, pagesReading, understood } = answer;
  const instead = corrected.map(([word]) => note(t("search_spelt_like", { word })));
  const unknown = notes.map((unnamed) => {
    const { suggestions } = unnamed;
    const names = suggestions.map((name) => suggestion(() => replaceFilter(unnamed, name), name));
    return note(t("search_no_filter", unnamed), " ", names.length > 0 && t("search_did_you_mean"), " ", names);
  });
  return [
    understood.length > 0 && note(understood.map(nameChip)),
    ...instead,
    ...unknown,
    (reading || pagesReading) && readingNote(answer),
    widened.length > 0 && widenedNote(answer),
  ].filter(Boolean);
}

// The combobox

const list = h("div", { role: "listbox", id: "search-options", "aria-label": t("search_answers") });
const notes = h("div");
const popup = h(
  "div.search-popup",
  {
    hidden: true,
    mousedown: (event) => {
      if (!event.target.closest("button")) event.preventDefault();
    },
  },
  notes,
  list,
);
let active = null;
let waiting = 0;
let wantsPopup = false;

const options = () => [...list.querySelectorAll("[role=option]")];

function activate(option) {
  active?.setAttribute("aria-selected", "false");
  active = option ?? null;
  active?.setAttribute("aria-selected", "true");
  active?.scrollIntoView({ block: "nearest" });
  if (active) field.setAttribute("aria-activedescendant", active.id);
  else field.removeAttribute("aria-activedescendant");
}

function open(...said) {
  notes.replaceChildren(...said);
  popup.hidden = false;
  field.setAttribute("aria-expanded", String(list.childElementCount > 0));
}

function close() {
  popup.hidden = true;
  activate(null);
  field.setAttribute("aria-expanded", "false");
}

const asOption = { role: "option", tabindex: "-1", "aria-selected": "false" };
function pageOption(found) {
  const { kind, title, url, summary } = found;
  return h(
    "a.search-option.has-art",
    { ...asOption, href: root + url },
    artOf(found),
    h("span.hit-title", {}, marked(title)),
    " ",
    kindOf(kind),
    summary.join("") && h("span.hit-text", {}, marked(summary)),
  );
}
function momentOption(episode) {
  const option = momentLink("a.search-option.has-art", asOption, episode.best, true, episode.title);
  option.prepend(artOf(episode));
  return option;
}
const group = (title, id, rows) =>
  rows.length > 0 &&
  h("div", { role: "group", "aria-labelledby": id }, h("div.search-group", { id, role: "presentation" }, title), rows);

function showOptions(answer, isWhole) {
  const before = active?.href;
  const isAny = answer.pages.length || answer.episodes.length;
  const all = h(
    "a.search-option.search-all",
    { ...asOption, href: `${form.action}?q=${encodeURIComponent(field.value.trim())}` },
    t("search_all"),
  );
  const pages = group(t("pages"), "search-pages", answer.pages.slice(0, 5).map(pageOption));
  // The moments of the last answer stay until there are new ones, so that nothing jumps.
  const moments = isWhole
    ? group(t("moments"), "search-moments", answer.episodes.slice(0, 5).map(momentOption))
    : list.querySelector("[aria-labelledby=search-moments]");
  list.replaceChildren(
    ...[...(answer.isPageMeant ? [pages, moments] : [moments, pages]), isWhole && isAny && !results && all].filter(
      Boolean,
    ),
  );
  options().forEach((one, i) => {
    one.id = `search-option-${i}`;
  });
  active = null;
  activate(before && options().find(({ href }) => href === before));
  if (!wantsPopup || document.activeElement !== field) return;
  if (isWhole || isAny) open(...notesOf(answer), isWhole && !isAny ? note(sentence(answer)) : "");
}

// The keyboard

function changed() {
  clearTimeout(waiting);
  wantsPopup = true;
  activate(null);
  page?.changed();
  if (field.value.trim()) waiting = setTimeout(answer, 60);
  else answer();
}

function press(event) {
  const { key, altKey, isComposing } = event;
  if (isComposing) return;
  const all = options();
  const isOpen = !popup.hidden;
  if (key === "ArrowDown" || key === "ArrowUp") {
    if (!all.length) return;
    // The arrow keys go round all options; between the last and the first comes the field itself.
    const at = (all.indexOf(active) + 1 + (key === "ArrowDown" ? 1 : all.length)) % (all.length + 1);
    if (!isOpen) open(...notes.childNodes);
    else if (altKey) close();
    else activate(all[at - 1]);
  } else if (key === "Enter" && isOpen && active) active.click();
  else if (key === "Escape" && isOpen) close();
  else if (key === "Escape" && field.value) {
    field.value = "";
    changed();
  } else {
    if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(key)) activate(null);
    return;
  }
  event.preventDefault();
}

function submit(event) {
  if (!page) return;
  event.preventDefault();
  clearTimeout(waiting);
  wantsPopup = false;
  close();
  page.changed(true);
  answer();
}

const attributes = {
  role: "combobox",
  "aria-autocomplete": "list",
  "aria-controls": list.id,
  "aria-expanded": "false",
};
for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
form.append(popup);
field.addEventListener("input", changed);
field.addEventListener("keydown", press);
form.addEventListener("submit", submit);
form.addEventListener("focusout", ({ relatedTarget }) => {
  if (!form.contains(relatedTarget)) close();
});
load().catch(() => {});
if (results) {
  page = (await import("./search-page.js")).openPage(results, () => {
    wantsPopup = false;
    answer();
  });
}
if (field.value && document.activeElement === field) changed();
