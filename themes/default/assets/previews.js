// Previews of links: while a link to a guest, a topic, a resource or an episode is pointed at or
// has the focus, the title, the facts and the description of that page are shown.

const root = new URL(document.querySelector(".site-title").href.replace(/index\.html$/, ""));
const known = new Map();
const card = document.createElement("div");
card.className = "preview";
card.id = "preview";
card.setAttribute("role", "tooltip");
let shownFor = null;
let shownAt = 0; // how far the page was scrolled then
let timer = 0;

// The address of the page to preview; null for links that need no preview, such as those to moments
// and to parts of this page.
function subjectOf(link) {
  if (link.closest("nav, .card, [data-item], svg")) return null;
  const url = new URL(link.href);
  const path = url.pathname.slice(root.pathname.length);
  const isSubject =
    url.origin === root.origin &&
    url.pathname.startsWith(root.pathname) &&
    /^(episodes|guests|topics|resources)\/[^/]+\/(index\.html)?$/.test(path);
  return isSubject && !url.hash && url.pathname !== location.pathname ? url.href : null;
}

// Browsers with Trusted Types need this policy to parse HTML. The HTML is another page of this
// site; it is only read, never inserted or run.
const asRead = { createHTML: (html) => html };
const trusted = window.trustedTypes?.createPolicy("preview", asRead) ?? asRead;

// Reads only the beginning of a page, because pages are long and what is shown is at their top.
async function beginningOf(address) {
  const response = await fetch(address);
  if (!response.ok) return null;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let html = "";
  while (!/<h1[^]*<\/header>/.test(html)) {
    const { value, done } = await reader.read();
    if (done) break;
    html += value;
  }
  reader.cancel();
  return new DOMParser().parseFromString(trusted.createHTML(html), "text/html");
}

const oneLine = (text) => text?.replace(/\s+/g, " ").trim() ?? "";

async function preview(address) {
  const page = await beginningOf(address);
  const title = oneLine(page?.querySelector("h1")?.textContent);
  if (!title) return null;
  const facts = [...page.querySelectorAll("h1 ~ .meta > span, h1 ~ * .meta > span")]
    .map((span) => oneLine(span.textContent))
    .slice(0, 3)
    .join(" · ");
  return { title, facts, about: page.querySelector("meta[name=description]")?.content ?? "" };
}

function fill({ title, facts, about }) {
  card.replaceChildren(
    ...[
      ["strong", title],
      ["small", facts],
      ["p", about],
    ]
      .filter(([, text]) => text)
      .map(([name, text]) => {
        const element = document.createElement(name);
        element.textContent = text;
        return element;
      }),
  );
}

// Places the preview below the link, or above it if there is no room, inside the window.
function place(link) {
  const box = link.getClientRects()[0];
  const room = document.documentElement.clientWidth;
  card.style.insetInlineStart = "";
  card.style.left = `${Math.max(8, Math.min(box.left, room - card.offsetWidth - 8))}px`;
  const below = link.getBoundingClientRect().bottom + 6;
  const isAbove = below + card.offsetHeight > innerHeight && box.top > card.offsetHeight + 6;
  card.style.top = `${isAbove ? box.top - card.offsetHeight - 6 : below}px`;
}

function hide() {
  clearTimeout(timer);
  if (!shownFor) return;
  shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  card.remove();
}

async function show(link, address) {
  if (!known.has(address)) {
    known.set(
      address,
      preview(address).catch(() => null),
    );
  }
  const found = await known.get(address);
  if (!found || !(link.matches(":hover") || link === document.activeElement)) return;
  hide();
  fill(found);
  document.body.append(card);
  shownFor = link;
  shownAt = scrollY;
  link.setAttribute("aria-describedby", card.id);
  place(link);
}

function consider(event) {
  if (event.pointerType === "touch") return;
  const link = event.target.closest?.("a[href]");
  if (link === shownFor || card.contains(event.target)) return clearTimeout(timer);
  const address = link && subjectOf(link);
  clearTimeout(timer);
  if (address) timer = setTimeout(() => show(link, address), 250);
  else if (shownFor) timer = setTimeout(hide, 200);
}

// Starts to watch links. `first` is the event for which this script was loaded.
export function watch(main, first) {
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, consider);
  main.addEventListener("focusout", hide);
  // Tab scrolls to the link that gets the focus, and what is above it may be laid out only then.
  const follow = () => {
    if (!shownFor) return;
    if (Math.abs(scrollY - shownAt) > 40) hide();
    else place(shownFor);
  };
  addEventListener("scroll", follow, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  consider(first);
}
