// The page on which readers choose how pages look, and what they would rather not meet. It keeps their choices on this
// device as one entry, and nothing where everything is as usual; early.js puts them on every page.
(function () {
  "use strict";
  const NAME = "fingerpost";
  const byId = (id) => document.getElementById(id);
  const form = byId("fp-choices");
  const said = document.currentScript.dataset;
  const current = document.documentElement.dataset;
  if (!form || !window.fingerpostLook) return; // without early.js nothing would follow
  const radios = [...form.querySelectorAll("input[type=radio]")];

  // What the radio buttons say, as it is kept: {v: 1, size: "125", scheme: "dark", warn: ["suicide"]}.
  function chosen() {
    const kept = { v: 1 };
    for (const { name, value } of radios.filter((one) => one.checked && one.value)) {
      if (name.startsWith("note-")) (kept[value] = kept[value] ?? []).push(name.slice("note-".length));
      else if (name === "scheme") [kept.scheme, kept.contrast] = value.split(" ");
      else kept[name] = value;
    }
    return kept;
  }

  // Notes that this page does not know: another collection at the same host, or an older list of notes, keeps them here.
  function others(list) {
    const known = (id) => radios.some((one) => one.name === `note-${id}`);
    return (current[list] ?? "").split(" ").filter((id) => id && !known(id));
  }

  // What applies now, as a value of the radio buttons of that name.
  function now(name) {
    if (name === "scheme") return [current.scheme, current.contrast].filter(Boolean).join(" ");
    if (!name.startsWith("note-")) return current[name] ?? "";
    const has = (list) => (current[list] ?? "").split(" ").includes(name.slice("note-".length));
    return ["warn", "leave"].find(has) ?? "";
  }

  function draw() {
    for (const one of radios) one.checked = one.value === now(one.name);
  }

  function keep(forgetting = false) {
    const kept = chosen();
    for (const list of forgetting ? [] : ["warn", "leave"]) {
      if (others(list).length) kept[list] = [...kept[list] ?? [], ...others(list)];
    }
    try {
      if (Object.keys(kept).length > 1) localStorage.setItem(NAME, JSON.stringify(kept));
      else localStorage.removeItem(NAME);
    } catch {
      byId("fp-not-kept").hidden = false;
    }
    window.fingerpostLook(kept);
  }

  function mayKeep() {
    try {
      localStorage.setItem(NAME, localStorage.getItem(NAME) ?? "");
      if (localStorage.getItem(NAME) === "") localStorage.removeItem(NAME);
      return true;
    } catch {
      return false;
    }
  }

  const byDefault = (one) => { one.checked = one.defaultChecked; };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    for (const id of ["fp-back-said", "fp-forget-said"]) byId(id).textContent = "";
    keep();
  });
  byId("fp-back").addEventListener("click", () => {
    radios.filter((one) => !one.name.startsWith("note-")).forEach(byDefault);
    keep();
    byId("fp-back-said").textContent = said.back;
  });
  byId("fp-forget").addEventListener("click", () => {
    radios.forEach(byDefault);
    keep(true);
    try { localStorage.removeItem("fingerpost-pack"); } catch { /* then nothing was kept */ }
    byId("fp-forget-said").textContent = said.forgotten;
  });
  addEventListener("storage", draw); // early.js has heard of it first
  addEventListener("pageshow", draw);

  byId("fp-without-scripts").remove();
  byId("fp-not-kept").hidden = mayKeep();
  byId("fp-by-folder").hidden = location.protocol !== "file:";
  form.hidden = false;
  draw();
  if (location.hash === "#fp-rather-not") byId("fp-rather-not")?.scrollIntoView();
})();
