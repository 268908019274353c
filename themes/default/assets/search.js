// Search as readers use it: the field of every page is a combobox that shows the
// best answers below itself; the search page shows all of them, with filters,
// and keeps the question in its address.
//
// site.js imports this when the field is focused or the address has a question,
// so a page that nobody searches loads none of it. Markup that it needs:
//
//   <form data-search data-root="../" data-lunr="…" data-integrity="…">
//     <input type="search" name="q" data-search-field>
//     <p role="status" data-search-status></p>
//   </form>
//   <div data-search-results></div>   on the search page only
//
// What it adds has class names that begin with "search-" or "hit"; main.css has them.

import { createSearch } from "./search-answers.js";

const form = document.querySelector("[data-search]");
const field = form.querySelector("[data-search-field]");
const statusLine = form.querySelector("[data-search-status]");
const results = document.querySelector("[data-search-results]");
const { root, lunr, integrity } = form.dataset;
const kinds = {
  moment: ["Moment", "Moments"], episode: ["Episode", "Episodes"], guest: ["Person", "People"], topic: ["Topic", "Topics"], resource: ["Resource", "Resources"],
  show: ["Show", "Shows"], chapter: ["Chapter", "Chapters"], page: ["Page", "Pages"],
};
const filterTitles = { kind: "Kind", show: "Show", guest: "Guest", topic: "Topic", year: "Year" };
const fewest = 8;

// Elements: h("a.hit", {href}, child, …)

function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}
const marked = (parts) => parts.map((part, i) => (i % 2 ? h("mark", {}, part) : part));
const counted = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

// The engine, loaded once, and anew after a failure

let engine = null;

function loadScript(src) {
  return new Promise((resolve, reject) => {
    const script = h("script", { src, ...(integrity && { integrity }), load: resolve, error: () => reject(new Error(src)) });
    document.head.append(script);
  });
}

async function fetchText(path) {
  // All but the manifest have names that change with their bytes.
  const response = await fetch(`${root}search/${path}`, path === "manifest.json" ? { cache: "no-cache" } : {});
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

function load() {
  engine ??= (window.lunr ? Promise.resolve() : loadScript(lunr)).then(async () => {
    const made = createSearch({ lunr: window.lunr, fetchText });
    await made.ready();
    return made;
  });
  engine.catch(() => { engine = null; });
  return engine;
}

// Asking. Only the last question is answered.

let turn = 0, filters = {}, limit = fewest;

async function answer() {
  const mine = ++turn;
  const text = field.value;
  const show = (answer, isWhole) => {
    if (mine !== turn) return;
    showOptions(answer, isWhole);
    if (results) showResults(answer, isWhole);
    if (isWhole) statusLine.textContent = sentence(answer);
  };
  if (!text.trim() && !Object.keys(filters).length) {
    statusLine.textContent = "";
    clear();
    return;
  }
  results?.setAttribute("aria-busy", "true");
  try {
    const { search } = await load();
    if (mine !== turn) return;
    const found = await search(text, { filters, limit, pageLimit: results ? fewest : 5, excerptLength: results && innerWidth > 600 ? 200 : 120, withFacets: results !== null, onPages: (some) => show(some, false) });
    show(found, true);
  } catch (error) {
    console.warn(error);
    if (mine === turn) fail();
  }
}

function sentence({ isEmpty, pageCount, momentCount, episodeCount }) {
  if (isEmpty) return "Type a word that is less common.";
  if (!pageCount && !momentCount) return "Nothing found. Try fewer or other words.";
  const inEpisodes = episodeCount > 0 ? ` in ${counted(episodeCount, "episode", "episodes")}` : "";
  const said = momentCount > 0 && counted(momentCount, "moment", "moments") + inEpisodes;
  return [pageCount > 0 && counted(pageCount, "page", "pages"), said].filter(Boolean).join(", ");
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
  statusLine.textContent = navigator.onLine ? "Search could not be loaded." : "You are offline, and search is not loaded yet.";
  const again = () => h("p.search-failed", {}, `${statusLine.textContent} `, h("button", { type: "button", click: () => { field.focus(); answer(); } }, "Try again"));
  if (results) results.replaceChildren(again());
  else open(again());
}

// What results are made of

const momentAddress = ({ url, words }) => root + (words.length ? url.replace("#", `?find=${encodeURIComponent(words.slice(0, 12).join(" "))}#`) : url);
const clock = (seconds) => {
  const two = (n) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
};
const source = ({ speaker, time }) => [speaker && h("b", {}, speaker), time !== null && h("span.hit-time", {}, clock(time))];
const heardAs = ({ heard }) => heard && h("span.hit-heard", {}, `heard as “${heard}”`);

// Notes: words that were looked for instead, filters that name nothing

function replaceFilter({ filter, value }, name) {
  const written = new RegExp(`${filter}:("?)${value.replace(/[^\p{L}\p{N}]/gu, "\\$&")}\\1`, "iu");
  field.value = field.value.replace(written, `${filter}:"${name}"`);
  field.focus();
  changed();
}

function notesOf({ corrected, notes }) {
  const instead = corrected.map(([typed]) => h("p.search-note", {}, `“${typed}” is nowhere; words spelt like it were looked for.`));
  const unknown = notes.map((note) => h("p.search-note", {}, `No ${note.filter} is called “${note.value}”. `,
    note.suggestions.length > 0 && "Did you mean ", note.suggestions.map((name) => h("button.search-suggestion", { type: "button", click: () => replaceFilter(note, name) }, name))));
  return [...instead, ...unknown];
}

// The combobox

const list = h("div", { role: "listbox", id: "search-options", "aria-label": "Answers" });
const notes = h("div");
const popup = h("div.search-popup", { hidden: true, mousedown: (event) => { if (!event.target.closest("button")) event.preventDefault(); } }, notes, list);
let active = null;

const isOpen = () => !popup.hidden;
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

function group(title, id, rows) {
  return rows.length > 0 && h("div", { role: "group", "aria-labelledby": id }, h("div.search-group", { id, role: "presentation" }, title), rows);
}
const option = (href, ...children) => h("a.search-option", { role: "option", tabindex: "-1", "aria-selected": "false", href }, ...children);

const pageOption = ({ kind, title, url, summary }) =>
  option(root + url, h("span.hit-title", {}, marked(title)), " ", h("span.hit-kind", {}, kinds[kind][0]), summary[0] || summary[1] ? h("span.hit-text", {}, marked(summary)) : "");
const momentOption = ({ title, best }) =>
  option(momentAddress(best), h("span.hit-words", {}, marked(best.excerpt)), " ", h("span.hit-source", {}, source(best), heardAs(best), h("span", {}, title)));

function showOptions(answer, isWhole) {
  const before = active?.href;
  const stale = isWhole ? null : list.querySelector("[aria-labelledby=search-moments]");
  const all = option(`${form.action}?q=${encodeURIComponent(field.value.trim())}`, "All results");
  all.classList.add("search-all");
  const isAny = answer.pages.length || answer.episodes.length;
  list.replaceChildren(...[
    group("Pages", "search-pages", answer.pages.slice(0, 5).map(pageOption)),
    isWhole ? group("Moments", "search-moments", answer.episodes.slice(0, 5).map(momentOption)) : stale,
    isWhole && isAny && !results && all,
  ].filter(Boolean));
  options().forEach((one, i) => { one.id = `search-option-${i}`; });
  active = null;
  activate(before && options().find(({ href }) => href === before));
  if (!wantsPopup || document.activeElement !== field) return;
  if (isWhole || isAny) open(...notesOf(answer), isWhole && !isAny && h("p.search-note", {}, sentence(answer)) || "");
}

// The search page

function showResults(answer, isWhole) {
  if (!isWhole && results.querySelector(".search-found")) {
    // What was said comes in a moment: it stays until then, so that nothing jumps.
    results.querySelector(".search-pages-found")?.replaceWith(pagesOf(answer));
    return;
  }
  const found = h("div.search-found", {}, notesOf(answer), pagesOf(answer), isWhole && momentsOf(answer));
  const openFilters = results.querySelector("details.search-filters")?.open ?? results.clientWidth >= 896;
  const focused = document.activeElement?.closest(".search-filters")?.contains(document.activeElement) && document.activeElement.id;
  results.replaceChildren(found, answer.facets ? filtersOf(answer.facets, openFilters) : "");
  if (focused) document.getElementById(focused)?.focus();
  if (isWhole) results.removeAttribute("aria-busy");
}

const pagesOf = ({ pages, pageCount }) => h("section.search-pages-found", { hidden: !pages.length }, h("h2", {}, "Pages ", h("span.count", {}, pageCount)),
  h("ol", {}, pages.map(({ kind, title, url, summary }) => h("li", {}, h("a.hit-title", { href: root + url }, marked(title)), " ", h("span.hit-kind", {}, kinds[kind][0]),
    h("p", {}, marked(summary))))));

const momentOf = (moment) => h("a.hit", { href: momentAddress(moment) }, h("span.hit-source", {}, source(moment), heardAs(moment)), h("span.hit-words", {}, marked(moment.excerpt)));

function moreOf({ count, more }) {
  const rest = h("ol", {});
  const toggle = async () => {
    if (!details.open || rest.childElementCount) return;
    rest.replaceChildren(...(await more().then((all) => all.map((one) => h("li", {}, momentOf(one))), () => [h("li", {}, "These could not be loaded. Close and open to try again.")])));
  };
  const details = h("details.search-more", { toggle }, h("summary", {}, `${counted(count - 1, "more moment", "more moments")} in this episode`), rest);
  return details;
}

function momentsOf({ episodes, episodeCount, momentCount }) {
  const rows = episodes.map((episode) => h("li", {}, h("h3", {}, h("a", { href: root + episode.url }, episode.title)),
    h("p.meta", {}, [episode.show, episode.date].filter(Boolean).map((fact) => h("span", {}, fact))), momentOf(episode.best), episode.count > 1 && moreOf(episode)));
  const more = episodeCount > episodes.length && h("button.more", { type: "button", click: () => { limit += fewest; answer(); } }, "Show more");
  return h("section.search-moments-found", { hidden: !rows.length }, h("h2", {}, "Moments ", h("span.count", {}, momentCount)), h("ol", {}, rows), more);
}

function filtersOf(facets, isOpenNow) {
  const groups = Object.entries(facets).map(([name, values]) => {
    const chosen = filters[name] ?? [];
    const missing = chosen.filter((value) => !values.some(([one]) => one === value)).map((value) => [value, value, 0]);
    const rows = [...values.filter(([value], i) => i < 8 || chosen.includes(value)), ...missing];
    if (rows.length < 2 && !chosen.length) return "";
    return h("fieldset", {}, h("legend", {}, filterTitles[name]), rows.map(([value, title, count]) => {
      const box = h("input", { type: "checkbox", id: `${name}-${value}`, checked: chosen.includes(value), change: () => choose(name, value, box.checked) });
      return h("label.search-filter", {}, box, h("span", {}, name === "kind" ? kinds[title]?.[1] ?? title : title, " ", h("span.count", {}, count)));
    }));
  });
  return h("details.search-filters", { open: isOpenNow }, h("summary", {}, "Filter"), groups);
}

function choose(name, value, isChosen) {
  const values = (filters[name] ?? []).filter((one) => one !== value).concat(isChosen ? value : []);
  filters = { ...filters, [name]: values };
  if (!values.length) delete filters[name];
  limit = fewest;
  history.pushState(null, "", address());
  answer();
}

// The address of the search page. A question is one step of the history, however
// many keys it took.

let isDraft = false;

function address() {
  const url = new URL(location.pathname, location.href);
  if (field.value.trim()) url.searchParams.set("q", field.value.trim());
  for (const [name, values] of Object.entries(filters)) values.forEach((value) => url.searchParams.append(name, value));
  return url;
}

function readAddress() {
  const given = new URLSearchParams(location.search);
  field.value = given.get("q") ?? "";
  filters = Object.fromEntries(Object.keys(filterTitles).map((name) => [name, given.getAll(name)]).filter(([, values]) => values.length));
  limit = fewest;
  isDraft = wantsPopup = false;
  answer();
}

// The keyboard

let waiting = 0, wantsPopup = false;

function changed() {
  clearTimeout(waiting);
  wantsPopup = true;
  limit = fewest;
  activate(null);
  if (results) {
    history[isDraft ? "replaceState" : "pushState"](null, "", address());
    isDraft = true;
  }
  waiting = setTimeout(answer, field.value.trim() ? 60 : 0);
}

function press(event) {
  const all = options();
  const at = all.indexOf(active);
  if (event.isComposing) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (!all.length) return;
    if (!isOpen()) open(...notes.childNodes);
    else if (!event.altKey) activate(event.key === "ArrowDown" ? all[at + 1] : all.at(at < 0 ? -1 : at - 1 < 0 ? all.length : at - 1));
    else close();
  } else if (event.key === "Enter" && isOpen() && active) {
    active.click();
  } else if (event.key === "Escape" && isOpen()) {
    close();
  } else if (event.key === "Escape" && field.value) {
    field.value = "";
    changed();
  } else {
    if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) activate(null);
    return;
  }
  event.preventDefault();
}

function submit(event) {
  if (!results) return;
  event.preventDefault();
  clearTimeout(waiting);
  wantsPopup = isDraft = false;
  close();
  history.replaceState(null, "", address());
  answer();
}

const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
form.append(popup);
field.addEventListener("input", changed);
field.addEventListener("keydown", press);
form.addEventListener("submit", submit);
form.addEventListener("focusout", ({ relatedTarget }) => { if (!form.contains(relatedTarget)) close(); });
if (results) {
  addEventListener("popstate", readAddress);
  if (location.search && !field.value) readAddress();
}
load().catch(() => {});
if (field.value && document.activeElement === field) changed();
