// The office box: an editable combobox with a list, after the W3C pattern. The list comes from the server as options.
const WAIT = 180;
let made = 0;

const attach = (box) => {
  const text = box.querySelector("input[type=text]");
  const chosen = box.querySelector("[data-chosen]");
  const told = box.querySelector("[data-told]");
  const list = document.createElement("ul");
  let timer = 0;
  let asked = 0;

  list.id = `combo-${++made}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${text.id}"]`)?.textContent ?? "");
  list.className = "plain";
  list.hidden = true;
  text.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) text.setAttribute(name, value);

  const options = () => [...list.querySelectorAll("[role=option]")];
  const active = () => list.querySelector("[aria-selected=true]");
  const close = () => {
    list.hidden = true;
    text.setAttribute("aria-expanded", "false");
    text.removeAttribute("aria-activedescendant");
  };
  const mark = (option) => {
    options().forEach((each) => each.setAttribute("aria-selected", String(each === option)));
    text.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    text.value = option.dataset.label;
    chosen.value = option.dataset.value;
    box.querySelector("fieldset")?.remove();
    close();
  };
  const ask = async () => {
    const mine = ++asked;
    const words = text.value.trim();
    if (words.length < 2) return close();
    const answer = await fetch(`${box.dataset.combo}?q=${encodeURIComponent(words)}`, { headers: { "X-Requested-With": "fetch" } }).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    list.innerHTML = await answer.text();
    options().forEach((option, at) => { option.id = `${list.id}-${at}`; });
    const some = options().length;
    told.textContent = some ? `${told.dataset.some} ${new Intl.NumberFormat(document.documentElement.lang === "bn" ? "bn-BD" : "en").format(some)}` : told.dataset.none;
    list.hidden = !some;
    text.setAttribute("aria-expanded", String(some > 0));
    text.removeAttribute("aria-activedescendant");
  };
  const step = (by) => {
    if (list.hidden) return ask();
    const all = options();
    const next = all[(all.indexOf(active()) + by + all.length) % all.length] ?? all[0];
    if (next) mark(next);
  };

  text.addEventListener("input", () => {
    chosen.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  text.addEventListener("keydown", (event) => {
    const does = { ArrowDown: () => step(1), ArrowUp: () => step(active() ? -1 : 0), Escape: close, Enter: () => active() && !list.hidden && take(active()) }[event.key];
    if (!does || (event.key === "Enter" && (list.hidden || !active())) || (event.key === "Escape" && list.hidden)) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  });
  text.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
};

export const start = () => document.querySelectorAll("[data-combo]:not([data-combo=''])").forEach(attach);
