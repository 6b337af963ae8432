// The clock on the screen in the room runs by itself; without this file it stands as it was when the page came.
"use strict";
{
  const clock = document.querySelector("[data-seconds]");
  if (clock?.dataset.runs) {
    const came = Date.now() - Number(clock.dataset.seconds) * 1000;
    const digits = (n) => String(n).padStart(2, "0").replace(/\d/g, (d) => (document.documentElement.lang === "bn" ? "০১২৩৪৫৬৭৮৯"[d] : d));
    setInterval(() => {
      const passed = Math.floor((Date.now() - came) / 1000);
      clock.textContent = `${digits(Math.floor(passed / 60))}:${digits(passed % 60)}`;
      document.querySelector("[data-over]").hidden = !(Number(clock.dataset.planned) && passed > Number(clock.dataset.planned) * 60);
    }, 1000);
  }
}
