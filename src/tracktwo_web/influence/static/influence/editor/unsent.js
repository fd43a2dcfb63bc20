// Changes that wait to be sent, each kept in the browser under a name of its own until it has been: two
// tabs that keep some at once lose none. Names sort in the order in which they were made.
let count = 0;

function nextName(start) {
  count += 1;
  return `${start}${Date.now().toString(36).padStart(9, "0")}-${String(count).padStart(6, "0")}`;
}

function quietly(act) {
  try {
    return act();
  } catch {
    return undefined; // full or forbidden: the change lives as long as the page does
  }
}

export function keptUnsent(start) {
  const found =
    quietly(() =>
      Object.keys(localStorage)
        .filter((key) => key.startsWith(start))
        .sort(),
    ) ?? [];
  const read = (key) => quietly(() => ({ ...JSON.parse(localStorage.getItem(key)), key }));
  const waiting = found.map(read).filter((change) => change?.op);

  function keep(change) {
    change.key ??= nextName(start);
    quietly(() => localStorage.setItem(change.key, JSON.stringify(change)));
  }

  function put(changes, at = waiting.length) {
    waiting.splice(at, 0, ...changes);
    changes.forEach(keep);
  }

  function drop(change) {
    waiting.splice(waiting.indexOf(change), 1);
    quietly(() => localStorage.removeItem(change.key));
  }

  return { waiting, keep, put, drop };
}
