// `kbgen serve` adds this script to every page. It loads the page again when the page changes, and
// shows errors in the site's files. Messages are put in as text, never as markup.
"use strict";
{
  const own = document.currentScript;
  const { page, base } = own.dataset;
  let { digest } = own.dataset;
  const make = (name, text, ...children) => {
    const node = document.createElement(name);
    if (text) node.textContent = text;
    node.append(...children);
    return node;
  };
  let panel = null;

  const describe = (error) => {
    const place = error.path + (error.line ? `:${error.line}:${error.column}` : "");
    const item = make("li", "", make("p", place), make("p", error.message));
    if (error.source.trim()) item.append(make("pre", error.source));
    if (error.help) item.append(make("p", error.help));
    item.append(make("code", error.code));
    return item;
  };

  const show = (errors) => {
    panel?.remove();
    panel = null;
    if (!errors.length) return;
    const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
    panel = make("section", "", make("h2", count), make("ol", "", ...errors.map(describe)));
    panel.id = "kbgen-live";
    panel.setAttribute("role", "alert");
    panel.lang = "en";
    panel.dir = "ltr";
    panel.append(make("p", "The page below is the last good version. This list goes when the errors are fixed."));
    document.body.prepend(panel);
  };

  // Shows the new text in the page as it stands first, and then loads the page again with its
  // scripts, which takes a tenth of a second longer.
  const follow = () => {
    const request = new XMLHttpRequest();
    request.open("GET", location.pathname + location.search);
    request.responseType = "document";
    request.addEventListener("loadend", () => {
      const fresh = request.response?.querySelector("main");
      if (fresh) document.querySelector("main")?.replaceWith(document.adoptNode(fresh));
      requestAnimationFrame(() => setTimeout(() => location.reload()));
      setTimeout(() => location.reload(), 500);
    });
    request.send();
  };

  let events = null;
  const listen = () => {
    events = new EventSource(`${base}/_kbgen/events?page=${encodeURIComponent(page)}`);
    events.addEventListener("message", (event) => {
      const now = JSON.parse(event.data);
      if (now.digest !== digest) {
        // A script that lets people type into the page takes over the new text by itself.
        const change = new CustomEvent("kbgen:change", { cancelable: true });
        if (document.dispatchEvent(change)) {
          events.close();
          follow();
        } else {
          digest = now.digest;
        }
      } else {
        show(now.errors);
      }
    });
  };

  // A browser has only six connections to a host for all its tabs. A tab that nobody sees closes
  // its own, and learns what it missed as soon as it is seen.
  const listenWhileSeen = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      listen();
    }
  };
  document.addEventListener("visibilitychange", listenWhileSeen);
  listenWhileSeen();
}
