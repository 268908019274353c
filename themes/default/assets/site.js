// What every page can do more with a script: "/" goes to the search field, and
// long lists get a field that filters them. Nothing depends on it.

const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  const field = document.querySelector("[data-search-field]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field || isTyping(event.target)) return;
  event.preventDefault();
  field.focus();
  field.select();
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
  status.textContent = words.length ? `${shown} shown` : "";
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

// A link to a moment plays from there, where there is something to play.
const player = document.querySelector("[data-player]");
document.addEventListener("click", (event) => {
  const moment = player && event.target.closest(".transcript .moment");
  const seconds = moment && /^#t=([\d.]+)/.exec(decodeURIComponent(moment.hash));
  if (!seconds) return;
  player.currentTime = Number(seconds[1]);
  player.play().catch(() => {});  // the player shows by itself what is wrong
});
