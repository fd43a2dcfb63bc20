// The order in which keys walk over a map: concepts as one reads, row by row; after each, its links.
const ROW = 110; // pixels of the sheet that count as one row

export function readingOrder(drawn, placeOf) {
  const rank = ({ id }) => [Math.round(placeOf(id).y / ROW), placeOf(id).x];
  const ranked = [...drawn.concepts.values()].map((row) => [rank(row), row.id]);
  ranked.sort(([one], [other]) => one[0] - other[0] || one[1] - other[1]);
  const links = [...drawn.links.values()];
  return ranked.flatMap(([, id]) => [
    id,
    ...links.filter((link) => link.source === id).map((link) => link.id),
  ]);
}

const WAYS = {
  ArrowLeft: ["x", -1],
  ArrowRight: ["x", 1],
  ArrowUp: ["y", -1],
  ArrowDown: ["y", 1],
};

// The nearest concept that way; what lies straight ahead counts as nearer than what lies aside.
export function nearest(drawn, placeOf, id, key) {
  const [along, sign] = WAYS[key];
  const across = along === "x" ? "y" : "x";
  const from = placeOf(id);
  let [best, least] = [undefined, Infinity];
  for (const other of drawn.concepts.keys()) {
    const ahead = sign * (placeOf(other)[along] - from[along]);
    const cost = ahead + 2 * Math.abs(placeOf(other)[across] - from[across]);
    if (other !== id && ahead > 5 && cost < least) [best, least] = [other, cost];
  }
  return best;
}

export const step = (key, size) => {
  const [along, sign] = WAYS[key];
  return { x: 0, y: 0, [along]: sign * size };
};
export const isArrow = (key) => key in WAYS;
