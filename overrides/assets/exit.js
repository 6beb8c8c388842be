// Leaving at once, by the link or by pressing Shift three times. The page is covered first, so that nothing of it is
// seen while a slow network brings the next one, which then takes its place in the tab's history. After that, Back
// leads to no page of this site in the same tab. Without this file the link still leads away.
(function () {
  "use strict";
  const PRESSES = 3;
  const WITHIN = 5000; // milliseconds for all three presses
  const QUIET = 3000; // until a page that does not come is said to be loading
  const STUCK = 12000; // until the neutral page of this site stands in for one that does not come at all
  const MARK = "left";

  const root = document.documentElement;
  const given = document.currentScript.dataset;
  const whole = (address) => new URL(address, document.baseURI).href;
  const neutral = whole(given.neutral);
  const icon = whole(given.icon);
  const target = location.protocol === "file:" || !given.to ? neutral : given.to;

  // Kept by this tab alone until it is closed; a browser may refuse.
  function hasLeft() {
    try {
      return sessionStorage.getItem(MARK) !== null;
    } catch {
      return false;
    }
  }
  function remember(left) {
    try {
      if (left) sessionStorage.setItem(MARK, "1");
      else sessionStorage.removeItem(MARK);
    } catch {
      return;
    }
  }

  function hideBody() {
    if (document.body) document.body.hidden = true;
  }

  function cover() {
    root.classList.add("left");
    hideBody(); // also where the styles did not arrive
    try {
      history.replaceState(null, "", neutral); // first: what follows is then said of the neutral page
    } catch {
      // over file:// no page may take another's address
    }
    document.title = given.waiting; // with an empty one, browsers show the address
    for (const link of document.querySelectorAll("link[rel~=icon]")) link.href = icon;
    for (const media of document.querySelectorAll("audio, video")) media.pause();
  }

  function leave() {
    cover();
    remember(true);
    setTimeout(() => root.setAttribute("data-waiting", given.waiting), QUIET);
    if (target !== neutral) setTimeout(() => location.replace(neutral), STUCK);
    location.replace(target);
  }

  // Whoever goes Back after leaving may not be the reader, so no page here is shown again that way. Who means to
  // come back opens the address, and then everything is as before.
  const [arrival] = performance.getEntriesByType("navigation");
  if (hasLeft()) {
    if (arrival && arrival.type === "back_forward") leave();
    else remember(false);
  }
  addEventListener("pageshow", (event) => {
    if (event.persisted && hasLeft()) leave();
  });

  // Back to a place on this page, while the next one is still on its way.
  addEventListener("popstate", () => root.classList.contains("left") && leave());

  // With Ctrl or the middle button, too: another tab would leave this one open.
  function follow(event) {
    if (event.button > 1 || !event.target.closest || !event.target.closest(".leave-now")) return;
    event.preventDefault();
    leave();
  }
  document.addEventListener("click", follow);
  document.addEventListener("auxclick", follow);

  let presses = 0;
  let timer = 0;
  let alone = false; // whether Shift went down by itself, and nothing has happened since

  function say(words) {
    const place = document.querySelector(".leave-said");
    if (place) place.textContent = words;
  }
  function forget() {
    presses = 0;
    alone = false;
    clearTimeout(timer);
    say("");
  }
  // The Shift of a keyboard on the screen changes the letters, and is often pressed twice.
  function onScreen(event) {
    return event.target.matches("input, textarea") && matchMedia("(hover: none) and (pointer: coarse)").matches;
  }
  function isUsed(event) {
    return event.ctrlKey || event.altKey || event.metaKey || event.isComposing || onScreen(event);
  }

  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || isUsed(event)) forget();
    else if (!event.repeat) alone = true;
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone || !document.querySelector(".leave")) return;
    alone = false;
    presses += 1;
    if (presses === 1) timer = setTimeout(forget, WITHIN);
    if (presses === PRESSES) leave();
    else say(presses === 1 ? given.twice : given.once);
  }, true);
  for (const name of ["pointerdown", "wheel", "blur"]) {
    addEventListener(name, () => (presses || alone) && forget(), { capture: true, passive: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (root.classList.contains("left")) hideBody();
    for (const keys of document.querySelectorAll(".leave-keys")) keys.hidden = false;
  });
})();
