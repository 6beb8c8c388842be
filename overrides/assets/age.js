// Says in the header of a copy that it is old, once its day is past by this device's clock: made.js holds the days and
// the words. A clock that stands before the day on which the copy was made is wrong, and then nothing is said.
(function (ages) {
  "use strict";
  const place = document.querySelector(".made");
  const age = ages && ages[document.documentElement.lang];
  if (!place || !age) return;

  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const old = today >= age.made && today > age.check_by;
  if (!old && !age.gone.length) return;

  const add = (parent, name, words) => {
    const made = parent.appendChild(document.createElement(name));
    made.textContent = words ?? "";
    return made;
  };
  const box = document.createElement("div");
  box.className = "wrap old";
  if (old) {
    const day = `${now.getDate()} ${age.months[now.getMonth()]} ${now.getFullYear()}`;
    add(box, "p", age.words.old.replace("{today}", day));
    add(box, "p", age.words.ask);
  }
  if (age.gone.length) {
    add(box, "p", age.words.gone);
    const list = add(box, "ul");
    const top = document.querySelector("link[rel=stylesheet]").getAttribute("href").replace("assets/site.css", "");
    for (const one of age.gone) {
      const link = add(add(list, "li"), "a", one.id);
      link.href = top + one.url;
    }
  }
  place.after(box);
})(window.fingerpostMade);
