// The code of a pack: four signs for each thing in it, which come from its id alone (stage/pack.py), and one that checks
// them. With 31 signs, and weights that are powers of 3, it finds any one wrong sign and any two that changed places.
window.fingerpostPackCode = (function () {
  "use strict";
  const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  const EACH = 4;
  const rest = (signs) => [...signs].reduce((sum, sign) => (sum * 3 + SIGNS.indexOf(sign)) % SIGNS.length, 0);
  const grouped = (signs) => signs.match(/.{1,4}/g) ?? [];

  // FNV-1a of 32 bits, of letters, figures and signs that are one byte each.
  function of(id) {
    let number = 0x811c9dc5;
    for (const sign of id) number = Math.imul(number ^ sign.charCodeAt(0), 0x01000193) >>> 0;
    let signs = "";
    for (; signs.length < EACH; number = Math.floor(number / SIGNS.length)) signs += SIGNS[number % SIGNS.length];
    return signs;
  }

  function write(ids) {
    const signs = ids.map(of).join("");
    const check = SIGNS[(SIGNS.length - (rest(signs) * 3) % SIGNS.length) % SIGNS.length];
    return grouped(signs + check).join("-");
  }

  // The signs of each thing that a typed code names; nothing where it is no code, or has a slip in it.
  function read(typed) {
    const signs = typed.toUpperCase().replace(/[\s\p{Pd}._]/gu, "");
    const isCode = signs.length > EACH && signs.length % EACH === 1 && [...signs].every((one) => SIGNS.includes(one));
    return isCode && rest(signs) === 0 ? grouped(signs.slice(0, -1)) : null;
  }

  return { of, write, read };
})();
