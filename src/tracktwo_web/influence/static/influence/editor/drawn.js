// A map is its concepts and links by id; changes are values, applied one after another.
export const FIELDS = {
  concepts: ["text", "kind", "side", "x", "y"],
  links: ["source", "target", "weight", "low", "high", "delay", "confidence", "evidence"],
};
const BLANK = {
  concepts: { text: "", kind: "", side: "", x: null, y: null, is_shared: false },
  links: { weight: 0, low: null, high: null, delay: "", confidence: null, evidence: "" },
};

export const among = (change) => (change.op.endsWith("concept") ? "concepts" : "links");
export const adds = (change) => change.op.startsWith("add");
export const removes = (change) => change.op.startsWith("remove");
export const places = (change) => change.op === "place-concept";

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));
export const asDrawn = (state) => ({ concepts: byId(state.concepts), links: byId(state.links) });

export function only(row, names) {
  return Object.fromEntries(
    names.filter((name) => row?.[name] !== undefined).map((name) => [name, row[name]]),
  );
}

// What a change says of its concept or link.
export const said = (change) => only(change, FIELDS[among(change)]);

export const same = (one, other) => (one ?? null) === (other ?? null);

// A change of a row as it was read; where that is no longer how it is, it says so, and will be asked about.
export function madeUpon(read, now, change) {
  const isOld = Object.keys(said(change)).some((name) => !same(read[name], now[name]));
  return isOld ? { ...change, seen: read.edition, was: read } : change;
}

export const touching = (drawn, id) =>
  [...drawn.links.values()].filter((link) => link.source === id || link.target === id);

function without(drawn, id) {
  const [concepts, links] = [new Map(drawn.concepts), new Map(drawn.links)];
  for (const link of touching(drawn, id)) links.delete(link.id);
  concepts.delete(id);
  links.delete(id);
  return { concepts, links };
}

export function applied(drawn, change) {
  if (removes(change)) return without(drawn, change.id);
  const place = among(change);
  const old = drawn[place].get(change.id);
  const isLost =
    place === "links" &&
    adds(change) &&
    !(drawn.concepts.has(change.source) && drawn.concepts.has(change.target));
  if ((!old && !adds(change)) || isLost) return drawn;
  const row = { ...BLANK[place], ...old, ...said(change), id: change.id };
  return { ...drawn, [place]: new Map(drawn[place]).set(row.id, row) };
}

// The changes that take a change back, given what was there before it: a row, and the links that a
// removed concept took with it.
export function inverse({ change, before, links }) {
  const kind = change.op.split("-")[1];
  if (adds(change)) return [{ op: `remove-${kind}`, id: change.id }];
  if (!before) return [];
  if (!removes(change))
    return [{ op: change.op, id: change.id, ...only(before, Object.keys(said(change))) }];
  const again = (one, row, place) => ({
    op: `add-${one}`,
    id: row.id,
    ...only(row, FIELDS[place]),
  });
  return [again(kind, before, among(change)), ...links.map((link) => again("link", link, "links"))];
}
