// What Welsh grammar allows: the mutations of a word, its inflections, and back. Says nothing of what anybody writes.
// The same as scripts/fingerpost/languages/mutation.py and inflection.py, with the same tables; reasons stand there.
// Words come in small letters; all but `without` give and take them without marks.
(function () {
  "use strict";
  const LAST_SYLLABLE = /^((?:.*[^aeiouwy])?)([aeiouwy]+)([^aeiouwy]*)$/s;
  const LEAD = /^(.*?)([^aeiouwy]*)$/s;
  const words = (text) => (text ? text.split(" ").map((word) => (word === "-" ? "" : word)) : []);
  const pairs = (text) => words(text).map((pair) => pair.split(">"));
  const turned = (changes) => changes.map((list) => list.map(([old, fresh]) => [fresh, old]));
  const push = (map, key, value) => { if (map.has(key)) map.get(key).push(value); else map.set(key, [value]); };
  const joined = (stem, ending) => stem + (stem.endsWith("w") && ending[0] === "w" ? ending.slice(1) : ending);
  const without = (word) => (/^[\0-\x7f]*$/.test(word) ? word :
    word.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC"));

  function replaced(stem, [vowels, codas, leads]) {
    const syllable = LAST_SYLLABLE.exec(stem);
    if (!syllable) return [stem];
    const [, head, vowel, coda] = syllable;
    const [, before, lead] = LEAD.exec(head);
    const middles = [vowel], ends = [coda], begins = [lead];
    for (const [old, fresh] of vowels) if (vowel.endsWith(old)) middles.push(vowel.slice(0, -old.length) + fresh);
    for (const [old, fresh] of codas) if (coda === old) ends.push(fresh);
    for (const [old, fresh] of leads) if (lead === old && before) begins.push(fresh);
    return begins.flatMap((begin) => middles.flatMap((middle) => ends.map((end) => before + begin + middle + end)));
  }

  function readParadigm(paradigm) {
    const { bare, endings, weak, yieldsTo, vowels, codas, leads, least = 2, notAfter = "", nominal = false,
      leadsBack = true } = paradigm;
    const changes = [vowels, codas, leads].map(pairs);
    const fits = (stem) => stem.length >= least && !(stem && notAfter.includes(stem[stem.length - 1]));
    return { bare: words(bare), endings: words(endings), weak: words(weak), yieldsTo: words(yieldsTo),
      changes, back: turned(changes), nominal, leadsBack, fits };
  }

  // [dictionary form → [{forms, nominal}], form → [{word, nominal}]] of the words that follow no rule.
  function readClosedSets(tables) {
    const irregular = new Map(), leadsTo = new Map();
    const verb = words(tables.verb);
    const spelt = (form) => (form.endsWith("-") ? verb.map((ending) => joined(form.slice(0, -1), ending)) : [form]);
    for (const { lines, nominal, leadsBack } of tables.closedSets) for (const line of lines.split("\n")) {
      const [heads, rest] = line.split(":");
      const forms = words(rest.trim()).flatMap(spelt);
      for (const head of heads.split(" ").map(without)) {
        push(irregular, head, { forms, nominal });
        for (const form of forms.map(without)) {
          if (!leadsTo.has(form)) leadsTo.set(form, []);
          if (leadsBack) leadsTo.get(form).push({ word: head, nominal });
        }
      }
    }
    return [irregular, leadsTo];
  }

  window.fingerpostGrammar = function (tables) {
    const vowels = new Set(tables.vowels);
    const paradigms = tables.paradigms.map(readParadigm);
    const [irregular, leadsTo] = readClosedSets(tables);
    const byEnding = new Map();
    for (const one of paradigms.filter(({ leadsBack }) => leadsBack)) {
      for (const ending of new Set([...one.endings, ...one.weak])) push(byEnding, ending, one);
    }
    return { paradigms, irregular, leadsTo, without, words, forms, mutated, radicals, stems, changed, regular,
      dictionaryForms };

    function forms(word) {
      const begin = [word.slice(0, 2), word.slice(0, 1)].find((letters) => tables.mutations[letters]);
      const found = new Set([word]);
      if (begin) for (const fresh of tables.mutations[begin]) found.add(fresh + word.slice(begin.length));
      if (vowels.has(word[0])) found.add("h" + word);
      if (word) found.delete("");
      return found;
    }

    function mutated(form, nominal, short = false) {
      const found = forms(form);
      const cautious = (short || form.length < tables.short) && (form[0] === "b" || form[0] === "d");
      if (nominal && !cautious) return found;
      if (tables.nasal[form[0]]) found.delete(tables.nasal[form[0]] + form.slice(1));
      if (!nominal && vowels.has(form[0])) found.delete("h" + form);
      return found;
    }

    function radicals(word) {
      const found = new Set();
      for (const [radical, changed] of Object.entries(tables.mutations)) for (const fresh of changed) {
        const rest = word.slice(fresh.length);
        if (word.startsWith(fresh) && (!rest || vowels.has(rest[0]) || "lrn".includes(rest[0]))) found.add(radical + rest);
      }
      if (word[0] === "h" && vowels.has(word[1])) found.add(word.slice(1));
      for (const one of found) if (!forms(one).has(word)) found.delete(one);
      return found.add(word);
    }

    function stems(word, { bare, fits }) {
      const ends = bare.filter((ending) => word.endsWith(ending));
      return ends.map((ending) => word.slice(0, word.length - ending.length)).filter(fits);
    }

    function changed(stem, { changes }) { return replaced(stem, changes); }

    function regular(stem, paradigm, weak) {
      const endings = weak ? paradigm.weak : paradigm.endings;
      if (!endings.length) return [];
      const found = changed(stem, paradigm).flatMap((one) => endings.map((ending) => joined(one, ending)));
      return found.filter((form) => !leadsTo.has(form));
    }

    function dictionaryForms(word) {
      const found = new Set();
      for (let at = word.length; at >= 0; at--) {
        const ending = word.slice(at), stem = word.slice(0, at);
        for (const paradigm of byEnding.get(ending) ?? []) {
          for (const before of ending[0] === "w" ? [stem, stem + "w"] : [stem]) {
            for (const one of replaced(before, paradigm.back).filter(paradigm.fits)) {
              for (const bare of paradigm.bare) found.add(one + bare);
            }
          }
        }
      }
      found.delete(word);
      return found;
    }
  };
})();
