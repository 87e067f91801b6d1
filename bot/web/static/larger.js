// SPDX-License-Identifier: MPL-2.0
// Larger text in three steps, remembered on this device and the same on every page of the citizen's.

// The same as in chat.js: a Danish text is the key of its translation.
const TEXTS = JSON.parse(document.documentElement.dataset.texts ?? "{}");
const _ = (danish) => TEXTS[danish] ?? danish;

function larger(step) {
  const root = document.documentElement;
  const level = (Number(root.dataset.text ?? 0) + step) % 3;
  root.dataset.text = String(level);
  try {
    if (step && level) localStorage.setItem("afsaet:text", String(level));
    if (step && !level) localStorage.removeItem("afsaet:text");
  } catch { /* Then for this page only. */ }
  const button = document.querySelector("[data-does=larger]");
  if (!button) return;
  button.hidden = false;
  button.textContent = level === 2 ? _("Almindelig tekst") : _("Større tekst");
}

try { document.documentElement.dataset.text = localStorage.getItem("afsaet:text") ?? "0"; } catch { /* As it is. */ }
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-does=larger]")) larger(1);
});
document.addEventListener("afsaet:fresh", () => larger(0));
larger(0);
