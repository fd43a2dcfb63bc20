// What shapes and colours of the sheet mean, in the same shapes and colours.
import { SHAPES } from "./boxes.js";

const SVG = "http://www.w3.org/2000/svg";

function shapeOf(kind) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 28 18",
    width: 28,
    height: 18,
    "aria-hidden": "true",
  }))
    svg.setAttribute(name, value);
  path.setAttribute("d", (SHAPES[kind] ?? SHAPES[""]).outline);
  svg.append(path);
  return svg;
}

function line(name, { mark, css = "" }) {
  const p = document.createElement("p");
  if (mark) p.append(mark);
  p.append(name);
  p.className = css;
  return p;
}

export function writeLegend(place, { kinds, sides }, concepts) {
  const used = (name, value) => [...concepts.values()].some((row) => row[name] === value);
  place.querySelectorAll(".made").forEach((one) => one.remove());
  place.prepend(
    ...sides
      .filter(({ code }) => used("side", code))
      .map(({ name, css }) => line(name, { css: `made side-name ${css}` })),
    ...kinds
      .filter(({ id }) => used("kind", id))
      .map(({ id, name }) => line(name, { css: "made", mark: shapeOf(id) })),
  );
}
