// The book of a map: what the server last told, and the changes it has not taken yet. What is shown is
// the one with the others applied; so a colleague's change comes in below one's own, and loses nothing.
import { adds, among, applied, asDrawn, only, places, removes, said } from "./drawn.js";

export function bookOf(state, unsent) {
  let told = asDrawn(state);
  let edition = state.edition;
  let answered = edition; // the latest edition an answer spoke of, also where others' changes lie between
  let drawn;
  let sending;
  const readers = [];

  function tell() {
    drawn = unsent.waiting.reduce(applied, told);
    readers.forEach((read) => read(drawn));
  }

  const last = () => {
    const change = unsent.waiting.at(-1);
    return change === sending ? undefined : change;
  };

  // Somebody who goes on changing the same is told as one change, while it waits.
  function goOn(before, change, row) {
    const [old, fresh] = [Object.keys(said(before)), Object.keys(said(change))];
    Object.assign(before, said(change), {
      was: { ...before.was, ...only(row, fresh), ...only(before.was, old) },
    });
    unsent.keep(before);
  }

  // A change says which edition of its row it was made upon, and what the row said there.
  function make(change) {
    const row = drawn[among(change)].get(change.id);
    const before = last();
    const goesOn =
      before?.id === change.id && before.op === change.op && !adds(change) && !removes(change);
    const seen =
      adds(change) || places(change)
        ? undefined
        : (change.seen ?? told[among(change)].get(change.id)?.edition);
    if (goesOn) goOn(before, change, row);
    else unsent.put([{ ...change, seen, was: { ...row, ...change.was } }]);
    tell();
  }

  function write(answer) {
    for (const place of ["concepts", "links"])
      for (const row of answer[place] ?? []) told[place].set(row.id, row);
    for (const id of answer.removed ?? []) told = applied(told, { op: "remove-concept", id });
  }

  // What waits and was made upon the same edition as a change that was taken, goes on from where that led.
  function follow(change, answer) {
    const row = (answer[among(change)] ?? []).find((one) => one.id === change.id);
    for (const later of unsent.waiting)
      if (
        row &&
        !places(change) &&
        later.id === change.id &&
        !adds(later) &&
        !places(later) &&
        later.seen === change.seen
      ) {
        later.seen = row.edition;
        unsent.keep(later);
      }
  }

  // False where somebody else's changes lie between: then the whole map is asked for.
  function accept(change, answer) {
    unsent.drop(change);
    follow(change, answer);
    answered = Math.max(answered, answer.edition);
    const isNext = answer.edition <= edition + 1;
    if (answer.edition > edition || places(change)) write(answer);
    if (isNext) edition = Math.max(edition, answer.edition);
    tell();
    return isNext;
  }

  function replace(change, others, now = {}) {
    const at = unsent.waiting.indexOf(change);
    unsent.drop(change);
    unsent.put(others, at);
    write(now);
    tell();
  }

  // Whatever waits about one row speaks of another from now on: two drew the same link at once.
  function rename(from, to, seen) {
    for (const later of unsent.waiting.filter((one) => one.id === from)) {
      Object.assign(later, { id: to, seen: removes(later) || !adds(later) ? seen : undefined });
      unsent.keep(later);
    }
  }

  // A map asked for before our last change was taken would make that vanish for a moment.
  function take(next) {
    if (next.edition < Math.max(edition, answered)) return;
    [told, edition] = [asDrawn(next), next.edition];
    tell();
  }

  tell();
  return {
    get drawn() {
      return drawn;
    },
    get edition() {
      return edition;
    },
    get unsent() {
      return unsent.waiting.length;
    },
    get next() {
      return unsent.waiting[0];
    },
    set sending(change) {
      sending = change;
    },
    read: (reader) => {
      readers.push(reader);
      reader(drawn);
    },
    make,
    accept,
    replace,
    rename,
    take,
    tell,
  };
}
