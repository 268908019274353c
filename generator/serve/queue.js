// The page of `kbgen serve --edit` with everything doubtful in the archive, most worth first. One key
// decides each. Everything is put in as text, never as markup.
import { ask, base, make, say, says } from "./desk.js";

const list = document.querySelector("ol");
const doubts = new Map(); // by their item
const items = () => [...list.children];
const current = () => document.activeElement.closest("li") ?? items()[0];
const go = (item) => item?.focus();
const clock = (second) => `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;

const numbered = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;
const describe = (doubt) => {
  const places = `${numbered(doubt.count, "place")} in ${numbered(doubt.pages, "page")}`;
  const item = make("li", {}, make("p", {}, `${doubt.kind}: ${doubt.what} (${places})`));
  if (doubt.sentence) item.append(make("blockquote", {}, doubt.sentence));
  if (doubt.proposal) item.append(make("p", {}, `Y writes into ${doubt.proposal}`));
  if (doubt.reason) item.append(make("p", {}, doubt.reason));
  if (doubt.page) {
    const place = doubt.second === undefined ? doubt.page : `${doubt.page} at ${clock(doubt.second)}`;
    item.append(make("p", {}, make("a", { href: `${base}/${doubt.page}#${doubt.fragment}` }, place)));
  }
  item.tabIndex = 0;
  doubts.set(item, doubt);
  return item;
};

// Takes a doubt off the list when it is decided.
const decide = async (item, step) => {
  const doubt = doubts.get(item);
  const canDo = step !== "accept" || doubt.proposal;
  if (!canDo) return say("Nothing can be written for this by itself: E edits the place.");
  try {
    const result = await ask(step, { name: doubt.name });
    if (result.state !== "saved") return say(`Not done: ${result.problem}.`);
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    say(
      `${step === "accept" ? "Accepted" : "Never again"}: ${result.what}, in ${result.path}. ${items().length} left.`,
    );
    go(next);
  } catch (error) {
    say(`Not done: ${error.message}.`);
  }
};
const edit = (item) => {
  const link = item.querySelector("a");
  if (!link) return say("This is about no single place.");
  sessionStorage.setItem("kbgen-edit-now", "yes");
  location.href = link.href;
};

// Ten seconds around the place.
const audio = document.createElement("audio");
let end = 0;
const play = async (item) => {
  const doubt = doubts.get(item);
  if (doubt.second === undefined) return say("The time of this place is not known.");
  try {
    const { recording } = await ask("recording", { page: doubt.page });
    if (!recording) return say("There is no recording of this episode here.");
    const address = new URL(recording, location.href).href;
    if (audio.src !== address) audio.src = address;
    audio.currentTime = Math.max(0, doubt.second - 2);
    end = doubt.second + 8;
    await audio.play();
    say(`Playing from ${clock(Math.max(0, doubt.second - 2))}.`);
  } catch (error) {
    say(`The recording cannot be played: ${error.message}`);
  }
};
const takeBack = async () => {
  try {
    const result = await ask("undo", {});
    if (result.state !== "saved") return say(result.problem || "There is nothing to take back.");
    say(`Taken back: ${result.what}, in ${result.path}.`);
  } catch (error) {
    say(`Not done: ${error.message}.`);
  }
};

const keys = {
  y: (item) => decide(item, "accept"),
  n: (item) => decide(item, "decline"),
  e: edit,
  p: play,
  z: takeBack,
  arrowdown: (item) => go(item.nextElementSibling),
  arrowup: (item) => go(item.previousElementSibling),
};
const press = (event) => {
  const act = keys[event.key.toLowerCase()];
  const isOurs = act && !event.ctrlKey && !event.altKey && !event.metaKey;
  if (!isOurs || (!items().length && act !== takeBack)) return;
  event.preventDefault();
  act(current());
};

// In a large archive it takes minutes to find out what is doubtful.
const askUntilMade = async () => {
  for (;;) {
    const queue = await ask("queue", {});
    if (queue.doubts) return queue;
    say("Still looking for doubts.");
    await new Promise((done) => {
      setTimeout(done, 1000);
    });
  }
};

const begin = async () => {
  document.addEventListener("keydown", press);
  audio.addEventListener("timeupdate", () => {
    if (audio.currentTime >= end) audio.pause();
  });
  document.body.append(make("section", { id: "kbgen-edit", "aria-label": "What happened" }, says), audio);
  say("Looking for doubts.");
  try {
    const queue = await askUntilMade();
    list.append(...queue.doubts.map(describe));
    say(`${queue.count} to decide.`);
    go(items()[0]);
  } catch (error) {
    say(`${error.message}.`);
  }
};
begin();
