// Quickens pages that already work without it: focus on errors, no double submit, file size, menus, office suggestions.
const root = document.documentElement;
root.classList.add("js");

// The error summary takes the focus, so that a screen reader begins there.
document.querySelector("[data-focus]")?.focus();

// A form is sent once; the buttons come back when the reader returns to the page.
const freed = () => document.querySelectorAll("form[data-sent]").forEach((form) => {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]")) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
  form.querySelectorAll("button:not([type=button])").forEach((button) => button.setAttribute("aria-disabled", "true"));
});
addEventListener("pageshow", freed);

// A file that is too large is refused before it travels.
document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.type !== "file" || !input.dataset.limit) return;
  const large = [...input.files].some((file) => file.size > Number(input.dataset.limit));
  const field = input.closest(".f");
  field?.querySelector(".err[data-own]")?.remove();
  field?.classList.toggle("wrong", large);
  input.toggleAttribute("aria-invalid", false);
  if (!large) return;
  const told = document.createElement("p");
  told.className = "err";
  told.dataset.own = "";
  told.setAttribute("role", "alert");
  told.textContent = field?.dataset.tooBig ?? "";
  input.setAttribute("aria-invalid", "true");
  input.before(told);
  input.value = "";
});

// What this device keeps for work without a network belongs to one person: gone at sign-out or when another comes.
const kept = async (isOf) => (self.caches ? Promise.all((await caches.keys()).filter(isOf).map((name) => caches.delete(name))) : null);
const isOthers = (name) => name.startsWith("entry:") && name !== `entry:${root.dataset.person}`;
kept(isOthers).catch(() => {});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-leave]")) return;
  event.preventDefault();
  if (localStorage.getItem("unsent") && !confirm(form.dataset.leave)) return;
  for (const name of Object.keys(localStorage)) if (/^(unsent$|draft:)/.test(name)) localStorage.removeItem(name);
  const dropped = new Promise((resolve) => {
    const deal = indexedDB.deleteDatabase("agragati-entry");
    deal.onsuccess = deal.onerror = deal.onblocked = resolve;
  });
  Promise.allSettled([kept((name) => name.startsWith("entry:")), dropped]).then(() => form.submit());
});

// Menus close on Escape and on a click elsewhere.
const menus = () => document.querySelectorAll("details.drop[open]");
document.addEventListener("click", (event) => menus().forEach((menu) => menu.contains(event.target) || (menu.open = false)));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menus().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
});

// The heavier files come only to pages that need them.
if (document.querySelector("[data-combo]:not([data-combo=''])")) import("./combo.js").then((part) => part.start());
// htmx is heavier than all the rest of a page: it waits for the first sign of a hand.
if (document.querySelector("[hx-get],[hx-post],[hx-boost]")) {
  const signs = ["pointermove", "pointerdown", "focusin", "keydown"];
  const load = () => {
    signs.forEach((sign) => document.removeEventListener(sign, load));
    const script = document.createElement("script");
    script.src = root.dataset.htmx;
    document.head.append(script);
  };
  signs.forEach((sign) => document.addEventListener(sign, load, { passive: true }));
}
