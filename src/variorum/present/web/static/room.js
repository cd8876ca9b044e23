// What pages of the reading room do beyond links and forms; every page can be read and used without it.
"use strict";

// a part that was exchanged can hold the place the address names
document.addEventListener("htmx:afterSettle", () => {
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
});
