// An event either brings HTML, or only says that something changed: then the page (or data-live-from)
// is asked again, each reader at another moment. Only elements whose ids are in data-live-target move.
const SPREAD = 1500; // milliseconds over which readers ask again

function swap(place, html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const id of place.dataset.liveTarget.split(/\s+/)) {
    const [old, next] = [document.getElementById(id), fresh.getElementById(id)];
    if (!old || !next || old.contains(document.activeElement)) continue;
    old.replaceWith(next);
    globalThis.htmx?.process(next);
    next.dispatchEvent(new CustomEvent("tracktwo:swapped", { bubbles: true }));
  }
}

async function askAgain(place) {
  const answer = await fetch(place.dataset.liveFrom ?? location.href).catch(() => null);
  if (answer?.ok) swap(place, await answer.text());
}

export function help(place) {
  const line = place.querySelector(".live");
  const usual = line?.textContent;
  let source, asking, wait = 1000, last = "";

  function say(text, isLost) {
    if (!line || line.textContent === text) return;
    line.textContent = text;
    line.classList.toggle("lost", isLost);
  }

  // What draws itself anew takes an event to itself; a line that opens, too, may have missed some.
  function isTaken(event) {
    return !place.dispatchEvent(new CustomEvent("tracktwo:heard", { cancelable: true, detail: event }));
  }

  function hear(event) {
    last = event.lastEventId;
    if (isTaken(event)) return;
    if (event.data.trim().startsWith("<")) return swap(place, event.data);
    asking ??= setTimeout(() => { asking = undefined; askAgain(place); }, Math.random() * SPREAD);
  }

  function open() {
    source = new EventSource(place.dataset.live + (last && `?after=${last}`)); // what was missed comes first
    source.addEventListener("open", (event) => { wait = 1000; say(usual, false); isTaken(event); });
    source.addEventListener("error", () => {
      say(place.dataset.liveLost, true);
      source.close();
      setTimeout(open, wait * (1 + Math.random()));
      wait = Math.min(wait * 2, 60000);
    });
    for (const name of ["message", ...(place.dataset.liveEvents ?? "").split(/\s+/).filter(Boolean)])
      source.addEventListener(name, hear);
  }

  open();
  addEventListener("pagehide", () => source.close());
}
