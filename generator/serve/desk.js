// What pages of `kbgen serve --edit` share: how they ask the server, and where they say what happened.
// Pages are only ever changed by nodes and text, never by markup.

// The path of the site, without a slash at its end: this script is in its folder _kbgen.
export const base = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

const tokenName = "kbgen-edit-token";

// The token comes with the address that kbgen has printed. Other pages of this server find it in
// the storage of its origin, which no other site can read.
function takeToken() {
  const address = new URL(location.href);
  const given = address.searchParams.get("edit");
  if (given) {
    localStorage.setItem(tokenName, given);
    address.searchParams.delete("edit");
    history.replaceState(history.state, "", address);
  }
  return localStorage.getItem(tokenName);
}
export const token = takeToken();

export function make(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

// What happened, for eyes and for screen readers. Each page puts it into a bar of its own.
export const says = make("p", { role: "status", "aria-live": "polite" });
export const say = (text) => {
  says.textContent = text;
};

// Sends a step to the server and returns its answer. Throws what the server says if it refuses.
export async function ask(step, body) {
  const response = await fetch(`${base}/_kbgen/edit/${step}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Kbgen-Token": token },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}
