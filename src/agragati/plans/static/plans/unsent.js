// Entries typed without a network: kept in this browser by person, shown with a badge, sent when the network is back.
// Each carries its own key, so that one that arrives twice is entered once. Without this file nothing is kept.
const NAME = "agragati-entry";
const place = document.querySelector("[data-unsent]");
const words = place ? JSON.parse(document.getElementById("unsent-words").textContent) : {};
const person = document.documentElement.dataset.person ?? "";
const digits = (n) => (document.documentElement.lang === "bn" ? String(n).replace(/\d/g, (d) => "০১২৩৪৫৬৭৮৯"[d]) : String(n));

const ask = (mode, question) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("entries", { keyPath: "key" });
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const base = opening.result;
    const deal = base.transaction("entries", mode);
    const answer = question(deal.objectStore("entries"));
    deal.oncomplete = () => { base.close(); resolve(answer.result); };
    deal.onabort = () => { base.close(); reject(deal.error); };
  };
});

export const keep = (entry) => ask("readwrite", (store) => store.put({ ...entry, person })).then(show);
export const drop = (key) => ask("readwrite", (store) => store.delete(key)).then(show);
const mine = async () => (await ask("readonly", (store) => store.getAll())).filter((entry) => entry.person === person).sort((a, b) => a.made - b.made);

const piece = (tag, text, className = "") => Object.assign(document.createElement(tag), { textContent: text, className });
const button = (text, does) => {
  const made = piece("button", text, "btn plain");
  made.type = "button";
  made.addEventListener("click", does);
  return made;
};
const line = (entry) => {
  const made = piece("li", "");
  const about = piece("span", "");
  about.append(piece("b", entry.title), ` ${digits(entry.shown)}${entry.file ? ` · ${entry.file.name}` : ""} `, piece("span", words[entry.state], `tag ${entry.state === "waiting" ? "warn" : "bad"}`));
  for (const said of entry.said ?? []) about.append(piece("p", said, "small"));
  made.append(about);
  if (entry.state !== "waiting") made.append(button(words.again, () => keep({ ...entry, state: "waiting", said: [] }).then(send)));
  made.append(button(words.remove, () => confirm(words.sure) && drop(entry.key)));
  return made;
};

export async function show() {
  const entries = await mine().catch(() => []);
  if (entries.length) localStorage.setItem("unsent", String(entries.length));
  else localStorage.removeItem("unsent");
  if (!place) return;
  place.hidden = !entries.length;
  place.querySelector("[data-count]").textContent = words.count.replace("%s", digits(entries.length));
  place.querySelector("ul").replaceChildren(...entries.map(line));
}

const tell = (text) => { if (place) place.querySelector("[data-told]").textContent = text; };
const texts = (page, which) => [...page.querySelectorAll(which)].filter((part) => !part.hidden).map((part) => part.textContent.trim()).filter(Boolean);
// What the server's page says against an entry: at the fields and in its notes, else the whole error page.
const sentences = (page) => {
  const said = texts(page, "main .err, main .summary li, main .note.warn, main .note.bad");
  return said.length ? [...new Set(said)] : texts(page, "main h1, main p").slice(0, 3);
};

// One entry to the server. Gives {went: address}, {refused: page, state}, or {} when it has to wait.
export const post = async (entry) => {
  const who = await fetch(words.sender, { headers: { Accept: "application/json" } });
  const found = who.ok && !who.redirected ? await who.json() : {};
  if (found.person !== person) {
    tell(found.person ? words.other : words.signin);
    return {};
  }
  const body = new FormData();
  for (const [name, value] of entry.fields) body.append(name, value);
  if (entry.file) body.set("file", entry.file, entry.file.name);
  body.set("csrfmiddlewaretoken", found.token);
  body.set("submit_key", entry.key);
  const answer = await fetch(entry.url, { method: "POST", body });
  if (answer.ok && answer.redirected && new URL(answer.url).pathname.startsWith("/plans/indicators/")) return { went: answer.url };
  if (answer.ok || answer.status >= 500 || answer.status === 429) return {};
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { refused: page, state: answer.status === 409 ? "conflict" : "refused", said: sentences(page) };
};

const sendAll = async () => {
  for (const entry of await mine()) {
    if (entry.state !== "waiting") continue;
    const result = await post(entry);
    if (result.went) await drop(entry.key);
    else if (result.refused) await keep({ ...entry, state: result.state, said: result.said });
    else break;
  }
};
export const alone = (does) => (navigator.locks ? navigator.locks.request(NAME, does) : does());
export const send = () => alone(sendAll).catch(() => tell(words.offline));

if (person) {
  show().then(() => localStorage.getItem("unsent") && send());
  addEventListener("online", send);
  place?.querySelector("[data-send]").addEventListener("click", send);
}
