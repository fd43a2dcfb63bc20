// Places for concepts: as far from each other on the sheet as they are apart in links (stress
// majorisation: Gansner, Koren and North 2004), then pushed apart where boxes overlap. Parts of a map
// that no link joins are arranged each for itself and set side by side. It begins from a circle in the
// map's own order and rolls no dice: the same map is arranged the same way for everybody.
const [ACROSS, DOWN] = [250, 165]; // pixels of the sheet that one link is long
const [TURNS, PUSHES] = [150, 200];
const [GAP_ACROSS, GAP_DOWN, GAP_PARTS] = [44, 30, 50];
const UNLINKED = 2.5; // links between two that none join, where some stay in their place

// What each is linked with, whichever way links point.
function neighbours(ids, links) {
  const near = new Map(ids.map((id) => [id, []]));
  for (const { source, target } of links.filter(
    (one) => near.has(one.source) && near.has(one.target),
  )) {
    near.get(source).push(target);
    near.get(target).push(source);
  }
  return near;
}

// Everything that links lead to from one, with the number of links between.
function reached(start, near) {
  const steps = new Map([[start, 0]]);
  for (const id of steps.keys())
    for (const next of near.get(id)) if (!steps.has(next)) steps.set(next, steps.get(id) + 1);
  return steps;
}

function linksApart(ids, links) {
  const near = neighbours(ids, links);
  return ids.map((from) => {
    const steps = reached(from, near);
    return ids.map((id) => steps.get(id) ?? UNLINKED);
  });
}

function parts(concepts, links) {
  const near = neighbours(
    concepts.map(({ id }) => id),
    links,
  );
  const found = new Map();
  for (const { id } of concepts)
    if (!found.has(id)) for (const other of reached(id, near).keys()) found.set(other, id);
  return concepts
    .filter(({ id }) => found.get(id) === id)
    .map(({ id }) => concepts.filter((one) => found.get(one.id) === id));
}

function onCircle(count) {
  const turn = (at) => (2 * Math.PI * at) / count;
  return Array.from({ length: count }, (_, at) => ({
    x: count * 0.3 * Math.cos(turn(at)),
    y: count * 0.3 * Math.sin(turn(at)),
  }));
}

// Where one would stand if only its distances to the others counted, the near ones most.
function drawnTo(at, spots, apart) {
  const sum = { x: 0, y: 0, weight: 0 };
  spots.forEach((other, j) => {
    if (j === at) return;
    const [dx, dy] = [spots[at].x - other.x, spots[at].y - other.y];
    const distance = Math.hypot(dx, dy) || 1e-6;
    const [ideal, weight] = [apart[at][j], apart[at][j] ** -2];
    sum.x += weight * (other.x + (ideal * dx) / distance);
    sum.y += weight * (other.y + (ideal * dy) / distance);
    sum.weight += weight;
  });
  return { x: sum.x / sum.weight, y: sum.y / sum.weight };
}

function settle(spots, apart, moves) {
  for (let turn = 0; turn < TURNS && spots.length > 1; turn += 1)
    spots.forEach((_, at) => {
      if (moves[at]) spots[at] = drawnTo(at, spots, apart);
    });
}

// Two boxes are moved off each other the shorter way; false where they did not touch.
function partTwo(one, other, boxes, moves) {
  const [a, b] = [boxes[one], boxes[other]];
  const over = {
    x: (a.w + b.w) / 2 + GAP_ACROSS - Math.abs(a.x - b.x),
    y: (a.h + b.h) / 2 + GAP_DOWN - Math.abs(a.y - b.y),
  };
  if (over.x <= 0.5 || over.y <= 0.5) return false;
  const axis = over.x < over.y ? "x" : "y";
  const way = (a[axis] <= b[axis] ? -1 : 1) * over[axis] * (moves[one] && moves[other] ? 0.5 : 1);
  if (moves[one]) a[axis] += way;
  if (moves[other]) b[axis] -= way;
  return true;
}

function pushApart(boxes, moves) {
  for (let turn = 0, isCalm = false; turn < PUSHES && !isCalm; turn += 1) {
    isCalm = true;
    for (let i = 0; i < boxes.length; i += 1)
      for (let j = i + 1; j < boxes.length; j += 1)
        if ((moves[i] || moves[j]) && partTwo(i, j, boxes, moves)) isCalm = false;
  }
}

function extent(boxes) {
  const ends = (axis, size) => [
    Math.min(...boxes.map((one) => one[axis] - one[size] / 2)),
    Math.max(...boxes.map((one) => one[axis] + one[size] / 2)),
  ];
  const [[left, right], [top, bottom]] = [ends("x", "w"), ends("y", "h")];
  return { left, top, w: right - left, h: bottom - top };
}

const shifted = (boxes, x, y) => boxes.map((one) => ({ ...one, x: one.x + x, y: one.y + y }));

// Parts in rows, the high ones first, about half as wide again as they are high.
function sideBySide(groups) {
  const sized = groups
    .map((boxes) => ({ boxes, ...extent(boxes) }))
    .sort((one, other) => other.h - one.h);
  const area = sized.reduce((sum, { w, h }) => sum + (w + GAP_PARTS) * (h + GAP_PARTS), 0);
  const wide = Math.max(Math.sqrt(area * 1.5), ...sized.map(({ w }) => w));
  const at = { x: 0, y: 0, row: 0 };
  return sized.flatMap(({ boxes, left, top, w, h }) => {
    if (at.x && at.x + w > wide) Object.assign(at, { x: 0, y: at.y + at.row + GAP_PARTS, row: 0 });
    const placed = shifted(boxes, at.x - left, at.y - top);
    Object.assign(at, { x: at.x + w + GAP_PARTS, row: Math.max(at.row, h) });
    return placed;
  });
}

// Into the middle of the sheet; drawn smaller only where it would not fit.
function centred(boxes, { wide, high }) {
  const { left, top, w, h } = extent(boxes);
  const scale = Math.min(1, wide / w, high / h);
  return boxes.map((one) => ({
    ...one,
    x: wide / 2 + (one.x - left - w / 2) * scale,
    y: high / 2 + (one.y - top - h / 2) * scale,
  }));
}

function laid(concepts, links, moves, middle) {
  const start = onCircle(concepts.length);
  const spots = concepts.map(({ x, y }, at) =>
    moves[at]
      ? { x: start[at].x + middle.x / ACROSS, y: start[at].y + middle.y / DOWN }
      : { x: x / ACROSS, y: y / DOWN },
  );
  settle(
    spots,
    linksApart(
      concepts.map(({ id }) => id),
      links,
    ),
    moves,
  );
  const boxes = concepts.map(({ id, w, h }, at) => ({
    id,
    w,
    h,
    x: spots[at].x * ACROSS,
    y: spots[at].y * DOWN,
  }));
  pushApart(boxes, moves);
  return boxes;
}

// `concepts`: id, w, h, and x and y where they stand; `fixed`: ids of those that stay there. A map from
// ids to new places.
export function arranged(concepts, links, { fixed, wide, high }) {
  const free = concepts.filter(({ id }) => !fixed.has(id));
  if (!free.length) return new Map();
  const middle = { x: wide / 2, y: high / 2 };
  const boxes =
    free.length === concepts.length
      ? centred(
          sideBySide(
            parts(concepts, links).map((part) =>
              laid(
                part,
                links,
                part.map(() => true),
                middle,
              ),
            ),
          ),
          { wide, high },
        )
      : laid(
          concepts,
          links,
          concepts.map(({ id }) => !fixed.has(id)),
          middle,
        );
  return new Map(boxes.filter(({ id }) => !fixed.has(id)).map(({ id, x, y }) => [id, { x, y }]));
}
