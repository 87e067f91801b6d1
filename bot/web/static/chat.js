// SPDX-License-Identifier: MPL-2.0
// The page of the conversation without reloads. What is typed and what could not be sent stays on this device until it
// has been sent, once and in order, also when the page was closed meanwhile or is open twice. Without this file the page
// works by its forms; beside a peer, whose page is brought up to date by live.js, the forms send too.

// A Danish text is the key of its translation; the page holds those of its language, and none where it is Danish.
const TEXTS = JSON.parse(document.documentElement.dataset.texts ?? "{}");
const _ = (danish) => TEXTS[danish] ?? danish;

const WAITS_MS = [2000, 4000, 8000, 15000, 30000];
const NOT_YET = _("Ingen har fået din besked endnu. Den bliver sendt, så snart det kan lade sig gøre. Er der fare, så ring 112.");
const NOT_BESIDE = _("Du har en besked, der ikke er sendt. Den venter, til du er alene med Afsæt igen.");
const SLOW_MS = 3000;
const LINES = document.getElementById("linjer");
const KEY = LINES ? `afsaet:${LINES.dataset.talk}` : "";

const find = (selector) => document.querySelector(selector);
const field = () => document.getElementById("text");
const besidePeer = () => find("[data-listen]") !== null;

function kept(name, otherwise) {
  try { return JSON.parse(localStorage.getItem(`${KEY}:${name}`)) ?? otherwise; } catch { return otherwise; }
}
function keep(name, value) {
  try {
    if (value === "" || value?.length === 0) localStorage.removeItem(`${KEY}:${name}`);
    else localStorage.setItem(`${KEY}:${name}`, JSON.stringify(value));
  } catch { /* A full or closed store: the page itself still holds it. */ }
}

let inMemory = [];
const waiting = () => kept("waiting", inMemory);
function keepWaiting(messages) { inMemory = messages; keep("waiting", messages); }
function drop(id) { keepWaiting(waiting().filter((message) => message.id !== id)); }

function tell(text) {
  const state = document.getElementById("tilstand");
  if (state && state.textContent !== text) state.textContent = text;
}
const calmly = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
function toTheEnd(line) { line?.scrollIntoView({ behavior: calmly, block: "nearest" }); }

function line(kind, text) {
  const made = document.createElement("li");
  made.className = kind;
  made.textContent = text;
  return made;
}

function showWaiting(couldNot, why = NOT_YET) {
  const ids = new Set(waiting().map((message) => message.id));
  for (const old of document.querySelectorAll(".waiting")) if (!ids.has(old.dataset.message)) old.remove();
  for (const message of waiting()) {
    let shown = find(`[data-message="${message.id}"]`);
    if (!shown) {
      shown = line("mine waiting", message.text);
      shown.dataset.message = message.id;
      document.getElementById("linjer").append(shown);
      toTheEnd(shown);
    }
    if (couldNot && shown.classList.contains("waiting") && !shown.querySelector(".unsent")) markUnsent(shown, message.id);
  }
  if (!couldNot || ids.size === 0) return;
  tell(why);
  const help = document.getElementById("hjaelp");
  if (help) help.open = true;
}

function markUnsent(shown, id) {
  const note = document.createElement("span");
  note.className = "unsent";
  note.textContent = _("Ikke sendt endnu.") + " ";
  const away = document.createElement("button");
  away.type = "button";
  away.textContent = _("Slet den fra telefonen");
  away.addEventListener("click", () => {
    drop(id);
    shown.remove();
    if (waiting().length === 0) tell(_("Beskeden er slettet fra telefonen."));
    field()?.focus();
  });
  note.append(away);
  shown.append(note);
}

function showTyping(isTyping) {
  find(".typing")?.remove();
  if (!isTyping) return;
  const dots = line("theirs typing", "…");
  dots.setAttribute("aria-hidden", "true");
  document.getElementById("linjer").append(dots);
  toTheEnd(dots);
}

function showNews(news) {
  const lines = document.getElementById("linjer");
  const fresh = news.querySelector("ol[data-last]");
  if (Number(fresh.dataset.first) > Number(lines.dataset.first)) lines.replaceChildren(); // What was deleted is gone here too.
  lines.dataset.first = fresh.dataset.first;
  if (Number(fresh.dataset.last) > Number(lines.dataset.last)) document.getElementById("nu")?.removeAttribute("id");
  for (const one of [...fresh.children]) {
    const id = one.dataset.message;
    if (id) find(`[data-message="${id}"]`)?.remove();
    lines.append(one);
  }
  lines.dataset.last = fresh.dataset.last;
  find(".say .answers").replaceChildren(...news.querySelector(".answers").childNodes);
  const plan = news.querySelector("#udkast");
  if (plan) find("#udkast")?.replaceWith(plan);
  showWaiting(false);
  toTheEnd(lines.lastElementChild);
}

function showError(news) {
  find(".say > .error")?.remove();
  const told = news?.querySelector(".error");
  if (told) find(".say .answers").before(told);
}

let tries = 0;
let next = 0;
function later(seconds) {
  clearTimeout(next);
  next = setTimeout(send, seconds ? seconds * 1000 : WAITS_MS[Math.min(tries, WAITS_MS.length - 1)]);
  tries += 1;
  showWaiting(true);
  return false;
}

// Without news: a peer beside the citizen got the message, or the talk is no longer open on this device.
function ledAway(message, to) {
  if (to === "/samtale") {
    drop(message.id);
    location.reload();
  } else {
    showWaiting(true, _("Samtalen er lukket på den her telefon. Ingen har fået din besked. Er der fare, så ring 112."));
  }
  return false;
}

async function sendFirst() {
  const message = waiting()[0];
  const form = find("form.say");
  const body = new URLSearchParams({
    form_token: form.elements.form_token.value, client_id: message.id, since: document.getElementById("linjer").dataset.last,
    [message.as]: message.text,
  });
  showTyping(true);
  const slow = setTimeout(() => tell(_("Afsæt er ved at svare.")), SLOW_MS);
  let answer, text;
  try {
    answer = await fetch("/samtale", { method: "POST", body, signal: AbortSignal.timeout?.(30000) });
    text = await answer.text();
  } catch {
    return later();
  } finally {
    clearTimeout(slow);
    showTyping(false);
  }
  if (answer.redirected) return ledAway(message, new URL(answer.url).pathname);
  if (answer.status >= 500 || answer.status === 429) return later(Number(answer.headers.get("Retry-After")));
  const news = new DOMParser().parseFromString(text, "text/html");
  if (!news.querySelector("ol[data-last]")) {
    showWaiting(true);
    tell(_("Siden er gammel. Hent den igen, så bliver din besked sendt."));
    return false;
  }
  drop(message.id);
  tries = 0;
  showNews(news);
  showError(news);
  tell("");
  if (!answer.ok && message.as === "text" && field() && !field().value) field().value = message.text;
  return answer.ok;
}

let isSending = false;
async function send() {
  if (isSending || waiting().length === 0) return;
  if (besidePeer()) return showWaiting(true, NOT_BESIDE);
  isSending = true;
  const all = async () => { while (waiting().length > 0 && (await sendFirst())); };
  try {
    await (navigator.locks ? navigator.locks.request(KEY, all) : all());
  } finally {
    isSending = false;
  }
}

function say(text, as) {
  const id = crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  keepWaiting([...waiting(), { id, text, as }]);
  showError(null);
  showWaiting(false);
  tries = 0;
  send();
}

async function refresh() {
  try {
    const answer = await fetch(`/samtale/nyt?since=${document.getElementById("linjer").dataset.last}`);
    const news = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok && news.querySelector("ol[data-last]")) showNews(news);
  } catch { /* Nothing new without a connection. */ }
}

// ---- Reading aloud, only by a voice on this device

const danish = () => speechSynthesis.getVoices().find((voice) => voice.localService && /^da\b/i.test(voice.lang));
function offerReading() {
  const button = find("[data-does=read]");
  if (button) button.hidden = !danish();
  const without = find("[data-without=read]");
  if (without) without.hidden = danish() !== undefined;
}
function read() {
  if (speechSynthesis.speaking) return speechSynthesis.cancel();
  const last = [...document.querySelectorAll("#linjer > .theirs")].at(-1);
  const spoken = new SpeechSynthesisUtterance(last?.textContent.replace(/^\s*Afsæt:\s*/, "") ?? "");
  spoken.voice = danish();
  spoken.lang = "da-DK";
  speechSynthesis.speak(spoken);
}

function dressUp() {
  if ("speechSynthesis" in window) offerReading();
  const keys = find(".keys");
  if (keys) keys.hidden = besidePeer() || !matchMedia("(pointer: fine)").matches;
  if (field() && !field().value) field().value = kept("draft", "");
  showWaiting(navigator.onLine === false);
  send();
}

// What an earlier talk left on this device can no longer be sent from it.
function forgetOthers() {
  try {
    for (const key of Object.keys(localStorage)) {
      if (/^afsaet:\w+:/.test(key) && !key.startsWith(`${KEY}:`)) localStorage.removeItem(key);
    }
  } catch { /* A closed store holds nothing. */ }
}

function begin() {
  document.addEventListener("input", (event) => { if (event.target === field()) keep("draft", event.target.value); });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.say")) return;
    if (besidePeer()) return keep("draft", "");
    event.preventDefault();
    const chosen = event.submitter?.name === "choice" ? event.submitter.value : "";
    const typed = field().value.trim();
    if (!chosen && !typed) return field().focus();
    if (!chosen) { field().value = ""; keep("draft", ""); }
    say(chosen || typed, chosen ? "choice" : "text");
    if (!chosen || !document.contains(event.submitter)) field().focus();
  });
  document.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && event.target === field() && !event.shiftKey && !event.isComposing;
    if (!sends || besidePeer() || (!event.ctrlKey && !matchMedia("(pointer: fine)").matches)) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".now")) document.getElementById("hjaelp").open = true;
    if (event.target.closest?.("[data-does=read]")) read();
  });
  addEventListener("online", () => { tries = 0; send(); });
  addEventListener("storage", (event) => {
    if (event.key !== `${KEY}:waiting`) return;
    inMemory = JSON.parse(event.newValue ?? "[]");
    showWaiting(false);
    if (!event.newValue) refresh();
  });
  document.addEventListener("afsaet:fresh", dressUp);
  if ("speechSynthesis" in window) speechSynthesis.addEventListener?.("voiceschanged", offerReading);
  forgetOthers();
  dressUp();
}

if (LINES) begin();
