// SPDX-License-Identifier: MPL-2.0
// Where a page has a `data-listen` address, it is brought up to date when the server says that something is new.
// What is being typed, and where, stays. Without this file the page works by being loaded again.

const listening = document.querySelector("[data-listen]");

async function bringUpToDate() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const main = document.querySelector("main");
  if (!fresh || !main) return;
  const typed = new Map([...main.querySelectorAll("textarea[id], input[id]")].map((field) => [field.id, field.value]));
  const at = document.activeElement?.id;
  main.replaceChildren(...fresh.childNodes);
  for (const [id, value] of typed) {
    const field = document.getElementById(id);
    if (field && value) field.value = value;
  }
  if (at) document.getElementById(at)?.focus();
  document.dispatchEvent(new Event("afsaet:fresh"));
}

if (listening && "EventSource" in window) {
  const source = new EventSource(listening.dataset.listen);
  source.addEventListener("changed", bringUpToDate);
  addEventListener("pagehide", () => source.close());
}
