// The sheet: concepts and links as cytoscape draws them, always after the book. It says what is touched
// there, and knows nothing of what that leads to.
import cytoscape from "../../kit/vendor/cytoscape.min.js";
import { measurer, SIZE } from "./boxes.js";
import { arranged } from "./arranging.js";
import { inks, looks } from "./looks.js";

const [WIDE, HIGH] = [3600, 2400]; // the sheet in pixels, where the server says 0..1: room for 100 concepts
const LEGIBLE = 0.62; // the least at which a whole map is shown before anybody asks for it
const STEP = 1.25;
const onSheet = ({ x, y }) => ({ x: x * WIDE, y: y * HIGH });
const within = (value) => Math.min(1, Math.max(0, value));
export const inShares = ({ x, y }) => ({
  x: within(Math.round((x / WIDE) * 1e4) / 1e4),
  y: within(Math.round((y / HIGH) * 1e4) / 1e4),
});

export function sheetOf(canvas, { sides, mayDraw, voice }) {
  const colours = inks(canvas, sides);
  const box = measurer(`${SIZE}px ${colours.font}`, voice.language);
  const cy = cytoscape({
    container: canvas,
    style: looks(colours),
    minZoom: 0.15,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  const [unplaced, shown] = [new Set(), new Map()];
  let couldDraw;

  const node = (row) => {
    const { shape, label, w, h } = box(row.text || "…", row.kind);
    return {
      id: row.id,
      side: row.side,
      kind: row.kind,
      is_shared: row.is_shared,
      shape,
      label,
      w,
      h,
    };
  };
  const link = (row) => ({
    id: row.id,
    source: row.source,
    target: row.target,
    weight: row.weight,
    said: voice.weight(row.weight),
  });

  function put(group, data, position) {
    const known = cy.getElementById(data.id);
    if (known.empty()) return cy.add({ group, data, position });
    known.data(data);
    const isMoved =
      position &&
      !known.grabbed() &&
      (known.position("x") !== position.x || known.position("y") !== position.y);
    if (isMoved) known.position(position);
    return known;
  }

  function placeOf(row) {
    if (row.x !== null) {
      unplaced.delete(row.id);
      return onSheet(row);
    }
    if (cy.getElementById(row.id).nonempty()) return undefined;
    unplaced.add(row.id);
    return { x: 0, y: 0 };
  }

  function arrange(fixed) {
    const nodes = cy
      .nodes()
      .not(".pointer")
      .map((one) => ({ id: one.id(), w: one.data("w"), h: one.data("h"), ...one.position() }));
    const edges = cy
      .edges()
      .not(".pointer")
      .map((one) => ({ source: one.source().id(), target: one.target().id() }));
    return arranged(nodes, edges, { fixed, wide: WIDE, high: HIGH });
  }

  // Those without a place find one here, the same for everybody who sees the same map.
  function placeTheRest(ids) {
    if (!ids.size) return;
    const others = cy.nodes().filter((one) => !ids.has(one.id()) && !unplaced.has(one.id()));
    for (const [id, at] of arrange(new Set(others.map((one) => one.id()))))
      cy.getElementById(id).position(at);
  }

  // Rows are values: one that is the same as before is drawn already.
  function isNew(row) {
    const isKnown = shown.get(row.id) === row;
    shown.set(row.id, row);
    return !isKnown;
  }

  function show(drawn) {
    const [fresh, changed] = [new Set(), []];
    if (mayDraw() !== couldDraw) shown.clear();
    couldDraw = mayDraw();
    cy.batch(() => {
      const gone = cy
        .elements()
        .not(".pointer")
        .filter((one) => !drawn.concepts.has(one.id()) && !drawn.links.has(one.id()));
      gone.remove().forEach((one) => {
        shown.delete(one.id());
      });
      for (const row of [...drawn.concepts.values()].filter(isNew)) {
        const at = placeOf(row);
        if (at && row.x === null) fresh.add(row.id);
        changed.push(put("nodes", node(row), at)[couldDraw ? "grabify" : "ungrabify"]());
      }
      for (const row of [...drawn.links.values()].filter(isNew))
        if (drawn.concepts.has(row.source) && drawn.concepts.has(row.target))
          changed.push(put("edges", link(row)));
    });
    // Styles are worked out when first asked for; boxes asked for before would be those of the old names.
    for (const one of changed) one.style("label");
    placeTheRest(fresh);
  }

  function mark(name, ids) {
    cy.batch(() => {
      cy.elements().removeClass(name);
      for (const id of ids) cy.getElementById(id).addClass(name);
    });
  }

  function choose(id) {
    mark("chosen", id ? [id] : []);
    mark(
      "near",
      id
        ? cy
            .getElementById(id)
            .connectedEdges()
            .map((one) => one.id())
        : [],
    );
  }

  // Everything but these concepts and the links between them steps back.
  function highlight(ids) {
    const shown = cy.collection(
      ids.map((id) => cy.getElementById(id)).filter((one) => one.nonempty()),
    );
    cy.elements().removeClass("aside");
    if (shown.nonempty()) cy.elements().not(shown).not(shown.edgesWith(shown)).addClass("aside");
    if (shown.nonempty()) cy.animate({ fit: { eles: shown, padding: 60 }, duration: 0 });
  }

  const fit = () => {
    if (cy.nodes().nonempty()) {
      cy.fit(undefined, 36);
      if (cy.zoom() > 1.15) {
        cy.zoom(1.15);
        cy.center();
      }
    }
  };

  function begin() {
    cy.resize();
    fit();
    if (cy.nodes().empty()) cy.pan({ x: (cy.width() - WIDE) / 2, y: (cy.height() - HIGH) / 2 });
    if (cy.zoom() < LEGIBLE && cy.nodes().nonempty()) {
      cy.zoom(LEGIBLE);
      cy.center(cy.nodes().max((one) => one.degree()).ele);
    }
  }

  function zoom(times) {
    cy.zoom({
      level: cy.zoom() * times,
      renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
    });
  }

  // Into sight, if it is not; nothing else moves.
  function reveal(id) {
    const at = cy.getElementById(id).renderedBoundingBox();
    const move = (low, high, size) =>
      low < 12 ? 12 - low : high > size - 12 ? size - 12 - high : 0;
    cy.panBy({ x: move(at.x1, at.x2, cy.width()), y: move(at.y1, at.y2, cy.height()) });
  }

  // A free spot near the middle of what is seen, for what is added by key or button.
  function freeSpot() {
    const { x1, x2, y1, y2 } = cy.extent();
    const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
    const isFree = ({ x, y }) =>
      cy
        .nodes()
        .every(
          (one) =>
            Math.abs(one.position("x") - x) > one.width() / 2 + 90 ||
            Math.abs(one.position("y") - y) > one.height() / 2 + 40,
        );
    for (let turn = 0; turn < 200; turn += 1) {
      const at = {
        x: middle.x + 14 * turn * Math.cos(turn),
        y: middle.y + 9 * turn * Math.sin(turn),
      };
      if (isFree(at)) return at;
    }
    return middle;
  }

  function repaint() {
    const colours = inks(canvas, sides);
    canvas.style.backgroundColor = colours.paper; // a picture that paper has not caught up with keeps its ground
    cy.style(looks(colours));
  }

  // Paper shows the whole map, whatever part of it the screen showed.
  let before;
  function onPaper({ matches }) {
    if (matches) before = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    cy.resize();
    if (matches) fit();
    else if (before) cy.viewport(before);
    repaint();
  }

  return {
    onPaper,
    cy,
    show,
    choose,
    mark,
    highlight,
    fit,
    begin,
    reveal,
    freeSpot,
    repaint,
    larger: () => zoom(STEP),
    smaller: () => zoom(1 / STEP),
    arrange: () => arrange(new Set()),
    placeOf: (id) => cy.getElementById(id).position(),
    boxOf: (id) =>
      cy.getElementById(id).renderedBoundingBox({ includeOverlays: false, includeLabels: false }),
    under: ({ x, y }) =>
      cy
        .nodes()
        .not(".pointer")
        .filter((one) => {
          const at = one.renderedBoundingBox();
          return at.x1 <= x && x <= at.x2 && at.y1 <= y && y <= at.y2;
        })
        .last(),
    toSheet: ({ x, y }) => ({ x: (x - cy.pan("x")) / cy.zoom(), y: (y - cy.pan("y")) / cy.zoom() }),
  };
}
