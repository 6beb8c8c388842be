// What a search is narrowed by, in words, each to be taken away by one press. Loaded before search-filters.js.
window.fingerpostChosen = function (page) {
  "use strict";
  const { after, summary, words, clear } = page;
  const row = make("ul", "search-chosen");
  row.setAttribute("aria-label", words.chosen);
  row.hidden = true;
  after.after(row);
  let leftAt = -1; // where the focus was when something was taken away

  function make(name, kind = "", ...content) {
    const made = Object.assign(document.createElement(name), { className: kind });
    made.append(...content);
    return made;
  }

  function button(kind, pressed, ...content) {
    const made = Object.assign(make("button", kind, ...content), { type: "button" });
    made.addEventListener("click", pressed);
    return make("li", "", made);
  }

  function chip({ text, away }, at) {
    const cross = make("span", "", "×");
    cross.setAttribute("aria-hidden", "true");
    return button("", () => { leftAt = at; away(); }, cross, " ", make("span", "hidden-label", `${words.remove} `), text);
  }

  return {
    // `chosen`: [{text, away()}]. Afterwards the focus is on the next, or on what leads to more.
    draw(chosen) {
      const all = button("search-clear", () => { leftAt = 0; clear(); }, words.clear);
      row.replaceChildren(...chosen.map(chip), ...(chosen.length ? [all] : []));
      row.hidden = !chosen.length;
      if (leftAt >= 0) (row.children[Math.min(leftAt, chosen.length - 1)]?.firstChild ?? summary).focus();
      leftAt = -1;
    },
  };
};
