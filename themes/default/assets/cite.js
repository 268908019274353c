// Citations: adds buttons that copy them, and lets readers cite the moment that they have selected.
// The texts are in the page; this script only fills in time, speaker and address.
const block = document.querySelector("[data-cite]");
const shown = [...block.querySelectorAll("[data-citation]")].map((element) => ({
  element,
  page: [...element.childNodes],
}));
const statusLine = block.querySelector("[data-cite-status]");
const bar = block.querySelector("[data-cited-moment]");
const summary = block.querySelector("summary");
const hasMoments = block.querySelector("template");

// Shows what the citation of a moment adds; what needs a fact that is not known stays away.
function fillIn({ element, page }, values) {
  element.replaceChildren(...page);
  if (!values) return;
  for (const template of element.querySelectorAll("template")) {
    const value = values[template.dataset.moment];
    const added = template.content.cloneNode(true);
    added.querySelector("slot").replaceWith(value);
    template.replaceWith(value ? added : "");
  }
}

function cite(paragraph) {
  if (!hasMoments) return;
  const link = paragraph && momentOf(paragraph);
  // In a transcript without times the link of a paragraph is a sign.
  const time = link && /\d/.test(link.textContent) ? link.textContent : "";
  const speaker = paragraph ? speakerOf(paragraph) : "";
  // Removes signs that mean something in JSON, TeX or wikitext, as generator/citations/marked.cpp.
  const safe = speaker
    .replace(/&/g, "and")
    .replace(/["\\{}|%$#_^~[\]<>=\s]+/g, " ")
    .trim();
  const values = link && {
    time,
    speaker,
    "safe-speaker": safe,
    fragment: link.getAttribute("href").slice(1),
    key: paragraph.id.replaceAll("=", ""),
  };
  for (const one of shown) fillIn(one, values);
  bar.hidden = !link;
  bar.firstElementChild.textContent = time ? t("moment_at", { time }) : t("paragraph_selected");
  summary.textContent = link ? t("cite_moment") : t("cite_page");
}

async function copy({ element }, title) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    statusLine.textContent = t("copied_citation", { title });
  } catch {
    getSelection().selectAllChildren(element);
    statusLine.textContent = t("selected_citation", { title });
  }
}

for (const one of shown) {
  const heading = one.element.previousElementSibling;
  const title = heading.textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = t("copy");
  button.setAttribute("aria-label", t("copy_citation", { title }));
  button.addEventListener("click", () => copy(one, title));
  heading.after(button);
}
bar.lastElementChild.addEventListener("click", () => {
  cite(null);
  summary.focus();
});

const citeAddress = () => {
  const paragraph = document.getElementById(location.hash.slice(1).replace(/%3d/i, "="));
  if (paragraph?.matches(anyParagraph)) cite(paragraph);
};
addEventListener("hashchange", citeAddress);
// share.js sends this event to a paragraph that is to be cited. The citations are then in a window
// over it, so that the reader stays where they are, and go back to the end of the page.
let dialog = null;
function makeDialog() {
  const home = block.parentElement;
  const close = makeElement("form", { method: "dialog" }, makeElement("button", {}, t("key_help_close")));
  dialog = makeElement("dialog", { className: "cite-here", ariaLabel: t("cite_moment") }, close);
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => home.append(block));
  document.body.append(dialog);
}
addEventListener("cite", ({ target }) => {
  cite(target);
  if (!dialog) makeDialog();
  momentOf(target).focus({ preventScroll: true }); // has the focus again when the window is closed
  dialog.prepend(block);
  block.open = true;
  dialog.showModal();
});
citeAddress();
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const node = selection.isCollapsed ? null : selection.anchorNode;
  const paragraph = (node?.nodeType === 1 ? node : node?.parentElement)?.closest(anyParagraph);
  if (paragraph) cite(paragraph);
});
