// Fetches what each resource hands over to packs: a script beside its page, because a page that was opened by
// double-click may run the scripts beside it and read nothing. It comes from this collection alone, sanitised.
window.fingerpostPieces = (function () {
  "use strict";
  const given = new Map();
  const asked = new Map();
  window.fingerpostPiece = ([, data]) => given.set(document.currentScript.dataset.place, data);

  function load(place) {
    if (!asked.has(place)) {
      asked.set(place, new Promise((done) => {
        const script = document.createElement("script");
        const ended = () => {
          script.remove();
          if (!given.has(place)) asked.delete(place); // to try again
          done(given.get(place) ?? null);
        };
        script.dataset.place = place;
        script.addEventListener("load", ended);
        script.addEventListener("error", ended);
        script.src = place;
        document.head.append(script);
      }));
    }
    return asked.get(place);
  }

  // A whole resource with its parts; nothing where any of it did not arrive.
  async function fetched(id) {
    const piece = await load(`${id}/pack.js`);
    if (!piece) return null;
    const parts = await Promise.all(piece.parts.map((stem) => load(`${id}/${stem}.pack.js`)));
    return parts.includes(null) ? null : { ...piece, id, parts: parts.map(({ html }) => html) };
  }

  return { fetched };
})();
