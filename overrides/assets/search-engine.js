// The pages of a word, for search-find.js: each word becomes the forms in which the collection holds it, and the pages of
// all of them are united. Loaded after search-index.js; in Welsh it brings the rules of forms when they are needed.
window.fingerpostWords = (function () {
  "use strict";
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const MOST_WORDS = 24;
  const LONGEST = 60; // letters of a word
  const MOST_FORMS = 60; // of one word
  const BEGUN = 4; // letters from which on the words that begin so are found for one that is not held
  const MOST_BEGUN = 12;
  const NEAR = [1, 0.35, 0.97, 0.8]; // Welsh: the same word, other circumflexes, a mutation, an inflection
  const STEM = 0.8; // other languages: another word of the same stem
  const ENOUGH = 1.4; // how soon it no longer counts that a word stands on a page again: k1 of BM25, as Pagefind has it
  const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
  // As fingerpost/languages/mutation.py has it.
  const CHANGING = /^(?:ngh|ng|mh|nh|ph|th|ch|dd|[ptcbdgmfhn])?(?:ll|rh|[lrn])?/;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
  const shelf = (form) => plain(form).replace(CHANGING, "") || plain(form);

  // What every search of a language needs beside the pages of its words: of Welsh the rules of forms, and the words held.
  async function prepare(index, language) {
    if (language !== "cy" || index.forms) return;
    const [held] = await Promise.all([index.words(), ...["welsh-grammar.js", "welsh-forms.js"].map(bring)]);
    index.forms = index.forms ?? window.fingerpostForms(index.tables);
    index.set = index.set ?? new Set(held);
  }

  // Scripts that are only needed here, each once.
  const scripts = new Map();
  function bring(name) {
    if (!scripts.has(name)) {
      scripts.set(name, new Promise((onload, onerror) => {
        document.head.append(Object.assign(document.createElement("script"), { src: assets + name, onload, onerror }));
      }).catch((error) => { scripts.delete(name); throw error; }));
    }
    return scripts.get(name);
  }

  // No single letter is kept that a hyphen or an apostrophe parts from a word. In English an apostrophe parts
  // nothing (don't is dont); in Welsh what stands behind one is a word of its own (rhannu'r).
  function partsOf(token, language) {
    const parts = (language === "cy" ? token.split(/['’]/)[0] : token.replace(/['’]/g, "")).split("-");
    const long = parts.filter((part) => part.length > 1);
    return long.length ? long : parts.slice(0, 1);
  }

  // The words of a query: [{text, phrase, parts}]. Those between the same quotation marks bear the same number: they
  // have to stand together. A word with hyphens has its parts.
  function wordsOf(query, language) {
    const words = [];
    const typed = query.slice(0, 4000).normalize("NFC").toLowerCase().replace(/[ʼ`´]/g, "'");
    typed.split(/["“”„«»]/).forEach((piece, place, pieces) => {
      const tokens = (piece.match(TOKEN) ?? []).map((token) => partsOf(token, language));
      const quoted = place % 2 && place < pieces.length - 1 && tokens.flat().length > 1;
      if (quoted) words.push(...tokens.flat().map((text) => ({ text, phrase: place, parts: [text] })));
      else words.push(...tokens.map((parts) => ({ text: parts.join("-"), phrase: 0, parts })));
    });
    const known = new Set();
    const short = words.map((word) => ({ ...word, text: word.text.slice(0, LONGEST), parts: word.parts.map((one) => one.slice(0, LONGEST)) }));
    return short.filter(({ text, phrase }) => phrase || !(known.has(text) || !known.add(text))).slice(0, MOST_WORDS);
  }

  const rarity = (all, holding) => Math.log((all - holding + 0.5) / (holding + 0.5) + 1);

  // Whether words stand side by side on a page, or in one place (the parts of words with hyphens).
  function together(pages, id) {
    const places = pages.map((one) => new Set(one.get(id)?.places ?? []));
    return [...places[0]].some((first) => {
      let at = first;
      return places.slice(1).every((some) => some.has(at) || some.has(++at));
    });
  }

  // The pages of a word, in parts where it has hyphens: those that hold it in one, and those where the parts stand
  // together. Map page → {score, places}; its `forms` are those found. Of a title or a summary there are no places.
  async function pagesOf(index, { parts, phrase }, language) {
    const placed = phrase > 0 || parts.length > 1;
    if (parts.length === 1) return holding(index, parts[0], language, placed);
    const [whole, ...each] = await Promise.all([parts.join(""), ...parts].map((text) => holding(index, text, language, placed)));
    whole.forms.add(parts.join("")); // what is marked is burn-out, not each out
    for (const [id, page] of each[0]) if (!whole.has(id) && together(each, id)) whole.set(id, page);
    return whole;
  }

  async function holding(index, text, language, placed) {
    const found = await (language === "cy" ? welsh(index, text) : alike(index, text));
    const rows = found.length || text.length < BEGUN ? found : await begun(index, text, language);
    return united(index, rows, placed);
  }

  // What counts is how rare the word is, in any form, and how near each form is to what was typed (BM25, Robertson and
  // Zaragoza 2009; the index has the frequencies).
  async function united(index, rows, placed) {
    const pages = Object.assign(new Map(), { forms: new Set(rows.map(({ form }) => form)) });
    const places = placed ? await Promise.all(rows.map(index.places)) : [];
    rows.forEach((row, at) => {
      for (const [id, frequency] of index.frequencies(row)) {
        const page = pages.get(id) ?? { score: 0, places: [] };
        pages.set(id, { score: page.score + frequency * row.near, places: page.places.concat(places[at]?.get(id) ?? []) });
      }
    });
    const rare = rarity(index.pages, pages.size);
    pages.forEach((page) => { page.score = rare * page.score * (ENOUGH + 1) / (page.score + ENOUGH); });
    return pages;
  }

  // Whether a word that is not held may be taken for one of a stem: paying is of pay, note is not of not.
  const believed = (stem, ending) => stem.length > 3 || (stem.length === 3 && ending.length > 2);

  // The words of the same stem. They stand on a shelf that a beginning of the word names. A word that is not held
  // (policed) finds those of a stem that it has, where it ends as words of other stems do.
  async function alike(index, text) {
    const bare = plain(text);
    const names = Array.from({ length: bare.length }, (_, at) => bare.slice(0, at + 1)).filter(({ length }) => length * 2 >= bare.length);
    const turned = bare.replace(/y$/, "i"); // happy and happiness: the English stemmer turns a y at the end into i
    const rows = (await Promise.all([...new Set([...names, turned])].map(index.rows))).flat();
    const held = rows.filter(({ form }) => plain(form) === bare).map(({ stem }) => stem);
    const fitting = rows.map(({ stem }) => stem).filter((stem) => stem === turned || (bare.startsWith(stem)
      && believed(stem, bare.slice(stem.length)) && index.endings.has(bare.slice(stem.length))));
    const longest = Math.max(...fitting.map((stem) => stem.length));
    const stems = held.length ? held : fitting.filter((stem) => stem.length === longest);
    return rows.filter(({ stem }) => stems.includes(stem)).map((row) => ({ ...row, near: plain(row.form) === bare ? 1 : STEM }));
  }

  // The forms that the rules give. Where the word stands somewhere as it was typed, pages that only have it with other
  // circumflexes come last; where it stands nowhere so, they are as good.
  async function welsh(index, text) {
    await prepare(index, "cy");
    const found = index.forms.forms(text, index.set).slice(0, MOST_FORMS);
    return rowsOf(index, found.map(({ form, nearness }) => (
      { form, near: nearness === found[0].nearness ? 1 : NEAR[nearness] })));
  }

  async function rowsOf(index, forms) {
    const rows = await Promise.all(forms.map(async ({ form, near }) => (
      (await index.rows(shelf(form))).filter((row) => row.form === form).map((row) => ({ ...row, near })))));
    return rows.flat();
  }

  // Of a word that is not held, as one is while it is typed, the shortest words that begin so.
  async function begun(index, text, language) {
    const bare = plain(text);
    const begins = (form) => plain(form).startsWith(bare);
    const shortest = (a, b) => a.length - b.length || (a < b ? -1 : 1);
    if (language === "cy") {
      const forms = (await index.words()).filter(begins).sort(shortest).slice(0, MOST_BEGUN);
      return rowsOf(index, forms.map((form) => ({ form, near: 1 })));
    }
    const rows = (await index.beginning(bare)).filter(({ form }) => begins(form));
    return rows.sort((a, b) => shortest(a.form, b.form)).slice(0, MOST_BEGUN).map((row) => ({ ...row, near: 1 }));
  }

  return { wordsOf, pagesOf, prepare, together, plain };
})();
