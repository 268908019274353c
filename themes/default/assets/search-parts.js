// Helpers with which search builds its answers on a page.

export const form = document.querySelector("[data-search]");
export const field = form.querySelector("[data-search-field]");
export const { root } = form.dataset;

// Makes an element: h("a.hit", {href}, child, …).
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child || child === 0));
  return element;
}

export const button = (name, click, text) => h(`button.${name}`, { type: "button", click }, text);

// A list as the language of the page writes it: "a, b and c".
export const list = (texts) => new Intl.ListFormat(document.documentElement.lang || "en").format(texts);

// A link into the recording of a moment, which play-all.js plays; "" if there is none.
export const playLink = ({ recording, time }) =>
  recording &&
  h("a.play-passage", {
    href: new URL(recording, new URL(root, location.href)).href,
    "data-passage": true,
    "aria-label": t("listen_from", { time: clock(time) }),
  });

// The picture of what was found, or a mark with the first letter of its title, of people with that
// of the last name, too. It stands before the text of whatever has the class has-art.
export function artOf({ kind = "episode", title, picture }) {
  if (picture) return h(`img.hit-art.is-${kind}`, { src: root + picture, alt: "", width: 40, height: 40 });
  const names = [title].flat().join("").split(" ");
  const letters = [names[0], kind === "guest" && names.at(-1)].map((name) => [...(name || "")][0]);
  return h(`span.hit-art.is-${kind}`, { "aria-hidden": "true", "data-letters": [...new Set(letters)].join("") });
}

export const marked = (parts) => parts.map((part, i) => (i % 2 ? h("mark", {}, part) : part));
export const kindOf = (kind) => h("span.hit-kind", {}, t("kind_" + kind));

const clock = (seconds) => {
  const two = (n) => String(Math.floor(n) % 60).padStart(2, "0");
  return (
    (seconds < 3600 ? `${Math.floor(seconds / 60)}` : `${Math.floor(seconds / 3600)}:${two(seconds / 60)}`) +
    `:${two(seconds)}`
  );
};

// A link to a moment. It carries the words that were found, so that they are marked there.
export const momentLink = (tag, attributes, { url, words, speaker, time, heard, excerpt }, isWordsFirst, title) => {
  const href =
    root + (words.length ? url.replace("#", `?find=${encodeURIComponent(words.slice(0, 12).join(" "))}#`) : url);
  const source = h(
    "span.hit-source",
    {},
    speaker && h("b", {}, speaker),
    time !== null && h("span.hit-time", {}, clock(time)),
    heard && h("span.hit-heard", {}, t("search_heard_as", { words: heard })),
    title && h("span", {}, title),
  );
  const said = h("span.hit-words", {}, marked(excerpt));
  return h(tag, { ...attributes, href }, isWordsFirst ? [said, " ", source] : [source, said]);
};
