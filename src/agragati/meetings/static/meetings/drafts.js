// Texts of a meeting survive a lost network: every letter is kept in this browser until the server has it.
// Without this file the page is a plain form. A text changed by someone else meanwhile comes back as 409 with both.
"use strict";
{
  const note = document.querySelector("[data-draft-note]");
  const say = (which) => {
    for (const part of note?.children ?? []) part.hidden = part.dataset.say !== which;
  };

  const attach = (form) => {
    const area = form?.querySelector("textarea[name=text]");
    if (!area) return;
    const key = `draft:${form.dataset.draft}`;
    const stored = () => {
      try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
    };
    // `waits`: "Save" was pressed, and the text goes out as soon as there is a network.
    const keep = (waits) => {
      const draft = { text: area.value, seen: form.elements.seen.value, waits };
      localStorage.setItem(key, JSON.stringify(draft));
    };

    const send = async () => {
      const body = new FormData(form);
      let answer;
      try {
        answer = await fetch(location.href, { method: "POST", body, redirect: "follow" });
      } catch {
        keep(true);
        return say("offline");
      }
      if (answer.ok) {
        // Signed out meanwhile: the answer is the page to sign in, and the text goes out when that is done.
        const saved = new URL(answer.url).pathname === new URL(form.dataset.back, location.href).pathname;
        if (saved) localStorage.removeItem(key);
        return location.assign(answer.url);
      }
      // The server's page says what is wrong, or shows both texts; the draft stays until it is saved.
      keep(false);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
      attach(document.querySelector("form[data-draft]"));
    };

    const draft = stored();
    if (draft && draft.text !== area.value && form.dataset.fresh !== "no") {
      area.value = draft.text;
      form.elements.seen.value = draft.seen;
      say("found");
    }
    area.addEventListener("input", () => keep(false));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep(true);
      send();
    });
    addEventListener("online", () => {
      if (!form.isConnected) return;
      say("");
      if (stored()?.waits) send();
    });
    addEventListener("offline", () => say("offline"));
    if (draft?.waits && navigator.onLine) send();
  };

  attach(document.querySelector("form[data-draft]"));
}
