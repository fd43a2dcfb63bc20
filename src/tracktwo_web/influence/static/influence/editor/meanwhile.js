// Somebody was quicker. What does not touch what they did goes through; the rest is asked about.
import { FIELDS, adds, among, only, places, removes, said, same } from "./drawn.js";

export function contested(change, theirs) {
  const mine = said(change);
  return Object.keys(mine).filter(
    (name) => !same(mine[name], theirs[name]) && !same(theirs[name], change.was?.[name]),
  );
}

function again(change, theirs, fields) {
  const kind = change.op.split("-")[1];
  const mine = only(change, fields);
  if (!Object.keys(mine).length) return [];
  return [
    { op: `set-${kind}`, id: theirs.id, ...mine, seen: theirs.edition, was: only(theirs, fields) },
  ];
}

// What remains to be sent of a change, given how its row stands now (undefined: it is gone). `ask`
// answers whether ours shall stand.
export async function settled(change, theirs, ask) {
  if (!theirs) return settledGone(change, ask);
  if (removes(change))
    return (await ask("changed", { theirs, fields: FIELDS[among(change)] }))
      ? [{ ...change, key: undefined, seen: theirs.edition }]
      : [];
  const fields = Object.keys(said(change)).filter((name) => name !== "source" && name !== "target");
  const asked = contested({ ...change, was: adds(change) ? {} : change.was }, theirs).filter(
    (name) => fields.includes(name),
  );
  const isOurs = !asked.length || (await ask("changed", { theirs, fields: asked }));
  const goes = fields.filter(
    (name) => !same(change[name], theirs[name]) && (isOurs || !asked.includes(name)),
  );
  return again(change, theirs, goes);
}

async function settledGone(change, ask) {
  if (removes(change) || places(change) || adds(change)) return [];
  if (!(await ask("removed_there", {}))) return [];
  const kind = change.op.split("-")[1];
  return [
    {
      op: `add-${kind}`,
      id: change.id,
      ...only({ ...change.was, ...said(change) }, FIELDS[among(change)]),
    },
  ];
}
