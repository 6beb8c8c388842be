// Words that are spelt nearly alike: window.fingerpostNear(word, held, language) gives the nearest of the words that the
// collection holds, best first. How far two words lie apart is what it takes to make one of the other (Damerau, 1964;
// Levenshtein, 1966; here each letter is touched once), and slips that people make often cost less.
window.fingerpostNear = (function () {
  "use strict";
  const SHORTEST = 3;
  const MOST = 3;
  const LONGEST = 30;
  const MARK = 0.2; // â for a, ŷ for y
  const KEY = 0.6; // the key beside it, a letter doubled or not doubled, the letter before the other
  const OTHER_BEGINNING = 0.3; // the same word in another of its Welsh forms
  const BEGINNING = 0.3; // most people get the first letter right
  const BEGUN = 0.15; // each letter that is still to be written of a word begun
  const MOST_BEGUN = 6;
  const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  // What the first letters of one Welsh word can be (fingerpost/languages/mutation.py has the rules).
  const CHANGES = { p: "b mh ph", t: "d nh th", c: "g ngh ch", b: "f m", d: "dd n", g: "ng", m: "f", ll: "l", rh: "r" };
  const FAMILIES = Object.entries(CHANGES).map(([radical, forms]) => [radical, ...forms.split(" ")]);
  const plain = new Map(); // letter → the same without its mark; asked for so often that it is kept

  function bare(letter) {
    if (!plain.has(letter)) plain.set(letter, letter.normalize("NFD")[0]);
    return plain.get(letter);
  }

  // QWERTY: each row stands half a key to the right of the one above.
  const PLACES = new Map(ROWS.flatMap((row, y) => [...row].map((letter, x) => [letter, [x + y / 2, y]])));

  function beside(a, b) {
    const [one, other] = [PLACES.get(a), PLACES.get(b)];
    return one && other && Math.abs(one[0] - other[0]) <= 1 && Math.abs(one[1] - other[1]) <= 1;
  }

  function swap(a, b) {
    if (a === b) return 0;
    const [one, other] = [bare(a), bare(b)];
    if (one === other) return MARK;
    return beside(one, other) ? KEY : 1;
  }

  // One letter too many or too few: cheap where it stands twice.
  const lone = (word, at) => (at && bare(word[at]) === bare(word[at - 1]) ? KEY : 1);

  // How far two words, as lists of letters, lie apart; more than `most` once that is certain.
  function distance(a, b, most) {
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(last[j - 1] + swap(a[i - 1], b[j - 1]), last[j] + lone(a, i - 1), row[j - 1] + lone(b, j - 1));
        const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
        if (turned) row[j] = Math.min(row[j], before[j - 2] + KEY);
      }
      if (Math.min(...row, ...last) > most) return Infinity; // two letters that changed places span two rows
      [before, last] = [last, row];
    }
    return last[b.length] + (a.length && b.length && bare(a[0]) !== bare(b[0]) ? BEGINNING : 0);
  }

  // The word without first letters that could be another form's, for each family that has them: [[family, rest]].
  const rests = (word) => FAMILIES.flatMap((family, number) => family.filter((begin) => word.startsWith(begin))
    .map((begin) => [number, begin, [...word.slice(begin.length)]]));

  function inOtherForms(ours, word, most) {
    let best = Infinity;
    for (const [family, begin, rest] of rests(word)) {
      for (const [ofOurs, beginOfOurs, restOfOurs] of ours) {
        if (family !== ofOurs || begin === beginOfOurs || Math.abs(rest.length - restOfOurs.length) > most) continue;
        best = Math.min(best, OTHER_BEGINNING + distance(restOfOurs, rest, most));
      }
    }
    return best;
  }

  // Of the forms of one word, the nearest is enough: it finds the others.
  function isFirstForm(word, at, words) {
    const mine = rests(word).map(([family, , rest]) => `${family} ${rest.join("")}`);
    return !words.slice(0, at).some((other) => rests(other).some(([family, , rest]) => mine.includes(`${family} ${rest.join("")}`)));
  }

  // How far a word of this many letters may be from what is offered for it.
  const allowed = (length) => (length < 4 ? KEY : length < 6 ? 1.3 : length < 9 ? 1.8 : 2.3);

  const begun = (word, other) => (word.length > SHORTEST && other.startsWith(word) && other.length <= word.length + MOST_BEGUN
    ? MARK + BEGUN * (other.length - word.length) : Infinity);

  return function (word, held, language) {
    const written = word.normalize("NFC").toLowerCase();
    const letters = [...written];
    if (letters.length < SHORTEST || letters.length > LONGEST || /\p{N}/u.test(word)) return [];
    const most = allowed(letters.length);
    const ours = language === "cy" ? rests(written) : [];
    const near = [];
    for (const other of held) {
      if (other.length < SHORTEST || other.length < letters.length - 3 || /\p{N}/u.test(other)) continue;
      const theirs = [...other];
      const far = Math.min(Math.abs(theirs.length - letters.length) > most ? Infinity : distance(letters, theirs, most),
        ours.length ? inOtherForms(ours, other, most) : Infinity, begun(written, other));
      if (far > 0 && far <= most) near.push({ other, far });
    }
    const sorted = near.sort((a, b) => a.far - b.far || (a.other < b.other ? -1 : 1)).map(({ other }) => other);
    return (language === "cy" ? sorted.filter(isFirstForm) : sorted).slice(0, MOST);
  };
})();
