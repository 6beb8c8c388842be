// What is offered where a search found nothing, or nothing for one of its words: words spelt nearly alike, one word instead of several, other languages.
// Only what would find something is offered.
window.fingerpostOffers = function (page) {
  "use strict";
  const { place, words, ask, language, held, others, address, show, said } = page;
  const MOST = 3;

  function make(name, kind, ...content) {
    const made = Object.assign(document.createElement(name), { className: kind });
    made.append(...content);
    return made;
  }

  // A row of links, each to another search with all else as it is.
  function links(label, queries, state) {
    const row = queries.map((query) => {
      const link = Object.assign(make("a", "", query), { href: `#${address.parameters({ ...state, query })}` });
      link.addEventListener("click", () => document.getElementById("q").focus()); // the link itself goes
      return make("li", "", link);
    });
    return make("div", "search-near", make("span", "", label), " ", make("ul", "", ...row));
  }

  async function finding(queries, filters) {
    const answers = await Promise.all(queries.map((query) => ask(query, language, filters)));
    return queries.filter((_, at) => answers[at].ids.length).slice(0, MOST);
  }

  // The query with each missing word replaced by one that is near: the nearest of all, then the next for the first.
  async function spelt(query, missing) {
    if (missing.length > MOST) return [];
    const all = await held();
    const near = new Map(missing.map((word) => [word, window.fingerpostNear?.(word, all, language) ?? []]));
    const known = [...near].filter(([, some]) => some.length);
    if (!known.length || known.length < missing.length) return [];
    const [[first, choices]] = known;
    const typed = query.normalize("NFC").toLowerCase();
    return choices.map((choice) => known.reduce((text, [word, some]) => (
      replaced(text, word, word === first ? choice : some[0])), typed)).filter((text) => text !== typed);
  }

  function replaced(text, word, other) {
    return text.split(/([\p{L}\p{N}\p{M}]+)/u).map((piece) => (piece === word ? other : piece)).join("");
  }

  async function otherLanguages(query, filters) {
    return (await others.counts(query, filters)).map(({ code, title, also, count }) => {
      const button = Object.assign(make("button", "", also), { type: "button" });
      button.addEventListener("click", () => show(code));
      const sentence = make("span", "", `${title}: `, ...said(words.found, count, query));
      return make("p", "search-there", sentence, " ", button);
    });
  }

  return {
    clear: () => place.replaceChildren(),
    // `answer` is of ask(); `current()` says whether it is still wanted.
    async draw(answer, state, filters, current) {
      const { query } = state;
      const rows = [];
      const near = await finding(await spelt(query, answer.missing), filters);
      if (near.length) rows.push(links(words.near, near, state));
      const kept = answer.words.filter((word) => !answer.missing.includes(word));
      const none = !answer.ids.length;
      const single = near.length || !none || answer.words.length < 2 ? [] : await finding(kept.slice(0, MOST), filters);
      if (single.length) rows.push(links(words.single, single, state));
      if (none) rows.push(...await otherLanguages(query, filters));
      if (current()) place.replaceChildren(...rows);
    },
  };
};
