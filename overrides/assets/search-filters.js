// Filters for the search page: checkboxes with counts, folded away until asked for. Loaded before search.js, which
// works without. Nothing is fetched for them until they are opened or stand in the address.
//
// Which pages have which value is read once; narrowing and counting are then done here, on sets of page ids. So
// the counts are right for any query, also one that unites the results of several words.
window.fingerpostFilters = function (page) {
  "use strict";
  const { place, words, settings, engine, changed } = page;
  const SHORT = 6;
  const names = Object.keys(words.filters);
  const asked = new URLSearchParams(location.hash.slice(1));
  const chosen = new Map(names.map((name) => [name, new Set(asked.getAll(name))]));
  let loading = null; // the promise of groups; let go after a failure
  let groups = null; // Map: name → Map: value → {pages, box, count, row}
  let all = [];

  const details = make("details", "search-narrow");
  const summary = make("summary");
  const body = make("div", "search-groups");
  const clear = make("button", "search-clear", words.clear);
  clear.type = "button";
  details.append(summary, body, clear);
  details.hidden = true;
  place.append(details);

  function make(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  function howMany() {
    return [...chosen.values()].reduce((sum, values) => sum + values.size, 0);
  }

  async function load() {
    const facets = await (await engine()).facets();
    const made = new Map();
    for (const name of names.filter((one) => facets.filters[one])) {
      const values = new Map();
      for (const value of inOrder(name, Object.keys(facets.filters[name]))) {
        const pages = new Set(facets.filters[name][value].map((position) => facets.pages[position]));
        values.set(value, { pages, ...row(name, value) });
      }
      made.set(name, values);
    }
    for (const [name, values] of chosen) {
      values.forEach((value) => made.get(name)?.has(value) || values.delete(value));
    }
    body.textContent = "";
    body.append(...[...made].map(([name, values]) => group(name, values)));
    return made;
  }

  // The page may give the order of values: browsers know no Welsh alphabet, and stages have an order of their own.
  function inOrder(name, values) {
    const given = settings.order?.[name] ?? [];
    const rank = (value) => (given.includes(value) ? given.indexOf(value) : given.length);
    const alphabet = new Intl.Collator(document.documentElement.lang);
    return values.sort((a, b) => rank(a) - rank(b) || alphabet.compare(a, b));
  }

  function row(name, value) {
    const label = make("label");
    const box = Object.assign(make("input"), { type: "checkbox", name, value, checked: chosen.get(name).has(value) });
    const count = make("span", "count");
    const text = make("span", "", value);
    text.append(" ", count);
    label.append(box, text);
    box.addEventListener("change", () => {
      chosen.get(name)[box.checked ? "add" : "delete"](value);
      changed();
    });
    return { row: label, box, count };
  }

  // A long group starts folded, so that it does not push the results out of sight.
  function group(name, values) {
    const made = make("details", "search-group");
    const rows = make("div");
    rows.setAttribute("role", "group");
    rows.setAttribute("aria-label", words.filters[name]);
    rows.append(...[...values.values()].map((one) => one.row));
    made.append(make("summary", "", words.filters[name]), rows);
    made.open = values.size <= SHORT || chosen.get(name).size > 0;
    return made;
  }

  // Whether a result passes every group that has something chosen, but for the group `except`.
  function passes(result, except) {
    return [...groups].every(([name, values]) => name === except || !chosen.get(name).size
      || [...chosen.get(name)].some((value) => values.get(value).pages.has(result.id)));
  }

  function count() {
    for (const [name, values] of groups) {
      const open = all.filter((result) => passes(result, name));
      for (const { pages, box, count: shown, row: label } of values.values()) {
        const number = open.filter((result) => pages.has(result.id)).length;
        shown.textContent = `(${number})`;
        label.hidden = !number && !box.checked && box !== document.activeElement;
      }
      const rows = [...values.values()].map((one) => one.row);
      rows[0].closest("details").hidden = rows.every((one) => one.hidden);
    }
  }

  async function ready() {
    loading = loading ?? load();
    groups = await loading.catch((error) => { loading = null; throw error; });
  }

  // Should it not work, the next search says so.
  details.addEventListener("toggle", () => { if (details.open && !groups) ready().then(count, changed); });
  clear.addEventListener("click", () => {
    chosen.forEach((values) => values.clear());
    groups?.forEach((values) => values.forEach(({ box }) => { box.checked = false; }));
    summary.focus();
    changed();
  });

  return {
    // Of all results of a query, those that pass what is chosen.
    async keep(results) {
      all = results;
      if (!details.open && !howMany()) return results;
      await ready();
      return results.filter((result) => passes(result));
    },
    // Bring the counts up to date; there may be nothing to narrow.
    draw(canNarrow) {
      details.hidden = !canNarrow;
      summary.textContent = words.narrow + (howMany() ? ` (${howMany()})` : "");
      clear.hidden = !howMany();
      if (groups) count();
    },
    write(params) {
      chosen.forEach((values, name) => values.forEach((value) => params.append(name, value)));
    },
  };
};
