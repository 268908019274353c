// The search page: it shows all answers, with filters, and keeps the question in the address.

import { artOf, button, field, h, kindOf, marked, momentLink, playLink, root } from "./search-parts.js";

const fewestValues = 8;
const fewest = 8;
const orders = ["best", "newest", "oldest"];
const filterNames = ["kind", "show", "guest", "speaker", "topic", "year"];

// A section of answers. Pages and episodes are shown eight at a time; more(name) asks for eight
// more of them.
const sectionOf = (name, title, count, rows, isMore, more, notes) =>
  h(
    `section.search-${name}-found`,
    { hidden: !rows.length },
    h("h2", {}, title, " ", h("span.count", {}, count)),
    notes,
    h("ol", {}, rows),
    isMore && button("more", more, t("search_more")),
  );

function pageRow(found) {
  const { kind, title, url, summary } = found;
  const link = h("a.hit-title", { href: root + url }, marked(title));
  return h("li.has-art", {}, artOf(found), link, " ", kindOf(kind), h("p", {}, marked(summary)));
}

function pagesOf({ pages, pageCount, pagesListed, pagesHaveAll }, more) {
  const note = pagesHaveAll === false && h("p.meta", {}, t("search_some_only"));
  const isMore = pagesListed > pages.length;
  return sectionOf("pages", t("pages"), pageCount, pages.map(pageRow), isMore, () => more("pageLimit"), note);
}

// A moment, and beside it the link that plays it.
const momentRow = (moment) => h("div.hit-row", {}, momentLink("a.hit", {}, moment), playLink(moment));

// The other moments of an episode, which are loaded when the reader opens them.
function moreOf({ count, more }) {
  const rest = h("ol");
  let told = 0;
  const next = h("button.more", { type: "button", hidden: true, click: () => tell() }, t("search_more"));
  const tell = async () => {
    const rows = await more(told).then(
      (all) => ((told += all.length), all.map(momentRow)),
      () => [t("search_more_failed")],
    );
    if (!told) rest.replaceChildren();
    rest.append(...rows.map((row) => h("li", {}, row)));
    next.hidden = !told || told >= count - 1;
  };
  const toggle = () => details.open && !told && tell();
  const summary = h("summary", {}, t("search_more_moments", { count: count - 1 }));
  const details = h("details.search-more", { toggle }, summary, rest, next);
  return details;
}

function episodeRow(episode) {
  const { url, title, show, date, best, count, more } = episode;
  const facts = [show, date].filter(Boolean).map((fact) => h("span", {}, fact));
  return h(
    "li.has-art",
    {},
    artOf(episode),
    h("h3", {}, h("a", { href: root + url }, title)),
    h("p.meta", {}, facts),
    momentRow(best),
    count > 1 && moreOf({ count, more }),
  );
}

const playAll = () => h("p", {}, h("button.quiet", { type: "button", "data-queue": "all" }, t("play_all")));

// The choice of the order of episodes.
function orderOf(order, choose) {
  const choice = h("select", { id: "search-order", change: () => choose(choice.value) });
  for (const name of orders) choice.append(new Option(t("sort_" + name), name, false, name === order));
  return h("p.search-order", {}, h("label", { for: choice.id }, t("sort")), " ", choice);
}

function momentsOf({ episodes, listedCount, momentCount, hasAll, momentsWithSome }, more, choice) {
  const some = () => t("search_then_some", { moments: t("count_moments", { count: momentsWithSome }) });
  const said = hasAll === false ? t("search_some_only") : momentsWithSome > 0 && some();
  const isMore = listedCount > episodes.length;
  const rows = episodes.map(episodeRow);
  return sectionOf("moments", t("moments"), momentCount, rows, isMore, () => more("limit"), [
    said && h("p.meta", {}, h("span", {}, said)),
    choice,
    episodes.some(({ best }) => best.recording) && playAll(),
  ]);
}

function valueRow(name, [value, title, count], chosen, choose) {
  const box = h("input", {
    type: "checkbox",
    id: `${name}-${value}`,
    checked: chosen.includes(value),
    change: () => choose(name, value, box.checked),
  });
  const words = (name === "kind" && t("kinds_" + title)) || title;
  return h("label.search-filter", {}, box, h("span", {}, words, " ", count !== null && h("span.count", {}, count)));
}

// The values of one filter: the first ones and the chosen ones, and the others behind a button.
// Returns "" if there is nothing to choose from.
function filterOf(name, values, chosen, choose) {
  const missing = chosen.filter((value) => !values.some(([one]) => one === value)).map((value) => [value, value, 0]);
  if (values.length + missing.length < 2 && !chosen.length) return "";
  const isFirst = ([value], i) => i < fewestValues || chosen.includes(value);
  const rowOf = (row) => valueRow(name, row, chosen, choose);
  const others = values.filter((row, i) => !isFirst(row, i));
  const showAll = () => all.replaceWith(...others.map(rowOf));
  const all = button("as-link", showAll, t("search_all_values", { count: others.length }));
  return h(
    "fieldset",
    {},
    h("legend", {}, t("search_filter_" + name)),
    [...values.filter(isFirst), ...missing].map(rowOf),
    others.length > 0 && all,
  );
}

function addressOf(filters, order) {
  const url = new URL(location.pathname, location.href);
  if (field.value.trim()) url.searchParams.set("q", field.value.trim());
  if (order !== orders[0]) url.searchParams.set("sort", order);
  for (const [name, values] of Object.entries(filters)) {
    values.forEach((value) => url.searchParams.append(name, value));
  }
  return url;
}

function filtersInAddress(given) {
  return Object.fromEntries(
    filterNames.map((name) => [name, given.getAll(name)]).filter(([, values]) => values.length),
  );
}

function filtersOf(results, facets, filters, choose) {
  const groups = Object.entries(facets).map(([name, values]) => filterOf(name, values, filters[name] ?? [], choose));
  const open = results.querySelector("details.search-filters")?.open ?? results.clientWidth >= 896;
  return h("details.search-filters", { open }, h("summary", {}, t("search_filter")), groups);
}

// Makes the search page in `results` and returns what search.js needs: {show, options, changed}.
// ask() must repeat the search with the present options.
export function openPage(results, ask) {
  let filters = {};
  let order = orders[0];
  let limits = {};
  // Whether the question is being typed: it is one entry of the browser's history, however many
  // keys it took.
  let isDraft = false;

  const reset = () => (limits = { limit: fewest, pageLimit: fewest });
  const more = (name) => {
    limits[name] += fewest;
    ask();
  };

  function chooseOrder(name) {
    order = name;
    askAnew();
  }

  function choose(name, value, isChosen) {
    const { [name]: now = [], ...others } = filters;
    const values = now.filter((one) => one !== value).concat(isChosen ? value : []);
    filters = values.length ? { ...others, [name]: values } : others;
    askAnew();
  }

  function askAnew() {
    reset();
    history.pushState(null, "", addressOf(filters, order));
    ask();
  }

  function show(answer, isWhole, notes) {
    if (!isWhole && results.querySelector(".search-found")) {
      // Only pages are found yet. The moments of the last answer stay until there are new ones, so
      // that nothing jumps.
      results.querySelector(".search-pages-found")?.replaceWith(pagesOf(answer, more));
      return;
    }
    const parts = [pagesOf(answer, more), isWhole && momentsOf(answer, more, orderOf(order, chooseOrder))];
    const found = h("div.search-found", {}, notes, answer.isPageMeant ? parts : parts.reverse());
    const focused = document.activeElement?.closest(".search-filters, .search-order") && document.activeElement.id;
    results.replaceChildren(found, answer.facets ? filtersOf(results, answer.facets, filters, choose) : "");
    if (focused) document.getElementById(focused)?.focus();
    if (isWhole) results.removeAttribute("aria-busy");
  }

  function readAddress() {
    const given = new URLSearchParams(location.search);
    field.value = given.get("q") ?? "";
    filters = filtersInAddress(given);
    order = orders.find((name) => name === given.get("sort")) ?? orders[0];
    reset();
    isDraft = false;
    ask();
  }

  function options() {
    const excerptLength = innerWidth > 600 ? 200 : 120;
    return { filters, order, ...limits, excerptLength, withFacets: true, isFinal: !isDraft };
  }

  // The question in the field has changed. A final one gets an entry of its own in the history.
  function changed(isFinal = false) {
    reset();
    history[isDraft || isFinal ? "replaceState" : "pushState"](null, "", addressOf(filters, order));
    isDraft = !isFinal;
  }

  reset();
  addEventListener("popstate", readAddress);
  if (location.search && !field.value) queueMicrotask(readAddress);
  return { show, options, changed };
}
