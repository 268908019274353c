// `kbgen serve --edit` adds this script to every page. It makes each paragraph of a transcript a
// place to type in, plays the recording beside it, and sends what was typed to the server, which
// writes it into the file. Everything has a key; nothing needs the mouse.
import { ask, base, make, say, says, token } from "./desk.js";
import { Recording } from "./recording.js";

const { page } = document.querySelector('script[src$="/_kbgen/edit.js"]').dataset;

const wordsOf = (node) => node.textContent.replaceAll(/\s+/g, " ").trim();

// Each paragraph begins with a link to itself; its words are in the <p> that follows.
const findParagraphs = (root) => {
  const found = new Map();
  for (const block of root.querySelectorAll('main [id^="t="], main [id^="p-"]')) {
    if (!block.querySelector(`:scope > a[href="#${CSS.escape(block.id)}"], :scope > a[href^="#"]`)) continue;
    const text = block.querySelector(":scope > p:not(.gone-note), :scope > blockquote > p");
    if (text) found.set(block.id, { id: block.id, block, text });
  }
  return found;
};

const paragraphs = findParagraphs(document);
let current = null; // the paragraph that keys are about
let typing = null; // {paragraph, was, nodes}: the one that is being edited

// When a paragraph begins, in seconds; of one without a time, when the last one before it does.
const secondOf = (paragraph) => {
  const all = [...paragraphs.values()];
  for (let at = all.indexOf(paragraph); at >= 0; at--) {
    const second = /^t=(\d+)/.exec(all[at].id)?.[1];
    if (second) return Number(second);
  }
  return 0;
};
// From when until when a paragraph plays.
const stretchOf = (paragraph) => {
  const all = [...paragraphs.values()];
  const next = all[all.indexOf(paragraph) + 1];
  const from = secondOf(paragraph);
  return { from, to: next ? Math.max(secondOf(next), from + 1) : Infinity };
};
const recording = new Recording(page);
const play = () => recording.toggle(current && stretchOf(current));

// One paragraph after another.
const mark = (paragraph, state) => {
  paragraph.text.dataset.kbgenParagraph = state;
};
const choose = (paragraph) => {
  if (current && current !== typing?.paragraph) mark(current, "");
  current = paragraph;
  if (paragraph !== typing?.paragraph) mark(paragraph, "current");
};
const inSight = () => {
  const all = [...paragraphs.values()];
  return all.find(({ block }) => block.getBoundingClientRect().bottom > 80) ?? all.at(-1);
};
const type = (paragraph) => {
  if (typing?.paragraph === paragraph) return;
  stop();
  choose(paragraph);
  const { text } = paragraph;
  typing = { paragraph, was: wordsOf(text), nodes: [...text.childNodes] };
  text.replaceChildren(typing.was);
  text.contentEditable = "plaintext-only";
  text.setAttribute("role", "textbox");
  text.setAttribute("aria-multiline", "true");
  text.setAttribute("aria-label", "Words of this paragraph");
  mark(paragraph, "editing");
  text.focus();
  text.scrollIntoView({ block: "center" });
  getSelection().collapse(text, 0);
  say("Editing. Enter saves and goes on, Escape leaves, Alt+H shows all keys.");
};
// Ends typing; what was typed is dropped unless it was saved.
const stop = () => {
  if (!typing) return;
  const { paragraph, nodes, saved } = typing;
  const { text } = paragraph;
  typing = null;
  text.removeAttribute("contenteditable");
  for (const name of ["role", "aria-multiline", "aria-label"]) text.removeAttribute(name);
  text.replaceChildren(...(saved === undefined ? nodes : [saved]));
  mark(paragraph, "current");
  if (saved !== undefined) follow(); // brings the links among the words back
};
const step = (by) => {
  const all = [...paragraphs.values()];
  const at = all.indexOf(current ?? inSight());
  return all[Math.min(all.length - 1, Math.max(0, at + by))];
};

const links = ({ touched, links: all }) => (all ? ` Links touched: ${touched} of ${all}.` : "");
const tell = (result, verb) => {
  if (result.state === "unchanged") return say(`Nothing ${verb === "Saved" ? "changed" : "to do"}.`);
  say(`${verb}: ${result.what}, in ${result.path}.${links(result)}`);
};
// Saves what was typed, and returns whether it is in the file now. A save that would move
// published links is made only when it is asked for again.
let confirmed = "";
const save = async (as) => {
  if (!typing) {
    say("Nothing is being edited.");
    return false;
  }
  const { paragraph, was } = typing;
  const now = wordsOf(paragraph.text);
  if (now === was) {
    say("Nothing changed.");
    return true;
  }
  const edit = { page, fragment: paragraph.id, was, now, as };
  try {
    const result = await ask("save", { ...edit, sure: confirmed === JSON.stringify(edit) });
    if (result.state === "moves") {
      confirmed = JSON.stringify(edit);
      say(`This moves ${result.touched} of ${result.links} published links. Save again to do it all the same.`);
      return false;
    }
    if (result.state === "conflict") {
      say(`Not saved: ${result.problem}. It says now: “${result.theirs}”. You typed: “${now}”.`);
      return false;
    }
    if (result.state === "refused") {
      say(`Not saved: ${result.problem}.`);
      return false;
    }
    if (typing?.paragraph === paragraph) typing.was = typing.saved = now;
    tell(result, "Saved");
    return true;
  } catch (error) {
    say(`Not saved: ${error.message}.`);
    return false;
  }
};
const isChanged = () => typing && wordsOf(typing.paragraph.text) !== typing.was;
const saveAndGo = async (by, as = "words") => {
  const next = step(by);
  const isToSave = isChanged();
  if (isToSave && !(await save(as))) return;
  const message = isToSave && says.textContent;
  stop();
  if (next !== current) type(next);
  if (message) say(message);
};
const takeBack = async (name) => {
  try {
    const result = await ask(name, {});
    if (result.state === "refused") return say(`Not done: ${result.problem}.`);
    if (!isChanged()) stop();
    tell(result, name === "undo" ? "Taken back" : "Done again");
  } catch (error) {
    say(`Not done: ${error.message}.`);
  }
};

// Who speaks: a name is typed, those that are known are proposed, and somebody new gets a page.
const names = make("datalist", { id: "kbgen-people" });
const nameField = make("input", { type: "text", list: names.id, required: "", autocomplete: "off" });
const nameForm = make("form", { method: "dialog" }, make("label", {}, "Who speaks here? ", nameField), names);
const nameDialog = make("dialog", { id: "kbgen-speaker", "aria-label": "Who speaks", lang: "en" }, nameForm);
const nameSpeaker = async () => {
  const paragraph = current ?? inSight();
  if (isChanged()) return say("Save or leave the paragraph first.");
  const was = typing?.paragraph === paragraph ? typing.was : wordsOf(paragraph.text);
  try {
    const result = await ask("speaker", { page, fragment: paragraph.id, was, person: nameField.value });
    const isSaved = result.state === "saved";
    say(isSaved ? `Saved: ${result.what}, in ${result.path}.` : `Not saved: ${result.problem}.`);
  } catch (error) {
    say(`Not saved: ${error.message}.`);
  }
};
nameForm.append(make("button", {}, "Save"));
nameForm.addEventListener("submit", nameSpeaker);
const askWho = async () => {
  nameField.value = "";
  nameDialog.showModal();
  const { people } = await ask("people", {});
  names.replaceChildren(...people.map((name) => make("option", { value: name })));
};

// The keys: those with Alt work everywhere, the others while somebody types.
const keys = [
  ["Alt+E", "edit the paragraph in sight, or the one chosen", () => type(current ?? inSight())],
  ["Enter", "save and go to the next paragraph", () => typing && saveAndGo(1)],
  ["Ctrl+S", "save and stay", () => save("words")],
  ["Escape", "leave the paragraph without saving", () => leave()],
  ["Alt+ArrowDown", "save, next paragraph", () => (typing ? saveAndGo(1) : choose(step(1)))],
  ["Alt+ArrowUp", "save, previous paragraph", () => (typing ? saveAndGo(-1) : choose(step(-1)))],
  ["Alt+C", "save as a correction of this episode", () => save("here")],
  ["Alt+A", "save as a correction of all episodes", () => save("everywhere")],
  ["Alt+W", "say who speaks here, and wherever the file has this label", () => askWho()],
  ["Alt+Z", "take the last save back", () => takeBack("undo")],
  ["Alt+Shift+Z", "do it again", () => takeBack("redo")],
  ["Alt+P", "play from here, or pause", () => play()],
  ["Alt+ArrowLeft", "three seconds back", () => recording.move(-3)],
  ["Alt+ArrowRight", "three seconds forward", () => recording.move(3)],
  ["Alt+-", "slower", () => recording.pace(-0.25)],
  ["Alt+=", "faster", () => recording.pace(0.25)],
  ["Alt+H", "show these keys; also ? where nobody types", () => showKeys()],
];
const leave = () => {
  if (!typing) return;
  stop();
  say("Left without saving.");
};
const nameOf = (event) => {
  // With Alt some keyboards type another character, so letters go by their place.
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  const name = letter ?? event.key;
  const held = [event.ctrlKey || event.metaKey ? "Ctrl+" : "", event.altKey ? "Alt+" : ""];
  if (event.shiftKey && letter) held.push("Shift+");
  return held.join("") + name;
};
const help = make("dialog", { id: "kbgen-keys", "aria-label": "Keys for editing", lang: "en", dir: "ltr" });
const rows = keys.map(([name, meaning]) =>
  make("tr", {}, make("th", { scope: "row" }, name.replace("Arrow", "")), make("td", {}, meaning)),
);
const close = make("button", { type: "button" }, "Close");
close.addEventListener("click", () => help.close());
help.append(make("h2", {}, "Keys"), make("table", {}, make("tbody", {}, ...rows)), close);
const showKeys = () => (help.open ? help.close() : help.showModal());

const press = (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  const name = nameOf(event);
  const isQuestion = name === "?" || name === "Shift+?";
  if (isQuestion && (typing || event.target.closest("input, textarea, select"))) return;
  const act = isQuestion ? showKeys : keys.find(([key]) => key === name)?.[2];
  const isForTyping = ["Enter", "Escape", "Ctrl+S"].includes(name);
  const isInDialog = nameDialog.open || (help.open && act !== showKeys);
  if (!act || (isForTyping && !typing) || isInDialog) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  act();
};

// What was said, and where, is not lost when the page is loaded anew.
const loadAgain = () => {
  sessionStorage.setItem("kbgen-edit-said", JSON.stringify([says.textContent, current?.id]));
  location.reload();
};
const goOn = () => {
  const [text, id] = JSON.parse(sessionStorage.getItem("kbgen-edit-said") ?? "[]");
  sessionStorage.removeItem("kbgen-edit-said");
  say(text ?? "Alt+E edits a paragraph, ? shows all keys.");
  if (paragraphs.has(id)) choose(paragraphs.get(id));
};

// After a save the server makes the page again. Only words that changed are taken over, so that
// nobody loses what they type, or their place; a page of another shape is loaded anew.
const follow = () => {
  const request = new XMLHttpRequest();
  request.open("GET", location.pathname + location.search);
  request.responseType = "document";
  request.addEventListener("loadend", () => {
    const fresh = request.response && findParagraphs(request.response);
    if (!fresh) return;
    const speakers = (root) =>
      [...root.querySelectorAll("main section > :is(h3, h4):first-child")].map(wordsOf).join("\n");
    const isSameShape =
      fresh.size === paragraphs.size &&
      [...fresh.keys()].every((id) => paragraphs.has(id)) &&
      speakers(request.response) === speakers(document);
    if (!isSameShape && !typing) return loadAgain();
    for (const [id, { text }] of fresh) {
      const old = paragraphs.get(id);
      if (!old || old === typing?.paragraph || old.text.textContent === text.textContent) continue;
      old.text.replaceChildren(...[...text.childNodes].map((node) => document.adoptNode(node)));
    }
  });
  request.send();
};
const button = (text, act) => {
  const made = make("button", { type: "button" }, text);
  made.addEventListener("click", act);
  return made;
};
const bar = make(
  "section",
  { id: "kbgen-edit", "aria-label": "Editing", lang: "en", dir: "ltr" },
  button("Edit", () => type(current ?? inSight())),
  button("Play", () => play()),
  button("Save", () => save("words")),
  button("Undo", () => takeBack("undo")),
  button("Keys", () => showKeys()),
  make("a", { href: `${base}/_kbgen/queue.html` }, "Queue"),
  says,
);
const begin = () => {
  document.addEventListener("keydown", press, true);
  document.addEventListener("beforeinput", (event) => {
    if (typing && event.target === typing.paragraph.text) recording.waitForTyping();
  });
  // A double click on words edits them where they are.
  document.addEventListener("dblclick", (event) => {
    for (const paragraph of paragraphs.values()) if (paragraph.text.contains(event.target)) type(paragraph);
  });
  document.addEventListener("kbgen:change", (event) => {
    event.preventDefault();
    follow();
  });
  window.addEventListener("beforeunload", (event) => {
    if (isChanged()) event.preventDefault();
  });
  document.body.append(bar, help, nameDialog, recording.audio);
  document.body.style.setProperty("padding-block-end", "5rem");
  goOn();
  recording.find();
  // The queue sends whoever wants to type to the paragraph of a doubt.
  const wanted = paragraphs.get(decodeURIComponent(location.hash.slice(1)));
  if (wanted && sessionStorage.getItem("kbgen-edit-now")) type(wanted);
  sessionStorage.removeItem("kbgen-edit-now");
};
if (token && paragraphs.size) begin();
