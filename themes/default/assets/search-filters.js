// Filters of search by episode, speaker and kind of answer, and the counts of their values. Loaded
// with the first filter, and by the search page.

import { distance } from "./search-spelling.js";
import { plain } from "./search-words.js";

const slugOf = (path) => path.split("/")[1];

// Loads the file of facets and adds the years as one more list.
export async function readFacets(load) {
  const facets = await load(`facets/${(await load("manifest.json")).facets}.json`);
  if (!facets.years) {
    const years = [...new Set(facets.episodes.map(([year]) => year).filter(Boolean))].sort((a, b) => b - a);
    facets.years = years.map((year) => [String(year), `years/${year}`]);
    for (const episode of facets.episodes) episode[5] = years.indexOf(episode[0]);
  }
  return facets;
}

const kindNamed = (value) =>
  value
    .toLowerCase()
    .replace(/s$/, "")
    .replace(/^(?:person|people)$/, "guest");

// The rows of a list whose name or slug is `value`; if there are none, those with it in their name.
function findNamed(names, value) {
  const asked = plain(value);
  const rows = (isMeant) => names.flatMap((one, i) => (isMeant(...one) ? [i] : []));
  const exact = rows((name, slug) => slug === value.toLowerCase() || name === asked);
  return exact.length ? exact : rows((name) => asked && ` ${name} `.includes(` ${asked} `));
}

function suggest(names, table, value) {
  const asked = plain(value);
  const costs = names.map(([name]) => Math.min(...[name, ...name.split(" ")].map((word) => distance(asked, word, 3))));
  return [...costs.keys()]
    .filter((i) => costs[i] < 3)
    .sort((a, b) => costs[a] - costs[b])
    .slice(0, 3)
    .map((i) => table[i][0]);
}

// Reads filters: `chosen` is [[field, value], …]. Unknown values are added to `notes`.
export function readFilters(facets, chosen, notes) {
  const kinds = new Set();
  const voices = new Set();
  const groups = new Map();
  const places = {
    show: [facets.shows, 1],
    guest: [facets.people, 3],
    topic: [facets.topics, 4],
    year: [facets.years, 5],
    speaker: [facets.people],
  };
  for (const [field, value] of chosen) {
    if (field === "kind") {
      kinds.add(kindNamed(value));
      continue;
    }
    const [table, place] = places[field];
    const names = table.map(([name, path]) => [plain(name), slugOf(path)]);
    const found = findNamed(names, value);
    if (!found.length) notes.push({ filter: field, value, suggestions: suggest(names, table, value) });
    if (field === "speaker") voices.add(found.length ? table[found[0]][0] : value);
    else groups.set(place, [...(groups.get(place) ?? []), ...found]);
  }
  // Whether an episode passes all filters but those of the list at place `left`.
  const admitsBut = (left, episode) =>
    [...groups].every(
      ([place, found]) =>
        place === left || [facets.episodes[episode][place]].flat().some((number) => found.includes(number)),
    );
  return {
    kinds,
    voices: [...voices],
    admitsBut,
    admits: (episode) => admitsBut(0, episode),
    isNarrow: groups.size > 0,
  };
}

// Counts for each show, guest, topic and year how many answers choosing it would show.
// countsBut(place) gives the number of answers by episode as if nothing of that list were chosen.
// If that is not sure, values have no count (null).
export function countFacets({ shows, people, topics, years, episodes }, countsBut, kinds) {
  const count = (table, place) => {
    const counts = new Map();
    const { counts: found, isSure } = countsBut(place);
    for (const [episode, n] of found) {
      for (const number of [episodes[episode][place]].flat()) {
        if (table[number]) counts.set(number, (counts.get(number) ?? 0) + n);
      }
    }
    return [...counts]
      .sort((a, b) => (table === years ? a[0] - b[0] : b[1] - a[1]))
      .map(([number, n]) => [slugOf(table[number][1]), table[number][0], isSure ? n : null]);
  };
  return {
    kind: kinds.filter(([, , n]) => n !== 0),
    show: count(shows, 1),
    guest: count(people, 3),
    topic: count(topics, 4),
    year: count(years, 5),
  };
}
