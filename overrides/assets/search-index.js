// The index of each language, as scripts/fingerpost/search/ wrote it: small scripts that each hand over a part
// (writing.py), so that it is read alike over https:// and over file://. It asks only files of this site, and keeps what
// it learns until the page is left.
window.fingerpostIndex = (function () {
  "use strict";
  const folder = new URL("../search-index/", document.currentScript.src).href;
  // As fingerpost/search/postings.py writes numbers and how often a word stands on a page.
  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const [LEAST, STEP] = [1 / 16, 1.12];
  const VALUES = new Uint8Array(128);
  [...SIGNS].forEach((sign, value) => { VALUES[sign.charCodeAt(0)] = value; });
  const indexes = new Map(); // language → promise of an index
  const taken = new Map(); // name of a part → {version, content}, until it is asked for

  function take(language, name, version, content) {
    taken.set(`${language}/${name}`, { version, content });
  }

  const run = (address) => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: `${folder}${address}` });
    script.onload = () => { script.remove(); resolve(); };
    script.onerror = () => { script.remove(); reject(new Error(`${address} is missing`)); };
    document.head.append(script);
  });

  // A part of the index. One of another version was put there since: then the index is to be opened anew.
  async function part(name, version, address = `${name}.js?${version}`) {
    await run(address);
    const { version: theirs, content } = taken.get(name) ?? {};
    taken.delete(name);
    if (content === undefined) throw new Error(`${name} is empty`);
    if (version && theirs !== version) throw Object.assign(new Error(`${name} has changed`), { changed: true });
    return content;
  }

  // Numbers one after another: below 32 they are one sign, greater ones begin with signs for their lowest five bits.
  function reader(signs) {
    let at = 0;
    const sign = () => VALUES[signs.charCodeAt(at++)];
    function number() {
      let [value, weight] = [0, 1];
      for (;;) {
        const next = sign();
        if (next < 32) return value + next * weight;
        value += (next - 32) * weight;
        weight *= 32;
      }
    }
    return { sign, number, more: () => at < signs.length };
  }

  // Pages, each with something read behind its number.
  function pagesOf(signs, read) {
    const pages = new Map();
    const { sign, number, more } = reader(signs);
    for (let page = -1; more();) pages.set(page += number() + 1, read({ sign, number }));
    return pages;
  }

  const frequencies = (signs) => pagesOf(signs, ({ sign }) => LEAST * STEP ** sign());

  const placesIn = (signs) => pagesOf(signs, ({ number }) => {
    const places = [];
    for (let [left, at] = [number(), 0]; left; left--) places.push(at += number());
    return places;
  });

  function facetsOf({ filters, labels }, pages) {
    const numbers = (signs) => [...pagesOf(signs, () => true).keys()];
    const each = (values) => Object.fromEntries(Object.entries(values).map(([value, signs]) => [value, numbers(signs)]));
    return {
      pages: Array.from({ length: pages }, (_, page) => page), labels,
      filters: Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, each(values)])),
    };
  }

  // Each word comes without what it has in common with the one before: the length of that, then the rest.
  function unfold(coded) {
    let before = "";
    return coded.map((one) => { before = before.slice(0, parseInt(one[0], 36)) + one.slice(1); return before; });
  }

  // The index of one language, or null where the site has none. What was read is kept; what failed is asked for again.
  async function open(language) {
    const versions = await part("/languages", "", `languages.js?${Date.now()}`);
    if (!Object.hasOwn(versions, language)) return null;
    const known = new Map();
    function get(name, made = (content) => content) {
      if (!known.has(name)) {
        const read = part(`${language}/${name}`, versions[language]).then(made);
        known.set(name, read.catch((error) => { known.delete(name); throw error; }));
      }
      return known.get(name);
    }
    const entry = await get("entry");
    const { pages, pieces } = entry;

    function pieceOf(shelf) {
      let [low, high] = [0, pieces.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (pieces[middle] <= shelf) low = middle + 1; else high = middle;
      }
      return Math.max(0, low - 1);
    }

    const rowsOf = (shelf, rows) => rows.map(([form, signs, stem = form], place) => ({ form, stem, shelf, place, signs }));

    return {
      ...entry,
      endings: new Set(entry.endings),
      // The forms on a shelf: [{form, stem, shelf, place, signs}]; frequencies() says of which pages.
      async rows(shelf) {
        if (!pieces.length) return [];
        const piece = await get(`shelves-${pieceOf(shelf)}`);
        return Object.hasOwn(piece, shelf) ? rowsOf(shelf, piece[shelf]) : [];
      },
      // The forms on shelves whose names begin so, as far as two pieces reach.
      async beginning(letters) {
        const first = pieceOf(letters);
        const some = await Promise.all([first, first + 1].filter((one) => one < pieces.length).map((one) => get(`shelves-${one}`)));
        return some.flatMap((piece) => Object.keys(piece).filter((shelf) => shelf.startsWith(letters))
          .flatMap((shelf) => rowsOf(shelf, piece[shelf])));
      },
      frequencies: ({ signs }) => frequencies(signs),
      // Where a form stands in the text of each page: Map page → places.
      async places({ shelf, place }) {
        return placesIn((await get(`places-${pieceOf(shelf)}`))[shelf][place]);
      },
      page: (number) => get(`page-${number}`),
      // facets: which pages have which value; titles: address, title and language of each; words: all that are held.
      facets: () => get("facets", (content) => facetsOf(content, pages)),
      titles: () => get("titles"),
      words: () => get("words", unfold),
    };
  }

  // An index that failed is let go, so that the next search tries afresh; one that was replaced meanwhile is opened anew.
  async function withIndex(language, work, again = true) {
    if (!indexes.has(language)) indexes.set(language, open(language));
    try {
      const index = await indexes.get(language);
      return index && await work(index);
    } catch (error) {
      indexes.delete(language);
      if (again && error.changed) return withIndex(language, work, false);
      throw error;
    }
  }

  return { take, withIndex };
})();
