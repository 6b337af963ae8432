// Paste a block from a spreadsheet into the grid: it fills cells to the right and below; lines that begin with a code go
// to the row of that code. Without JavaScript, paste into the box.
const told = document.querySelector("[data-pasted]");
const latin = (text) => text.replace(/[০-৯]/g, (digit) => "০১২৩৪৫৬৭৮৯".indexOf(digit));
const digits = (n) => (document.documentElement.lang === "bn" ? String(n).replace(/\d/g, (d) => "০১২৩৪৫৬৭৮৯"[d]) : String(n));
const codeOf = (text) => latin(text).match(/^\s*\[?(\d{1,3}(?:\.\d{1,3}){2,4})\]?(?:\s|$)/)?.[1];
const lines = [...document.querySelectorAll("[data-grid] tbody tr")].map((row) => ({
  code: row.dataset.code, cells: [...row.querySelectorAll("td")].map((td) => td.querySelector("[data-cell]")),
}));

document.addEventListener("paste", (event) => {
  const start = event.target.closest?.("[data-cell]");
  const text = (event.clipboardData?.getData("text") ?? "").replace(/\r/g, "").replace(/\n+$/, "");
  if (!start || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  const top = lines.findIndex((line) => line.cells.includes(start));
  const left = lines[top].cells.indexOf(start);
  let filled = 0;
  let lost = 0;
  text.split("\n").forEach((row, down) => {
    const parts = row.split("\t");
    const code = codeOf(parts[0]);
    if (code) parts.shift();
    const line = code ? lines.find((each) => each.code === code) : lines[top + down];
    parts.forEach((value, across) => {
      const cell = line?.cells[(code ? 0 : left) + across];
      if (cell && value.trim()) { cell.value = value.trim(); filled += 1; } else if (value.trim()) lost += 1;
    });
  });
  told.hidden = false;
  told.textContent = told.dataset.words.replace("#1", digits(filled)).replace("#2", digits(lost));
});
