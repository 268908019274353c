// Lets lists.js filter a list that is too long for one page: it is read from its parts, pages of this
// site, when the reader begins to filter.

// Reads a page of this site and returns its items, with links that are good on this page. Nothing
// of what XMLHttpRequest parses is run or loaded.
const itemsOf = (address) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onerror = reject;
    request.onload = () => {
      const page = request.response;
      if (request.status >= 400 || !page) return reject();
      for (const link of page.links) link.setAttribute("href", link.href);
      for (const image of page.images) image.setAttribute("src", image.src);
      resolve([...page.querySelectorAll("[data-item]")]);
    };
    request.send();
  });

// Fills an element with the whole of a list of which the page shows only some, and returns it; the
// list itself, where no page may read another, as on a disk. The element stands in for what the
// page shows (parts.css) as long as the list has the class is-whole.
async function wholeOf(list, parts, field) {
  const whole = document.createElement("ul");
  whole.className = `${list.querySelector("[data-item]").parentElement.className} whole`;
  try {
    whole.append(...(await Promise.all(parts.split(" ").map(itemsOf))).flat());
  } catch {
    return list;
  }
  list.append(whole);
  const show = () => list.classList.toggle("is-whole", field.value.trim() !== "");
  field.addEventListener("input", show);
  show();
  return whole;
}
