// What a reader would rather not meet, on the search page: leaves it out of the results, says how many, and shows them
// when asked. Loaded after notes.js; the search works without both.
window.fingerpostLeftOut = function (page) {
  "use strict";
  const { facets, changed } = page;
  const notes = window.fingerpostNotes;
  if (!notes) return null;
  let asked = null; // the search for which they are shown after all
  const found = new Map(); // language → the ids of all pages that are to be left out

  async function load(language) {
    const { filters, pages } = (await facets(language)) ?? { filters: {}, pages: [] };
    const places = notes.ids(notes.chosen.leave).flatMap((id) => filters.note?.[id] ?? []);
    return new Set(places.map((place) => pages[place]));
  }

  return {
    // The ids of the pages that a search in a language must not show.
    async pages(query, language) {
      if (!notes.chosen.leave || asked === query) return new Set();
      if (!found.has(language)) found.set(language, await load(language));
      return found.get(language);
    },
    // A row below an element, and a function that gives what to say there, after the number of results, of the pages left
    // out; the row has the way to see them.
    below(element) {
      const row = notes.make("p", "search-left-out");
      row.hidden = true;
      element.after(row);
      return (out, query) => {
        row.replaceChildren();
        row.hidden = !out;
        if (!out) return "";
        row.append(notes.button(notes.words.show, () => {
          asked = query;
          changed();
          document.getElementById("q").focus();
        }));
        return ` · ${notes.howMany(out)}`;
      };
    },
    mark(item, ids) {
      notes.mark(item, ids);
      item.querySelector(".warned")?.setAttribute("lang", document.documentElement.lang);
    },
  };
};
