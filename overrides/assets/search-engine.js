// Searching: window.fingerpost.search(words, {language, filters, limit}) gives {total, results: [{url, title, language}]}.
// Each word becomes the forms that the collection holds; the pages of all forms are united for each word, and the words
// are intersected. It asks only files of this site, and keeps what it learns until the page is left.
(function () {
  "use strict";
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const bundle = `${assets}../pagefind/`;
  const MOST_WORDS = 24;
  const LONGEST = 60; // letters of a word
  const MOST_FORMS = 60; // of one word
  const BEGUN = 4; // letters from which on the words that begin so are found for one that is not held
  const MOST_BEGUN = 12;
  const NEAR = [1, 0.35, 0.97, 0.8]; // the same word, other circumflexes, a mutation, an inflection
  const RANKING = { metaWeights: { title: 5, summary: 2, also: 2 } };
  const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;
  // As fingerpost/languages/mutation.py has it.
  const CHANGING = /^(?:ngh|ng|mh|nh|ph|th|ch|dd|[ptcbdgmfhn])?(?:ll|rh|[lrn])?/;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
  const shelf = (form) => plain(form).replace(CHANGING, "") || plain(form);
  const indexes = new Map(); // language → promise of an index

  const load = (src) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  });

  // Scripts that are only needed here, each once.
  const scripts = new Map();
  function bring(src) {
    if (!scripts.has(src)) scripts.set(src, load(src).catch((error) => { scripts.delete(src); throw error; }));
    return scripts.get(src);
  }

  async function openIndex(language) {
    const welsh = language === "cy" ? ["welsh-grammar.js", "welsh-forms.js"] : [];
    await Promise.all([`${bundle}pagefind.js`, ...welsh.map((name) => assets + name)].map(bring));
    const index = await window.fingerpostPagefind.open(language, RANKING);
    return index && { ...index, kept: new Map() };
  }

  // An index that failed is let go, so that the next search tries afresh.
  async function withIndex(language, work) {
    if (!indexes.has(language)) indexes.set(language, openIndex(language));
    try {
      const index = await indexes.get(language);
      return index && await work(index);
    } catch (error) {
      indexes.delete(language);
      throw error;
    }
  }

  // Something of the index that is read once: facets, titles, words.
  function once(index, name) {
    if (!index.kept.has(name)) index.kept.set(name, index[name]());
    return index.kept.get(name);
  }

  // Pagefind keeps no single letter that a hyphen or an apostrophe parts from a word. In English an apostrophe parts
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
    const places = pages.map((one) => new Set((one.get(id)?.places ?? []).map(({ location }) => location)));
    return [...places[0]].some((first) => {
      let at = first;
      return places.slice(1).every((some) => some.has(at) || some.has(++at));
    });
  }

  // The pages of a word, in parts where it has hyphens: those that hold it in one, and those where the parts stand
  // together. (Pagefind keeps both, but of a title or a summary no places.)
  async function pagesOf(index, { parts }, language) {
    if (parts.length === 1) return holding(index, parts[0], language);
    const [whole, ...each] = await Promise.all([parts.join(""), ...parts].map((text) => holding(index, text, language)));
    for (const [id, { score, places }] of each[0]) {
      if (together(each, id) && !whole.has(id)) whole.set(id, { score, places });
    }
    return whole;
  }

  // The pages of one word: Map id → {score, places}. Pagefind weighs a form by how rare that form is; what counts is
  // how rare the word is, in any form, and how near the form is to what was typed.
  async function holding(index, text, language) {
    const pages = await united(index, await formsOf(index, text, language));
    return pages.size || text.length < BEGUN ? pages : united(index, await begun(index, text, language));
  }

  async function united(index, forms) {
    const answers = await Promise.all(forms.map(async ({ word, form, near }) => (
      { near, pages: await index.holding(word, form) })));
    const pages = new Map();
    for (const { near, pages: some } of answers) {
      const weight = near / rarity(index.pages, some.length);
      for (const { id, score, places } of some) {
        const page = pages.get(id) ?? { score: 0, places: [] };
        pages.set(id, { score: page.score + score * weight, places: [...page.places, ...places] });
      }
    }
    const rare = rarity(index.pages, pages.size);
    pages.forEach((page) => { page.score *= rare; });
    return pages;
  }

  // Of a word that is not held, as one is while it is typed, the words that begin so.
  async function begun(index, text, language) {
    const words = (await heldWords(index)).filter((word) => plain(word).startsWith(plain(text))).slice(0, MOST_BEGUN);
    return words.map((word) => ({ near: 1, ...(language === "cy" ? { word: shelf(word), form: word } : { word: plain(word) }) }));
  }

  // The forms to ask for, each with its weight. Where the word stands somewhere as it was typed, pages that only have it
  // with other circumflexes come last; where it stands nowhere so, they are as good.
  async function formsOf(index, text, language) {
    if (language !== "cy") return [{ word: plain(text), near: 1 }];
    const [{ tables }, held] = await Promise.all([once(index, "language"), heldWords(index)]);
    index.forms = index.forms ?? window.fingerpostForms(tables);
    index.set = index.set ?? new Set(held);
    const found = index.forms.forms(text, index.set).slice(0, MOST_FORMS);
    const nearest = found[0]?.nearness;
    return found.map(({ form, nearness }) => ({ word: shelf(form), form, near: nearness === nearest ? 1 : NEAR[nearness] }));
  }

  // Every word that the pages hold, in order.
  function heldWords(index) {
    index.held = index.held ?? once(index, "words").then(unfold);
    return index.held;
  }

  // Each word comes without what it has in common with the one before: the length of that, then the rest.
  function unfold(coded) {
    let before = "";
    return coded.map((one) => { before = before.slice(0, parseInt(one[0], 36)) + one.slice(1); return before; });
  }

  window.fingerpostIndex = { withIndex, once, wordsOf, pagesOf, together, heldWords, plain };
})();
