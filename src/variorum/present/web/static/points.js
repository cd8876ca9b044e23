// Opens a point where it stands among others. Without script each point's own page shows the same.
"use strict";

function opened(button) {
  const into = document.getElementById(button.dataset.into);
  return [into, into?.matches("tr") ? into.cells[0] : into];
}

async function toggle(button) {
  const [into, place] = opened(button);
  if (!into) return;
  const open = button.getAttribute("aria-expanded") !== "true";
  if (open && !place.hasChildNodes()) await htmx.ajax("GET", button.dataset.opens, { target: place, swap: "innerHTML" });
  into.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  button.querySelector(".opener-words").textContent = open ? "Close" : "Open here";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-opens]");
  if (button) toggle(button);
});

function show(part) {
  for (const button of part.querySelectorAll("button[data-opens]")) button.hidden = false;
}

show(document);
document.addEventListener("htmx:afterSwap", () => show(document));
