// What every page can do more with a script: search answers below its field, long
// lists get a field that filters them, words that search found are marked.
// Nothing depends on it.

// Search is loaded when the reader turns to it. From disk it cannot be: there a
// page may read no other file.
const search = document.querySelector("[data-search]");
const searchField = search?.querySelector("[data-search-field]");
let cameFrom = null;

if (search && location.protocol === "file:") {
  const status = search.querySelector("[data-search-status]");
  const say = () => { status.textContent = t("search_needs_server"); };
  if (document.querySelector("[data-search-results]")) say();
  search.addEventListener("submit", (event) => { event.preventDefault(); say(); });
} else if (search) {
  const load = () => import("./search.js");
  searchField.addEventListener("focus", load, { once: true });
  if (document.activeElement === searchField || (location.search && document.querySelector("[data-search-results]"))) load();
}

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (!search || altKey || defaultPrevented) return;
  const isSlash = key === "/" && !ctrlKey && !metaKey;
  const isControlK = key.toLowerCase() === "k" && ctrlKey !== metaKey;
  if ((isSlash || isControlK) && (target === searchField ? isControlK : !isTyping(target))) {
    event.preventDefault();
    if (target !== searchField) cameFrom = target;
    searchField.focus();
    searchField.select();
  } else if (key === "Escape" && target === searchField && !searchField.value) {
    // Back to where the reader was.
    searchField.blur();
    cameFrom?.focus?.({ preventScroll: true });
    cameFrom = null;
  }
});

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Items and the groups around them are hidden unless they hold all the words.
function filterList(list, words, status) {
  let shown = 0;
  for (const item of list.querySelectorAll("[data-item]")) {
    const text = fold(item.textContent);
    item.hidden = !words.every((word) => text.includes(word));
    if (!item.hidden) shown += 1;
  }
  for (const group of list.querySelectorAll("[data-group]")) group.hidden = !group.querySelector("[data-item]:not([hidden])");
  status.textContent = words.length ? t("filter_shown", { count: shown }) : "";
}

for (const list of document.querySelectorAll("[data-filter]")) {
  if (list.querySelectorAll("[data-item]").length < 8) continue;
  const filter = document.createElement("div");
  filter.className = "filter";
  const label = document.createElement("label");
  label.textContent = list.dataset.filter;
  label.htmlFor = "filter";
  const field = document.createElement("input");
  field.type = "search";
  field.id = "filter";
  field.autocomplete = "off";
  const status = document.createElement("p");
  status.className = "small";
  status.setAttribute("role", "status");
  field.addEventListener("input", () => filterList(list, fold(field.value).split(/\s+/).filter(Boolean), status));
  filter.append(label, field, status);
  list.prepend(filter);
}

// Search sends its words along, ?find=…: they are marked in what was said, and
// leave the address, which stays the one to be copied. Coming back marks them again.
const sent = new URLSearchParams(location.search).get("find");
if (sent !== null) history.replaceState({ ...history.state, find: sent }, "", location.pathname + location.hash);
const found = new Set((history.state?.find ?? "").split(" ").filter(Boolean));

// A word may be written with signs around it, in capitals or with accents.
const plainWord = (word) => fold(word).replace(/[’ʼ]/g, "'").replace(/'(s|re|ve|ll|d|m)$/, "");

function markIn(text) {
  const pieces = text.data.split(/([\p{L}\p{N}.#@][\p{L}\p{M}\p{N}'’+#.@/_]*)/u);
  const isMarked = (piece, i) => i % 2 === 1 && [piece, piece.replace(/[.'’/]+$/, "")].some((word) => found.has(plainWord(word)) || found.has(word.toLowerCase()));
  if (!pieces.some(isMarked)) return;
  text.replaceWith(...pieces.map((piece, i) => {
    if (!isMarked(piece, i)) return piece;
    const mark = document.createElement("mark");
    mark.className = "found";
    mark.textContent = piece;
    return mark;
  }));
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
  for (const paragraph of document.querySelectorAll(".paragraph")) {
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const all = [];
    while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(".moment")) all.push(texts.currentNode);
    all.forEach(markIn);
  }
  if (!document.querySelector("mark.found")) return;
  const bar = document.createElement("div");
  bar.className = "found-bar";
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = t("remove_marks");
  button.addEventListener("click", () => removeMarks(bar));
  bar.append(button);
  document.querySelector("main").append(bar);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && bar.isConnected && !isTyping(event.target)) removeMarks(bar);
  });
}

if (found.size) markFound();
