// What the reader chose, light or dark, before anything is drawn. site.js has the
// switch; without a choice it is as the system is.
try {
  const chosen = localStorage.getItem("kbgen-scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // Nothing can be kept here: a browser that forbids it.
}
