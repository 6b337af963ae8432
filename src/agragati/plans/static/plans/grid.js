// Paste a block from a spreadsheet into the grid: it fills cells to the right and below. Without JavaScript, paste into the box.
document.addEventListener("paste", (event) => {
  const start = event.target.closest?.("[data-cell]");
  const text = event.clipboardData?.getData("text") ?? "";
  if (!start || !/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  const rows = [...document.querySelectorAll("[data-grid] tbody tr")].map((row) => [...row.querySelectorAll("td")].map((td) => td.querySelector("[data-cell]")));
  const top = rows.findIndex((row) => row.includes(start));
  const left = rows[top].indexOf(start);
  text.replace(/\r/g, "").replace(/\n$/, "").split("\n").forEach((line, down) => line.split("\t").forEach((value, across) => {
    const cell = rows[top + down]?.[left + across];
    if (cell) cell.value = value.trim();
  }));
});
