// Copies a line that a reader would otherwise have to mark by hand: how to cite a page, how to credit it.
(function () {
  "use strict";
  function selected(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  for (const button of document.querySelectorAll("button.copy")) {
    const line = document.getElementById(button.dataset.copies);
    const status = button.parentElement.querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", async () => {
      status.textContent = "";
      selected(line); // shows what is copied, and can be copied by hand where the browser does not let us
      try {
        if (navigator.clipboard) await navigator.clipboard.writeText(line.textContent);
        else if (!document.execCommand("copy")) throw new Error("not copied"); // pages that come without https
        status.textContent = button.dataset.says;
      } catch {
        status.textContent = button.dataset.failed;
      }
    });
  }
})();
