// The search page: loads lunr.js, the index and the list of pages when the
// reader shows interest, answers while they type, keeps the query in the URL.
// Where the files are is told by data- attributes of the form.

const form = document.querySelector("[data-search]");
const field = form.querySelector("[data-search-field]");
const statusLine = document.getElementById("search-status");
const results = document.getElementById("search-results");
const isFromDisk = location.protocol === "file:";
const kindTitles = {
  episode: "Episodes", guest: "People", topic: "Topics", resource: "Resources", show: "Shows", page: "Pages", chapter: "Chapters",
};

// Loading, once

let loading = null;

function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${address} cannot be loaded`));
    document.head.append(script);
  });
}

async function loadJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

async function loadAll() {
  const { lunr, index, pages } = form.dataset;
  const [serialised, list] = await Promise.all([loadJson(index), loadJson(pages), loadScript(lunr)]);
  return {
    index: window.lunr.Index.load(serialised),
    pages: new Map(list.pages.map((page) => [page.ref, page])),
  };
}

function load() {
  loading ??= loadAll();
  return loading;
}

// The reader's words, as the index knows them: as written, and folded to ASCII
// without the punctuation around them. Never given to lunr's query parser,
// which would read meaning into signs.

const foldAccents = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "");

function formsOf(written) {
  const word = written.toLowerCase().replace(/’/g, "'");
  const plain = foldAccents(word).replace(/'s$/, "").replace(/^\W+/, "").replace(/\W+$/, "");
  return [...new Set([word, plain])].filter(Boolean);
}

const stemOf = (form) => window.lunr.stemmer(new window.lunr.Token(form, {})).toString();

function wordsOf(text) {
  const words = text.trim().split(/[\s-]+/).filter(Boolean).map((written) => {
    const forms = formsOf(written);
    return { forms, stems: forms.map(stemOf), prefix: "" };
  }).filter((word) => word.forms.length);
  if (words.length) words.at(-1).prefix = words.at(-1).forms.at(-1);
  return words;
}

function matches(index, words, misspelt = []) {
  const { wildcard } = window.lunr.Query;
  const hits = index.query((query) => {
    for (const { forms, prefix } of words) {
      for (const form of forms) query.term(form, { boost: 4 });
      if (prefix.length > 1) query.term(prefix, { usePipeline: false, wildcard: wildcard.TRAILING });
    }
    for (const { forms } of misspelt) query.term(forms.at(-1), { editDistance: 1 });
  });
  for (const hit of hits) hit.terms = Object.keys(hit.matchData.metadata);
  return hits;
}

const isIn = (word, hit) => hit.terms.some((term) => word.stems.includes(term) || (word.prefix && term.startsWith(word.prefix)));

// Words that no page has may be misspelt: they may differ by one letter.
function searchIndex(index, words) {
  const exact = matches(index, words);
  const unknown = words.filter((word) => word.forms.at(-1).length > 3 && !exact.some((hit) => isIn(word, hit)));
  const hits = unknown.length ? matches(index, words, unknown) : exact;
  // lunr does not reward a page for having all the words; readers expect it.
  for (const hit of hits) hit.score *= 0.1 + words.filter((word) => isIn(word, hit)).length / words.length;
  return hits.sort((a, b) => b.score - a.score);
}

// Showing

function marked(text, terms) {
  const nodes = [];
  for (const piece of text.split(/([\p{L}\p{N}](?:[\p{L}\p{N}.'’+#]*[\p{L}\p{N}+#])?)/u)) {
    const isHit = formsOf(piece).some((form) => terms.has(form) || terms.has(stemOf(form)));
    if (isHit) {
      const mark = document.createElement("mark");
      mark.textContent = piece;
      nodes.push(mark);
    } else {
      nodes.push(piece);
    }
  }
  return nodes;
}

function resultItem(page, terms) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = form.dataset.root + page.url;
  link.append(...marked(page.title, terms));
  item.append(link);
  if (page.summary) {
    const summary = document.createElement("p");
    summary.append(...marked(page.summary, terms));
    item.append(summary);
  }
  return item;
}

// Groups in the order of their best hit.
function show(hits, pages) {
  const groups = new Map();
  for (const hit of hits.slice(0, 60)) {
    const page = pages.get(hit.ref);
    if (!page) continue;
    if (!groups.has(page.kind)) groups.set(page.kind, []);
    groups.get(page.kind).push(resultItem(page, new Set(hit.terms)));
  }
  results.replaceChildren();
  for (const [kind, items] of groups) {
    const section = document.createElement("section");
    section.className = "results";
    const title = document.createElement("h2");
    title.textContent = `${kindTitles[kind] ?? kind} `;
    const count = document.createElement("span");
    count.className = "count";
    count.textContent = items.length;
    title.append(count);
    const list = document.createElement("ol");
    list.append(...items);
    section.append(title, list);
    results.append(section);
  }
}

function announce(hits) {
  if (hits.length === 0) return "Nothing found. Try fewer or other words, or look through the lists below.";
  return hits.length === 1 ? "1 page found" : `${hits.length} pages found`;
}

async function answer() {
  const asked = field.value;
  if (!asked.trim()) {
    results.replaceChildren();
    statusLine.textContent = "";
    return;
  }
  try {
    const { index, pages } = await load();
    if (field.value !== asked) return;  // the reader typed on meanwhile
    const words = wordsOf(asked);
    const hits = words.length ? searchIndex(index, words) : [];
    show(hits, pages);
    statusLine.textContent = announce(hits);
  } catch (error) {
    loading = null;
    statusLine.textContent = "The search index cannot be loaded. The lists below hold everything that can be found.";
    console.error(error);
  }
}

function address() {
  const url = new URL(location.href);
  if (field.value.trim()) url.searchParams.set("q", field.value.trim());
  else url.searchParams.delete("q");
  return url;
}

// The keyboard: Enter keeps the query as a step of its own, arrows walk through
// field and results, Escape goes back to the field.

function walk(event) {
  const stops = [field, ...results.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && at > 0) field.focus();
  else if (step && stops[at + step]) stops[at + step].focus();
  else return;
  event.preventDefault();
}

function start() {
  let waiting = 0;
  field.addEventListener("focus", () => load().catch(() => { loading = null; }), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      history.replaceState(null, "", address());
      answer();
    }, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    history.pushState(null, "", address());
    answer();
  });
  document.addEventListener("keydown", walk);
  window.addEventListener("popstate", () => readAddress());
  readAddress();
}

function readAddress() {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  answer();
}

if (isFromDisk) {
  statusLine.textContent = "Search needs a server: a browser lets no page read the index from disk. The lists below hold everything that can be found.";
  form.addEventListener("submit", (event) => event.preventDefault());
} else {
  start();
}
