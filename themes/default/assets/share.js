// Sharing: tools for the words that are selected in a transcript, or for a whole paragraph: a link,
// a quotation, a citation, a correction. Using them keeps the selection.
"use strict";
{
  const transcript = document.querySelector(".transcript");
  const part = Object.fromEntries(
    [...transcript.querySelectorAll("[data-share]")].map((element) => [element.dataset.share, element]),
  );
  const { bar, open, status, correct } = part;
  const file = correct?.href;
  const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/[?#].*/s, "");
  let shared = null;
  let isOfParagraph = false;

  // What is shared is {paragraphs, texts}: the paragraphs that the selection touches, and the
  // selected words of each. Without texts it is a whole paragraph.

  const onOneLine = (text) => text.replace(/\s+/g, " ").trim();
  const isInWord = (text, at) => /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
  function wholeWords(range) {
    const { startContainer: from, endContainer: to } = range;
    while (from.data && range.startOffset && isInWord(from.data, range.startOffset)) {
      range.setStart(from, range.startOffset - 1);
    }
    while (to.data && range.endOffset && isInWord(to.data, range.endOffset)) range.setEnd(to, range.endOffset + 1);
    return range;
  }
  function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = wholeWords(selection.getRangeAt(0).cloneRange());
    if (!transcript.contains(range.commonAncestorContainer)) return null;
    const parts = [...transcript.querySelectorAll(anyParagraph)]
      .filter((paragraph) => range.intersectsNode(wordsOf(paragraph)))
      .map((paragraph) => {
        const all = wordsOf(paragraph);
        const words = document.createRange();
        words.selectNodeContents(all);
        if (all.contains(range.startContainer)) words.setStart(range.startContainer, range.startOffset);
        if (all.contains(range.endContainer)) words.setEnd(range.endContainer, range.endOffset);
        return { paragraph, text: onOneLine(words.toString()) };
      })
      .filter(({ text }) => text);
    return parts.length
      ? {
          paragraphs: parts.map(({ paragraph }) => paragraph),
          texts: parts.map(({ text }) => text),
          box: range.getBoundingClientRect(),
        }
      : null;
  }

  // Text fragments (https://wicg.github.io/scroll-to-text-fragment/); for long passages only the
  // first and the last words.
  const encode = (words) => encodeURIComponent(words.join(" ")).replace(/-/g, "%2D");
  function linkTo({ paragraphs, texts }) {
    const id = paragraphs[0].id + endOf(paragraphs, texts);
    if (!texts.length) return `${address}#${id}`;
    const first = texts[0].split(" ");
    const last = texts.at(-1).split(" ");
    const isShort = texts.length === 1 && first.length <= 10;
    const quoted = isShort ? encode(first) : `${encode(first.slice(0, 5))},${encode(last.slice(-5))}`;
    return `${address}#${id}:~:text=${quoted}`;
  }

  // Where the shared words end in the recording, as `,790` of a link to a stretch: between the times
  // of two paragraphs it is estimated by the number of letters. Empty where nothing can be played.
  function endOf(paragraphs, texts) {
    if (!document.querySelector("[data-recording]") || !/^t=\d+$/.test(paragraphs[0].id)) return "";
    const all = [...transcript.querySelectorAll(anyParagraph)];
    const last = paragraphs.at(-1);
    const next = all.slice(all.indexOf(last) + 1).find(({ id }) => /^t=\d+$/.test(id));
    const [from, until] = [last, next].map((paragraph) => Number(paragraph?.id.slice(2)));
    const words = onOneLine(wordsOf(last).textContent);
    const read = texts.length ? words.indexOf(texts.at(-1)) + texts.at(-1).length : words.length;
    const rest = words.slice(read - 1).search(/[.!?…](?=["”]? |["”]?$)/); // to the end of the sentence
    const end = Math.ceil(from + ((until - from) * (rest < 0 ? words.length : read + rest)) / words.length);
    return end > from ? `,${end}` : "";
  }

  function quotationOf({ paragraphs, texts }) {
    const words = texts.length ? texts : [onOneLine(wordsOf(paragraphs[0]).textContent)];
    const speakers = new Set(paragraphs.map(speakerOf));
    const time = /^[\d:]*/.exec(momentOf(paragraphs[0]).textContent)[0];
    const source = [...speakers, document.querySelector("h1").textContent.trim(), time, linkTo({ paragraphs, texts })];
    const parts = [words.join("\n"), source.filter(Boolean).join(", ")];
    return part.quote.dataset.form.replace(/\{\}/g, () => parts.shift());
  }

  async function copy({ dataset: { copied } }, text) {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = copied;
    } catch {
      const field = Object.assign(document.createElement("textarea"), { readOnly: true, value: text });
      field.setAttribute("aria-label", status.dataset.byHand);
      status.replaceChildren(status.dataset.byHand, field);
      field.select();
    }
  }

  // The tools are the last element of the paragraph, so that the keyboard reaches them next, and a
  // press on them does not clear the selection.

  function show(what, box) {
    shared = what;
    const [paragraph] = what.paragraphs;
    status.replaceChildren();
    bar.hidden = false;
    if (correct) correct.href = file + (paragraph.dataset.line ? `#L${paragraph.dataset.line}` : "");
    if (bar.parentElement !== paragraph) paragraph.append(bar);
    // Places the tools below the words, inside the window.
    const frame = bar.offsetParent.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - bar.offsetWidth - 8);
    bar.style.left = `${Math.max(8, left) - frame.left}px`;
    bar.style.top = `${box.bottom - frame.top + 6}px`;
  }
  function hide() {
    bar.hidden = true;
    isOfParagraph = false;
    open.ariaExpanded = "false";
  }

  part.link.addEventListener("click", () => copy(part.link, linkTo(shared)));
  part.quote.addEventListener("click", () => copy(part.quote, quotationOf(shared)));
  // cite.js makes the citation. A theme whose pages do not have it has no use for the button.
  if (!document.querySelector("[data-cite]")) part.cite.remove();
  part.cite.addEventListener("click", () => {
    hide();
    shared.paragraphs[0].dispatchEvent(new CustomEvent("cite", { bubbles: true }));
  });
  bar.addEventListener("mousedown", (event) => {
    if (!event.target.matches("textarea")) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || bar.hidden || event.defaultPrevented) return;
    event.preventDefault();
    if (bar.contains(document.activeElement)) {
      (isOfParagraph ? open : momentOf(shared.paragraphs[0])).focus({ preventScroll: true });
    }
    hide();
  });

  // The tools for a selection are shown when the reader has finished it.
  let isPressing = false;
  let timer;
  function look() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isPressing || bar.contains(document.activeElement)) return;
      const what = selected();
      if (what || !isOfParagraph) hide();
      if (what) show(what, what.box);
    }, 150);
  }
  document.addEventListener("selectionchange", look);
  document.addEventListener("pointerdown", ({ target }) => {
    isPressing = !bar.contains(target);
    if (isPressing && isOfParagraph && target !== open) hide();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    document.addEventListener(end, () => {
      // A press on the tools themselves selects nothing, and must not take away what they say.
      if (!isPressing) return;
      isPressing = false;
      look();
    });
  }

  // The tools for a whole paragraph are opened by one button, which moves to the paragraph that is
  // pointed at or has the focus.
  open.addEventListener("click", () => {
    if (isOfParagraph) return hide();
    show({ paragraphs: [open.closest(anyParagraph)], texts: [] }, open.getBoundingClientRect());
    isOfParagraph = true;
    open.ariaExpanded = "true";
    part.link.focus({ preventScroll: true });
  });
  for (const attention of ["pointerover", "focusin"]) {
    transcript.addEventListener(attention, ({ target, buttons }) => {
      const paragraph = target.closest(anyParagraph);
      if (
        !paragraph ||
        buttons ||
        isOfParagraph ||
        open === document.activeElement ||
        open.parentElement === paragraph
      ) {
        return;
      }
      open.hidden = false;
      momentOf(paragraph).after(open);
    });
  }
}
