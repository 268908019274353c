// What a script adds to every page: answers below the search field, previews of links, the switch
// for colours, the list of keys, and marks at words that search found. Pages work without it.

// Makes an element: makeElement("p", { className: "small" }, child, …).
function makeElement(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// The paragraphs of a transcript, and what one of them has: a link to itself, words, a speaker. How
// they are written is described in generator/theme/transcript_html.cpp.
const anyParagraph = ".transcript :is(div, li)[id]";
const momentOf = (paragraph) => paragraph.querySelector(":scope > a");
const wordsOf = (paragraph) => paragraph.querySelector("p:not(.gone-note)");
const speakerOf = (paragraph) =>
  paragraph.closest("section").querySelector(":scope > :is(h3, h4):first-child")?.textContent.trim() ?? "";

// The turns of a transcript, and where they stand in the window.
const anyTurn = ".transcript section";
const topOf = (element) => element.getBoundingClientRect().top;

// Search is loaded when the reader turns to it. A page that was opened from disk may not read other
// files, so it says that search needs a server. If the site was built for a server, its links do
// not work from disk either, and the page says what to do, unless it is a copy that a reader saved.
const search = document.querySelector("[data-search]");
const searchField = search?.querySelector("[data-search-field]");
let cameFrom = null;

function sayThatOpenedFromDisk() {
  document.querySelector("main").before(makeElement("p", { className: "from-disk" }, t("opened_from_disk")));
}

if (search && location.protocol === "file:") {
  const status = search.querySelector("[data-search-status]");
  const say = () => {
    status.className = "search-status is-told";
    status.textContent = t("search_needs_server");
  };
  const isAsBuilt = decodeURI(location.pathname).endsWith(`/${search.dataset.file}`);
  if (isAsBuilt && "served" in search.dataset) sayThatOpenedFromDisk();
  if (document.querySelector("[data-search-results]")) say();
  searchField.addEventListener("focus", say);
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    say();
  });
} else if (search) {
  const load = () => import("./search.js");
  searchField.addEventListener("focus", load, { once: true });
  if (document.activeElement === searchField || (location.search && document.querySelector("[data-search-results]"))) {
    load();
  }
}

// Reads a choice of the reader, or keeps it (`null` removes it) if the browser allows storage.
function kept(name, value) {
  try {
    const key = `kbgen-${name}`;
    if (value === undefined) return localStorage.getItem(key);
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Without storage the choice only holds for this page.
  }
  return value ?? null;
}

// Keys without Ctrl can be turned off, because readers who use speech input or tremble may press
// them without meaning to (WCAG 2.1.4). Other scripts read data-keys of the root element.
const { dataset: chosen } = document.documentElement;
if (kept("keys")) chosen.keys = kept("keys");

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]");

// Whether a key was pressed alone, where nobody types, by a reader who wants such keys.
const isPlainKey = ({ target, ctrlKey, metaKey, altKey, defaultPrevented }) =>
  chosen.keys !== "off" && !(ctrlKey || metaKey || altKey || defaultPrevented || isTyping(target));

document.addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (!search || altKey || defaultPrevented) return;
  const isSlash = key === "/" && !ctrlKey && !metaKey && chosen.keys !== "off";
  const isControlK = key.toLowerCase() === "k" && ctrlKey !== metaKey;
  if ((isSlash || isControlK) && (target === searchField ? isControlK : !isTyping(target))) {
    event.preventDefault();
    if (target !== searchField) cameFrom = target;
    searchField.focus();
    searchField.select();
  } else if (key === "Escape" && target === searchField && !searchField.value) {
    // Gives the focus back to where the reader was.
    searchField.blur();
    cameFrom?.focus?.({ preventScroll: true });
    cameFrom = null;
  }
});

// Light or dark colours. A choice that is the same as the system's is not kept, because the system
// may change it, for example at sunset.
const systemScheme = matchMedia("(prefers-color-scheme: dark)");
const isDarkFirst = () => "night" in chosen || systemScheme.matches;
const isDark = () => (chosen.scheme ?? (isDarkFirst() ? "dark" : "light")) === "dark";
const asSwitch = { type: "button", className: "scheme-switch", title: t("dark_colours") };
const schemeSwitch = makeElement("button", asSwitch);
schemeSwitch.setAttribute("aria-label", t("dark_colours"));
const showScheme = () => schemeSwitch.setAttribute("aria-pressed", String(isDark()));
schemeSwitch.addEventListener("click", () => {
  const wanted = isDark() ? "light" : "dark";
  const isOwn = (wanted === "dark") !== isDarkFirst();
  if (isOwn) chosen.scheme = wanted;
  else delete chosen.scheme;
  kept("scheme", isOwn ? wanted : null);
  showScheme();
});
systemScheme.addEventListener("change", showScheme);
showScheme();
document.querySelector(".site-nav")?.append(schemeSwitch);

// The key `?` lists the keys of every page, and those of the parts that this page has.
const keysOfParts = [
  [
    "body",
    [
      ["/", t("key_search")],
      ["?", t("key_help")],
      ["Esc", t("key_close")],
    ],
  ],
  [
    anyTurn,
    [
      ["N", t("key_next_turn")],
      ["P", t("key_previous_turn")],
    ],
  ],
  [
    "[data-player]",
    [
      ["K", t("key_play")],
      ["J", t("key_back")],
      ["L", t("key_forward")],
      ["<", t("key_slower")],
      [">", t("key_faster")],
    ],
  ],
  [
    "[data-queue=all]",
    [
      ["K", t("key_play")],
      ["J", t("passage_before")],
      ["L", t("passage_behind")],
    ],
  ],
];

function keyRow([key, meaning]) {
  const name = makeElement("dt", {}, makeElement("kbd", {}, key));
  return makeElement("div", {}, name, makeElement("dd", {}, meaning));
}

function keysChoice() {
  const box = makeElement("input", { type: "checkbox", checked: chosen.keys !== "off" });
  box.addEventListener("change", () => {
    if (box.checked) delete chosen.keys;
    else chosen.keys = "off";
    kept("keys", box.checked ? null : "off");
  });
  return makeElement("label", {}, box, ` ${t("keys_work")}`);
}

function makeKeyHelp() {
  const title = makeElement("h2", { id: "key-help-title" }, t("keys"));
  const keys = makeElement("dl");
  for (const [part, rows] of keysOfParts) if (document.querySelector(part)) keys.append(...rows.map(keyRow));
  const form = makeElement("form", { method: "dialog" }, makeElement("button", {}, t("key_help_close")));
  const help = makeElement("dialog", { className: "key-help" }, title, keys, keysChoice(), form);
  help.setAttribute("aria-labelledby", title.id);
  help.addEventListener("click", (event) => {
    if (event.target === help) help.close();
  });
  document.body.append(help);
  return help;
}

let keyHelp = null;
const showKeyHelp = () => (keyHelp ??= makeKeyHelp()).showModal();
document.querySelector("[data-keys]")?.addEventListener("click", showKeyHelp);

document.addEventListener("keydown", (event) => {
  if (event.key !== "?" || !isPlainKey(event) || keyHelp?.open) return;
  event.preventDefault();
  showKeyHelp();
});

// N and P lead to the next and the previous turn, counted from the one that has the focus, else
// from what stands at the top of the window.
function turnBeyond(isNext) {
  const turns = [...document.querySelectorAll(anyTurn)];
  const focused = document.activeElement.closest(anyTurn);
  const isSeen = focused && topOf(focused) < innerHeight && focused.getBoundingClientRect().bottom > 0;
  const line = isSeen ? topOf(focused) : 100;
  return isNext ? turns.find((one) => topOf(one) > line + 1) : turns.findLast((one) => topOf(one) < line - 1);
}

document.addEventListener("keydown", (event) => {
  const key = event.key.toLowerCase();
  if ((key !== "n" && key !== "p") || !isPlainKey(event)) return;
  const turn = turnBeyond(key === "n");
  if (!turn) return;
  event.preventDefault();
  momentOf(turn.querySelector(anyParagraph)).focus({ preventScroll: true });
  turn.scrollIntoView({ behavior: "instant" });
});

// Contents beside the page are open; on a narrow screen they are a line that a reader opens.
for (const fold of document.querySelectorAll(".contents details")) {
  if (matchMedia("(width >= 76rem)").matches) fold.open = true;
}

// Contents that stay beside the page mark the part that the reader is at: the last one that begins
// above a line in the window. The line is at a third of its height, and moves to the bottom towards
// the end of the page.
const contents = document.querySelector(".contents");
const parts = [...(contents?.querySelectorAll("a[href^='#']") ?? [])]
  .map((link) => ({ link, part: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
  .filter(({ part }) => part);
let read = null;

function markRead() {
  if (getComputedStyle(contents).position !== "sticky") return;
  const left = document.documentElement.scrollHeight - scrollY - innerHeight;
  const line = innerHeight - Math.min(left, (innerHeight * 2) / 3);
  const now = parts.findLast(({ part }) => part.getBoundingClientRect().top < line)?.link;
  if (now === read) return;
  read?.removeAttribute("aria-current");
  read = now;
  if (!read) return;
  read.setAttribute("aria-current", "true");
  const { scrollTop, clientHeight } = contents;
  if (read.offsetTop < scrollTop || read.offsetTop + read.offsetHeight > scrollTop + clientHeight) {
    contents.scrollTop = read.offsetTop - clientHeight / 2;
  }
}

if (parts.length) addEventListener("scroll", markRead, { passive: true });

// Previews of links are loaded when the first link is pointed at. A page that was opened from disk
// may not read other pages.
if (location.protocol !== "file:") {
  const main = document.querySelector("main");
  const load = (event) => {
    if (!event.target.closest?.("a[href]")) return;
    for (const type of ["pointerover", "focusin"]) main.removeEventListener(type, load);
    import("./previews.js").then(({ watch }) => watch(main, event));
  };
  for (const type of ["pointerover", "focusin"]) main.addEventListener(type, load);
}

// A link to a stretch of a recording (#t=754,790) leads to the paragraph of its first second.
const stretch = () => document.getElementById(/^#(t=[\d.]+),[\d.]+$/.exec(location.hash)?.[1] ?? "");
const showStretch = () => stretch()?.scrollIntoView();
addEventListener("hashchange", showStretch);
showStretch();

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Links from search carry the words that were found (?find=…), which are marked in the transcript.
// They are removed from the address, so that readers copy the plain one, and kept in the history,
// so that they are marked again when the reader comes back.
const sent = new URLSearchParams(location.search).get("find");
if (sent !== null) history.replaceState({ ...history.state, find: sent }, "", location.pathname + location.hash);
const found = new Set((history.state?.find ?? "").split(" ").filter(Boolean));

// A word in the form in which words are compared: without signs around it, capitals and accents.
const plainWord = (word) =>
  fold(word)
    .replace(/[’ʼ]/g, "'")
    .replace(/'(s|re|ve|ll|d|m)$/, "");

function markIn(text) {
  const pieces = text.data.split(/([\p{L}\p{N}.#@][\p{L}\p{M}\p{N}'’+#.@/_]*)/u);
  const isFound = (word) => found.has(plainWord(word)) || found.has(word.toLowerCase());
  const isMarked = (piece, i) => i % 2 === 1 && (isFound(piece) || isFound(piece.replace(/[.'’/]+$/, "")));
  if (!pieces.some(isMarked)) return;
  text.replaceWith(
    ...pieces.map((piece, i) => {
      if (!isMarked(piece, i)) return piece;
      return makeElement("mark", { className: "found" }, piece);
    }),
  );
}

function removeMarks(bar) {
  for (const mark of document.querySelectorAll("mark.found")) {
    const parent = mark.parentNode;
    mark.replaceWith(mark.textContent);
    parent.normalize();
  }
  bar.remove();
  history.replaceState({ ...history.state, find: "" }, "");
}

function markFound() {
  for (const paragraph of document.querySelectorAll(anyParagraph)) {
    const texts = document.createTreeWalker(wordsOf(paragraph), NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) all.push(texts.currentNode);
    all.forEach(markIn);
  }
  if (!document.querySelector("mark.found")) return;
  const button = makeElement("button", { type: "button" }, t("remove_marks"));
  const bar = makeElement("div", { className: "found-bar" }, button);
  button.addEventListener("click", () => removeMarks(bar));
  document.querySelector("main").append(bar);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && bar.isConnected && !isTyping(event.target)) removeMarks(bar);
  });
}

if (found.size) markFound();
