// Which words of a collection are forms of a word that somebody looks for in Welsh. Needs welsh-grammar.js.
// The same as scripts/fingerpost/languages/word_forms.py; the reasons stand there.
// window.fingerpostForms(tables).forms("gathod", held) → [{ form: "cathod", nearness: 2 }, …], the nearest first:
// 0 the same word, 1 other marks (ty, tŷ), 2 a mutation, 3 an inflection. `held`: a Set of words in small letters.
(function () {
  "use strict";
  const SAME = 0, MARKS = 1, MUTATION = 2, INFLECTION = 3;
  const NONE = new Set();

  window.fingerpostForms = function (tables) {
    const grammar = window.fingerpostGrammar(tables);
    const { paradigms, irregular, leadsTo, without, mutated, radicals, stems, regular } = grammar;
    const clearlyMutated = new RegExp(`^(?:${tables.clearlyMutated})`);
    const functionWords = new Set(grammar.words(tables.functionWords));
    const ofBod = irregular.get("bod").flatMap((one) => one.forms);
    for (const form of ["bod", ...ofBod]) {
      for (const one of form[0] === "b" ? mutated(form, false) : [form]) functionWords.add(one);
    }
    const setWords = new Set([...functionWords, ...grammar.words(tables.standingWords)]);
    const compared = new Set(setWords);
    for (const [form, words] of leadsTo) if (!words.length) for (const one of mutated(form, false)) compared.add(one);
    const prepared = new WeakMap(); // held words → the same by their letters without marks
    let letterwise = new Map();
    const holds = (word) => letterwise.has(word);
    return { forms, isFunctionWord: (word) => functionWords.has(word.toLowerCase()) };

    function forms(word, held) {
      const typed = word.toLowerCase();
      const letters = without(typed);
      letterwise = prepare(held);
      const set = setWords.has(typed);
      const found = new Map();
      const add = (form, nearness) => found.set(form, Math.min(nearness, found.get(form) ?? nearness));
      sameLetters(typed, letters, set, add);
      const marked = typed === letters ? new Map() : new Map([...radicals(typed)].map((one) => [without(one), one]));
      for (const [other, nearness] of dictionaryWords(typed, letters)) {
        const spelling = other === letters ? typed : marked.get(other) ?? other;
        for (const form of mutatedHeld(spelling, other, true, { closed: set ? NONE : setWords })) {
          if (!set || form !== "h" + spelling) add(form, nearness);
        }
        for (const form of inflectedHeld(other, set)) add(form, INFLECTION);
      }
      const list = [...found].map(([form, nearness]) => ({ form, nearness }));
      return list.sort((one, two) => one.nearness - two.nearness || (one.form < two.form ? -1 : 1));
    }

    function prepare(held) {
      if (!prepared.has(held)) {
        const table = new Map();
        for (const word of held) {
          const letters = without(word);
          if (table.has(letters)) table.get(letters).push(word); else table.set(letters, [word]);
        }
        prepared.set(held, table);
      }
      return prepared.get(held);
    }

    function sameLetters(typed, letters, set, add) {
      const written = letterwise.get(letters) ?? [];
      for (const one of written) {
        if (one === typed) add(one, SAME);
        else if ((set || !setWords.has(one)) && (typed === letters || !written.includes(typed))) add(one, MARKS);
      }
    }

    function* inflectedHeld(word, set = false) {
      for (const one of irregular.get(word) ?? []) {
        const how = { closed: set ? NONE : setWords, spelt: true };
        for (const form of one.forms) yield* mutatedHeld(form, word, one.nominal, how);
      }
      for (const [stem, paradigm] of set ? [] : readings(word, paradigms)) {
        const sure = regularHeld(stem, paradigm, word, false);
        yield* sure;
        if (sure.length && takesWeak(stem, word)) yield* regularHeld(stem, paradigm, word, true);
      }
    }

    function* readings(word, among) {
      for (const paradigm of among) for (const stem of stems(word, paradigm)) {
        if (!yields(stem, paradigm)) yield [stem, paradigm];
      }
    }

    function yields(stem, paradigm) {
      const shown = (form) => !leadsTo.has(form) && [...mutated(form, false)].some(holds);
      return paradigm.yieldsTo.length > 0
        && grammar.changed(stem, paradigm).some((one) => paradigm.yieldsTo.some((ending) => shown(one + ending)));
    }

    function regularHeld(stem, paradigm, word, weak) {
      const how = { closed: compared };
      return regular(stem, paradigm, weak).flatMap((form) => mutatedHeld(form, word, paradigm.nominal, how));
    }

    function takesWeak(stem, word) { return stem === word || !holds(stem); }

    function mutatedHeld(form, word, nominal, { closed, spelt = false }) {
      const found = [];
      const letters = without(form);
      for (const one of mutated(form, nominal, word.length < tables.short)) {
        const bare = without(one);
        if (!holds(bare)) continue;
        if (bare !== letters && !holds(letters) && !holds(word) && otherRadical(bare, letters)) continue;
        const written = letterwise.get(bare);
        for (const held of written) {
          const fits = held === one || (one === bare && !spelt) || (held === bare && !written.includes(one));
          if (fits && !closed.has(held)) found.push(held);
        }
      }
      return found;
    }

    function otherRadical(form, letters) {
      const own = mutated(letters, true);
      return [...radicals(form)].some((one) => one !== form && !own.has(one) && holds(one));
    }

    function dictionaryWords(typed, letters) {
      const itself = new Map([[letters, MUTATION]]);
      if (typed.length > tables.longest) return [];
      const others = [...radicals(letters)].filter((one) => one !== letters);
      if (setWords.has(typed)) {
        for (const one of others) if (setWords.has(one) && one !== letters.slice(1)) itself.set(one, MUTATION);
        return itself;
      }
      if (irregular.has(letters) || typed.endsWith(tables.stressed)) return itself;
      const starts = ownWord(letters) ? [] : others;
      const sure = starts.filter((one) => mutated(one, true).has(letters) && independent(one));
      const found = sure.every((one) => "h" + one === letters) ? itself : new Map();
      for (const one of sure) found.set(one, MUTATION);
      for (const start of [letters, ...starts.filter((one) => !setWords.has(one))]) {
        for (const word of ledBack(start, letters)) if (!found.has(word)) found.set(word, INFLECTION);
      }
      return found;
    }

    function* ledBack(start, letters) {
      for (const { word, nominal } of leadsTo.get(start) ?? []) if (mutated(start, nominal).has(letters)) yield word;
      if (!inflectedHeld(start).next().done) return;
      for (const word of grammar.dictionaryForms(start)) {
        if (independent(word) && gives(word, start, letters)) yield word;
      }
    }

    function gives(word, form, letters) {
      const among = paradigms.filter((one) => one.leadsBack && mutated(form, one.nominal).has(letters));
      for (const [stem, paradigm] of readings(word, among)) {
        if (regular(stem, paradigm, false).includes(form)) return true;
        if (regular(stem, paradigm, true).includes(form) && takesWeak(stem, word)
          && regularHeld(stem, paradigm, word, false).length) return true;
      }
      return false;
    }

    function independent(letters) {
      const clear = (one) => holds(one) && clearlyMutated.test(one) && !another(one, letters);
      if ([...mutated(letters, true)].some(clear)) return true;
      if (!holds(letters) || letterwise.get(letters).every((one) => setWords.has(one))) return false;
      return ownWord(letters) || !another(letters, letters);
    }

    function another(form, letters) {
      return [...radicals(form)].some((one) => one !== form && one !== letters && holds(one));
    }

    function ownWord(letters) {
      return [...grammar.forms(letters)].some((one) => one !== letters && holds(one) && !"mnh".includes(one[0])
        && (one !== letters.slice(1) || "wlr".includes(one[0])) && !another(one, letters));
    }
  };
})();
