// The entry page without a network: the page and its files are kept for its person, what is typed is judged here by the
// server's own table and waits in this browser. Without this file the page is a plain form.
import { alone, drop, keep, post } from "./unsent.js";

// First the judging. Every shape, limit and sentence comes from rules/entry_checks.py, which the page carries as data.
const BANGLA = "০১২৩৪৫৬৭৮৯";
const latin = (text) => text.replace(/[০-৯]/g, (digit) => BANGLA.indexOf(digit));
const bangla = (value) => String(value).replace(/\d/g, (digit) => BANGLA[digit]);
const long = (text) => [...text].length;
const whole = (shape) => new RegExp(`^(?:${shape})$`, "u");
const given = (value) => value !== undefined && value !== null;

export const today = () => new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Dhaka" });

const readDay = ({ shapes, years, words }, text) => {
  const plain = long(text) <= 40 ? latin(text).replace(/\s+/g, "") : "";
  const [iso, dayFirst, shortYear] = shapes.map(whole);
  const match = plain.match(iso) ?? plain.match(dayFirst);
  if (!match) return { words: plain.match(shortYear) ? words.short_year : words.shape };
  const [year, month, day] = (match.length === 4 ? match.slice(1) : [match[4], match[3], match[1]]).map(Number);
  if (year < years[0] || year > years[1]) return { words: words.year };
  if (month < 1 || month > 12) return { words: words.month, params: { month: bangla(month) } };
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) {
    return { words: words.day, params: { day: bangla(day), month: bangla(month), year: bangla(year) } };
  }
  return { value: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` };
};

const readNumber = ({ shape, words }, text) => {
  const match = long(text) <= 60 && latin(text).trim().match(whole(shape));
  if (!match || !(match.groups.whole || match.groups.part)) return { words: words.shape };
  const digits = (match.groups.whole ?? "0").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  return { value: (match.groups.sign && match.groups.sign !== "+" ? "-" : "") + digits + (match.groups.part ?? "") };
};

const readMemo = ({ shapes, words }, text) => {
  const [label, ...forms] = shapes;
  const plain = long(text) <= 200 ? latin(text) : "";
  const number = plain.replace(new RegExp(label, "iu"), "").trim().replace(/[।,;]+$/u, "").trimEnd();
  const match = forms.map((form) => number.match(whole(form))).find(Boolean);
  if (match?.groups.issue) return { value: text };
  if (match) {
    const { issue, joint, endorsement, ...groups } = match.groups;
    return { words: words.issue, params: { number: bangla(Object.values(groups).join(".")) } };
  }
  return { words: (number.match(/\d/g) ?? []).length >= 12 ? words.length : words.shape };
};

// Two decimals as whole numbers of one scale, so that nothing is rounded.
const scaled = (one, other) => {
  const places = Math.max(...[one, other].map((text) => (text.split(".")[1] ?? "").length));
  return [one, other].map((text) => {
    const [left, right = ""] = text.split(".");
    return BigInt(left.replace("-", "") + right.padEnd(places, "0")) * (text.startsWith("-") ? -1n : 1n);
  });
};
const compare = (one, other) => {
  const [left, right] = scaled(one, other);
  return left < right ? -1 : Number(left > right);
};

const kinds = {
  not_future: (value, more, values, day) => value <= day,
  between: (value, { first, last }) => first <= value && value <= last,
  needed: (value) => Boolean((value ?? "").trim()),
  given: (value) => given(value),
  absent: (value) => !given(value),
  not_negative: (value) => !given(value) || compare(value, "0") >= 0,
  below: (value, { limit }) => !given(value) || compare(value, limit) < 0,
  whole: (value) => !given(value) || /^0*$/.test(value.split(".")[1] ?? ""),
  with: (value, { other }, values) => given(value) || !given(values[other]),
  without: (value, { other }, values) => !given(value) || !given(values[other]),
  at_most: (value, { other }, values) => !given(value) || !given(values[other]) || compare(values[other], "0") === 0 || compare(value, values[other]) <= 0,
};

const readField = (sheet, [name, kind, required, most], raw) => {
  const text = ["text", "memo"].includes(kind) ? raw.trim() : raw;
  if (text === "") return required ? { words: sheet.required } : {};
  if (most && long(text.replace(/\r?\n/g, "\r\n")) > most) return { words: sheet.long };
  if (kind === "day") return readDay(sheet.day, text);
  if (kind === "number") return readNumber(sheet.number, text);
  return kind === "memo" ? readMemo(sheet.memo, text) : { value: text };
};

// What is wrong with what was typed: [{field, words, params}]; how each field reads comes before how they fit.
export const verdict = (sheet, typed, day) => {
  const values = {};
  const faults = [];
  for (const field of sheet.fields) {
    const { value, words, params } = readField(sheet, field, typed[field[0]] ?? "");
    values[field[0]] = value;
    if (words) faults.push({ field: field[0], words, params });
  }
  if (faults.length) return { faults, provisional: "" };
  const part = (values.standing ?? "done") === "done" ? "done" : "other";
  for (const [field, kind, words, when, more] of sheet.checks) {
    if ((when && when !== part) || kinds[kind](values[field], more, values, day)) continue;
    const { numerator, denominator } = values;
    faults.push({ field, words, params: { numerator, denominator, number: values[field], ...more } });
  }
  const period = part === "done" && sheet.periods.find(([first, last]) => first <= values.day && values.day <= last);
  const stated = values.day > day ? values.day : day;
  return { faults, provisional: period && stated < period[2] ? period[2] : "" };
};

// A sentence of the table with its values, digits as the reader's language has them.
export const say = ({ words, params = {} }, isBangla) => words.replace(/%\((\w+)\)s/g, (all, name) => {
  const value = /^\d{4}-\d{2}-\d{2}$/.test(params[name]) ? params[name].split("-").reverse().join("/") : params[name];
  return isBangla ? bangla(value ?? "") : value ?? "";
});

// Then the page.
const root = document.documentElement;
const isBangla = root.lang === "bn";
const rules = document.getElementById("entry-rules");
const sheet = rules ? JSON.parse(rules.textContent) : {};
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
if (rules && navigator.onLine && "serviceWorker" in navigator && person) {
  if (document.readyState === "complete") keepPage().catch(() => {});
  else addEventListener("load", () => keepPage().catch(() => {}));
}
