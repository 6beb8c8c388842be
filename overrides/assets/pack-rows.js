// The pack as a list: what each thing is and mentions, and buttons to put it elsewhere or take it out. What the reader
// asked to be warned of is not printed, and what they leave out of lists is not shown, until they say so.
window.fingerpostRows = function (words, act) {
  "use strict";
  const list = document.getElementById("fp-pack-list");
  const chosen = document.documentElement.dataset;
  const notes = window.fingerpostNotes; // only where the reader chose something
  const anyway = new Set();
  const shown = new Set();

  function make(name, kind, ...content) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  }

  const has = (piece, listed) => piece.notes.some(({ id }) => (chosen[listed] ?? "").split(" ").includes(id));
  const isHidden = (piece) => has(piece, "leave") && !shown.has(piece.id);
  const isCovered = (piece) => (has(piece, "leave") || has(piece, "warn")) && !anyway.has(piece.id);
  const printed = (pieces) => pieces.filter((piece) => !isCovered(piece));

  function titled(piece) {
    const title = make("span", "", piece.title);
    if (piece.lang) title.lang = piece.lang;
    return title;
  }

  function button(piece, sort, pressed) {
    const made = make("button", "", words[sort], make("span", "hidden-label", ": ", titled(piece)));
    made.type = "button";
    made.dataset.does = sort;
    made.addEventListener("click", pressed);
    return made;
  }

  function row(piece, place, count) {
    const way = make("a", "title", piece.title);
    way.href = `${piece.id}/index.html`;
    if (piece.lang) way.lang = way.hreflang = piece.lang;
    const facts = make("p", "facts", piece.facts.join(" · "));
    const made = make("li", "", way, facts);
    made.dataset.id = piece.id;
    if (piece.notes.length) {
      const labels = piece.notes.map(({ label }) => label).join(", ");
      facts.append(" ", make("span", "tag", words.note.replace("{notes}", labels)));
      if (notes && (has(piece, "warn") || has(piece, "leave"))) facts.append(" ", make("span", "tag warned", words.warned));
      for (const { says } of piece.notes) if (says) made.append(make("p", "", says));
    }
    if (piece.untranslated) made.append(make("p", "", piece.untranslated));
    if (piece.pdf) {
      const pdf = make("a", "", words.a4);
      pdf.href = piece.pdf;
      made.append(make("p", "pack-pdf", pdf, ` (${piece.pages})`));
    }
    if (isCovered(piece)) {
      const more = button(piece, "anyway", () => { anyway.add(piece.id); act.drawn(piece, "willPrint"); });
      made.append(make("p", "", words.covered), make("p", "", more));
    }
    const up = button(piece, "up", () => act.move(piece, -1));
    const down = button(piece, "down", () => act.move(piece, 1));
    if (place === 0) up.setAttribute("aria-disabled", "true");
    if (place === count - 1) down.setAttribute("aria-disabled", "true");
    made.append(make("div", "buttons", up, " ", down, " ", button(piece, "out", () => act.remove(piece))));
    return made;
  }

  function leftOut(hidden) {
    const show = notes.button(notes.words.show, () => {
      for (const piece of hidden) shown.add(piece.id);
      act.drawn(hidden[0]);
    });
    return make("li", "left-out", notes.howMany(hidden.length), " ", show);
  }

  function draw(pieces) {
    const hidden = notes ? pieces.filter(isHidden) : [];
    const seen = pieces.filter((piece) => !hidden.includes(piece));
    list.replaceChildren(...hidden.length ? [leftOut(hidden)] : [], ...seen.map((one, at) => row(one, at, seen.length)));
    list.hidden = !pieces.length;
  }

  function focus(id, does) {
    const there = [...list.children].find((one) => one.dataset.id === id);
    there?.querySelector(does ? `[data-does="${does}"]` : "a")?.focus();
    return Boolean(there);
  }

  return { draw, focus, printed, isHidden };
};
