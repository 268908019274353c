// Finds one page of each kind in a built site. In each folder it is the page with the largest file,
// because that has the most to show. The result maps names of kinds to paths.
import fs from "node:fs";
import path from "node:path";
import { filesOf } from "./sites.mjs";

function longestIn(site, folder) {
  const pages = filesOf(site, "index.html").filter((file) => new RegExp(`^${folder}/[^/]+/index.html$`).test(file));
  const sizeOf = (file) => fs.statSync(path.join(site.folder, file)).size;
  return pages.sort((a, b) => sizeOf(b) - sizeOf(a))[0];
}

export function pageKinds(site) {
  const kinds = {
    home: "index.html",
    search: "search/index.html",
    map: "map/index.html",
    about: "about/index.html",
    health: "health/index.html",
    "not-found": "404.html",
  };
  for (const folder of ["episodes", "guests", "topics", "resources"]) kinds[folder] = `${folder}/index.html`;
  for (const folder of ["episodes", "guests", "topics", "resources", "shows"]) {
    kinds[folder.replace(/s$/, "")] = longestIn(site, folder);
  }
  kinds.part = filesOf(site, "index.html").find((file) => /^topics\/[^/]+\/1\/index.html$/.test(file));
  kinds.listPart = filesOf(site, "index.html").find((file) => /^guests\/list\//.test(file));
  kinds.version = filesOf(site, "index.html").find((file) => /\/v\/[^/]+\/index.html$/.test(file));
  return Object.fromEntries(
    Object.entries(kinds).filter(([, file]) => file && fs.existsSync(path.join(site.folder, file))),
  );
}
