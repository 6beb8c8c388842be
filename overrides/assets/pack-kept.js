// What is in the reader's pack: ids in an order, kept on this device alone as one entry; an empty pack keeps nothing.
// What can't be read, or is no id, counts for nothing. A browser may refuse to keep it: write then returns false.
window.fingerpostPack = (function () {
  "use strict";
  const NAME = "fingerpost-pack";
  const MOST = 200;
  const isId = (one) => typeof one === "string" && /^[a-z]{1,20}\/[a-z0-9-]{1,200}$/.test(one);
  const clean = (list) => [...new Set(Array.isArray(list) ? list.filter(isId) : [])].slice(0, MOST);

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(NAME));
      return kept?.v === 1 ? clean(kept.ids) : [];
    } catch {
      return []; // blocked, or rubbish
    }
  }

  function write(ids) {
    try {
      if (ids.length) localStorage.setItem(NAME, JSON.stringify({ v: 1, ids: clean(ids) }));
      else localStorage.removeItem(NAME);
      return true;
    } catch {
      return false;
    }
  }

  return { NAME, clean, read, write };
})();
