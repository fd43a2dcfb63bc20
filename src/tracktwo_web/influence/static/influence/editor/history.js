// What this person did here, and may take back: one step may be several changes. A step that somebody
// has built upon since is only taken back when asked again.
import { adds, among, inverse, places, removes, said, same, touching } from "./drawn.js";

export function historyOf(book, { mayUndo, onChange }) {
  const [done, undone] = [[], []];

  function note(change) {
    const before = book.drawn[among(change)].get(change.id);
    const step = {
      change,
      before: before && { ...before, ...change.was },
      links: touching(book.drawn, change.id),
    };
    book.make(change);
    return step;
  }

  function act(...changes) {
    done.push(changes.map(note));
    undone.length = 0;
    onChange();
  }

  // The row as it is now, where it is no longer as the step left it.
  function builtUpon({ change }) {
    const row = book.drawn[among(change)].get(change.id);
    if (!row || places(change) || removes(change)) return undefined;
    const differs = Object.entries(said(change)).some(
      ([name, value]) => !["x", "y"].includes(name) && !same(row[name], value),
    );
    return differs || (adds(change) && touching(book.drawn, change.id).length) ? row : undefined;
  }

  const isPossible = (change) => adds(change) !== book.drawn[among(change)].has(change.id);

  async function undo() {
    const steps = done.pop();
    if (!steps) return false;
    const other = steps.map(builtUpon).find(Boolean);
    if (other && !(await mayUndo(other))) {
      done.push(steps);
      return false;
    }
    for (const change of steps.toReversed().flatMap(inverse))
      if (isPossible(change)) book.make(change);
    undone.push(steps);
    onChange();
    return true;
  }

  function redo() {
    const steps = undone.pop();
    if (!steps) return false;
    done.push(
      steps
        .map(({ change }) => change)
        .filter(isPossible)
        .map(note),
    );
    onChange();
    return true;
  }

  // A change that was refused never happened.
  function forget(id) {
    for (const list of [done, undone])
      list.splice(
        0,
        Infinity,
        ...list.filter((steps) => steps.some(({ change }) => change.id !== id)),
      );
    onChange();
  }

  return {
    act,
    undo,
    redo,
    forget,
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
  };
}
