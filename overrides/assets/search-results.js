// The results of one language as a list, ten at a time, the first few before the others: title, summary or the place
// where the words stand, places in a long page, facts and content notes. Of a page with a content note the index holds
// nothing to quote, and no places. Loaded after search-marks.js.
window.fingerpostResults = function (page) {
  "use strict";
  const { list, more, words, settings, leftOut, failed, recovered, first, atATime } = page;
  const here = document.documentElement.lang;
  const { fingerpostMarks } = window;
  const { marked } = fingerpostMarks;
  let answer = null;

  function element(name, kind, content) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  }

  const address = (url) => {
    const [path, place] = url.split("#");
    const there = settings.base + path.split("/").filter(Boolean).map(encodeURIComponent).join("/");
    return place ? `${there}#${encodeURIComponent(place)}` : there;
  };

  function places(page, theirs) {
    const rows = fingerpostMarks.places(page, page.forms).map(({ id, title }) => {
      const link = element("a", "", [title]);
      return element("li", "", [Object.assign(link, { href: address(`${page.url}#${id}`) }, theirs)]);
    });
    if (!rows.length) return null;
    const label = Object.assign(element("span", "", [words.places]), { lang: here });
    return element("div", "search-places", [label, " ", element("ul", "", rows)]);
  }

  // An excerpt stands there where it shows something that title and summary do not.
  function quoted({ meta, text, forms, ...page }) {
    const excerpt = marked(fingerpostMarks.excerpt({ meta, text, ...page }, forms), forms);
    const known = `${meta.title} ${meta.summary}`.toLowerCase();
    return !meta.summary || excerpt.some((one) => one.nodeType && !known.includes(one.textContent.toLowerCase())) ? excerpt : [];
  }

  function item(page) {
    const { url, meta, forms } = page;
    const theirs = meta.lang ? { lang: meta.lang, dir: "auto" } : {};
    const link = Object.assign(element("a", "title", marked(meta.title || url, forms)), { href: address(url) }, theirs);
    const summary = meta.summary && Object.assign(element("p", "summary", marked(meta.summary, forms)), theirs);
    const quote = quoted(page);
    const excerpt = quote.length && Object.assign(element("p", "excerpt", quote), theirs);
    const notes = meta.notes && element("span", "tag", [meta.notes]);
    const facts = (meta.facts || notes) && element("p", "facts", [meta.facts || "", " ", notes || ""]);
    const row = element("li", "", [link, summary, excerpt, places(page, theirs), facts].filter(Boolean));
    leftOut?.mark(row, meta.noteids);
    return row;
  }

  async function showMore() {
    const mine = answer;
    const shown = list.children.length;
    const items = await mine.some(shown, atATime).then((some) => some.map(item), () => []);
    if (items.length) recovered?.();
    else failed();
    if (mine !== answer || shown !== list.children.length) return;
    list.append(...items);
    more.hidden = list.children.length >= mine.ids.length;
    items[0]?.querySelector("a").focus();
  }

  // What follows the first few comes below them, so that nothing moves that someone may be reading.
  async function fill() {
    const mine = answer;
    const shown = list.children.length;
    const missing = Math.min(atATime, mine?.ids.length ?? 0) - shown;
    const items = missing > 0 ? await mine.some(shown, missing).then((some) => some.map(item), () => []) : [];
    if (mine !== answer) return;
    list.append(...items);
    more.hidden = list.children.length >= (mine?.ids.length ?? 0);
  }

  more.addEventListener("click", showMore);

  return {
    // The first results as rows; they are put into the list by show(), when nothing else was asked meanwhile.
    async rows(found) {
      return (await found.some(0, first)).map(item);
    },
    show(found, rows) {
      answer = found;
      list.replaceChildren(...rows);
      more.hidden = true;
      return fill();
    },
  };
};
