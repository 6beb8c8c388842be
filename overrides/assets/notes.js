// What a reader would rather not meet (chosen on reading.html, put on <html> by early.js): leaves it out of lists and
// marks it there, and covers a text until it is asked for. It always says so and gives a way to see it. A list's item
// or an article names its content notes in data-notes; the words stand on this script's own element.
(function () {
  "use strict";
  const chosen = document.documentElement.dataset;
  const words = JSON.parse(document.currentScript.dataset.words);
  const ids = (text) => (text ?? "").split(" ").filter(Boolean);
  const among = (notes, listed) => ids(notes).some((id) => ids(listed).includes(id));
  const atFirst = `${chosen.leave} ${chosen.warn}`;

  function make(name, kind, ...content) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...content);
    return made;
  }

  function button(text, pressed) {
    const made = make("button", "", text);
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
  }

  function howMany(count) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    return (words.out[form] ?? words.out.other).replace("{count}", count);
  }

  // By the styles (reading.css) and without them; what was hidden before stays so when it is shown after all.
  function hide(part, sort) {
    part.dataset[sort] = part.hidden ? "before" : "";
    part.hidden = true;
  }

  function show(part, sort) {
    part.hidden = part.dataset[sort] === "before";
    delete part.dataset[sort];
  }

  function leaveOut(list) {
    const out = [...list.children].filter((item) => among(item.dataset.notes, chosen.leave));
    if (!out.length) return;
    for (const item of out) hide(item, "leftOut");
    const fitting = () => out.filter((item) => !item.classList.contains("narrowed-out"));
    const number = make("span", "");
    const told = make("p", "left-out", number, button(words.show, () => {
      const first = fitting()[0];
      for (const item of out) show(item, "leftOut");
      told.remove();
      document.dispatchEvent(new Event("fingerpost:shown"));
      first?.querySelector("a")?.focus();
    }));
    function say() {
      number.textContent = howMany(fitting().length);
      told.hidden = !fitting().length;
    }
    document.addEventListener("fingerpost:narrowed", say); // narrow.js
    say();
    list.before(told);
  }

  // Those that are left out too, for when they are shown after all.
  function mark(item, notes) {
    if (!among(notes, `${chosen.warn} ${chosen.leave}`)) return;
    const place = item.querySelector(".tag") ?? item.lastElementChild ?? item.firstChild;
    place?.after(" ", make("span", "tag warned", words.warned));
  }

  // What follows the note, in the article and in what the note stands in.
  function after(note, article) {
    const found = [];
    for (let one = note; one !== article; one = one.parentElement) {
      for (let next = one.nextElementSibling; next; next = next.nextElementSibling) found.push(next);
    }
    return found;
  }

  function cover(article) {
    const note = article.querySelector(".note") ?? article.querySelector("h1");
    if (!note || !among(article.dataset.notes, `${chosen.warn} ${chosen.leave}`)) return;
    const text = after(note, article);
    for (const part of text) hide(part, "covered");
    const change = make("a", "", words.change);
    change.href = words.page;
    const told = make("div", "cover", make("p", "", words.covered), make("p", "", button(words.uncover, () => {
      for (const part of text) show(part, "covered");
      told.remove();
      note.tabIndex = -1;
      note.focus({ preventScroll: true });
      document.querySelector(":target")?.scrollIntoView();
    })), make("p", "", change));
    note.after(told);
  }

  if (chosen.leave || chosen.warn) {
    new Set([...document.querySelectorAll("li[data-notes]")].map((item) => item.parentElement)).forEach(leaveOut);
    document.querySelectorAll("li[data-notes]").forEach((item) => mark(item, item.dataset.notes));
    document.querySelectorAll("article[data-notes]").forEach(cover);
    window.fingerpostNotes = { chosen, words, ids, mark, howMany, button, make }; // for the search page
  }
  chosen.looked = "yes";
  // A page that comes back as it was left, and one that stands open in another tab, are drawn anew with other choices.
  const follow = () => atFirst !== `${chosen.leave} ${chosen.warn}` && location.reload();
  addEventListener("pageshow", (event) => event.persisted && follow());
  addEventListener("storage", follow); // early.js has heard of it first
})();
