// The page of the pack: the reader's own, as this device keeps it, or one that came by a link or a code, which is kept
// only when the reader says so. It says what happened, and takes back what was done.
(async function () {
  "use strict";
  const byId = (id) => document.getElementById(`fp-pack-${id}`);
  const words = JSON.parse(byId("words").textContent);
  const settings = JSON.parse(byId("settings").textContent);
  const { fingerpostPack: kept, fingerpostPackCode: code, fingerpostPieces: pieces } = window;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const count = (forms, number) => (forms[plural.select(number)] ?? forms.other).replace("{count}", number);
  const paper = window.fingerpostPaper(words, settings);
  const rows = window.fingerpostRows(words, { move, remove, drawn });
  const share = window.fingerpostShare(words, settings, opened);
  let pack = { ids: [], shared: false };
  let here = []; // what was fetched of it, in its order
  let turn = 0;

  function put(hash) {
    try {
      history.replaceState(history.state, "", `${location.pathname}${location.search}${hash && `#${hash}`}`);
    } catch { /* some browsers keep the address of a file as it is */ }
  }

  function keep(ids) {
    pack.ids = ids;
    if (pack.shared) put(share.parameters(ids));
    else byId("refused").hidden = kept.write(ids);
  }

  // What the address says; a pack that is the reader's own already is no other one.
  function arrive() {
    const given = new URLSearchParams(location.hash.slice(1));
    const ids = (name) => kept.clean((given.get(name) ?? "").split(","));
    const own = kept.read();
    const added = ids("add").filter((id) => settings.ids.includes(id) && !own.includes(id));
    pack = { ids: [...own, ...added], shared: false };
    if (added.length) keep(pack.ids);
    if (given.has("p") && String(ids("p")) !== String(own)) pack = { ids: ids("p"), shared: true };
    else if (given.has("add") || given.has("p")) put("");
    return draw();
  }

  function tell(number, forms) {
    if (number) byId("told").append(Object.assign(document.createElement("p"), { textContent: count(forms, number) }));
  }

  // Fetches what is in the pack, drops what is not here and says so, without naming it.
  async function draw(gone = 0, unknown = 0) {
    const mine = ++turn;
    byId("undo").hidden = true;
    byId("said").textContent = "";
    const known = pack.ids.filter((id) => settings.ids.includes(id));
    const back = pack.ids.filter((id) => !known.includes(id) && settings.gone.includes(code.of(id))).length;
    const lost = pack.ids.length - known.length - back;
    if (known.length) byId("count").textContent = words.loading;
    const fetched = await Promise.all(known.map(pieces.fetched));
    if (mine !== turn) return;
    here = fetched.filter(Boolean);
    byId("told").hidden = false; // first: a status that is unseen says nothing
    byId("told").replaceChildren();
    tell(gone + back, words.gone);
    tell(unknown + lost, words.notHere);
    tell(fetched.length - here.length, words.notFetched);
    byId("told").hidden = !byId("told").children.length;
    if (known.length !== pack.ids.length) keep(known);
    show();
  }

  function show() {
    byId("shared").hidden = !pack.shared;
    byId("keep").textContent = kept.read().length ? words.join : words.keep;
    byId("own").hidden = !kept.read().length;
    byId("count").textContent = here.length ? count(words.count, here.length) : words.empty;
    byId("empty").hidden = here.length > 0;
    byId("full").hidden = !here.length;
    rows.draw(here);
    paper.draw(rows.printed(here), share.show(pack.ids));
  }

  function say(sentence, piece, more = {}) {
    const filled = Object.entries({ ...more, title: piece?.title ?? "" });
    byId("said").textContent = filled.reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), sentence);
  }

  function change(ids, pieces) {
    keep(ids);
    here = pieces;
    show();
  }

  function undoable(ids, pieces) {
    byId("undo").hidden = false;
    byId("undo").onclick = () => {
      change(ids, pieces);
      byId("undo").hidden = true;
      byId("count").focus();
      say(words.undone);
    };
  }

  function move(piece, by) {
    const seen = here.filter((one) => !rows.isHidden(one));
    const other = seen[seen.indexOf(piece) + by];
    if (!other) {
      say(by < 0 ? words.first : words.last, piece);
      return;
    }
    const moved = (list, one, beside) => {
      const rest = list.filter((each) => each !== one);
      const place = rest.indexOf(beside) + (by > 0 ? 1 : 0);
      return [...rest.slice(0, place), one, ...rest.slice(place)];
    };
    change(moved(pack.ids, piece.id, other.id), moved(here, piece, other));
    byId("undo").hidden = true;
    rows.focus(piece.id, by < 0 ? "up" : "down");
    say(words.moved, piece, { place: seen.indexOf(other) + 1, count: seen.length });
  }

  function remove(piece) {
    const before = [pack.ids, here];
    const next = here[here.indexOf(piece) + 1] ?? here[here.indexOf(piece) - 1];
    change(pack.ids.filter((id) => id !== piece.id), here.filter((one) => one !== piece));
    undoable(...before);
    if (!next || !rows.focus(next.id, "out")) byId("undo").focus();
    say(words.takenOut, piece);
  }

  function drawn(piece, sentence) {
    show();
    if (sentence) say(words[sentence], piece);
    rows.focus(piece.id, sentence ? "out" : "");
  }

  async function opened(ids, gone, unknown, two) {
    pack = { ids, shared: true };
    put(share.parameters(ids));
    await draw(gone, unknown);
    if (two) say(words.two);
    byId("count").focus();
  }

  byId("empty-it").addEventListener("click", () => {
    const before = [pack.ids, here];
    change([], []);
    undoable(...before);
    byId("undo").focus();
    say(words.emptied);
  });
  byId("print").addEventListener("click", paper.print);
  byId("keep").addEventListener("click", async () => {
    pack = { ids: kept.clean([...kept.read(), ...pack.ids]), shared: false };
    keep(pack.ids);
    put("");
    await draw();
    byId("count").focus();
    if (byId("refused").hidden) say(words.kept);
  });
  byId("own").addEventListener("click", async () => {
    put("");
    await arrive();
    byId("count").focus();
  });
  addEventListener("hashchange", () => location.hash.includes("=") && arrive());
  addEventListener("storage", () => !pack.shared && arrive());

  byId("off").remove();
  byId("folder").hidden = location.protocol !== "file:";
  byId("on").hidden = false;
  await arrive();
})();
