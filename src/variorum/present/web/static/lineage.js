// Pictures of lineage: pointing at a report, or coming to it by keyboard, brings out what it hangs together with.
"use strict";

function light(event) {
  const picture = event.target.closest?.("svg.bows");
  if (!picture) return;
  const node = event.target.closest("[data-node]")?.dataset.node;
  const on = node && (event.type === "pointerover" || event.type === "focusin");
  picture.classList.toggle("lit", Boolean(on));
  for (const bow of picture.querySelectorAll("[data-ends]")) {
    bow.classList.toggle("lit", Boolean(on) && bow.dataset.ends.split(" ").includes(node));
  }
}
for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) document.addEventListener(type, light);
