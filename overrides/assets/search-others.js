// Results in other languages, below those in the reader's own, for whoever asked for them: each language with a heading,
// a number of its own, and its words marked as in that language.
window.fingerpostOthers = function (page) {
  "use strict";
  const { place, boxes, settings, words, ask, results, leftOut, said, changed } = page;
  const sections = new Map(); // code → {section, status, list}

  function make(name, kind, text = "") {
    const made = Object.assign(document.createElement(name), { className: kind, textContent: text });
    return made;
  }

  for (const { code, direction, title } of settings.languages) {
    const section = make("section", "search-other");
    const heading = Object.assign(make("h2", "", title), { id: `fp-other-${code}` });
    const status = make("p", "search-status");
    status.setAttribute("role", "status");
    const list = Object.assign(make("ol", "list search-list"), { lang: code, dir: direction });
    const more = Object.assign(make("button", "search-more", words.more), { type: "button", hidden: true });
    section.setAttribute("aria-labelledby", heading.id);
    section.hidden = true;
    section.append(heading, status, list, more);
    place.append(section);
    const told = leftOut?.below(status) ?? (() => "");
    sections.set(code, { section, status, told, list: results(list, more, () => { status.textContent = words.failed; }) });
  }

  boxes.hidden = !settings.languages.length;
  boxes.addEventListener("change", changed);
  const box = (code) => boxes.querySelector(`input[value="${CSS.escape(code)}"]`);

  // Of another language's pages, those whose text is in that language: one not translated stands in the list above.
  const askIn = (code, query, filters) => ask(query, code, { ...filters, language: [code] });

  async function draw(code, query, filters, current) {
    const { section, status, told, list } = sections.get(code);
    section.hidden = !query;
    if (!query) return;
    try {
      const found = await askIn(code, query, filters);
      const rows = await list.rows(found);
      if (!current()) return;
      list.show(found, rows);
      const number = said(found.ids.length ? words.found : words.none, found.ids.length, query);
      status.replaceChildren(...number, told(found.out, query));
    } catch {
      if (!current()) return;
      list.show(null, []);
      told(0);
      status.textContent = words.failed;
    }
  }

  return {
    chosen: () => new Set(settings.languages.map(({ code }) => code).filter((code) => box(code)?.checked)),
    choose(codes) {
      sections.forEach((_, code) => { if (box(code)) box(code).checked = codes.has(code); });
    },
    // `current()` says whether the answer is still wanted.
    async show(query, filters, current) {
      const codes = this.chosen();
      sections.forEach(({ section, told, list }, code) => {
        if (codes.has(code) && query) return;
        section.hidden = true;
        list.show(null, []);
        told(0);
      });
      await Promise.all([...codes].map((code) => draw(code, query, filters, current)));
    },
    // How many results each language has that is not looked in yet: [{code, title, also, count}].
    async counts(query, filters) {
      const rest = settings.languages.filter(({ code }) => !this.chosen().has(code));
      const found = await Promise.all(rest.map(async (language) => (
        { ...language, count: (await askIn(language.code, query, filters)).ids.length })));
      return found.filter(({ count }) => count);
    },
  };
};
