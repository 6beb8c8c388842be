// The search page: takes what is asked from the field, the boxes and the address, asks window.fingerpost.search, says
// how many pages there are and lists them. Its words stand in the page. Works over https:// and over file://.
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const [field, status, list, more, elsewhere] = [
    "q", "search-status", "search-results", "search-more", "search-elsewhere"].map(byId);
  if (!field || !list) return;
  const words = JSON.parse(byId("search-words").textContent);
  const settings = JSON.parse(byId("search-settings").textContent);
  settings.facets = settings.facets.split(" ").filter(Boolean); // ids, in the order in which they are shown
  const { lang: language } = document.documentElement;
  const [first, atATime] = [3, 10]; // results: so many at once, and how many make a page
  const PAUSE = 80; // milliseconds after the last key before we search
  const WAITING = [[400, "searching"], [6000, "slow"]]; // milliseconds before we say that it takes a while
  const SHOWN = 80; // letters of a query that we repeat
  let [turn, timer, lost] = [0, 0, false];
  byId("search-noscript")?.remove(); // it says that scripts are off; they are on

  const read = (name) => window.fingerpostIndex.withIndex(name, (index) => index.facets());
  const held = () => window.fingerpostIndex.withIndex(language, (index) => index.words());
  const address = window.fingerpostAddress(settings, follow);
  const leftOut = window.fingerpostLeftOut?.({ facets: read, changed: () => run() });
  const toldOut = leftOut?.below(status) ?? (() => "");
  const ask = window.fingerpostAsk({ leftOut, first });
  const results = (list, more, failed, recovered) => window.fingerpostResults({
    list, more, words, settings, leftOut, failed, recovered, first, atATime });
  const main = results(list, more, () => status.replaceChildren(words.failed), () => say(...told));
  const filters = window.fingerpostFilters?.({
    place: byId("search-filters"), words, settings, facets: () => read(language), changed: () => run() });
  const others = window.fingerpostOthers({
    place: byId("search-others"), boxes: byId("search-also"), settings, words, ask, results, leftOut, said, changed: () => run() });
  const offers = window.fingerpostOffers?.({
    place: byId("search-offers"), words, ask, language, held, others, address, said, show(code) {
      others.choose(new Set([...others.chosen(), code]));
      field.focus();
      run();
    } });

  let told = []; // what was said last of an answer
  function say(...content) {
    told = content;
    status.replaceChildren(...content);
  }

  // A phrase, in the form for a number where it has forms, with what was looked for set apart: it may be in any script.
  function said(phrase, count, query) {
    const form = typeof phrase === "string" ? phrase : phrase[new Intl.PluralRules(language).select(count)] ?? phrase.other;
    const short = [...query.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim()];
    const text = short.length > SHOWN ? `${short.slice(0, SHOWN).join("")}…` : short.join("");
    return form.split(/(\{\w+\})/).map((piece) => (piece === "{count}" ? String(count)
      : piece === "{query}" || piece === "{words}" ? Object.assign(document.createElement("bdi"), { textContent: text }) : piece));
  }

  function aside(content) {
    const made = Object.assign(document.createElement("span"), { className: "search-aside" });
    made.append(" ", ...content);
    return made;
  }

  const state = () => ({ query: field.value.trim(), chosen: filters?.chosen ?? new Map(), also: others.chosen() });
  const letters = (text) => (text.match(/[\p{L}\p{N}]/gu) ?? []).length;

  async function run(fewest = 1) {
    clearTimeout(timer);
    const asked = state();
    const { query } = asked;
    const mine = ++turn;
    const current = () => mine === turn;
    lost = false;
    address.write(asked);
    if (letters(query) < fewest) return nothingAsked(query);
    const waiting = WAITING.map(([after, name]) => setTimeout(() => current() && say(words[name]), after));
    try {
      const chosen = (await filters?.asked()) ?? {};
      const answer = await ask(query, language, chosen);
      const rows = await main.rows(answer);
      if (!current()) return;
      address.write(state()); // without what no page has
      waiting.forEach(clearTimeout);
      show(answer, rows, asked);
      await others.show(query, chosen, current);
      if (current() && (!answer.ids.length || answer.missing.length)) await offers?.draw(answer, asked, chosen, current);
    } catch {
      if (current()) failed();
    } finally {
      waiting.forEach(clearTimeout);
    }
  }

  function clear() {
    main.show(null, []);
    offers?.clear();
    toldOut(0);
    elsewhere.hidden = false;
  }

  function nothingAsked(query) {
    clear();
    filters?.draw([]);
    others.show("", {}, () => true);
    say(...(query && !letters(query) ? said(words.noWords, 0, query) : []));
  }

  function failed() {
    clear();
    const offline = location.protocol !== "file:" && !navigator.onLine;
    lost = true;
    say(offline ? words.offline : words.failed);
    const again = Object.assign(document.createElement("button"), { type: "button", textContent: words.again });
    again.addEventListener("click", () => { field.focus(); run(); });
    byId("search-offers").replaceChildren(again);
  }

  function show(answer, rows, { query }) {
    const { ids, every, missing, partly, whole, out } = answer;
    const most = partly ? [aside(whole ? said(words.whole, whole, query) : [words.partly])] : [];
    offers?.clear();
    main.show(answer, rows);
    filters?.draw(every);
    elsewhere.hidden = ids.length > 0;
    const number = ids.length ? said(words.found, ids.length, query)
      : every.length ? said(words.noneChosen, every.length, query) : said(words.none, 0, query);
    const told = missing.length && answer.words.length > 1 ? [aside(said(words.missing, 0, missing.join(", ")))] : [];
    say(...number, toldOut(out, query), ...most, ...told);
  }

  function follow(given) {
    filters?.choose(given.chosen);
    others.choose(given.also);
    if (field.value.trim() !== given.query.trim()) field.value = given.query;
    elsewhere.hidden = letters(given.query) > 0; // until it is known that nothing is found
    run();
  }

  // One letter alone would fetch a large part of the index: then we wait for another, or to be asked.
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE, 2);
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard on the screen would cover the answer
    run();
  });
  // Whoever goes to the field is about to ask: what every search needs can come meanwhile.
  field.addEventListener("focus", () => {
    const ready = (index) => window.fingerpostWords.prepare(index, language);
    window.fingerpostIndex.withIndex(language, ready).catch(() => {}); // a search will say that it did not work
  }, { once: true });
  addEventListener("online", () => lost && run());
  follow(address.read());
})();
