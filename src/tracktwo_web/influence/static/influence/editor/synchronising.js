// In step with the server and with colleagues: sends what was done here, and asks for the map anew when
// an event says that it went on.
import { settled } from "./meanwhile.js";
import { sender } from "./sending.js";

async function readState(url) {
  const answer = await fetch(url, { redirect: "manual" }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

export function synchroniser(
  place,
  { book, voice, describe, ask, saved, isOpen, isShown, onRefused, onMay },
) {
  let isAsking = false,
    isStale = false,
    isForgetting = false;
  let mayDraw = isOpen;

  async function askAgain() {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    while (isStale) {
      isStale = false;
      const state = await readState(place.dataset.state);
      if (state) take(state);
    }
    isAsking = false;
  }

  function take(state) {
    book.take(state);
    if (state.may_draw !== mayDraw) may(state.may_draw);
    else if (mayDraw) letters.again(); // whoever may read again may write again
  }

  function may(draw) {
    mayDraw = draw;
    onMay(draw);
    if (draw) letters.again();
    else told("closed");
  }

  function question(change) {
    const read = (fields, of) =>
      fields
        .map((name) => describe.field[name]?.(of, book.drawn))
        .filter(Boolean)
        .join(" · ");
    return (key, { theirs, fields = [] }) =>
      ask({
        sentence: voice.say(key, { name: describe.name(theirs ?? change.was, book.drawn) }),
        theirs: theirs && voice.say("theirs", { what: read(fields, theirs) || "–" }),
        yours:
          theirs &&
          voice.say("yours", {
            what: change.op.startsWith("remove")
              ? voice.say("removal")
              : read(fields, { ...theirs, ...change }) || "–",
          }),
        first: voice.say("keep_yours"),
        second: voice.say("keep_theirs"),
      });
  }

  // Two who draw the same link at once mean one link: ours goes on as theirs.
  async function settle(change, now) {
    const theirs = [...now.concepts, ...now.links][0];
    const others = await settled(change, theirs, question(change));
    book.replace(change, others, now);
    if (theirs && theirs.id !== change.id) book.rename(change.id, theirs.id, theirs.edition);
    if (!theirs && !others.length && change.op === "add-link") onRefused(change, now.sentence);
    await askAgain();
  }

  function refuse(change, sentence) {
    book.replace(change, []);
    onRefused(change, sentence);
  }

  // Once drawing is closed, what waits can only be kept or forgotten.
  async function told(what) {
    saved.say(what);
    if (what !== "closed" || isForgetting) return;
    if (mayDraw) return may(false);
    isForgetting = true;
    if (book.unsent && (await saved.askToForget())) while (book.next) book.replace(book.next, []);
    isForgetting = false;
    saved.say("closed");
  }

  const letters = sender(book, {
    url: place.dataset.change,
    token: place.querySelector("[name=csrfmiddlewaretoken]").value,
    settle,
    refuse,
    askAgain,
    say: told,
  });

  function hear(event) {
    if (isShown()) event.preventDefault(); // the page need not be asked for as a whole
    const { type, data } = event.detail;
    const isKnown = type === "map" && JSON.parse(data).edition <= book.edition;
    if (!isKnown) askAgain();
    letters.run(); // whoever is heard can be written to
  }

  function begin() {
    place.addEventListener("tracktwo:heard", hear);
    addEventListener("online", () => {
      letters.run();
      askAgain();
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) {
        letters.run();
        askAgain();
      }
    });
    letters.run();
  }

  return { begin, send: letters.run };
}
