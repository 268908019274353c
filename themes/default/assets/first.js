// Before anything is drawn: colours as the reader chose (site.js has the switch; without
// a choice they are as the system is), and the fonts, so that they are there when the
// words are.
try {
  const chosen = localStorage.getItem("kbgen-scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // Nothing can be kept here: a browser that forbids it.
}
for (const href of (document.currentScript.dataset.fonts ?? "").split(" ").filter(Boolean)) {
  // From disk browsers refuse to load ahead; there a font is ready at once, and called
  // as in main.css.
  if (location.protocol === "file:") {
    document.fonts.add(new FontFace(/([^/.]*)\.[^/]*$/.exec(href)[1], `url("${href}")`, { weight: "400 700" }));
  } else {
    document.head.append(
      Object.assign(document.createElement("link"), {
        rel: "preload",
        as: "font",
        type: "font/woff2",
        crossOrigin: "",
        href,
      }),
    );
  }
}
