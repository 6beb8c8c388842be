// Filters for the search page: checkboxes with counts, folded away until asked for. Nothing is fetched for them until they are opened or something is chosen.
//
// Which pages have which value is read once; counting is then done here, on sets of page ids. So the counts are right
// for any query, also one that unites the results of several words.
window.fingerpostFilters = function (page) {
  "use strict";
  const { place, words, settings, facets, changed } = page;
  const SHORT = 6; // values that a group may have to start open,
  const FIRST = 3; // if it is one of the first
  const names = settings.facets;
  const chosen = new Map(names.map((name) => [name, new Set()]));
  let loading = null; // the promise of groups; let go after a failure
  let groups = null; // Map: name → Map: value → {pages, label, box, count, row}
  let all = [];

  const details = make("details", "search-narrow");
  const summary = make("summary");
  const body = make("div", "search-groups");
  details.append(summary, body);
  details.hidden = true;
  place.append(details);
  const row = window.fingerpostChosen?.({ after: details, summary, words, clear() {
    chosen.forEach((values) => values.clear());
    changed();
  } });

  function make(name, kind, text) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  const everyChosen = () => names.flatMap((name) => [...chosen.get(name)].map((value) => [name, value]));

  async function load() {
    const { pages, filters, labels } = (await facets()) ?? { pages: [], filters: {}, labels: {} };
    const made = new Map();
    for (const name of names.filter((one) => filters[one])) {
      const values = new Map();
      for (const value of inOrder(name, Object.keys(filters[name]))) {
        const having = new Set(filters[name][value].map((position) => pages[position]));
        values.set(value, { pages: having, label: labels[name][value], ...box(name, value, labels[name][value]) });
      }
      made.set(name, values);
    }
    body.replaceChildren(...[...made].map(([name, values]) => group(name, values)));
    return made;
  }

  // The page gives the order of values: browsers know no Welsh alphabet, and stages have an order of their own.
  function inOrder(name, values) {
    const given = (settings.order[name] ?? "").split(" ");
    const rank = (value) => (given.includes(value) ? given.indexOf(value) : given.length);
    return values.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }

  function box(name, value, text) {
    const label = make("label");
    const input = Object.assign(make("input"), { type: "checkbox", name, value });
    const count = make("span", "count");
    const said = make("span", "", text);
    said.append(" ", count);
    label.append(input, said);
    input.addEventListener("change", () => choose(name, value, input.checked));
    return { row: label, box: input, count };
  }

  function choose(name, value, wanted) {
    chosen.get(name)[wanted ? "add" : "delete"](value);
    changed();
  }

  // Long groups and later ones start folded, so that they do not push the results out of sight.
  function group(name, values) {
    const made = make("details", "search-group");
    const rows = make("div");
    rows.setAttribute("role", "group");
    rows.setAttribute("aria-label", words.filters[name]);
    rows.append(...[...values.values()].map((one) => one.row));
    made.append(make("summary", "", words.filters[name]), rows);
    made.open = (values.size <= SHORT && names.indexOf(name) < FIRST) || chosen.get(name).size > 0;
    return made;
  }

  // Whether a page passes every group that has something chosen, but for the group `except`.
  const passes = (id, except) => [...groups].every(([name, values]) => name === except || !chosen.get(name).size
    || [...chosen.get(name)].some((value) => values.get(value)?.pages.has(id)));

  function count() {
    for (const [name, values] of groups) {
      const open = all.filter((id) => passes(id, name));
      for (const [value, { pages, box: input, count: shown, row: label }] of values) {
        const number = open.filter((id) => pages.has(id)).length;
        input.checked = chosen.get(name).has(value);
        shown.textContent = `(${number})`;
        label.hidden = !number && !input.checked && input !== document.activeElement;
      }
      const rows = [...values.values()].map((one) => one.row);
      rows[0].closest("details").hidden = rows.every((one) => one.hidden);
    }
  }

  async function ready() {
    loading = loading ?? load();
    groups = await loading.catch((error) => { loading = null; throw error; });
    everyChosen().forEach(([name, value]) => groups.get(name)?.has(value) || chosen.get(name).delete(value));
  }

  // Should it not work, the next search says so.
  details.addEventListener("toggle", () => { if (details.open && !groups) ready().then(count, changed); });

  return {
    chosen,
    choose: (given) => given.forEach((values, name) => chosen.set(name, new Set(values))),
    // What is chosen, as window.fingerpost.search takes it; what no page has is dropped.
    async asked() {
      if (details.open || everyChosen().length) await ready();
      return Object.fromEntries([...chosen].filter(([, values]) => values.size).map(([name, values]) => [name, [...values]]));
    },
    // Bring the counts up to date for the pages that a query found; there may be nothing to narrow.
    draw(ids) {
      all = ids;
      details.hidden = !ids.length && !everyChosen().length;
      const number = everyChosen().length;
      summary.textContent = words.narrow + (number ? ` (${number})` : "");
      row?.draw(everyChosen().map(([name, value]) => ({
        text: `${words.filters[name]}: ${groups?.get(name)?.get(value)?.label ?? value}`,
        away: () => choose(name, value, false),
      })));
      if (groups) count();
    },
  };
};
