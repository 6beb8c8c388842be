// Narrows a list: boxes to tick, the count each would leave, and how many are shown. What is ticked stands behind the #
// of the address, which is never sent, so that a narrowed list can be kept and passed on.
// Within one group any of the ticked terms will do; every group with a tick has to fit.
// What notes.js has left out is counted nowhere, until it is shown after all.
(function () {
  "use strict";
  const form = document.getElementById("fp-narrow");
  if (!form) return;
  const rows = [...document.querySelectorAll(".listing .list > li")];
  const boxes = [...form.querySelectorAll("input")];
  const status = form.querySelector("[role=status]");
  const terms = new Map(rows.map((row) => [row, Object.fromEntries(
    Object.entries(row.dataset).map(([name, value]) => [name, value.split(" ")]))]));
  const ticked = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  const names = [...new Set(boxes.map((box) => box.name))];
  const inOtherLanguages = document.querySelectorAll(".top a[hreflang], .here a[hreflang]");
  const isHere = (row) => !("leftOut" in row.dataset);

  // Whether a row fits what is ticked in every group but the one called `except`.
  function fits(row, chosen, except) {
    return names.every((name) => name === except || !chosen[name].length
      || chosen[name].some((value) => terms.get(row)[name]?.includes(value)));
  }

  function apply() {
    const chosen = Object.fromEntries(names.map((name) => [name, ticked(name)]));
    const any = names.some((name) => chosen[name].length);
    for (const row of rows) row.classList.toggle("narrowed-out", !fits(row, chosen));
    const fitting = rows.filter((row) => fits(row, chosen));
    const shown = fitting.filter(isHere).length;
    for (const section of document.querySelectorAll(".listing > section")) {
      section.hidden = !section.querySelector(".list > li:not(.narrowed-out)");
    }
    for (const link of document.querySelectorAll(".letters a")) {
      link.parentElement.hidden = document.getElementById(link.hash.slice(1))?.hidden ?? false;
    }
    count(chosen);
    form.querySelector(".chosen").textContent = any ? `(${boxes.filter((box) => box.checked).length})` : "";
    const says = fitting.length ? status.dataset.says : status.dataset.none;
    status.textContent = any ? says.replace("{shown}", shown).replace("{all}", rows.filter(isHere).length) : "";
    document.dispatchEvent(new Event("fingerpost:narrowed"));
  }

  function count(chosen) {
    for (const box of boxes) {
      const number = rows.filter((row) => isHere(row) && terms.get(row)[box.name]?.includes(box.value)
        && fits(row, chosen, box.name)).length;
      const label = box.closest("label");
      label.querySelector(".count").textContent = `(${number})`;
      label.hidden = !number && !box.checked && box !== document.activeElement;
    }
    for (const group of form.querySelectorAll("fieldset")) group.hidden = !group.querySelector("label:not([hidden])");
  }

  const asked = () => String(new URLSearchParams(boxes.filter((box) => box.checked).map((box) => [box.name, box.value])));

  // The same list in another language is narrowed by the same.
  function carry() {
    for (const link of inOtherLanguages) link.hash = asked();
  }

  function keep() {
    carry();
    try {
      history.replaceState(history.state, "", `${location.pathname}${asked() && `#${asked()}`}`);
    } catch { /* some browsers keep the address of a file as it is: the list is narrowed all the same */ }
  }

  function follow() {
    const given = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    for (const box of boxes) box.checked = given.getAll(box.name).includes(box.value);
    carry();
    apply();
  }

  follow();
  addEventListener("hashchange", () => location.hash.includes("=") && follow()); // an address of such a list, pasted here
  document.addEventListener("fingerpost:shown", apply);
  form.addEventListener("change", () => { apply(); keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); keep(); }));
})();
