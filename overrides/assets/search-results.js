// The results of one language as a list, ten at a time: title, summary or the place where the words stand, places in a
// long page, facts and content notes. Nothing of a page is put here but as text.
window.fingerpostResults = function (page) {
  "use strict";
  const { list, more, words, settings, leftOut, failed, recovered, atATime } = page;
  const here = document.documentElement.lang;
  const MOST_PLACES = 3;
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
  const core = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const bare = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");

  // The words that made the page an answer, as they are written in it.
  function formsOf({ raw_content: text = "", locations = [] }) {
    const each = text.split(text.includes("\u200B") ? "\u200B" : /\s+/);
    return new Set(locations.map((place) => core(bare(each[place] ?? ""))).filter(Boolean));
  }

  function marked(text, forms) {
    return text.split(/([\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*)/u).map((piece, index) => (
      index % 2 && forms.has(piece.toLowerCase()) ? element("mark", "", [piece]) : piece));
  }

  // A page's words begin with its title, which stands above already.
  function withoutTitle(excerpt, title) {
    const words = title.split(/\s+/).length;
    const pieces = excerpt.split(" ");
    const first = bare(pieces.slice(0, words).join(" ").replace(/<\/?mark>/g, ""));
    return [title, `${title}.`].includes(first) ? pieces.slice(words).join(" ") : excerpt;
  }

  // Pagefind's excerpt is text with "<" and ">" written as entities, and <mark> around the words found.
  function quoted(excerpt) {
    const text = excerpt.replace(/<\/?mark>/g, "");
    const cut = `${/^\p{Ll}/u.test(text) ? "…" : ""}${excerpt}${/[.!?]$/.test(text) ? "" : "…"}`;
    return cut.split(/<\/?mark>/).map((piece, index) => (index % 2 ? element("mark", "", [bare(piece)]) : bare(piece)));
  }

  // Nobody is led past a content note, nor quoted what it is about.
  function placesIn({ meta, sub_results: parts = [] }) {
    const found = meta.notes ? [] : parts.filter(({ url }) => url.includes("#"));
    const best = [...found].sort((a, b) => b.locations.length - a.locations.length).slice(0, MOST_PLACES);
    return found.filter((one) => best.includes(one));
  }

  function places(result, theirs) {
    const rows = placesIn(result).map(({ url, title }) => {
      const link = element("a", "", [title]);
      return element("li", "", [Object.assign(link, { href: address(url) }, theirs)]);
    });
    if (!rows.length) return null;
    const label = Object.assign(element("span", "", [words.places]), { lang: here });
    return element("div", "search-places", [label, " ", element("ul", "", rows)]);
  }

  function item(result) {
    const { url, meta, excerpt } = result;
    const theirs = meta.lang ? { lang: meta.lang, dir: "auto" } : {};
    const forms = formsOf(result);
    const link = Object.assign(element("a", "title", marked(meta.title || url, forms)), { href: address(url) }, theirs);
    const summary = meta.summary && Object.assign(element("p", "summary", marked(meta.summary, forms)), theirs);
    const quote = !meta.notes && quoted(withoutTitle(excerpt, meta.title ?? ""));
    const known = `${meta.title} ${meta.summary}`.toLowerCase();
    const says = quote && (!summary || quote.some((one) => one.nodeType && !known.includes(core(one.textContent))));
    const excerpted = says && Object.assign(element("p", "excerpt", quote), theirs);
    const notes = meta.notes && element("span", "tag", [meta.notes]);
    const facts = (meta.facts || notes) && element("p", "facts", [meta.facts || "", " ", notes || ""]);
    const row = element("li", "", [link, summary, excerpted, places(result, theirs), facts].filter(Boolean));
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

  more.addEventListener("click", showMore);

  return {
    // The first results as rows; they are put into the list by show(), when nothing else was asked meanwhile.
    async rows(found) {
      return (await found.some(0, atATime)).map(item);
    },
    show(found, rows) {
      answer = found;
      list.replaceChildren(...rows);
      more.hidden = rows.length >= (found?.ids.length ?? 0);
    },
  };
};
