"use strict";
// The form works without this: it adds dropping of files, and says that the work has begun.
for (const field of document.querySelectorAll(".drop")) {
  const input = field.querySelector("input[type=file]");
  const hold = (event) => { event.preventDefault(); field.classList.toggle("over", event.type === "dragover"); };
  for (const kind of ["dragover", "dragleave"]) field.addEventListener(kind, hold);
  field.addEventListener("drop", (event) => { hold(event); if (event.dataTransfer.files.length) input.files = event.dataTransfer.files; });
}
for (const form of document.querySelectorAll("form.ask")) {
  const button = form.querySelector("button");
  form.addEventListener("submit", () => { button.disabled = true; form.querySelector("[role=status]").textContent = "Reading and matching …"; });
  addEventListener("pageshow", () => { button.disabled = false; form.querySelector("[role=status]").textContent = ""; });
}
