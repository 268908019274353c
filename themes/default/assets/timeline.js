// The strip of an episode: a line follows the pointer and tells the time there, a click leads to what
// is said there, and while the recording plays the line is at what is being said.
"use strict";
{
  const timeline = document.querySelector("[data-timeline]");
  const paragraphs = [...document.querySelectorAll(anyParagraph)];
  const label = makeElement("span");
  const now = makeElement("div", { className: "timeline-now", hidden: true }, label);
  let ends = null; // for each paragraph, the part of all that was said that its end is at: 0 to 1

  function measure() {
    let all = 0;
    const sums = paragraphs.map((paragraph) => (all += wordsOf(paragraph).textContent.length));
    return sums.map((sum) => sum / all);
  }

  // The part of the strip that is left of the pointer; null beside the strips.
  function partAt({ target, clientX }) {
    const strip = target.closest("[data-timeline] svg");
    const { left, width } = (strip?.closest(".chapter-strip") ?? strip)?.getBoundingClientRect() ?? {};
    if (!width) return null;
    const part = (clientX - left) / width;
    return document.dir === "rtl" ? 1 - part : part;
  }

  const paragraphAt = (part) => paragraphs[(ends ??= measure()).findIndex((end) => end >= part)] ?? paragraphs.at(-1);

  function show(part, paragraph) {
    now.style.setProperty("--at", part);
    label.textContent = paragraph ? momentOf(paragraph).textContent : "";
    now.hidden = false;
  }

  function showPlaying() {
    const said = paragraphs.findIndex((paragraph) => paragraph.getAttribute("aria-current"));
    ends ??= measure();
    now.hidden = said < 0;
    if (said >= 0) show(ends[said - 1] ?? 0);
  }

  if (timeline && paragraphs.length) {
    timeline.append(now);
    timeline.addEventListener("pointermove", (event) => {
      const part = partAt(event);
      if (part !== null) show(part, paragraphAt(part));
    });
    timeline.addEventListener("pointerleave", showPlaying);
    timeline.addEventListener("click", (event) => {
      const part = event.target.closest("a") ? null : partAt(event);
      if (part !== null) location.hash = momentOf(paragraphAt(part)).hash;
    });
    document.addEventListener("timeupdate", showPlaying, true);
  }
}
