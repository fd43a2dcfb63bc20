// Somebody was quicker: their words, with what one's own would change in them, and a choice. Until it is
// made nothing is written over anything.
const ELEMENTS = { gone: "del", come: "ins" };

function piece([kind, text]) {
  if (!ELEMENTS[kind]) return document.createTextNode(text);
  return Object.assign(document.createElement(ELEMENTS[kind]), { textContent: text });
}

export function askAbout(box, { mine, theirs, goOn }) {
  const find = (what) => box.querySelector(`[data-${what}]`);
  let told;

  function choose(act) {
    box.hidden = true;
    act(told);
    goOn();
  }

  const acts = { mine: () => choose(mine), theirs: () => choose(theirs), on: goOn };
  box.addEventListener("click", (event) => acts[event.target.closest("[data-do]")?.dataset.do]?.());

  return {
    show(body) {
      told = body;
      find("sentence").textContent = body.sentence;
      find("changes").replaceChildren(...body.changes.map(piece));
      box.hidden = false;
    },
  };
}
