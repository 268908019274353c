// Makes the transcript as a file to download, in the formats of which the site has none: WebVTT,
// SubRip, JSON (Podcasting 2.0) and plain text. The words are those of the page, so nothing is
// loaded, and it works from disk, too. What comes out is what `kbgen transcript` makes of the
// Markdown of the page: a cue is a paragraph, and its time is that of the page.
"use strict";
{
  // Stands before words that a reader of the file could take for a label or a time.
  const guard = "\u200B";

  // What was said, a piece for each paragraph. Times are in milliseconds; NaN where none is told.
  function readPage() {
    return [...document.querySelectorAll(anyParagraph)].map((paragraph, i) => {
      const clock = momentOf(paragraph).textContent;
      const text = wordsOf(paragraph).textContent.replaceAll("\n", " ").trim();
      return {
        text,
        words: text.split(" ").length,
        isHeading: paragraph.querySelector(".heading"),
        speaker: speakerOf(paragraph),
        start: parseInt(clock) >= 0 ? clock.split(":").reduce((all, part) => all * 60 + parseInt(part), 0) * 1000 : NaN,
        beginsTurn: i && paragraph === paragraph.closest("section").querySelector(anyParagraph),
      };
    });
  }

  // Gives each piece a start and an end. Starts that are not told are estimated from the number of
  // words, at 400 ms each, between those around them. Returns whether all are estimated.
  function addTimes(said) {
    const isEstimated = said.every(({ start }) => isNaN(start));
    let from = 0;
    for (let begin = 0, end; begin < said.length; begin = end) {
      for (end = begin + 1; isNaN(said[end]?.start) && end < said.length;) ++end;
      const group = said.slice(begin, end);
      const words = group.reduce((all, piece) => all + piece.words, 0);
      from = group[0].start || from;
      const length = Math.min(words * 400, (said[end]?.start ?? Infinity) - from);
      let before = 0;
      for (const piece of group) {
        if (isNaN(piece.start)) piece.start = from + Math.floor((length * before) / words);
        before += piece.words;
      }
      from = said[end - 1].start;
    }
    said.forEach((piece, i) => {
      const next = said[i + 1]?.start;
      piece.end = next > piece.start ? next : piece.start + piece.words * 400;
    });
    return isEstimated;
  }

  // Names that do not look like one stand in brackets before a colon.
  const names = [...document.querySelectorAll("#downloads data")].map(({ textContent, value }) => [textContent, value]);
  const spelled = new Map([["", "[no speaker]"], ...names]);
  const labelOf = (name) => spelled.get(name) ?? name;

  const clockOf = (ms, sign) => new Date(ms % 864e5).toISOString().slice(13, 23).replace(".", sign);
  const longClock = (ms, sign) => String(Math.floor(ms / 36e5)).padStart(2, "0") + clockOf(ms, sign);
  const shortClock = (ms) =>
    longClock(ms, ".")
      .slice(0, -4)
      .replace(/^0?0:?0?|^0/, "");

  // Cues, separated by blank lines. Speech of nobody gets a dash where a name could be expected.
  const cues = (said, sign, headOf, label, escaped, saysWho) =>
    said.map(({ start, end, speaker, text, beginsTurn }, i) => {
      const mark = /^[-–—>]|^[^:]*:(\s|$)/.test(text) ? guard : "";
      const who = speaker ? label(speaker) : (beginsTurn || (saysWho && !i) ? "- " : "") + mark;
      return `${headOf(i)}${longClock(start, sign)} --> ${longClock(end, sign)}\n${who}${escaped(text)}\n\n`;
    });

  const escapedForVtt = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  // Only what would be markup: many programs show SubRip as it is.
  const escapedForSrt = (text) =>
    text
      .replace(/&(?=#?\w+;)/g, "&amp;")
      .replace(/<(?=[a-z/])/gi, "&lt;")
      .replaceAll("-->", "--&gt;")
      .replaceAll("{\\", "&#123;\\");

  // What the reader of a text could take for a label, a time, a heading or a list; rather too much
  // than too little.
  const looksLikeMore = /^([^\p{L}"“‘'«]|WEBVTT|NOTE|.{0,48}:(\s|$)|.{0,170}\d:\d)/u;

  const makers = {
    webvtt(said) {
      const note = addTimes(said) && said.length ? "NOTE These times are estimated from the number of words.\n\n" : "";
      const voice = (name) => `<v ${escapedForVtt([...name].slice(0, 80).join(""))}>`;
      return ["WEBVTT\n\n", note, ...cues(said, ".", () => "", voice, escapedForVtt, false)];
    },
    subrip(said) {
      addTimes(said);
      const label = (name) => `${escapedForSrt(labelOf(name))}: `;
      const saysWho = said.some(({ speaker }) => speaker);
      return cues(said, ",", (i) => `${i + 1}\n`, label, escapedForSrt, saysWho);
    },
    "podcast-json"(said) {
      const timesAreEstimated = (addTimes(said) && said.length > 0) || undefined;
      const segments = said.map(({ speaker, start, end, text }) => ({
        speaker: speaker || undefined,
        startTime: start / 1000,
        endTime: end / 1000,
        body: text,
      }));
      const json = JSON.stringify({ version: "1.0.0", timesAreEstimated, segments });
      return [json.replace(/[[,](?=\{")/g, "$&\n"), "\n"]; // a segment a line
    },
    text(said) {
      let before = "";
      let mustBegin = said.some(({ isHeading, start, speaker }) => !isHeading && (start >= 0 || speaker));
      return said.flatMap(({ text, isHeading, speaker, start, beginsTurn }, i) => {
        const end = i + 1 < said.length ? "\n\n" : "\n";
        if (isHeading) return ["## ", text, end];
        const isNamed = speaker !== before || (beginsTurn && speaker) || (mustBegin && isNaN(start));
        before = speaker;
        mustBegin = false;
        const head = [isNamed && labelOf(speaker), start >= 0 && `(${shortClock(start)})`].filter(Boolean).join(" ");
        return [head && `${head}:\n`, looksLikeMore.test(text) ? guard : "", text, end];
      });
    },
  };

  const [offered, plain] = document.querySelectorAll("#downloads > p");
  [offered.hidden, plain.hidden] = [false, true];
  offered.addEventListener("click", ({ target: { dataset } }) => {
    const make = makers[dataset.format];
    if (!make) return;
    const href = URL.createObjectURL(new Blob(make(readPage())));
    Object.assign(document.createElement("a"), { href, download: dataset.file }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000); // by then the browser has long read it
  });
}
