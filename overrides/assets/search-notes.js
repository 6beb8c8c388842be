// What a reader would rather not meet, on the search page: leaves it out of the results, says how many, and shows them
// when asked. Loaded between notes.js and search.js, which work without.
window.fingerpostLeftOut = function (page) {
  "use strict";
  const { status, engine, changed } = page;
  const notes = window.fingerpostNotes;
  if (!notes) return null;
  let count = 0;
  let asked = null; // the search for which they are shown after all
  let query = "";
  let pages = null; // the ids of all pages that are to be left out
  const row = notes.make("p", "search-left-out");
  row.hidden = true;
  status.after(row);

  async function load() {
    const { filters, pages: all } = await (await engine()).facets();
    const places = notes.ids(notes.chosen.leave).flatMap((id) => filters.note?.[id] ?? []);
    return new Set(places.map((place) => all[place]));
  }

  return {
    // Of all results of a query, those that are not left out.
    async keep(results, words) {
      query = words;
      count = 0;
      if (!notes.chosen.leave || asked === words) return results;
      pages = pages ?? await load();
      const kept = results.filter((one) => !pages.has(one.id));
      count = results.length - kept.length;
      return kept;
    },
    // What to say of it after the number of results, and the way to see them.
    told() {
      const out = count;
      count = 0;
      row.replaceChildren();
      row.hidden = !out;
      if (!out) return "";
      row.append(notes.button(notes.words.show, () => {
        asked = query;
        changed();
        document.getElementById("q").focus();
      }));
      return ` · ${notes.howMany(out)}`;
    },
    mark: notes.mark,
  };
};
