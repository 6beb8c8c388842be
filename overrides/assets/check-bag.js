// Compares the files of a copy with its manifests (RFC 8493, BagIt 1.0): what was changed, lost, added or renamed.
// scripts/fingerpost/editions/stick/verify.py does the same at the command line.
(function () {
  "use strict";
  const ALGORITHMS = { sha256: "SHA-256", sha512: "SHA-512" };
  const TOP = /^[^/]+$/;
  const LISTS = /^tagmanifest-sha(256|512)\.txt$/;
  const SYSTEMS = new RegExp(
    "(^|/)(System Volume Information|\\$RECYCLE\\.BIN|Thumbs\\.db|desktop\\.ini|\\.DS_Store|\\._[^/]*|" +
    "\\.Spotlight-V100|\\.Trashes|\\.fseventsd|\\.TemporaryItems|\\.apdisk|\\.Trash-[^/]*|\\.directory|" +
    "LOST\\.DIR|lost\\+found)(/|$)",
  );
  const inOrder = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
  const written = (path) => path.replaceAll("%", "%25").replaceAll("\n", "%0A").replaceAll("\r", "%0D");
  const read = (path) => path.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const text = (rows) => [...rows.keys()].sort(inOrder).map((path) => `${rows.get(path)}  ${written(path)}\n`).join("");

  // Of a file that can't be read there is none: then it is not as it was.
  async function digest(file, algorithm) {
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return "";
    const sum = await crypto.subtle.digest(ALGORITHMS[algorithm], bytes);
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function parse(said) {
    const rows = new Map();
    for (const line of said.split("\n")) {
      const row = /^([0-9a-f]{64}|[0-9a-f]{128}) {2}([^\r]+)$/.exec(line);
      if (row) rows.set(read(row[2]), row[1]);
    }
    return text(rows) === said ? rows : null;
  }

  // Chosen files by their path in the copy: it begins where the highest manifest lies, or else the first pages.
  function inside(files) {
    const all = new Map(files.map((file) => [(file.webkitRelativePath || file.name).normalize("NFC"), file]));
    const depth = (path) => path.split("/").length;
    const marks = [...all.keys()].filter((path) => /(^|\/)((tag)?manifest-sha(256|512)|bag-info|bagit)\.txt$/.test(path));
    const [mark] = marks.sort((one, other) => depth(one) - depth(other) || inOrder(one, other));
    const pages = [...all.keys()].filter((path) => path.endsWith(".html")).sort((one, other) => depth(one) - depth(other));
    const first = mark ?? pages[0];
    if (first === undefined) return new Map();
    const folder = first.slice(0, first.lastIndexOf("/") + 1);
    const own = [...all].filter(([path]) => path.startsWith(folder));
    return new Map(own.map(([path, file]) => [path.slice(folder.length), file]));
  }

  async function isUnfinished(files) {
    for (const [path, file] of files) {
      if (!TOP.test(path) || !path.endsWith(".html")) continue;
      if ((await file.text()).includes('<meta name="fingerpost-copy" content="unfinished">')) return true;
    }
    return false;
  }

  // What lies at the top, by both lists of it: where one of them fits and the other does not, it is the list that is wrong.
  async function checkTop(files, found) {
    const lists = new Map();
    for (const algorithm of Object.keys(ALGORITHMS)) {
      const name = `tagmanifest-${algorithm}.txt`;
      const rows = files.has(name) ? parse(await files.get(name).text()) : null;
      if (rows) lists.set(algorithm, rows);
      else (files.has(name) ? found.changed : found.lost).add(name);
    }
    const paths = new Set([...lists.values()].flatMap((rows) => [...rows.keys()]));
    for (const path of paths) {
      const good = [];
      const bad = [];
      for (const [algorithm, rows] of lists) {
        const fits = files.has(path) && rows.get(path) === await digest(files.get(path), algorithm);
        (fits ? good : bad).push(algorithm);
      }
      if (good.length) for (const algorithm of bad) found.changed.add(`tagmanifest-${algorithm}.txt`);
      else (files.has(path) ? found.changed : found.lost).add(path);
    }
    return paths;
  }

  // The list of all else, by the first that is as it was, or else the first that can be read.
  async function listOfRest(files, found) {
    const lists = [];
    for (const algorithm of Object.keys(ALGORITHMS)) {
      const name = `manifest-${algorithm}.txt`;
      const rows = files.has(name) ? parse(await files.get(name).text()) : null;
      if (rows) lists.push({ algorithm, rows, sound: !found.changed.has(name) });
    }
    return lists.find((one) => one.sound) ?? lists[0];
  }

  function sortOut(files, known, found) {
    const strange = [...files.keys()].filter((path) => !known.has(path) && !SYSTEMS.test(path) && !LISTS.test(path));
    const same = (path) => path.toLowerCase();
    for (const path of strange) {
      const was = [...found.lost].find((one) => same(one) === same(path));
      if (was !== undefined) {
        found.renamed.add(`${was} → ${path}`);
        found.lost.delete(was);
      } else (path.startsWith("data/") ? found.added : found.beside).add(path);
    }
  }

  // `chosen` are the files of a folder; `tell` hears how many of how many have been read.
  async function check(chosen, tell = () => {}) {
    const files = inside([...chosen]);
    if (await isUnfinished(files)) return { unfinished: true };
    const sorts = ["changed", "lost", "added", "renamed", "beside"];
    const found = Object.fromEntries(sorts.map((sort) => [sort, new Set()]));
    const known = await checkTop(files, found);
    const rest = await listOfRest(files, found);
    if (!known.size && !rest) return { nothing: true };
    let done = 0;
    for (const [path, sum] of rest?.rows ?? []) {
      known.add(path);
      if (!files.has(path)) found.lost.add(path);
      else if (await digest(files.get(path), rest.algorithm) !== sum) found.changed.add(path);
      done += 1;
      if (done % 25 === 0 || done === rest.rows.size) tell(done, rest.rows.size);
    }
    sortOut(files, known, found);
    const info = files.has("bag-info.txt") ? await files.get("bag-info.txt").text() : "";
    return { ...Object.fromEntries(sorts.map((sort) => [sort, [...found[sort]].sort(inOrder)])), about: about(info) };
  }

  function about(info) {
    const value = (name) => new RegExp(`^${name}: (.*)$`, "m").exec(info)?.[1] ?? "";
    return {
      number: value("External-Identifier"),
      made: value("Bagging-Date"),
      after: value("Fingerpost-Check-After"),
    };
  }

  window.fingerpost = { ...window.fingerpost, check };
})();
