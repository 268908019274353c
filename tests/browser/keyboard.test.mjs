// The whole site by keyboard alone: Tab goes from the first stop of a page to its
// last, past every link, button and field, each in sight, clear of what sticks to
// the window, and showing that it is the one. And how large a target is for those
// who point (WCAG 2.5.8).
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, openPage } from "../support/browser.mjs";
import { pageKinds } from "../support/kinds.mjs";
import { serve } from "../support/server.mjs";
import { buildSite } from "../support/sites.mjs";
import { buildRecordings } from "./recordings.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

// What the focus is on, and what is wrong with that; null behind the last stop.
// Of scrollers, which browsers let the focus stop at, the beginning is enough.
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body || (element.visited && element.matches(".skip-link"))) return null;
  const describe = (one) => {
    const name = one.classList.value || one.id || one.parentElement.classList.value;
    const words = (one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 30);
    return `${one.localName}.${name} "${words}"`;
  };
  const faults = [];
  // The element of a place on the map has the lines to its neighbours as well, so its target is measured.
  const place = element.querySelector(":scope > .map-target") ?? element;
  const box = [...place.getClientRects()].find(({ width, height }) => width && height) ?? place.getBoundingClientRect();
  const isLarge = box.height > innerHeight / 2;
  if (
    !box.width ||
    box.left < -1 ||
    box.right > innerWidth + 1 ||
    box.top < -1 ||
    (isLarge ? box.top > innerHeight - 24 : box.bottom > innerHeight + 1)
  ) {
    const edges = [box.left, box.top, box.right, box.bottom].map(Math.round);
    faults.push(`is out of sight (${edges.join(", ")})`);
  } else {
    const there = document.elementFromPoint(box.left + box.width / 2, box.top + (isLarge ? 12 : box.height / 2));
    if (!there || !(element.contains(there) || there.contains(element))) {
      faults.push(`is below ${there && describe(there)}`);
    }
  }
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  // In a drawing it may be something else; pixels are compared below.
  if (
    element instanceof HTMLElement &&
    (outlineStyle === "none" || parseFloat(outlineWidth) < 2 || outlineColor === "rgba(0, 0, 0, 0)")
  ) {
    faults.push("does not show the focus");
  }
  // There is one share button for all paragraphs, which moves to the one with the focus.
  const isMoved = (one) => one.matches("[data-share]");
  const before = window.lastStop;
  if (
    before &&
    !isMoved(before) &&
    !isMoved(element) &&
    !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)
  ) {
    faults.push(`comes after ${describe(before)}`);
  }
  element.visited = true;
  window.lastStop = element;
  return {
    name: describe(element),
    look: `${element.localName}.${element.classList.value || element.parentElement.classList.value}`,
    faults,
  };
}

const missed = `(${() => {
  const isStop = (one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !one.disabled;
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, audio[controls]")]
    .filter((one) => isStop(one) && !one.visited)
    .map((one) => one.outerHTML.slice(0, 80));
}})()`;

// Whether the focus can be seen: whether the pixels around the element change when it loses the focus.
async function showsByPixels(page) {
  const box = await page.evaluate(() => {
    const { left, top, right, bottom } = [...document.activeElement.getClientRects()].find(({ width }) => width);
    const x = Math.max(0, left - 6);
    const y = Math.max(0, top - 6);
    return { x, y, width: Math.min(innerWidth, right + 6) - x, height: Math.min(innerHeight, bottom + 6) - y };
  });
  const focused = await page.screenshot({ clip: box, animations: "disabled" });
  await page.evaluate(() => document.activeElement.blur());
  const plain = await page.screenshot({ clip: box, animations: "disabled" });
  await page.evaluate(() => window.lastStop.focus());
  return !focused.equals(plain);
}

// Presses Tab until the last stop of a page and returns all stops and their faults. `looked` has the looks whose
// pixels were compared already.
async function walk(page, looked) {
  const faults = [];
  for (let presses = 0; presses < 3000; presses += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(stop);
    if (!found) return [...faults, ...(await page.evaluate(missed)).map((what) => `is never reached: ${what}`)];
    faults.push(...found.faults.map((what) => `${found.name} ${what}`));
    if (!looked.has(found.look)) {
      looked.add(found.look);
      if (!(await showsByPixels(page))) faults.push(`${found.name} looks the same without the focus`);
    }
  }
  return [...faults, "has no end"];
}

// Targets that are smaller than 24 pixels, stand in no sentence, and have another
// one nearer than that. The chapters of the strip, hidden from screen readers, are in the list of
// contents, too (WCAG 2.5.8, Equivalent).
function smallTargets() {
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !one.closest(".visually-hidden, .skip-link, [aria-hidden=true]"),
  );
  const boxes = new Map(all.map((one) => [one, one.getBoundingClientRect()]));
  const isSmall = (box) => box.width < 23.9 || box.height < 23.9;
  const isInSentence = (one) => {
    if (getComputedStyle(one).display !== "inline") return false;
    const block = one.parentElement.closest("p, li, dd, dt, td, blockquote, figcaption, h1, h2, h3, pre");
    return block && block.textContent.trim().length > one.textContent.trim().length + 3;
  };
  const centre = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const distance = ([x, y], box) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const crowds = (box, other) =>
    isSmall(other)
      ? Math.hypot(centre(box)[0] - centre(other)[0], centre(box)[1] - centre(other)[1]) < 24
      : distance(centre(box), other) < 12;
  return all
    .filter(
      (one) =>
        isSmall(boxes.get(one)) &&
        !isInSentence(one) &&
        all.some(
          (other) =>
            other !== one && !one.contains(other) && !other.contains(one) && crowds(boxes.get(one), boxes.get(other)),
        ),
    )
    .map((one) => {
      const name = one.classList.value || one.parentElement.classList.value;
      const { width, height } = boxes.get(one);
      const size = `${Math.round(width)} by ${Math.round(height)}`;
      return `${one.localName}.${name} "${one.textContent.trim().slice(0, 30)}" is ${size}`;
    });
}

const sites = {
  demo: () => {
    const site = buildSite("demo");
    return { folder: site.folder, pages: pageKinds(site) };
  },
  hebrew: () => {
    const site = buildSite("hebrew");
    return { folder: site.folder, pages: pageKinds(site) };
  },
  recordings: () => ({
    folder: buildRecordings(),
    pages: { player: "episodes/heard/index.html", video: "episodes/watched/index.html" },
  }),
};

// Visits each kind of page of a site once: collects the sizes of its targets, then walks through its stops.
async function visit(name, width) {
  const { folder, pages } = sites[name]();
  const server = await serve(folder, "/kb/");
  const { page, faults, close } = await openPage(browser, server.address, {
    viewport: { width, height: 800 },
    reducedMotion: "reduce",
  });
  const stops = [];
  const targets = [];
  const looked = new Set();
  for (const [kind, file] of Object.entries(pages)) {
    await page.goto(server.address + file);
    const named = (found) => found.map((what) => `${kind}: ${what}`);
    // The player sticks to the window, once it plays.
    if (kind === "player") {
      await page.click(".listen .button");
      // Tab would go on from the button, so the focus goes back to the first stop.
      await page.evaluate(() => {
        const first = document.querySelector(".skip-link");
        first.focus();
        first.blur();
        first.visited = true;
      });
    }
    targets.push(...named(await page.evaluate(smallTargets)));
    stops.push(...named(await walk(page, looked)));
  }
  await close();
  await server.close();
  return { stops, targets, faults };
}

// Two at a time: a walk waits for the browser at every step.
describe("by keyboard,", { concurrency: 2 }, () => {
  for (const name of Object.keys(sites)) {
    // The rules of layout are the same from right to left, so one width is enough.
    for (const width of name === "hebrew" ? [390] : [390, 1440]) {
      describe(`${name} at ${width} pixels`, () => {
        let seen;
        before(async () => {
          seen = await visit(name, width);
        });

        it("is walked from end to end by Tab, each stop in sight and shown", () =>
          assert.deepEqual([...seen.stops, ...seen.faults], []));

        it("has targets of 24 pixels, or as much room around", () => assert.deepEqual(seen.targets, []));
      });
    }
  }
});
