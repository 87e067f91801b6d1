// SPDX-License-Identifier: MPL-2.0
// Where a page has a `data-listen` address, it is brought up to date when the server says that something is new, or
// leads on to `data-then`.
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
  const then = listening.dataset.then;
  source.addEventListener("changed", then ? () => location.assign(then) : bringUpToDate);
  addEventListener("pagehide", () => source.close());
}

// A card is borrowed into the field with one touch; without this file it is typed.
function lendCards() {
  for (const card of document.querySelectorAll("[data-borrow]")) card.hidden = false;
}
document.addEventListener("click", (event) => {
  const card = event.target.closest?.("[data-borrow]");
  const field = card && document.getElementById("text");
  if (!field) return;
  field.value = card.dataset.borrow;
  field.focus();
});
document.addEventListener("afsaet:fresh", lendCards);
lendCards();

// A button that prints the page is shown only where it can.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Staff see on every page, and without loading it again, that an alert waits.
const alerts = document.querySelector("[data-poll]");

async function lookForAlerts() {
  try {
    const answer = await fetch(alerts.dataset.poll, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const told = (await answer.text()).trim();
    if (told !== alerts.dataset.told) alerts.innerHTML = told;
    alerts.dataset.told = told;
  } catch {
    // no connection: the next look tells
  }
}

if (alerts) {
  lookForAlerts();
  setInterval(lookForAlerts, 15000);
}
