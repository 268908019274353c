// Plays the passages of a page one after another, across recordings: each from its first second to
// its last. partials/listen.html has the links to passages, whose addresses tell both
// (`…/a.mp3#t=754,790`), and the bar. The list is read anew at each press, since search changes it.
"use strict";
{
  const part = Object.fromEntries(
    [...document.querySelectorAll("[data-queue]")].map((element) => [element.dataset.queue, element]),
  );
  const { bar, status, toggle } = part;
  const audio = new Audio();
  let queue = [];
  let now = null;
  let end = Infinity;

  const fill = (text, ...values) => text.replace(/\{\}/g, () => values.shift());
  const stretchOf = (link) => [link.href.replace(/#.*/, ""), ...link.hash.match(/[\d.]+/g).map(Number)];
  const passageOf = (link) => link.closest("li, figure");

  // What a passage is called: the heading above it, and what its line says of speaker and time.
  function nameOf(link) {
    const above = link.closest("section, li:has(h3)")?.querySelector("h3");
    const line =
      link.closest(".passage-source, figcaption")?.childNodes ?? link.parentElement.querySelectorAll(".hit-source b");
    const source = [...line].filter((one) => one !== link && !one.matches?.(".moment")).map((one) => one.textContent);
    return [source.join("").trim(), above?.textContent].filter(Boolean).join(" · ");
  }

  function mark(link) {
    for (const one of document.querySelectorAll(":is(li, figure)[aria-current]")) one.removeAttribute("aria-current");
    if (!link) return;
    passageOf(link).setAttribute("aria-current", "true");
    for (let fold = link; (fold = fold.parentElement.closest("details"));) fold.open = true;
    passageOf(link).scrollIntoView({ block: "nearest" });
  }

  function play(link) {
    if (!link) return close();
    now = link;
    const [file, begin, last] = stretchOf(link);
    end = last;
    if (audio.src !== file) audio.src = file;
    audio.currentTime = begin;
    audio.play().catch(() => {}); // the `error` event says what is wrong
    bar.hidden = false;
    mark(link);
    const place = fill(status.dataset.of, queue.indexOf(link) + 1, queue.length);
    status.textContent = `${place} · ${nameOf(link)}`;
    describe();
  }

  const step = (by) => play(queue[queue.indexOf(now) + by]);
  const before = () => (queue[0] === now ? play(now) : step(-1));
  const startOrPause = () => (audio.paused ? audio.play().catch(() => {}) : audio.pause());

  function close() {
    audio.pause();
    bar.hidden = true;
    mark(null);
    now?.focus({ preventScroll: true });
    now = null;
  }

  function showState() {
    const state = audio.paused ? "play" : "pause";
    bar.dataset.state = state;
    toggle.setAttribute("aria-label", toggle.dataset[state]);
  }

  const system = navigator.mediaSession;
  function describe() {
    if (!system) return;
    system.metadata = new MediaMetadata({ title: nameOf(now), artist: document.querySelector("h1").textContent });
    system.setActionHandler("previoustrack", before);
    system.setActionHandler("nexttrack", () => step(1));
  }

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("a[data-passage], [data-queue=all]");
    if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // The best of them stand once more above them all, so these are played by themselves.
    queue = [...document.querySelectorAll(`${pressed.closest("figure") ? "figure" : "li"} a[data-passage]`)];
    play(pressed.matches("a") ? pressed : queue[0]);
  });
  const presses = { previous: before, toggle: startOrPause, next: () => step(1), close };
  for (const [name, act] of Object.entries(presses)) part[name].addEventListener("click", act);

  const keys = { k: startOrPause, j: before, l: presses.next };
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    if (bar.hidden || defaultPrevented || ctrlKey || metaKey || altKey || isTyping(target)) return;
    const act = document.documentElement.dataset.keys !== "off" && keys[key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });

  audio.addEventListener("timeupdate", () => {
    if (now && !audio.paused && audio.currentTime >= end) step(1);
  });
  for (const event of ["play", "pause"]) audio.addEventListener(event, showState);
  audio.addEventListener("ended", () => step(1));
  audio.addEventListener("error", () => {
    if (now) status.textContent = status.dataset.failed;
  });
}
