// A report's page: which marks are shown stands in its address, without loading it anew.
"use strict";

const form = document.querySelector("form.layers");
if (form) {
  form.classList.add("scripted");
  form.addEventListener("change", () => {
    const here = new URL(location.href);
    here.searchParams.delete("show");
    for (const [name, value] of new FormData(form)) here.searchParams.append(name, value);
    history.replaceState(history.state, "", here);
  });
}
