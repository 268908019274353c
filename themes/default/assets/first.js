// Before anything is drawn: colours as the reader chose (site.js has the switch; without
// a choice they are as the system is), and fonts are asked for, so that they are there
// when the words are. From disk they come without asking, and browsers refuse to be asked.
try {
  const chosen = localStorage.getItem("kbgen-scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // Nothing can be kept here: a browser that forbids it.
}
if (location.protocol !== "file:")
  for (const href of (document.currentScript.dataset.fonts ?? "").split(" ").filter(Boolean))
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href }));
