// Pagefind as an ordinary script with a fetch of its own, so that one script serves both ways to open a site.
// fingerpost/search/script.py puts Pagefind's own code where the marked line is.
//
// From a server, the index files are fetched as they are. Without one, browsers refuse fetch and modules, but run
// scripts that lie beside the page: there, each file comes as base64 inside a small script, a pack. A pack holds
// all files whose names agree up to two letters after the "_".
(function () {
  "use strict";
  const FROM_SERVER = /^https?:$/.test(location.protocol);
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const base = FROM_SERVER ? here : "/pagefind/"; // without a server it is only a name that comes before each file's
  const packs = new Map();
  const files = new Map();
  let lost = false;

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

  async function fetch(address, options) {
    try {
      const response = await (FROM_SERVER ? window.fetch(address, options) : unpack(address));
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response;
    } catch (error) {
      lost = true;
      throw error;
    }
  }

  // Which pages have which value of which filter: {pages: [id], filters: {name: {value: [position in pages]}}}.
  async function facets() {
    const language = document.documentElement.lang.toLowerCase();
    return (await fetch(`${base}facets.${language}.json`, { cache: "no-cache" })).json();
  }

  /* PAGEFIND */

  window.fingerpostPagefind = {
    handOver: (contents) => Object.entries(contents).forEach(([name, data]) => files.set(name, data)),
    // Pagefind's own instance; facets(); and lost(): whether a file could not be had since. Pagefind itself then
    // answers as if nothing had been found.
    createInstance(options) {
      lost = false;
      return { ...createInstance({ ...options, basePath: base, noWorker: true }), facets, lost: () => lost };
    },
  };
})();
