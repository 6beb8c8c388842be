// What is printed: a list of what is in the pack, then each piece from a new page on. It stands on the page, unseen on
// the screen (pack.css), so that the browser's own way to print works too.
window.fingerpostPaper = function (words, settings) {
  "use strict";
  const place = document.getElementById("fp-pack-paper");

  function make(name, kind, ...content) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  }

  // Pieces stand beside each other: ids get names of their own, and what lies beside a piece's page is found from here.
  function parsed(html, id, number) {
    const { content } = Object.assign(document.createElement("template"), { innerHTML: html });
    const own = (name) => `fp-${number}-${name}`;
    for (const one of content.querySelectorAll("[id]")) one.id = own(one.id);
    for (const name of ["aria-labelledby", "headers", "data-copies"]) {
      for (const one of content.querySelectorAll(`[${name}]`)) {
        one.setAttribute(name, one.getAttribute(name).split(" ").map(own).join(" "));
      }
    }
    for (const [name, sort] of [["href", "a[href]"], ["src", "img[src]"]]) {
      for (const one of content.querySelectorAll(sort)) {
        const there = one.getAttribute(name);
        if (there.startsWith("#")) one.setAttribute(name, `#${own(there.slice(1))}`);
        else one.setAttribute(name, new URL(there, new URL(`${id}/`, document.baseURI)).href);
      }
    }
    for (const one of content.querySelectorAll("img")) one.loading = "eager";
    return content;
  }

  function article(piece, number) {
    const made = make("article", "pack-piece");
    made.id = `fp-piece-${number}`;
    const add = (html, name) => made.append(parsed(html, piece.id, `${number}-${name}`));
    add(piece.html, "p");
    piece.parts.forEach((html, place) => {
      const part = make("section", "pack-part", parsed(html, piece.id, `${number}-${place}`));
      made.append(part);
    });
    add(piece.end, "e");
    return made;
  }

  function contents(pieces, code) {
    const list = make("ol", "");
    pieces.forEach((piece, place) => {
      const way = make("a", "", piece.title);
      way.href = `#fp-piece-${place + 1}`;
      if (piece.lang) way.lang = piece.lang;
      const notes = piece.notes.map(({ label }) => label).join(", ");
      list.append(make("li", "", way, ...notes ? [make("br"), words.note.replace("{notes}", notes)] : []));
    });
    const address = settings.address.replace("https://", "");
    return make("section", "pack-contents", make("h1", "", words.title), make("p", "", words.edition),
      make("h2", "", words.contents), list,
      make("p", "", words.onPaper.replace("{code}", code).replace("{address}", address)));
  }

  function draw(pieces, code) {
    place.replaceChildren(...pieces.length ? [contents(pieces, code), ...pieces.map((one, at) => article(one, at + 1))] : []);
    document.documentElement.classList.toggle("has-pack", pieces.length > 0);
  }

  // Not before every picture is there.
  async function print() {
    await Promise.allSettled([...place.querySelectorAll("img")].map((one) => one.decode()));
    window.print();
  }

  return { draw, print };
};
