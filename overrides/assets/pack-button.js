// The button on a resource's page that puts it into the reader's pack, or takes it out (pack-kept.js keeps it).
(function () {
  "use strict";
  const part = document.getElementById("fp-pack");
  const pack = window.fingerpostPack;
  if (!part || !pack) return;
  const { id, add, remove, added, removed, notKept } = part.dataset;
  const button = part.querySelector("button");
  const said = part.querySelector("[role=status]");
  const way = part.querySelector("a");
  const isIn = () => pack.read().includes(id);

  // Browsers that keep the things of each page opened from a folder apart would not know of this on the pack's page.
  function lead(refused) {
    way.hash = refused ? `p=${id}` : location.protocol === "file:" && isIn() ? `add=${id}` : "";
  }

  function draw() {
    button.textContent = isIn() ? remove : add;
    lead(false);
  }

  button.addEventListener("click", () => {
    const now = isIn();
    const kept = pack.write(now ? pack.read().filter((one) => one !== id) : [...pack.read(), id]);
    draw();
    said.textContent = !kept ? notKept : now ? removed : added;
    if (!kept) lead(true);
  });
  const follow = () => { said.textContent = ""; draw(); };
  addEventListener("storage", follow);
  addEventListener("pageshow", (event) => event.persisted && follow());
  draw();
})();
