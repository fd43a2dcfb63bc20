// How the sheet is drawn: colours are the page's own, read from its sheet of styles, in whatever light.
import { SIZE } from "./boxes.js";

const parse = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const full = (hex) =>
  hex.length === 4 ? `#${[...hex.slice(1)].map((one) => one + one).join("")}` : hex;

function mixed(one, other, share) {
  const [from, to] = [parse(full(one)), parse(full(other))];
  return `rgb(${from.map((value, at) => Math.round(value + (to[at] - value) * share)).join(",")})`;
}

export function inks(place, sides) {
  const page = getComputedStyle(place);
  const [paper, ink, faint, edge] = ["--paper", "--ink", "--faint", "--edge"].map((one) =>
    page.getPropertyValue(one).trim(),
  );
  const probe = place.appendChild(document.createElement("span"));
  const ofSide = (css) => {
    probe.className = css;
    return getComputedStyle(probe).getPropertyValue("--side").trim() || edge;
  };
  const colours = Object.fromEntries([
    ["", edge],
    ...sides.map(({ code, css }) => [code, ofSide(css)]),
  ]);
  probe.remove();
  return {
    paper,
    ink,
    faint,
    edge,
    side: (code) => colours[code] ?? edge,
    tint: (code) => mixed(paper, colours[code] ?? edge, 0.12),
    font: page.fontFamily,
  };
}

export const thickness = (weight) => 1.5 + 5.5 * Math.abs(weight);

export function looks({ paper, ink, faint, edge, side, tint, font }) {
  return [
    {
      selector: "node",
      style: {
        shape: "data(shape)",
        width: "data(w)",
        height: "data(h)",
        label: "data(label)",
        color: ink,
        "font-family": font,
        "font-size": SIZE,
        "line-height": 1.35,
        "text-wrap": "wrap",
        "text-max-width": 400,
        "text-valign": "center",
        "text-halign": "center",
        "text-margin-x": (node) => (node.data("shape") === "tag" ? -node.data("w") * 0.06 : 0),
        "background-color": (node) => tint(node.data("side")),
        "border-color": (node) => side(node.data("side")),
        "border-width": 2.5,
        "corner-radius": (node) => (node.data("shape") === "cut-rectangle" ? 13 : 22),
        "overlay-opacity": 0,
        "underlay-color": ink,
        "underlay-opacity": 0,
        "underlay-padding": 7,
        "underlay-shape": "round-rectangle",
      },
    },
    { selector: "node[?is_shared]", style: { "border-style": "double", "border-width": 6 } },
    {
      selector: "edge",
      style: {
        "curve-style": "bezier",
        "control-point-step-size": 46,
        width: (edge_) => thickness(edge_.data("weight")),
        "line-color": faint,
        "target-arrow-color": faint,
        "target-arrow-shape": "triangle",
        "arrow-scale": 1.15,
        "overlay-opacity": 0,
        "underlay-color": ink,
        "underlay-opacity": 0,
        "underlay-padding": 5,
        "underlay-shape": "round-rectangle",
        "loop-direction": "-45deg",
        "loop-sweep": "60deg",
        "font-family": font,
        "font-size": 16,
        color: ink,
        "text-background-color": paper,
        "text-background-opacity": 1,
        "text-background-padding": 3,
      },
    },
    {
      selector: "edge[weight < 0]",
      style: { "line-style": "dashed", "line-dash-pattern": [9, 6] },
    },
    {
      selector: "edge[weight = 0]",
      style: { "line-style": "dotted", "line-color": edge, "target-arrow-color": edge, width: 2 },
    },
    { selector: ".near", style: { "line-color": ink, "target-arrow-color": ink } },
    {
      selector: "node.chosen",
      style: { "border-color": ink, "border-width": 4, "underlay-opacity": 0.2 },
    },
    {
      selector: "edge.chosen",
      style: {
        "line-color": ink,
        "target-arrow-color": ink,
        "underlay-opacity": 0.16,
        label: "data(said)",
        "z-index": 5,
      },
    },
    { selector: ".aside", style: { opacity: 0.22 } },
    { selector: "node.target", style: { "underlay-opacity": 0.3 } },
    {
      selector: "node.pointer",
      style: { width: 2, height: 2, opacity: 0, events: "no", label: "" },
    },
    {
      selector: "edge.pointer",
      style: {
        width: 2.5,
        "line-style": "solid",
        "line-color": ink,
        "target-arrow-color": ink,
        events: "no",
      },
    },
  ];
}
