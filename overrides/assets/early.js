// Puts a reader's choices on <html> before anything is drawn; reading.css and tokens.css do the rest. They are made on
// reading.html, kept on this device alone, as one entry. What can't be read or isn't one of them counts for nothing.
(function (data) {
  "use strict";
  const LOOKS = {
    size: /^(90|125|150|200)$/,
    spacing: /^wider?$/,
    typeface: /^(device|serif)$/,
    scheme: /^(light|dark)$/,
    contrast: /^more$/,
    column: /^narrow$/,
    motion: /^none$/,
  };
  const set = (name, value) => { if (value) data[name] = value; else delete data[name]; };
  const isNote = (one) => typeof one === "string" && /^[a-z0-9-]{1,99}$/.test(one);
  const notes = (list) => (Array.isArray(list) ? list : []).filter(isNote).join(" ");

  function apply(given) {
    let kept = given;
    try { kept = kept ?? JSON.parse(localStorage.getItem("fingerpost")); } catch { /* blocked, or rubbish */ }
    if (kept?.v !== 1) kept = {};
    for (const name in LOOKS) set(name, typeof kept[name] === "string" && LOOKS[name].test(kept[name]) && kept[name]);
    set("warn", notes(kept.warn));
    set("leave", notes(kept.leave));
  }

  apply();
  data.scripts = "on";
  window.fingerpostLook = apply;
  // A page that comes back, or stands in another tab, follows.
  addEventListener("pageshow", (event) => event.persisted && apply());
  addEventListener("storage", () => apply());
  addEventListener("load", () => set("looked", "yes")); // should notes.js not arrive, nothing stays hidden
})(document.documentElement.dataset);
