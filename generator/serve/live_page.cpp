#include "serve/live_page.h"

#include "base/html.h"

namespace kbgen {

// Text is text here, never markup: nodes are made one by one.
std::string_view live_script() {
  return R"js("use strict";
{
  const own = document.currentScript;
  const { page, digest, base } = own.dataset;
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
    panel.append(make("p", "The page below is as it last was. This goes when the files are right."));
    document.body.prepend(panel);
  };

  // The new words first, in the page as it stands; then the page anew, with
  // its scripts, which takes a tenth of a second longer.
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
        events.close();
        follow();
      } else {
        show(now.errors);
      }
    });
  };

  // A browser has six connections for a host in all its tabs. A tab that nobody
  // sees needs none, and is told what it missed as soon as it is seen.
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
)js";
}

std::string_view live_style() {
  return R"css(#kbgen-live {
  position: fixed; inset: 0 0 auto; z-index: 2147483647; box-sizing: border-box;
  max-block-size: 75vh; overflow: auto; margin: 0; padding: 1rem 1.5rem;
  background: #2b0b0e; color: #ffe9e6; border-block-end: 4px solid #ff6b5e;
  font: 16px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; text-align: start;
}
#kbgen-live h2 { margin: 0 0 .5rem; font: inherit; font-weight: 700; color: #ff9c92; }
#kbgen-live ol { margin: 0; padding: 0; list-style: none; }
#kbgen-live li { margin: 0 0 1rem; padding: .75rem 1rem; background: #3d1216; border-radius: 6px; }
#kbgen-live p { margin: 0; max-inline-size: none; }
#kbgen-live li p:first-child { color: #ffc9c2; font-weight: 700; overflow-wrap: anywhere; }
#kbgen-live pre { margin: .5rem 0; padding: .5rem; overflow: auto; background: #1a0608; color: inherit; }
#kbgen-live code { background: none; color: #ff9c92; font: inherit; font-size: 14px; }
@media print { #kbgen-live { display: none; } }
)css";
}

std::string with_live_script(std::string_view html, std::string_view base, std::string_view page,
                             std::string_view digest) {
  const std::string root = escape_html(base) + "/";
  std::string added = "<link rel=\"stylesheet\" href=\"" + root + std::string(live_style_path) +
                      "\">\n<script src=\"" + root + std::string(live_script_path) +
                      "\" data-base=\"" + escape_html(base) + "\" data-page=\"" +
                      escape_html(page) + "\" data-digest=\"" + std::string(digest) +
                      "\" defer></script>\n";
  std::size_t head = html.find("</head>");
  if (head == html.npos) head = html.size();
  return std::string(html.substr(0, head)) + added + std::string(html.substr(head));
}

std::string page_without_site(std::string_view base, std::string_view page,
                              std::string_view digest) {
  return with_live_script(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width\"><title>kbgen serve</title></head>"
      "<body><p>There is nothing to show yet.</p></body></html>\n",
      base, page, digest);
}

}  // namespace kbgen
