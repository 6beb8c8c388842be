// The code of a pack: four signs for each thing in it (stage/pack.py says how they come from an id), and one that checks
// them. With 31 signs, and weights that are powers of 3, it finds any one wrong sign and any two that changed places.
window.fingerpostPackCode = (function () {
  "use strict";
  const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  const EACH = 4;
  const rest = (signs) => [...signs].reduce((sum, sign) => (sum * 3 + SIGNS.indexOf(sign)) % SIGNS.length, 0);
  const grouped = (signs) => signs.match(/.{1,4}/g) ?? [];

  function write(codes) {
    const signs = codes.join("");
    const check = SIGNS[(SIGNS.length - (rest(signs) * 3) % SIGNS.length) % SIGNS.length];
    return grouped(signs + check).join("-");
  }

  // The signs of each thing that a typed code names; nothing where it is no code, or has a slip in it.
  function read(typed) {
    const signs = typed.toUpperCase().replace(/[\s\p{Pd}._]/gu, "");
    const isCode = signs.length > EACH && signs.length % EACH === 1 && [...signs].every((one) => SIGNS.includes(one));
    return isCode && rest(signs) === 0 ? grouped(signs.slice(0, -1)) : null;
  }

  return { write, read };
})();
