"use strict";
// The page reads well without this: it adds sorting, filters, and the details that were left for when they are opened.

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// A browser that runs scripts keeps what is inside <noscript> as text: it is turned into a page when it is asked for.
function fill(details) {
  const waiting = details.querySelector(":scope > noscript");
  if (waiting) {
    const template = make("template", { innerHTML: waiting.textContent });
    waiting.replaceWith(template.content);
  }
  const texts = details.querySelector(".texts");
  const job = details.closest(".job").querySelector(".job-text");
  if (texts && job && texts.children.length === 1) texts.append(job.cloneNode(true));
}

function reveal() {
  let target = null;
  try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* not ours */ }
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    fill(target);
    target.scrollIntoView();
    target.querySelector("summary").focus({ preventScroll: true });
  }
}

function valueOf(row, column) {
  const cell = row.cells[column];
  if (cell.dataset.v !== undefined) return -Number(cell.dataset.v);
  const text = cell.textContent.trim();
  if (column === 2) return -Number(text);
  return column === 0 ? Number(text) : text.toLowerCase();
}

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => {
    const button = make("button", { type: "button", className: "sort" }, ...head.childNodes);
    button.addEventListener("click", () => {
      const turned = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", turned === 1 ? "ascending" : "descending");
      const keyed = [...body.rows].map((row, place) => ({ row, place, value: valueOf(row, column) }));
      keyed.sort((a, b) => turned * (a.value < b.value ? -1 : a.value > b.value ? 1 : 0) || a.place - b.place);
      body.append(...keyed.map((it) => it.row));
    });
    head.append(button);
  });
  heads[0].setAttribute("aria-sort", "ascending");
}

function filterable(table) {
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells].slice(3);
  const name = make("input", { type: "search", autocomplete: "off" });
  const least = make("input", { type: "number", min: "0", max: "100", step: "5", placeholder: "0" });
  const skill = make("select", {}, make("option", { value: "" }, "any"));
  heads.forEach((head, index) => skill.append(make("option", { value: String(index + 3) }, head.textContent.trim())));
  const told = make("output", { className: "quiet" });
  const apply = () => {
    const wanted = name.value.trim().toLowerCase();
    const floor = Number(least.value) || 0;
    const column = Number(skill.value);
    let shown = 0;
    for (const row of rows) {
      const has = !column || row.cells[column].matches(".met, .implied");
      row.hidden = !(has && Number(row.cells[2].textContent) >= floor && row.cells[1].textContent.toLowerCase().includes(wanted));
      shown += row.hidden ? 0 : 1;
    }
    told.value = shown === rows.length ? `${rows.length} shown` : `${shown} of ${rows.length} shown`;
  };
  for (const control of [name, least, skill]) control.addEventListener("input", apply);
  const form = make("form", { className: "filters" },
    make("label", {}, "Name ", name), make("label", {}, "Score at least ", least), make("label", {}, "Has ", skill), told);
  form.addEventListener("submit", (event) => event.preventDefault());
  table.parentElement.before(form);
  apply();
}

for (const table of document.querySelectorAll("table.map")) {
  filterable(table);
  sortable(table);
}
for (const details of document.querySelectorAll("details.match")) {
  details.addEventListener("toggle", () => { if (details.open) fill(details); });
  if (details.open) fill(details);
}
// The same link again gives no hashchange: listen for the click as well.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) setTimeout(reveal);
});
addEventListener("hashchange", reveal);
reveal();
