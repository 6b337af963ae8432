// Texts of a meeting survive a lost network: every letter is kept in this browser until the server has it.
// Without this file the page is a plain form. A text changed by someone else meanwhile comes back as 409 with both.
"use strict";
{
  const form = document.querySelector("form[data-draft]");
  const area = form?.querySelector("textarea[name=text]");
  if (form && area) {
    const key = `draft:${form.dataset.draft}`;
    const note = document.querySelector("[data-draft-note]");
    const say = (which) => {
      for (const part of note?.children ?? []) part.hidden = part.dataset.say !== which;
    };
    const stored = () => {
      try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    };
    const keep = () => localStorage.setItem(key, JSON.stringify({ text: area.value, seen: form.elements.seen.value }));
    const drop = () => localStorage.removeItem(key);

    const send = async () => {
      const body = new FormData(form);
      let answer;
      try {
        answer = await fetch(form.action || location.href, { method: "POST", body, redirect: "follow" });
      } catch {
        keep();
        return say("offline");
      }
      if (answer.ok) {
        drop();
        location.assign(answer.url);
      } else {
        // The server's page says what is wrong, or shows both texts; the draft stays until it is saved.
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
      }
    };

    const draft = stored();
    if (draft && draft.text !== area.value) {
      area.value = draft.text;
      form.elements.seen.value = draft.seen;
      say("found");
    }
    area.addEventListener("input", keep);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
      send();
    });
    addEventListener("online", () => { if (stored()) send(); });
    addEventListener("offline", () => say("offline"));
  }
  // What was kept for others of this browser goes when someone signs out.
  document.querySelector("form[action*=logout]")?.addEventListener("submit", () => {
    for (const name of Object.keys(localStorage)) if (name.startsWith("draft:")) localStorage.removeItem(name);
  });
}
