// What the pages do with a script; without one they lack sorting, the address of a choice, and the finder of a pair.
"use strict";

// A matrix keeps what was chosen behind the number sign of its address, and sorts by its heads.
const form = document.querySelector(".sift");
if (form) {
  const table = form.querySelector(".matrix");
  const bodies = [...table.tBodies];
  const placed = bodies.map((body) => [...body.rows]);
  const fields = () => [...form.querySelectorAll("input[type=radio], select")];
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  let sorted = "";
  let down = false;

  const keep = () => {
    const parts = [...new FormData(form)].filter(([name, value]) => {
      const field = form.elements[name];
      return value !== (field.options ? field.options[0].value : field[0].value);
    });
    if (sorted) parts.push(["sort", (down ? "-" : "") + sorted]);
    const hash = parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    for (const link of document.querySelectorAll(".languages a")) link.hash = hash;
  };

  const rank = (row, at) => {
    const cell = row.cells[at];
    if (at === 0) return [0, row.dataset.at.padStart(4, "0")];
    const sign = /(?:^| )n(\d+)/.exec(cell.className);
    const dates = form.elements.show && form.elements.show.value === "dates";
    return [dates && cell.dataset.day ? 0 : 1 + (sign ? +sign[1] : 99), dates ? cell.dataset.day || "" : ""];
  };

  const order = () => {
    const at = heads.findIndex((head) => head.dataset.key === sorted);
    heads.forEach((head, n) => {
      if (n === at) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    if (at < 0) {
      bodies.forEach((body, n) => { body.append(...placed[n]); body.hidden = false; });
      return;
    }
    const rows = placed.flat().filter((row) => !row.classList.contains("section"));
    const ranks = new Map(rows.map((row) => [row, rank(row, at)]));
    rows.sort((a, b) => {
      const [first, other] = [ranks.get(a), ranks.get(b)];
      const by = first[0] - other[0] || (first[1] < other[1] ? -1 : first[1] > other[1] ? 1 : 0);
      return (down ? -by : by) || a.dataset.at - b.dataset.at;
    });
    for (const row of table.querySelectorAll(".section")) row.remove();
    bodies[0].append(...rows);
    bodies.forEach((body, n) => { body.hidden = n > 0; });
  };

  const sort = (key) => {
    [sorted, down] = sorted !== key ? [key, false] : down ? ["", false] : [key, true];
    order();
    keep();
  };

  const names = placed.flat().filter((row) => !row.classList.contains("section"));
  const compare = new Intl.Collator(document.documentElement.lang).compare;
  const text = (row) => row.cells[0].textContent;
  [...names].sort((a, b) => compare(text(a), text(b))).forEach((row, n) => { row.dataset.at = n; });
  heads[0].dataset.key = "state";
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.setAttribute("aria-label", `${table.dataset.sort}: ${head.textContent.trim()}`);
    button.addEventListener("click", () => sort(head.dataset.key));
    head.append(button);
  }

  const take = () => {
    const chosen = new URLSearchParams(location.hash.slice(1));
    for (const field of fields()) {
      const value = chosen.get(field.name);
      if (field.options) field.value = [...field.options].some((each) => each.value === value) ? value : field.options[0].value;
      else if (value === null ? field.id.endsWith("0") : field.value === value) field.checked = true;
    }
    const by = chosen.get("sort") || "";
    [sorted, down] = [by.replace(/^-/, ""), by.startsWith("-")];
    order();
    keep();
  };

  form.addEventListener("change", () => { if (sorted) order(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { [sorted, down] = ["", false]; order(); keep(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", take);
  if (location.hash.includes("=")) take();
}

// The finder of a pair leads to the page of two states, which lies below the first of them in the order of addresses.
const finder = document.querySelector(".finder");
if (finder) {
  const [first, second] = finder.querySelectorAll("select");
  const states = [];
  for (const link of document.querySelectorAll("main a[href]")) {
    const found = /(?:^|\/)pairs\/([^/]+)\/index\.html$/.exec(link.href);
    if (found && !states.some(([slug]) => slug === found[1])) states.push([found[1], link.textContent]);
  }
  for (const select of [first, second]) {
    select.append(...states.map(([slug, name]) => new Option(name, slug)));
  }
  const ready = () => first.value && second.value && first.value !== second.value;
  const button = finder.querySelector("button");
  const look = () => {
    for (const [select, other] of [[first, second], [second, first]]) {
      for (const option of select.options) option.disabled = option.value !== "" && option.value === other.value;
    }
    button.disabled = !ready();
  };
  finder.addEventListener("change", look);
  finder.addEventListener("submit", (event) => {
    event.preventDefault();
    if (ready()) location.href = `${[first.value, second.value].sort().join("/")}/index.html`;
  });
  finder.hidden = states.length < 2;
  look();
}
