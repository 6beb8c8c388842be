// Handing a pack on: its link, its code, the line that makes a bound PDF of it; and a code that somebody typed in.
window.fingerpostShare = function (words, settings, opened) {
  "use strict";
  const byId = (id) => document.getElementById(`fp-pack-${id}`);
  const { fingerpostPack: kept, fingerpostPackCode: code } = window;
  const links = document.querySelectorAll(".top a[hreflang], .here a[hreflang]");
  // Behind the #, which no browser sends.
  const parameters = (ids) => (ids.length ? `p=${ids.join(",")}` : "");

  // Returns the code. The page in another language gets the same pack.
  function show(ids) {
    const signs = code.write(ids);
    const page = location.protocol === "file:" ? settings.address : location.href.split(/[?#]/)[0];
    byId("code").textContent = signs;
    byId("link").textContent = `${page}#${parameters(ids)}`;
    byId("command").textContent = `python3 scripts/bootstrap.py build --edition print --only ${ids.join(",")}`;
    for (const link of links) link.hash = parameters(ids);
    return signs;
  }

  byId("type").addEventListener("submit", (event) => {
    event.preventDefault();
    const named = code.read(byId("typed").value);
    byId("slip").textContent = named ? "" : words.slip;
    byId("typed").setAttribute("aria-invalid", String(!named));
    if (!named) {
      byId("typed").focus();
      return;
    }
    const found = named.map((signs) => settings.ids.filter((id) => code.of(id) === signs));
    const missing = named.filter((signs, place) => !found[place].length);
    const gone = missing.filter((signs) => settings.gone.includes(signs)).length;
    opened(kept.clean(found.flat()), gone, missing.length - gone, found.some((ids) => ids.length > 1));
  });

  return { show, parameters };
};
