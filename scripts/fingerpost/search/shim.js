// Pagefind as an ordinary script with a fetch of its own, so that one script serves both ways to open a site.
// fingerpost/search/script.py puts Pagefind's own code where the marked line is.
//
// From a server, the index files are fetched as they are. Without one, browsers refuse fetch and modules, but run
// scripts that lie beside the page: there, each file comes as base64 inside a small script, a pack. A pack holds
// all files whose names agree up to two letters after the "_".
(function () {
  "use strict";
  const FROM_SERVER = /^https?:$/.test(location.protocol);
  const END = "|"; // ends the name of every shelf of words (fingerpost/search/shelves.py)
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const base = FROM_SERVER ? here : "/pagefind/"; // without a server it is only a name that comes before each file's
  const packs = new Map();
  const files = new Map();

  const load = (pack) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${here}offline/${pack}`;
    script.onload = () => { script.remove(); resolve(); };
    script.onerror = () => { script.remove(); packs.delete(pack); reject(new Error(`${pack} is missing`)); };
    document.head.append(script);
  });

  async function unpack(address) {
    const name = address.slice(base.length).split("?")[0];
    const pack = name.replace(/(_..)[^/]*$/, "$1") + ".js";
    if (!packs.has(pack)) packs.set(pack, load(pack));
    await packs.get(pack);
    if (!files.has(name)) throw new Error(`${name} is missing`);
    return new Response(Uint8Array.from(atob(files.get(name)), (letter) => letter.charCodeAt(0)));
  }

  // Pagefind's code keeps one language's program (WebAssembly) and no second, so each language has its own Pagefind.
  function pagefindOf(lose) {
    async function fetch(address, options) {
      try {
        const response = await (FROM_SERVER ? window.fetch(address, options) : unpack(address));
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        return response;
      } catch (error) {
        lose();
        throw error;
      }
    }

    /* PAGEFIND */

    return { PagefindInstance, fetch };
  }

  // The index of one language, or null where the site has none. Pagefind itself answers as if nothing had been found
  // when a file could not be had; here, every answer then fails, and the caller opens the index afresh.
  async function open(language, ranking) {
    let lost = false;
    const { PagefindInstance, fetch } = pagefindOf(() => { lost = true; });
    const pagefind = new PagefindInstance({ basePath: base, baseUrl: "/", excerptLength: 20, ranking });
    await pagefind.loadEntry();
    if (!Object.hasOwn(pagefind.languages, language)) return null;
    pagefind.loadEntry = () => {}; // init would ask for it again
    await pagefind.init(language, { load_wasm: true });
    const whole = (answer) => {
      if (lost) throw new Error("Part of the index did not arrive");
      return answer;
    };

    async function read(name) {
      const response = await fetch(`${base}${name}.${language}.fp`, { cache: "no-cache" });
      return JSON.parse(new TextDecoder().decode(pagefind.decompress(new Uint8Array(await response.arrayBuffer()), name)));
    }

    return {
      pages: pagefind.languages[language].page_count,
      // The pages that hold a word: [{id, score, places}]. With `form`, the pages that hold this form of the shelf
      // `word` and no other; without, all that begin like the word's stem.
      async holding(word, form) {
        const { backend } = pagefind;
        const pointer = await pagefind.getPtr();
        const asked = form ? [word + END] : [word, word + END];
        const pieces = new Set(asked.flatMap((one) => JSON.parse(backend.request_indexes(pointer, one))));
        await Promise.all([...pieces].map((piece) => pagefind.loadChunk(piece)));
        const now = await pagefind.getPtr();
        const term = form ? word + END : word;
        const { results } = JSON.parse(backend.search(now, term, form ? form + END : word, "{}", "", false, Boolean(form)));
        return whole(results.map(({ p, s, l }) => (
          { id: p, score: s, places: l.map((one) => ({ weight: one.w / 24, balanced_score: one.s, location: one.l })) })));
      },
      // A page: {url, meta, excerpt, sub_results}, its excerpt where the places stand closest.
      async page(id, places) {
        return whole({ ...await pagefind.loadFragment(id, places, "") });
      },
      // facets: which pages have which value; titles: address, title and language of each; words: all that are held;
      // language: the words too common to look for, and in Welsh the rules of forms.
      facets: () => read("facets"),
      titles: () => read("pages"),
      language: () => read("language"),
      words: () => read("words"),
    };
  }

  window.fingerpostPagefind = {
    handOver: (contents) => Object.entries(contents).forEach(([name, data]) => files.set(name, data)),
    open,
  };
})();
