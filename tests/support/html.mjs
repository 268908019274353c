// Parses pages for tests with parse5, which reads HTML as browsers do, to lists of their elements.
import { parse } from "parse5";

function* walk(node) {
  for (const child of node.childNodes ?? node.content?.childNodes ?? []) {
    yield child;
    yield* walk(child);
  }
}

export const isElement = (node) => node.tagName !== undefined;

export function attribute(element, name) {
  return element.attrs.find((a) => a.name === name)?.value;
}

export const classesOf = (element) => (attribute(element, "class") ?? "").split(/\s+/);

export function textOf(node) {
  if (node.nodeName === "#text") return node.value;
  return (node.childNodes ?? []).map(textOf).join("");
}

export class Page {
  constructor(file, html) {
    this.file = file;
    // Scripting is off, so that the content of <noscript> is parsed to elements, too.
    this.elements = [...walk(parse(html, { scriptingEnabled: false }))].filter(isElement);
  }

  all(...names) {
    return this.elements.filter((element) => names.includes(element.tagName));
  }

  // Whether the page only redirects to another one, because its address has moved.
  get isRedirect() {
    return this.all("meta").some((meta) => attribute(meta, "http-equiv")?.toLowerCase() === "refresh");
  }

  get ids() {
    return this.elements.map((element) => attribute(element, "id")).filter((id) => id !== undefined);
  }
}
