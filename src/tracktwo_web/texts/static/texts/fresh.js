// The table has changed the text: what reads otherwise now is put in its place, and the reader stays
// where they were. A passage that somebody is editing here is left alone until they are done.
const SPREAD = 1500; // milliseconds over which readers ask again

function units(root) {
  return [...root.querySelectorAll(".unit")];
}

function firstInSight(sheet) {
  return units(sheet).find((unit) => unit.getBoundingClientRect().bottom > 0);
}

function put(old, next) {
  const focused = old.contains(document.activeElement) && document.activeElement.getAttribute("href");
  old.replaceWith(next);
  const again = [...next.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused);
  again?.focus({ preventScroll: true });
}

export function keepFresh(place, sheet, { onFresh, onChanged }) {
  const url = location.pathname + location.search;
  const written = new Map(units(sheet).map((unit) => [unit.id, unit.outerHTML]));
  let asking,
    opened = 0;

  function take(fresh) {
    const come = units(fresh);
    const known = new Map(units(sheet).map((unit) => [unit.id, unit]));
    const changed = [];
    let before = null;
    for (const next of come) {
      const old = known.get(next.id);
      known.delete(next.id);
      if (old?.querySelector("[data-editor]") || written.get(next.id) === next.outerHTML) {
        before = old;
        continue;
      }
      written.set(next.id, next.outerHTML);
      changed.push(next.id);
      if (old) put(old, next);
      else if (before) before.after(next);
      else sheet.prepend(next);
      before = next;
    }
    for (const [id, gone] of known) {
      gone.remove();
      written.delete(id);
    }
    return changed;
  }

  async function ask() {
    asking = undefined;
    const answer = await fetch(url).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("sheet");
    if (!fresh) return;
    const seen = firstInSight(sheet);
    const top = seen?.getBoundingClientRect().top;
    const standing = document.getElementById("standing");
    if (!standing.contains(document.activeElement)) standing.replaceWith(page.getElementById("standing"));
    const changed = take(fresh);
    sheet.dispatchEvent(new CustomEvent("tracktwo:swapped", { bubbles: true }));
    await null; // whoever watches the sheet and adds to it does so first
    onFresh();
    const still = seen && document.getElementById(seen.id);
    if (still) scrollBy({ top: still.getBoundingClientRect().top - top, behavior: "instant" });
    onChanged(changed);
  }

  place.addEventListener("tracktwo:heard", (event) => {
    event.preventDefault();
    if (event.detail.type === "open" && !opened++) return; // nothing can have been missed yet
    asking ??= setTimeout(ask, Math.random() * SPREAD);
  });
}
