// What can be done on the sheet, whether by hand, by key or by button. One thing is chosen at a time.
import { madeUpon } from "./drawn.js";
import { inShares } from "./sheet.js";
import { nearest, readingOrder, step } from "./walking.js";

const WEIGHT = 0.5; // of a link that was just drawn
const MOVE = 24; // pixels of the sheet by which keys move a concept

// Browsers keep their own maker of ids from pages without a certificate.
function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function acts({
  book,
  sheet,
  panel,
  names,
  links,
  history,
  voice,
  describe,
  act,
  say,
  hintAt,
  canvas,
  mayDraw,
  send,
  leave,
}) {
  let chosen;

  const concept = (id) => book.drawn.concepts.get(id);
  const row = (id) => concept(id) ?? book.drawn.links.get(id);
  const order = () => readingOrder(book.drawn, sheet.placeOf);

  function choose(id, { isRead = true } = {}) {
    chosen = id;
    sheet.choose(id);
    links.choose(concept(id) ? id : undefined);
    panel.choose(id);
    if (!id) return;
    sheet.reveal(id);
    if (isRead) say(describe.aloud(row(id), book.drawn));
  }

  function keepChosen() {
    if (chosen && !row(chosen)) choose(undefined);
    else sheet.choose(chosen);
  }

  function nameHere(spot) {
    if (!mayDraw()) return;
    choose(undefined);
    names.nameAt(spot, (text) => {
      const id = freshId();
      act({ op: "add-concept", id, text, kind: "", side: "", ...inShares(spot) });
      choose(id);
      say(voice.say("added", { name: text }));
    });
  }

  function rename(id) {
    if (!mayDraw() || !concept(id) || concept(id).is_shared) return;
    const read = concept(id);
    names.rename(read, (text) => {
      if (concept(id)) act(madeUpon(read, concept(id), { op: "set-concept", id, text }));
    });
  }

  function link(from, to) {
    hintAt("");
    if (!mayDraw() || !concept(from) || !concept(to)) return;
    const drawn = [...book.drawn.links.values()].find(
      (one) => one.source === from && one.target === to,
    );
    const id = drawn?.id ?? freshId();
    if (!drawn) act({ op: "add-link", id, source: from, target: to, weight: WEIGHT });
    choose(id);
    if (drawn) say(voice.say("exists"));
  }

  function want(id) {
    hintAt(voice.say("connect", { text: concept(id).text }), sheet.boxOf(id));
    say(voice.say("connect", { text: concept(id).text }));
    canvas.focus({ preventScroll: true });
  }

  function connect() {
    if (!mayDraw()) return;
    if (concept(chosen)) links.want(chosen);
    else {
      hintAt(voice.say("connect_nothing"));
      say(voice.say("connect_nothing"));
    }
  }

  function remove() {
    const one = row(chosen);
    if (!mayDraw() || !one || one.is_shared) return;
    const name = describe.name(one, book.drawn);
    act({ op: one.source ? "remove-link" : "remove-concept", id: one.id });
    choose(undefined);
    say(voice.say("removed", { name }));
    canvas.focus({ preventScroll: true });
  }

  function place(id, at) {
    act({ op: "place-concept", id, ...inShares(at), was: inShares(sheet.placeOf(id)) });
  }

  function arrange() {
    if (!mayDraw()) return;
    const found = [...sheet.arrange()];
    if (found.length)
      act(
        ...found.map(([id, at]) => ({
          op: "place-concept",
          id,
          ...inShares(at),
          was: inShares(sheet.placeOf(id)),
        })),
      );
    sheet.fit();
    say(voice.say("arranged"));
  }

  async function undo() {
    if (mayDraw() && (await history.undo())) say(voice.say("undone"));
    send();
  }

  function redo() {
    if (mayDraw() && history.redo()) say(voice.say("redone"));
    send();
  }

  // Past either end the focus leaves the sheet as it leaves any field.
  function walk(by) {
    const all = order();
    const next = chosen ? all.indexOf(chosen) + by : by > 0 ? 0 : -1;
    if (!all[next]) return false;
    choose(all[next]);
    return true;
  }

  function go(key) {
    const one = row(chosen);
    if (!one) return walk(1);
    const next = one.source
      ? ["ArrowLeft", "ArrowUp"].includes(key)
        ? one.source
        : one.target
      : nearest(book.drawn, sheet.placeOf, chosen, key);
    if (next) choose(next);
    return true;
  }

  function move(key) {
    const one = concept(chosen);
    if (!mayDraw() || !one) return true;
    const [at, by] = [sheet.placeOf(chosen), step(key, MOVE)];
    place(chosen, { x: at.x + by.x, y: at.y + by.y });
    sheet.reveal(chosen);
    return true;
  }

  function open() {
    if (links.from && concept(chosen)) links.reach(chosen);
    else if (concept(chosen) && !concept(chosen).is_shared) rename(chosen);
    else panel.focus();
  }

  function escape() {
    sheet.highlight([]);
    if (links.from) links.cancel();
    else if (chosen) choose(undefined);
    else document.querySelector("#drawing [data-do=leave]").focus();
  }

  function tap(id) {
    canvas.focus({ preventScroll: true });
    if (links.from && concept(id)) links.reach(id);
    else {
      if (!id) {
        links.cancel();
        sheet.highlight([]);
      }
      choose(id);
    }
  }

  function listen() {
    sheet.cy.on("tap", (event) => tap(event.target === sheet.cy ? undefined : event.target.id()));
    sheet.cy.on("dbltap", (event) =>
      event.target === sheet.cy ? nameHere(event.position) : rename(event.target.id()),
    );
    sheet.cy.on("grab", "node", (event) =>
      event.target.scratch("from", inShares(event.target.position())),
    );
    sheet.cy.on("dragfree", "node", ({ target }) =>
      act({
        op: "place-concept",
        id: target.id(),
        ...inShares(target.position()),
        was: target.scratch("from"),
      }),
    );
    sheet.cy.container().addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }

  return {
    choose,
    keepChosen,
    link,
    want,
    connect,
    remove,
    arrange,
    undo,
    redo,
    walk,
    go,
    move,
    open,
    escape,
    listen,
    leave,
    add: () => nameHere(sheet.freeSpot()),
    in: sheet.larger,
    out: sheet.smaller,
    fit: sheet.fit,
  };
}
