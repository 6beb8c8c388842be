// The search page: reads q from behind the # of the address (what stands there is never sent), asks Pagefind, lists
// what it found. Its words stand in the page.
// Works over https:// and, with the bundle's offline part, over file://.
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const [field, status, list, more] = ["q", "search-status", "search-results", "search-more"].map(byId);
  if (!field || !list) return;
  byId("search-noscript")?.remove(); // it says that scripts are off; they are on
  const words = JSON.parse(byId("search-words").textContent);
  const settings = JSON.parse(byId("search-settings").textContent);
  const AT_A_TIME = 10;
  const PAUSE = 250; // milliseconds after the last key before we search
  const SLOW = 400; // milliseconds before we say that we are searching
  // Facts and notes are looked up with the rest, but "minutes" or "content note" must not find every page.
  const ASIDE = ["facts", "notes", "noteids", "lang"];
  const RANKING = { metaWeights: Object.fromEntries(ASIDE.map((name) => [name, 0])) };
  let opening = null; // the promise of an engine; let go after a failure, so that the next search tries afresh
  let found = [];
  let turn = 0;
  let timer = 0;

  const filters = window.fingerpostFilters?.({ place: byId("search-filters"), words, settings, engine, changed: run });
  const leftOut = window.fingerpostLeftOut?.({ status, engine, changed: run });

  async function openEngine() {
    const address = new URL(`${settings.bundle}pagefind.js`, document.baseURI).href;
    if (!window.fingerpostPagefind) await load(address);
    return window.fingerpostPagefind.createInstance({ baseUrl: "/", excerptLength: 20, ranking: RANKING });
  }

  const say = (text) => { status.textContent = text; };

  const load = (src) => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  });

  function engine() {
    opening = opening ?? openEngine();
    return opening;
  }

  // All results of a query, best first: [{id, data()}]. The one place that knows how a query is asked: forms of a
  // word, when there are any, are asked for here, united by id for each word and intersected across words.
  async function find(query) {
    const pagefind = await engine();
    const { results } = await pagefind.search(query);
    if (pagefind.lost()) throw new Error("Part of the index did not arrive");
    return results.filter((one) => one.words.length || one.matchedMetaFields?.some((name) => !ASIDE.includes(name)));
  }

  async function run() {
    clearTimeout(timer);
    const query = field.value.trim();
    const mine = ++turn;
    keepAddress(query);
    if (!query) return show([], [], "", false);
    const slow = setTimeout(() => mine === turn && say(words.searching), SLOW);
    try {
      const every = await find(query);
      const all = leftOut ? await leftOut.keep(every, query) : every;
      if (mine !== turn) return;
      const kept = filters ? await filters.keep(all) : all;
      const items = await itemsOf(kept.slice(0, AT_A_TIME));
      if (mine === turn) show(kept, items, sentence(kept.length, query), all.length > 0);
    } catch {
      opening = null;
      if (mine === turn) show([], [], words.failed, false);
    } finally {
      clearTimeout(slow);
    }
  }

  function show(results, items, text, canNarrow) {
    found = results;
    list.textContent = "";
    list.append(...items);
    more.hidden = items.length >= found.length;
    filters?.draw(canNarrow);
    say(text + (leftOut?.told() ?? ""));
  }

  async function showMore() {
    const mine = turn;
    const shown = list.children.length;
    const items = await itemsOf(found.slice(shown, shown + AT_A_TIME)).catch(() => []);
    if (!items.length) say(words.failed);
    if (mine !== turn || shown !== list.children.length) return;
    list.append(...items);
    more.hidden = list.children.length >= found.length;
    items[0]?.querySelector("a").focus();
  }

  const itemsOf = async (results) => (await Promise.all(results.map((one) => one.data()))).map(item);

  function item({ url, meta, excerpt }) {
    const link = element("a", "title", [meta.title || url]);
    link.href = settings.base + url.split("/").filter(Boolean).map(encodeURIComponent).join("/");
    const summary = meta.summary && element("p", "summary", [meta.summary]);
    // A text with a content note is not quoted: nobody should meet it before the note.
    const quoted = !meta.notes && parts(excerpt);
    const known = `${meta.title} ${meta.summary}`.toLowerCase();
    const saysMore = quoted && (!summary || quoted.some((one) => one.nodeType === 1 && !known.includes(plain(one))));
    const quote = saysMore && element("p", "excerpt", quoted);
    const theirs = { lang: meta.lang, dir: "auto" };
    if (meta.lang) [link, summary, quote].forEach((part) => part && Object.assign(part, theirs));
    const notes = meta.notes && element("span", "tag", [meta.notes]);
    const facts = (meta.facts || notes) && element("p", "facts", [meta.facts || "", " ", notes || ""]);
    const row = element("li", "", [link, summary, quote, facts].filter(Boolean));
    leftOut?.mark(row, meta.noteids);
    return row;
  }

  // Pagefind's excerpt is text with "<" and ">" written as entities, and <mark> around the words found.
  function parts(excerpt) {
    const text = (piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    const bare = excerpt.replace(/<\/?mark>/g, "");
    const cut = `${/^\p{Ll}/u.test(bare) ? "…" : ""}${excerpt}${/[.!?]$/.test(bare) ? "" : "…"}`;
    return cut.split(/<\/?mark>/).map((piece, index) => (
      index % 2 ? element("mark", "", [text(piece)]) : document.createTextNode(text(piece))));
  }

  const plain = (part) => part.textContent.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

  function element(name, kind, content) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  }

  function sentence(count, query) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    const text = count ? words.found[form] ?? words.found.other : words.none;
    return text.replace(/\{(count|query)\}/g, (_, name) => (name === "count" ? count : query));
  }

  function keepAddress(query) {
    const asked = new URLSearchParams(query ? { q: query } : {});
    filters?.write(asked);
    try {
      history.replaceState(history.state, "", `${location.pathname}${String(asked) && `#${asked}`}`);
    } catch { /* some browsers keep the address of a file as it is: the search works all the same */ }
  }

  field.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  field.addEventListener("input", () => {
    clearTimeout(timer);
    // One letter alone would fetch a large part of the index: then we wait to be asked.
    if (field.value.trim().length !== 1) timer = setTimeout(run, PAUSE);
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard on the screen would cover the answer
    run();
  });
  more.addEventListener("click", showMore);
  addEventListener("hashchange", () => location.hash.startsWith("#q=") && location.reload()); // another search by hand; not the skip link
  if (field.value) run();
})();
