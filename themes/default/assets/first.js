// Runs before anything is drawn. It sets the colours that the reader chose with the switch of
// site.js (without a choice they follow the system), and starts to load the fonts, so that they
// are there together with the text.
try {
  const chosen = localStorage.getItem("kbgen-scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // The browser forbids storage, so no choice was kept.
}
for (const href of (document.currentScript.dataset.fonts ?? "").split(" ").filter(Boolean)) {
  // Browsers do not preload files from disk. A font that is added by script is ready at once; its
  // name must be that in main.css, which is the name of the file.
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
