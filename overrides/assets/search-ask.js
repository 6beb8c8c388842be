// What a search finds in one language, after what the reader chose to see and not to see.
window.fingerpostAsk = function (page) {
  "use strict";
  const { leftOut, first: few } = page;

  // `every`: the ids of all pages with the words; `ids`: of those that fit what was chosen, best first; `out`: how many
  // of these are left out because of their content notes; some(from, count): the results of some of `ids`.
  return async function (query, language, filters = {}) {
    const { search } = window.fingerpost;
    const narrowed = Object.keys(filters).length > 0;
    const all = await search(query, { language, limit: narrowed ? 1 : few });
    const fitting = narrowed && all.total ? await search(query, { language, filters, limit: few }) : all;
    const out = (await leftOut?.pages(query, language)) ?? new Set();
    const kept = (found) => (found.ids ?? []).filter((id) => !out.has(id));
    const ids = kept(fitting);

    // What is left out lies between the others: it is asked for with them, and dropped.
    async function some(from, count) {
      const wanted = ids.slice(from, from + count);
      if (!wanted.length) return [];
      const first = fitting.ids.indexOf(wanted[0]);
      const last = fitting.ids.indexOf(wanted[wanted.length - 1]);
      const { results } = last < fitting.results.length ? { results: fitting.results.slice(first, last + 1) }
        : await search(query, { language, filters, from: first, limit: last - first + 1 });
      return Promise.all(results.filter(({ id }) => wanted.includes(id))
        .map(async (result) => ({ ...await result.page(), ...result, forms: fitting.forms })));
    }

    const whole = (fitting.ids ?? []).slice(0, fitting.whole).filter((id) => !out.has(id)).length; // they come first
    return {
      every: kept(all), ids, out: (fitting.ids ?? []).length - ids.length, some, language,
      words: all.words, missing: all.missing, partly: whole < ids.length && fitting.partly, whole,
    };
  };
};
