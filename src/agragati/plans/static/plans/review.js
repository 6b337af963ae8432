// Keys for reviewers. Everything they do, a link or a button does too.
const form = document.querySelector("form[data-verdict]");
const rows = [...document.querySelectorAll("[data-row] th a")];

document.querySelectorAll("[data-keys]").forEach((hint) => { hint.hidden = false; });

const choose = (verdict) => {
  const option = form?.querySelector(`input[name=verdict][value=${verdict}]`);
  if (option) option.checked = true;
  return option;
};
const step = (by) => {
  const at = rows.indexOf(document.activeElement);
  rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.focus();
};
const follow = (key) => document.querySelector(`a[data-key=${key}]`)?.click();
const does = {
  j: () => (rows.length ? step(1) : follow("j")),
  k: () => (rows.length ? step(-1) : follow("k")),
  a: () => choose("accept") && form.requestSubmit(),
  r: () => choose("return") && form.querySelector("textarea[name=reason]").focus(),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=radio]):not([type=checkbox]),textarea,select,[contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in does)) return;
  event.preventDefault();
  does[event.key]();
});
