// The search page: all answers, with filters, and the question in the address.

import { field, h, kindOf, marked, momentLink, root } from "./search-parts.js";

const fewestValues = 8;
const fewest = 8;
const filterNames = ["kind", "show", "guest", "topic", "year"];

function moreOf({ count, more }) {
  const rest = h("ol");
  let told = 0;
  const next = h("button.more", { type: "button", hidden: true, click: () => tell() }, t("search_more"));
  const tell = async () => {
    const rows = await more(told).then(
      (all) => ((told += all.length), all.map((one) => momentLink("a.hit", {}, one))),
      () => [t("search_more_failed")],
    );
    if (!told) rest.replaceChildren();
    rest.append(...rows.map((row) => h("li", {}, row)));
    next.hidden = !told || told >= count - 1;
  };
  const toggle = () => details.open && !told && tell();
  const details = h(
    "details.search-more",
    { toggle },
    h("summary", {}, t("search_more_moments", { count: count - 1 })),
    rest,
    next,
  );
  return details;
}

// Gives what search.js needs of it: {show, options, changed}. ask() asks again.
export function openPage(results, ask) {
  let filters = {};
  let limits = {};
  // A question is one step of the history, however many keys it took.
  let isDraft = false;

  const moreButton = (name) =>
    h(
      "button.more",
      {
        type: "button",
        click: () => {
          limits[name] += fewest;
          ask();
        },
      },
      t("search_more"),
    );

  const somePages = ({ pagesHaveAll }) => pagesHaveAll === false && h("p.meta", {}, t("search_some_only"));
  const someMoments = ({ hasAll, momentsWithSome }) =>
    hasAll === false
      ? h("p.meta", {}, t("search_some_only"))
      : momentsWithSome > 0 &&
        h("p.meta", {}, t("search_then_some", { moments: t("count_moments", { count: momentsWithSome }) }));

  const pagesOf = ({ pages, pageCount, pagesListed, ...rest }) =>
    h(
      "section.search-pages-found",
      { hidden: !pages.length },
      h("h2", {}, t("pages"), " ", h("span.count", {}, pageCount)),
      somePages(rest),
      h(
        "ol",
        {},
        pages.map(({ kind, title, url, summary }) =>
          h(
            "li",
            {},
            h("a.hit-title", { href: root + url }, marked(title)),
            " ",
            kindOf(kind),
            h("p", {}, marked(summary)),
          ),
        ),
      ),
      pagesListed > pages.length && moreButton("pageLimit"),
    );

  const episodeOf = ({ url, title, show, date, best, count, more }) =>
    h(
      "li",
      {},
      h("h3", {}, h("a", { href: root + url }, title)),
      h(
        "p.meta",
        {},
        [show, date].filter(Boolean).map((fact) => h("span", {}, fact)),
      ),
      momentLink("a.hit", {}, best),
      count > 1 && moreOf({ count, more }),
    );

  const momentsOf = ({ episodes, listedCount, momentCount, ...rest }) =>
    h(
      "section.search-moments-found",
      { hidden: !episodes.length },
      h("h2", {}, t("moments"), " ", h("span.count", {}, momentCount)),
      someMoments(rest),
      h("ol", {}, episodes.map(episodeOf)),
      listedCount > episodes.length && moreButton("limit"),
    );

  function filtersOf(facets) {
    const groups = Object.entries(facets).map(([name, values]) => {
      const chosen = filters[name] ?? [];
      const missing = chosen
        .filter((value) => !values.some(([one]) => one === value))
        .map((value) => [value, value, 0]);
      const isFirst = ([value], i) => i < fewestValues || chosen.includes(value);
      if (values.length + missing.length < 2 && !chosen.length) return "";
      const rowOf = ([value, title, count]) => {
        const box = h("input", {
          type: "checkbox",
          id: `${name}-${value}`,
          checked: chosen.includes(value),
          change: () => choose(name, value, box.checked),
        });
        return h(
          "label.search-filter",
          {},
          box,
          h(
            "span",
            {},
            (name === "kind" && t("kinds_" + title)) || title,
            " ",
            count !== null && h("span.count", {}, count),
          ),
        );
      };
      const others = values.filter((row, i) => !isFirst(row, i));
      const all = h(
        "button.as-link",
        { type: "button", click: () => all.replaceWith(...others.map(rowOf)) },
        t("search_all_values", { count: others.length }),
      );
      return h(
        "fieldset",
        {},
        h("legend", {}, t("search_filter_" + name)),
        [...values.filter(isFirst), ...missing].map(rowOf),
        others.length > 0 && all,
      );
    });
    const open = results.querySelector("details.search-filters")?.open ?? results.clientWidth >= 896;
    return h("details.search-filters", { open }, h("summary", {}, t("search_filter")), groups);
  }

  function choose(name, value, isChosen) {
    const values = (filters[name] ?? []).filter((one) => one !== value).concat(isChosen ? value : []);
    const { [name]: _, ...others } = filters;
    filters = values.length ? { ...others, [name]: values } : others;
    reset();
    history.pushState(null, "", address());
    ask();
  }

  function show(answer, isWhole, notes) {
    if (!isWhole && results.querySelector(".search-found")) {
      // What was said comes in a moment: it stays until then, so that nothing jumps.
      results.querySelector(".search-pages-found")?.replaceWith(pagesOf(answer));
      return;
    }
    const found = h("div.search-found", {}, notes, pagesOf(answer), isWhole && momentsOf(answer));
    const focused = document.activeElement?.closest(".search-filters") && document.activeElement.id;
    results.replaceChildren(found, answer.facets ? filtersOf(answer.facets) : "");
    if (focused) document.getElementById(focused)?.focus();
    if (isWhole) results.removeAttribute("aria-busy");
  }

  function address() {
    const url = new URL(location.pathname, location.href);
    if (field.value.trim()) url.searchParams.set("q", field.value.trim());
    for (const [name, values] of Object.entries(filters)) {
      values.forEach((value) => url.searchParams.append(name, value));
    }
    return url;
  }

  function reset() {
    limits = { limit: fewest, pageLimit: fewest };
  }

  function readAddress() {
    const given = new URLSearchParams(location.search);
    field.value = given.get("q") ?? "";
    filters = Object.fromEntries(
      filterNames.map((name) => [name, given.getAll(name)]).filter(([, values]) => values.length),
    );
    reset();
    isDraft = false;
    ask();
  }

  reset();
  addEventListener("popstate", readAddress);
  const page = {
    show,
    options: () => ({
      filters,
      ...limits,
      excerptLength: innerWidth > 600 ? 200 : 120,
      withFacets: true,
      isFinal: !isDraft,
    }),
    // Another question in the field; a final one is a step of its own.
    changed(isFinal = false) {
      reset();
      history[isDraft || isFinal ? "replaceState" : "pushState"](null, "", address());
      isDraft = !isFinal;
    },
  };
  if (location.search && !field.value) queueMicrotask(readAddress);
  return page;
}
