// What a result quotes of its page, and the words found in it: marked(text, forms), excerpt(page, forms) and
// places(page, forms). `forms` are in small letters, as the index holds them. Everything is text, nothing is markup.
window.fingerpostMarks = (function () {
  "use strict";
  const LENGTH = 22; // words of an excerpt,
  const BEFORE = 5; // at most so many of them before the first that was found
  const MOST_PLACES = 3;
  const WORD = /([\p{L}\p{N}\p{M}]+(?:['’ʼ-][\p{L}\p{N}\p{M}]+)*)/u;
  const PART = /([\p{L}\p{N}\p{M}]+)/u;
  const ENDS = /[.!?]["”’)]*$/; // a sentence
  const small = (text) => text.normalize("NFC").toLowerCase();

  // A word with hyphens or an apostrophe is found whole, joined or in all its parts, or in one of its parts.
  function whole(word, forms) {
    const letters = small(word).replace(/['’ʼ]/g, "");
    return forms.has(letters.replace(/-/g, "")) || letters.split("-").every((part) => forms.has(part));
  }

  const holds = (text, forms) => text.split(WORD).some((piece, at) => at % 2
    && (whole(piece, forms) || piece.split(PART).some((part, place) => place % 2 && forms.has(small(part)))));

  const mark = (text) => Object.assign(document.createElement("mark"), { textContent: text });

  // The text in pieces, those found as <mark>.
  function marked(text, forms) {
    return text.split(WORD).flatMap((piece, at) => {
      if (at % 2 === 0) return piece ? [piece] : [];
      if (whole(piece, forms)) return [mark(piece)];
      return piece.split(PART).map((part, place) => (place % 2 && forms.has(small(part)) ? mark(part) : part)).filter(Boolean);
    });
  }

  // The pieces of a page's text that anchors are counted in, and where words found stand among them.
  function read({ text = "" }, forms) {
    const pieces = text.split(text.includes("\u200B") ? "\u200B" : /\s+/);
    return { pieces, hits: pieces.flatMap((piece, at) => (holds(piece, forms) ? [at] : [])) };
  }

  // The words around those found, where most different ones stand together; the title, which comes first, stands above
  // already. Empty where nothing is found.
  function excerpt(page, forms) {
    const { pieces, hits } = read(page, forms);
    const title = (page.meta.title ?? "").split(/\s+/);
    const begins = title.every((word, at) => pieces[at] === word || (at === title.length - 1 && pieces[at] === `${word}.`));
    const found = hits.filter((at) => !begins || at >= title.length);
    if (!found.length) return "";
    const different = (first) => {
      const near = found.filter((at) => at >= first && at < first + LENGTH - BEFORE);
      return new Set(near.map((at) => small(pieces[at]))).size + near.length / 100;
    };
    const first = found.reduce((best, at) => (different(at) > different(best) ? at : best));
    let start = Math.max(begins ? title.length : 0, first - BEFORE);
    for (let at = start; at < first; at++) if (ENDS.test(pieces[at])) start = at + 1;
    const some = pieces.slice(start, start + LENGTH);
    const whole = start === 0 || ENDS.test(pieces[start - 1]);
    return `${whole ? "" : "…"}${some.join(" ")}${ENDS.test(some[some.length - 1]) ? "" : "…"}`;
  }

  // The headings and other places in a page below which most was found, in their order: [{id, title}].
  function places(page, forms) {
    const anchors = [...page.anchors ?? []].sort((a, b) => a[2] - b[2]);
    const { hits } = read(page, forms);
    const found = anchors.map(([id, title, from], at) => {
      const to = anchors[at + 1]?.[2] ?? Infinity;
      return { id, title, count: hits.filter((hit) => hit >= from && hit < to).length };
    }).filter(({ count }) => count);
    const best = [...found].sort((a, b) => b.count - a.count).slice(0, MOST_PLACES);
    return found.filter((one) => best.includes(one));
  }

  return { marked, excerpt, places };
})();
