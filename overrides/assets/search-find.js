// window.fingerpost.search: which pages answer a query, best first. Loaded after search-engine.js; the search page uses
// it, and other pages may.
(function () {
  "use strict";
  const { withIndex } = window.fingerpostIndex;
  const { wordsOf, pagesOf, together, plain } = window.fingerpostWords;
  const FEW = 3; // pages: where fewer have all words, those that have most are shown too
  const NOTHING = { total: 0, results: [], words: [], missing: [], partly: false, whole: 0 };

  // Words that every text needs say nothing of what is looked for, unless there are no others or they are quoted.
  function telling({ small }, words) {
    const kept = words.filter(({ text, phrase }) => phrase || !small.includes(plain(text)));
    return kept.length ? kept : words;
  }

  function phrasesOf(words) {
    const numbers = [...new Set(words.map(({ phrase }) => phrase).filter(Boolean))];
    return numbers.map((number) => words.flatMap((word, place) => (word.phrase === number ? [place] : [])));
  }

  // The pages that hold all words that any page holds (what no page holds is told, and cannot be asked of any). Of
  // three words and more, where only a few pages do, those that hold most of the words come after them.
  function combine(words, answers) {
    const pages = new Map();
    for (const answer of answers) {
      for (const [id, { score }] of answer) {
        const page = pages.get(id) ?? { id, held: 0, score: 0 };
        pages.set(id, { id, held: page.held + 1, score: page.score + score });
      }
    }
    const asked = answers.filter((answer) => answer.size).length;
    const phrases = phrasesOf(words).map((places) => places.map((place) => answers[place]));
    const fitting = [...pages.values()].filter(({ id }) => phrases.every((phrase) => together(phrase, id)));
    const whole = best(fitting.filter(({ held }) => held === asked));
    if (asked < 3 || phrases.length || whole.length >= FEW) return { found: whole, whole: whole.length };
    const most = fitting.filter(({ held }) => held < asked && held * 2 >= asked);
    most.forEach((page) => { page.score *= (page.held / asked) ** 2; });
    return { found: [...whole, ...best(most)], whole: whole.length };
  }

  const best = (pages) => pages.sort((a, b) => b.score - a.score || a.id - b.id);

  // A test of whether a page has, for each filter, one of the values asked for: given as they are or in words.
  async function filtered(index, filters) {
    const asked = Object.entries(filters ?? {}).map(([name, values]) => [name, [values].flat()])
      .filter(([, one]) => one.some((value) => value !== undefined));
    if (!asked.length) return () => true;
    const { pages, filters: known, labels } = await index.facets();
    const fitting = asked.map(([name, values]) => new Set(Object.keys(known[name] ?? {})
      .filter((value) => values.includes(value) || values.includes(labels[name][value]))
      .flatMap((value) => known[name][value].map((place) => pages[place]))));
    return (id) => fitting.every((ids) => ids.has(id));
  }

  // All pages that answer: {found: [{id, score}], forms, words, missing, partly, whole}. `forms` are those that the words
  // were found in; `missing` are words that no page holds; `whole` counts the pages that hold all others, and `partly` is
  // whether pages that do not are among them.
  function ask(query, language, filters) {
    const given = wordsOf(String(query ?? ""), language);
    if (!given.length) return { ...NOTHING, found: [] };
    return withIndex(language, async (index) => {
      const words = telling(index, given);
      const [answers, fits] = await Promise.all([
        Promise.all(words.map((word) => pagesOf(index, word, language))), filtered(index, filters)]);
      const { found, whole } = combine(words, answers);
      const kept = found.filter(({ id }) => fits(id));
      const all = new Set(found.slice(0, whole).map(({ id }) => id));
      const complete = kept.filter(({ id }) => all.has(id)).length;
      const missing = words.filter((_, place) => !answers[place].size).map(({ text }) => text);
      const forms = new Set(answers.flatMap((answer) => [...answer.forms]));
      return {
        found: kept, forms, words: words.map(({ text }) => text), missing, whole: complete, partly: complete < kept.length,
      };
    });
  }

  // A result with what the search page shows of it; `page()` brings its summary, text, places, facts and notes.
  async function shown(index, language, { id }) {
    const page = () => index.page(id);
    const { url, meta } = await page();
    return { id, url: path(url), title: meta.title ?? "", language: meta.lang || language, page };
  }

  async function named(index, language, found) {
    const titles = await index.titles();
    return found.map(({ id }) => {
      const [url, title, lang] = titles[id];
      return { id, url: path(url), title, language: lang || language, page: () => index.page(id) };
    });
  }

  const path = (url) => url.replace(/^\/+/, ""); // from the root of the site, which may lie in a folder

  async function search(query, options = {}) {
    const language = (options.language || document.documentElement.lang).toLowerCase();
    const answer = await ask(query, language, options.filters);
    if (!answer?.found.length) return { ...NOTHING, ...(answer && { words: answer.words, missing: answer.missing }) };
    const { found, ...rest } = answer;
    const from = Math.max(0, Number(options.from) || 0);
    const some = options.limit > 0 ? found.slice(from, from + Number(options.limit)) : found;
    const results = await withIndex(language, (index) => (options.limit > 0
      ? Promise.all(some.map((one) => shown(index, language, one))) : named(index, language, some)));
    return { total: found.length, results, ...rest, ids: found.map(({ id }) => id) };
  }

  window.fingerpost = Object.assign(window.fingerpost ?? {}, { search });
})();
