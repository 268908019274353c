// Adds to long lists a field that filters them and a choice of their order. Without this script
// they are complete, in groups, and in the order that suits most readers.
{
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const nameOf = (item) => item.querySelector("a").textContent;
  const numberOf = (key) => (item) => Number(item.dataset[key] ?? 0);
  const byName = (a, b) => nameOf(a).localeCompare(nameOf(b), document.documentElement.lang);
  const byMost = (key) => (a, b) => numberOf(key)(b) - numberOf(key)(a) || byName(a, b);
  // Items without a date come last in both directions.
  const byDate = (way) => (a, b) => {
    const [first, second] = [a.dataset.date ?? "", b.dataset.date ?? ""];
    return Number(!first) - Number(!second) || (first < second ? -way : first > second ? way : 0);
  };

  // The orders that `data-sort` of a list can name, each with its label.
  const orders = {
    name: [t("sort_name"), byName],
    mentions: [t("sort_mentions"), byMost("mentions")],
    episodes: [t("sort_episodes"), byMost("episodes")],
    oldest: [t("sort_oldest"), byDate(1)],
    newest: [t("sort_newest"), byDate(-1)],
    longest: [t("sort_longest"), byMost("minutes")],
  };

  // Hides the items that do not contain all the words, and groups without any item left.
  function filterList(list, words) {
    for (const item of list.querySelectorAll("[data-item]")) {
      const text = plain(item.textContent);
      item.hidden = !words.every((word) => text.includes(word));
    }
    hideEmptyGroups(list);
  }

  function hideEmptyGroups(list) {
    for (const group of list.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    }
  }

  // Makes a function that puts the items into one sorted list without groups, or, for null, back
  // where they were.
  function sorter(list) {
    const items = [...list.querySelectorAll("[data-item]")];
    const homes = items.map((item) => item.parentElement);
    const flat = document.createElement("ul");
    flat.className = homes[0].className;
    return (order) => {
      if (order) {
        flat.append(...[...items].sort(order));
        list.append(flat);
      } else {
        items.forEach((item, i) => homes[i].append(item));
        flat.remove();
      }
      list.classList.toggle("is-sorted", Boolean(order));
      hideEmptyGroups(list);
    };
  }

  const countShown = (list) => list.querySelectorAll("[data-item]:not([hidden])").length;

  function labelled(text, control, id) {
    const label = document.createElement("label");
    label.textContent = text;
    label.htmlFor = control.id = id;
    return [label, control];
  }

  function filterField(list, status) {
    const field = document.createElement("input");
    field.type = "search";
    field.autocomplete = "off";
    // Of a list with parts the page shows only some; lists-parts.js gets the whole.
    const parts = document.querySelector("nav[data-parts]")?.dataset.parts;
    let whole = parts ? null : list;
    field.addEventListener("input", async () => {
      const filtered = await (whole ??= wholeOf(list, parts, field));
      const words = plain(field.value).split(/\s+/).filter(Boolean); // as they are by now
      filterList(filtered, words);
      status.textContent = words.length ? t("filter_shown", { count: countShown(filtered) }) : "";
    });
    return labelled(list.dataset.filter, field, "filter");
  }

  function orderChoice(list, status) {
    const choice = document.createElement("select");
    choice.append(new Option(t("sort_as_is"), ""));
    for (const name of list.dataset.sort.split(" ")) choice.append(new Option(orders[name][0], name));
    const sort = sorter(list);
    choice.addEventListener("change", () => {
      sort(orders[choice.value]?.[1]);
      status.textContent = t("sorted_shown", { count: countShown(list), order: choice.selectedOptions[0].text });
    });
    return labelled(t("sort"), choice, "sort");
  }

  for (const list of document.querySelectorAll("[data-filter]")) {
    if (list.querySelectorAll("[data-item]").length < 8) continue;
    const tools = document.createElement("div");
    tools.className = "filter";
    const status = document.createElement("p");
    status.className = "small";
    status.setAttribute("role", "status");
    tools.append(...filterField(list, status), ...(list.dataset.sort ? orderChoice(list, status) : []), status);
    list.prepend(tools);
  }

  // On a phone the map is wider than the screen, and browsers do not scroll to a focused node that
  // is half in sight, so this does.
  document
    .querySelector(".map-scroll")
    ?.addEventListener("focusin", ({ target }) => target.scrollIntoView({ block: "nearest", inline: "nearest" }));
}
