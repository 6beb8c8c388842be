// The search field in the header. It takes the words to the search page behind a #, because what stands there
// is never sent: nobody but the reader's own device learns what was looked for.
(function () {
  "use strict";
  for (const form of document.querySelectorAll("form.find")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const words = form.querySelector("input").value.trim();
      window.location.href = form.action + (words ? `#${new URLSearchParams({ q: words })}` : "");
    });
  }
})();
