// The table of links and the list of concepts, which are there without the drawing, keep in step with it.
// New rows are made from the page's own templates, so that they are as the server would write them.
const NOBODY = "00000000-0000-0000-0000-000000000000";

function freshRow(template, id) {
  const row = template.content.firstElementChild.cloneNode(true);
  for (const one of [row, ...row.querySelectorAll("*")])
    for (const { name, value } of [...one.attributes])
      if (value.includes(NOBODY)) one.setAttribute(name, value.replaceAll(NOBODY, id));
  return row;
}

function fill(element, row, drawn, { describe, sideClass }) {
  for (const place of element.querySelectorAll("[data-field]")) {
    const text = describe.field[place.dataset.field](row, drawn);
    if (place.textContent.trim() !== text) place.textContent = text;
    if (!place.classList.contains("side-name")) continue;
    place.className = `side-name ${sideClass(row.side)}`.trim();
    place.hidden = !row.side;
  }
}

function keepInStep(rows, template, kind, found, drawn, told) {
  const known = new Set(found.map((row) => `${kind}-${row.id}`));
  for (const element of [...rows.children])
    if (element.id && !known.has(element.id)) element.remove();
  let before = null;
  for (const row of found) {
    const element = document.getElementById(`${kind}-${row.id}`) ?? freshRow(template, row.id);
    if (!element.contains(document.activeElement)) fill(element, row, drawn, told);
    const next = before ? before.nextElementSibling : rows.firstElementChild;
    if (element !== next) rows.insertBefore(element, next);
    before = element;
  }
}

export function rowsOf(place, told) {
  const lists = [
    ["links", "link"],
    ["concepts", "concept"],
  ];
  return (drawn) => {
    for (const [name, kind] of lists) {
      const rows = place.querySelector(`#${name} [data-rows]`);
      const template = place.querySelector(`#${kind}-row`);
      const empty = place.querySelector(`#${name} [data-empty]`);
      if (empty) empty.hidden = drawn[name].size > 0;
      if (rows && template)
        keepInStep(rows, template, kind, [...drawn[name].values()], drawn, told);
    }
  };
}
