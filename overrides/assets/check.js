// The page that checks a copy: a folder is chosen, check-bag.js compares, and what came of it is said in each language.
(function () {
  "use strict";
  const MOST = 500; // of the files that are named
  const LISTS = ["changed", "lost", "renamed", "added"];
  const input = document.getElementById("check-folder");
  const places = [...document.querySelectorAll(".check-said")].map((place) => ({
    place,
    words: JSON.parse(place.dataset.said),
  }));
  const two = (number) => String(number).padStart(2, "0");

  function say(place, name, words) {
    const made = place.appendChild(document.createElement(name));
    made.textContent = words;
    return made;
  }

  function list(place, words, title, files) {
    if (!files.length) return;
    say(place, "p", title);
    const made = say(place, "ul", "");
    for (const file of files.slice(0, MOST)) say(made, "li", file).dir = "ltr";
    if (files.length > MOST) say(place, "p", words.more.replace("{count}", files.length - MOST));
  }

  function clear(place, state) {
    place.replaceChildren();
    place.className = `check-said ${state}`;
  }

  // "2026-11-21" as people write it; nothing for what is no day.
  function day(given, words) {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(given);
    return found && words.months[found[2] - 1] ? `${Number(found[3])} ${words.months[found[2] - 1]} ${found[1]}` : "";
  }

  function age(place, words, { number, made, after }) {
    const now = new Date();
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const [madeOn, until, clock] = [made, after, today].map((one) => day(one, words));
    if (!madeOn || !until) return;
    say(place, "p", words.made.replace("{day}", madeOn));
    if (today < made) say(place, "p", words.clock.replace("{today}", clock));
    else if (today > after) {
      say(place, "p", words.old.replace("{day}", until).replace("{today}", clock));
      say(place, "p", words.ask);
    } else say(place, "p", words.after.replace("{day}", until));
    say(place, "p", `${words.number.replace("{number}", number)}. ${words.real}`);
  }

  function tell(found) {
    for (const { place, words } of places) {
      const broken = !found.unfinished && !found.nothing && LISTS.some((name) => found[name].length);
      clear(place, found.unfinished || found.nothing || broken ? "broken" : "whole");
      const verdict = found.unfinished ? "unfinished" : found.nothing ? "no-copy" : broken ? "broken" : "whole";
      say(say(place, "p", ""), "strong", words[verdict]);
      if (verdict === "unfinished" || verdict === "no-copy") continue;
      for (const name of LISTS) list(place, words, words[name], found[name]);
      age(place, words, found.about);
      list(place, words, words.beside, found.beside);
    }
    document.documentElement.dataset.checked = "yes";
  }

  function running(done, all) {
    for (const { place, words } of places) {
      clear(place, "");
      say(place, "p", words.running.replace("{done}", done).replace("{all}", all));
    }
  }

  input.webkitdirectory = true;
  input.disabled = false;
  input.closest(".check-choose").hidden = false;
  input.addEventListener("change", async () => {
    delete document.documentElement.dataset.checked;
    if (input.files.length) tell(await window.fingerpost.check(input.files, running));
  });
  for (const { place, words } of places) {
    clear(place, "");
    say(place, "p", words.none);
  }
})();
