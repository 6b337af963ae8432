// The entry page without a network: the page and its files are kept for its person, what is typed is judged here by the
// server's own table and waits in this browser. Without this file the page is a plain form.
import { say, today, verdict } from "./checks.js";
import { alone, drop, keep, post } from "./unsent.js";

const root = document.documentElement;
const isBangla = root.lang === "bn";
const sheet = JSON.parse(document.getElementById("entry-rules").textContent);
const person = root.dataset.person;
let busy = false;

const fieldOf = (form, name) => {
  const found = form.elements[name];
  return (found instanceof RadioNodeList ? found[0] : found)?.closest(".f");
};
const clear = (form) => form.querySelectorAll(".err[data-own]").forEach((told) => {
  told.closest(".f")?.classList.remove("wrong");
  told.remove();
});
const blame = (form, fault) => {
  const field = fieldOf(form, fault.field);
  if (!field || field.querySelector(".err[data-own]")) return;
  const told = Object.assign(document.createElement("p"), { className: "err", textContent: say(fault, isBangla) });
  told.dataset.own = "";
  told.setAttribute("role", "alert");
  field.classList.add("wrong");
  (field.querySelector("label, legend") ?? field).after(told);
};
const judge = (form) => {
  const typed = Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  const found = verdict(sheet, typed, today());
  clear(form);
  found.faults.forEach((fault) => blame(form, fault));
  const note = document.querySelector("[data-provisional]");
  note.hidden = !found.provisional;
  note.textContent = found.provisional ? say({ words: sheet.provisional, params: { as_of: found.provisional } }, isBangla) : "";
  if (found.faults.length) form.querySelector(".wrong input, .wrong textarea, .wrong select")?.focus();
  return !found.faults.length;
};

const entryOf = (form) => {
  const data = [...new FormData(form)];
  const own = ["csrfmiddlewaretoken", "submit_key", "file"];
  const file = form.elements.file?.files[0] ?? null;
  const fields = data.filter(([name, value]) => !own.includes(name) && typeof value === "string");
  const value = (name) => form.elements[name]?.value ?? "";
  const shown = [value("day"), value("quantity") || [value("numerator"), value("denominator")].filter(Boolean).join("/"), value("text").slice(0, 60)];
  return {
    key: crypto.randomUUID?.() ?? `${value("submit_key")}-${Date.now()}`, url: location.pathname, title: sheet.title,
    shown: shown.filter(Boolean).join(" · "), fields, file, made: Date.now(), state: "waiting", said: [],
  };
};

const show = (page) => document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
const handIn = (entry, form) => alone(async () => {
  const result = await post(entry).catch(() => ({}));
  if (result.went || result.refused) await drop(entry.key);
  if (result.went) return location.assign(result.went);
  if (result.refused) return show(result.refused);
  form.reset();
  clear(form);
  const told = document.querySelector("[data-kept]");
  told.hidden = false;
  told.focus();
});

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-entry]")) return;
  event.preventDefault();
  event.stopPropagation();
  if (busy || !judge(form)) return;
  busy = true;
  const entry = entryOf(form);
  try {
    await keep(entry);
    await handIn(entry, form);
  } catch {
    form.submit(); // this browser keeps nothing: the form goes as it always went
  } finally {
    busy = false;
  }
}, true);
document.addEventListener("change", (event) => {
  if (event.target.matches("form[data-entry] [name=day]") && event.target.value) {
    const found = verdict({ ...sheet, fields: sheet.fields.filter(([name]) => name === "day"), checks: [] }, { day: event.target.value }, today());
    const note = document.querySelector("[data-provisional]");
    note.hidden = !found.provisional;
    note.textContent = found.provisional ? say({ words: sheet.provisional, params: { as_of: found.provisional } }, isBangla) : "";
  }
});

// The page and its files, as the browser already has them, for its person alone; page.js clears them at sign-out.
const keepPage = async () => {
  await navigator.serviceWorker.register(sheet.worker, { scope: sheet.scope });
  const cache = await caches.open(`entry:${person}`);
  const named = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map((part) => part.href || part.src);
  const loaded = performance.getEntriesByType("resource").map((part) => part.name).filter((name) => name.startsWith(`${location.origin}${sheet.files}`));
  const take = async (address) => (await cache.match(address)) ?? cache.add(new Request(address, { cache: "force-cache" }));
  await Promise.allSettled([...new Set([...named, ...loaded])].map(take));
  await cache.add(new Request(location.pathname, { cache: "force-cache" }));
};
if (navigator.onLine && "serviceWorker" in navigator && person) {
  if (document.readyState === "complete") keepPage().catch(() => {});
  else addEventListener("load", () => keepPage().catch(() => {}));
}
