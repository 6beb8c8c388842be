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
    const { irregular, leadsTo, without, mutated, radicals, stems, regular } = grammar;
    const clearlyMutated = new RegExp(`^(?:${tables.clearlyMutated})`);
    const ofBod = irregular.get("bod").flatMap((one) => one.forms);
    const functionWords = new Set(grammar.words(tables.functionWords));
    for (const form of ["bod", ...ofBod]) for (const one of mutated(form, false)) functionWords.add(one);
    const prepared = new WeakMap(); // held words → the same by their letters without marks
    let letterwise = new Map(), closed = NONE;
    const holds = (word) => letterwise.has(word);
    return { forms, isFunctionWord: (word) => functionWords.has(word.toLowerCase()) };

    function forms(word, held) {
      const typed = word.toLowerCase();
      const letters = without(typed);
      letterwise = prepare(held);
      const found = new Map();
      const add = (form, nearness) => found.set(form, Math.min(nearness, found.get(form) ?? nearness));
      closed = functionWords.has(typed) ? NONE : functionWords;
      sameLetters(typed, letters, add);
      for (const [other, nearness] of dictionaryWords(typed, letters)) {
        closed = functionWords.has(typed) ? NONE : functionWords;
        for (const form of mutatedHeld(other === letters ? typed : other, other, true)) add(form, nearness);
        for (const form of inflectedHeld(other)) add(form, INFLECTION);
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

    function sameLetters(typed, letters, add) {
      const written = letterwise.get(letters) ?? [];
      for (const one of written) {
        if (one === typed) add(one, SAME);
        else if (!closed.has(one) && (typed === letters || !written.includes(typed))) add(one, MARKS);
      }
    }

    function* inflectedHeld(word) {
      for (const one of irregular.get(word) ?? []) {
        for (const form of one.forms) yield* mutatedHeld(form, word, one.nominal, true);
      }
      for (const [stem, paradigm] of readings(word)) {
        const sure = regularHeld(stem, paradigm, word, false);
        yield* sure;
        if (sure.length && takesWeak(stem, word)) yield* regularHeld(stem, paradigm, word, true);
      }
    }

    function* readings(word) {
      for (const paradigm of grammar.paradigms) for (const stem of stems(word, paradigm)) {
        if (!paradigm.yieldsTo.some((ending) => [...mutated(stem + ending, false)].some(holds))) yield [stem, paradigm];
      }
    }

    function regularHeld(stem, paradigm, word, weak) {
      return regular(stem, paradigm, weak).flatMap((form) => mutatedHeld(form, word, paradigm.nominal));
    }

    function takesWeak(stem, word) { return stem === word || !holds(stem); }

    function mutatedHeld(form, word, nominal, spelt) {
      const found = [];
      const letters = without(form);
      for (const one of mutated(form, nominal)) {
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
      if (functionWords.has(typed)) {
        for (const one of radicals(letters)) if (functionWords.has(one)) itself.set(one, MUTATION);
        return itself;
      }
      if (irregular.has(letters)) return itself;
      const others = ownWord(letters) ? [] :
        [...radicals(letters)].filter((one) => one !== letters && mutated(one, true).has(letters));
      const sure = others.filter(independent);
      const found = sure.length ? new Map(sure.map((one) => [one, MUTATION])) : itself;
      for (const start of [letters, ...others]) {
        if (start !== letters && functionWords.has(start)) continue;
        for (const word of ledBack(start)) if (!found.has(word)) found.set(word, INFLECTION);
      }
      return found;
    }

    function ledBack(start) {
      closed = functionWords;
      const words = [...(leadsTo.get(start) ?? [])];
      if (!inflectedHeld(start).next().done) return words;
      return [...words, ...[...grammar.dictionaryForms(start)].filter((one) => independent(one) && gives(one, start))];
    }

    function gives(word, form) {
      for (const [stem, paradigm] of readings(word)) {
        if (regular(stem, paradigm, false).includes(form)) return true;
        if (regular(stem, paradigm, true).includes(form) && takesWeak(stem, word)
          && regularHeld(stem, paradigm, word, false).length) return true;
      }
      return false;
    }

    function independent(letters) {
      const clear = (one) => holds(one) && clearlyMutated.test(one) && !another(one, letters);
      if ([...mutated(letters, true)].some(clear)) return true;
      if (!holds(letters) || letterwise.get(letters).every((one) => functionWords.has(one))) return false;
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
