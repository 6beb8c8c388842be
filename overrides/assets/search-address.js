// What the search page is asked, as it stands in the address behind the #, which no browser sends: q, each facet by its
// ids, and the other languages to look in. The links to this page in other languages carry it along.
window.fingerpostAddress = function (settings, changed) {
  "use strict";
  const own = document.documentElement.lang;
  const others = settings.languages.map(({ code }) => code);
  const links = document.querySelectorAll(".top a[hreflang], .here a[hreflang]");

  function asked() {
    return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  }

  function read() {
    const given = asked();
    return {
      query: given.get("q") ?? "",
      chosen: new Map(settings.facets.map((name) => [name, new Set(given.getAll(name).filter(Boolean))])),
      also: new Set(given.getAll("also").filter((code) => others.includes(code))),
    };
  }

  // The state as an address has it; without, for example, what was chosen.
  function parameters({ query, chosen, also }) {
    const made = new URLSearchParams(query ? { q: query } : {});
    chosen.forEach((values, name) => values.forEach((value) => made.append(name, value)));
    also.forEach((code) => made.append("also", code));
    return String(made);
  }

  // From a page in Welsh that also looks in English, the way to English leads to one that also looks in Welsh.
  function carry({ also, ...state }) {
    for (const link of links) {
      const there = new Set([...also].map((code) => (code === link.hreflang ? own : code)));
      link.hash = parameters({ ...state, also: there });
    }
  }

  function put(parameters) {
    try {
      history.replaceState(history.state, "", `${location.pathname}${parameters && `#${parameters}`}`);
    } catch { /* some browsers keep the address of a file as it is: the search works all the same */ }
  }

  let kept = "";

  function write(state) {
    kept = parameters(state);
    put(kept);
    carry(state);
  }

  // Words that came before the #, by an old link or a form without our script, are taken behind it at once.
  const before = new URLSearchParams(location.search);
  if (before.has("q")) {
    asked().forEach((value, name) => before.append(name, value));
    put(String(before));
    if (location.search) location.hash = String(before);
  }

  // Another search by hand, by a link or by going back; the way past the header leaves what is asked as it is.
  addEventListener("hashchange", () => {
    const there = location.hash.slice(1);
    if (there === kept) return;
    if (there && !there.includes("=")) put(kept);
    else changed(read());
  });

  return { read, write, parameters };
};
