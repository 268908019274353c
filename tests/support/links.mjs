// Finds where the links of a page lead: to a file of the site, to another host, or nowhere.
import path from "node:path";
import { attribute } from "./html.mjs";

// The addresses in the attributes of an element. `loads` is true if the browser loads the address
// by itself, without the reader doing anything.
function addressesOf(element) {
  const loading = {
    script: ["src"],
    img: ["src"],
    source: ["src"],
    iframe: ["src"],
    audio: ["src"],
    video: ["src", "poster"],
    track: ["src"],
    embed: ["src"],
    object: ["data"],
    image: ["href"],
    use: ["href"],
  };
  const loadingLinks = [
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
  ];
  const found = (loading[element.tagName] ?? []).map((name) => ({
    name,
    loads: name === "poster" || !waitsForReader(element),
  }));
  if (element.tagName === "link") {
    const kinds = (attribute(element, "rel") ?? "").split(/\s+/);
    found.push({ name: "href", loads: kinds.some((kind) => loadingLinks.includes(kind)) });
  }
  if (element.tagName === "a" || element.tagName === "area") found.push({ name: "href", loads: false });
  if (element.tagName === "form") found.push({ name: "action", loads: false });
  // The addresses that search.js loads.
  for (const name of ["data-lunr", "data-index", "data-pages"]) found.push({ name, loads: true });
  return found
    .map(({ name, loads }) => ({ loads, address: attribute(element, name) }))
    .filter((a) => a.address !== undefined);
}

// Whether the element is (in) a player that loads its file only when the reader presses play.
function waitsForReader(element) {
  const player = element.tagName === "source" ? element.parentNode : element;
  return ["audio", "video"].includes(player.tagName) && attribute(player, "preload") === "none";
}

const isElsewhere = (address) => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);

// The links of a page, each as {address, loads, external} or {address, loads, file, fragment}. A
// link to the site's own base_url is not external.
export function linksOf(page, site) {
  return page.elements.flatMap(addressesOf).map(({ address, loads }) => {
    let target = address;
    if (site.baseUrl && (target + "/").startsWith(site.baseUrl + "/")) {
      target = site.basePath + target.slice(site.baseUrl.length + 1);
    }
    if (isElsewhere(target)) return { address, loads, external: true };
    const [, written, fragment = ""] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target);
    return {
      address,
      loads,
      file: fileOf(decodeURIComponent(written), page.file, site),
      fragment: decodeURIComponent(fragment.replace(/:~:.*/s, "")),
    };
  });
}

function fileOf(written, from, site) {
  if (written === "") return from;
  let file = path.posix.join("/", path.posix.dirname(from), written);
  const isServed = site.baseUrl || from === "404.html"; // 404.html is shown at any address
  if (written.startsWith("/")) {
    if (!isServed || !written.startsWith(site.basePath)) return `outside the site: ${written}`;
    file = "/" + written.slice(site.basePath.length);
  }
  // Only a server shows the index.html of a folder; a site that is read from the disk must name it.
  if (file.endsWith("/") && isServed) file += "index.html";
  return file.slice(1);
}
