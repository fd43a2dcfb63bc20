// The editor put together: book, sheet, panel, keys and the line that says what is saved.
import { asker } from "./asking.js";
import { bookOf } from "./book.js";
import { acts } from "./acts.js";
import { connector } from "./connecting.js";
import { historyOf } from "./history.js";
import { listenToKeys } from "./keys.js";
import { writeLegend } from "./legend.js";
import { namer } from "./naming.js";
import { panelOf } from "./panel.js";
import { renewPicture } from "./picture.js";
import { rowsOf } from "./rows.js";
import { savedLine } from "./saved.js";
import { sheetOf } from "./sheet.js";
import { synchroniser } from "./synchronising.js";
import { keptUnsent } from "./unsent.js";
import { describer, speaker } from "./words.js";

function lay(place) {
  const template = place.querySelector("#editor");
  const drawing = document.createElement("div");
  drawing.id = "drawing";
  drawing.hidden = true;
  drawing.append(template.content.cloneNode(true));
  template.after(drawing);
  return drawing;
}

async function firstState(url) {
  const answer = await fetch(url, { redirect: "error" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

export async function openEditor(place, { name, onLeave }) {
  const state = await firstState(place.dataset.state);
  const voice = speaker(JSON.parse(place.dataset.words), document.documentElement.lang);
  const describe = describer(voice, state);
  const book = bookOf(state, keptUnsent(`${name}:unsent:`));
  const drawing = lay(place);
  const find = (what) => drawing.querySelector(`[data-${what}]`);
  const [canvas, loud, hint] = ["canvas", "aloud", "hint"].map(find);
  const ask = asker(find("ask"));
  let mayDraw = state.may_draw,
    asked = "";
  const drawable = () => mayDraw;
  drawing.hidden = false; // the sheet must be seen to be measured
  const sheet = sheetOf(canvas, { sides: state.sides, mayDraw: drawable, voice });

  const say = (sentence) => {
    loud.textContent = sentence;
  };
  const saved = savedLine(find("saved"), { book, voice, ask });
  const history = historyOf(book, {
    mayUndo: (row) =>
      ask({
        sentence: voice.say("undo_anyway", { name: describe.name(row, book.drawn) }),
        first: voice.say("undo_yes"),
        second: voice.say("undo_no"),
      }),
    onChange: refresh,
  });
  const online = synchroniser(place, {
    book,
    voice,
    describe,
    ask,
    saved,
    isOpen: mayDraw,
    isShown: () => !drawing.hidden,
    onRefused(change, sentence) {
      history.forget(change.id);
      panel.say(sentence);
      say(sentence);
    },
    onMay(may) {
      mayDraw = may;
      refresh();
      book.tell();
    },
  });

  // What somebody does is written into the book and sent at once.
  function act(...changes) {
    history.act(...changes);
    online.send();
  }

  const panel = panelOf(find("panel"), {
    book,
    voice,
    describe,
    state,
    mayDraw: drawable,
    onChange: act,
    onLink: (from, to) => doing.link(from, to),
  });
  const names = namer(find("name"), { sheet, onDone: () => canvas.focus({ preventScroll: true }) });
  const links = connector(find("rim"), {
    sheet,
    mayDraw: drawable,
    isTaken: () => !find("name").hidden,
    onWant: (id) => doing.want(id),
    onLink: (from, to) => doing.link(from, to),
    onCancel: () => hintAt(""),
  });
  const doing = acts({
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
    mayDraw: drawable,
    send: online.send,
    leave,
  });

  // Above what is asked about, or below it: never over it.
  function hintAt(sentence, box) {
    asked = sentence;
    hint.classList.toggle("low", Boolean(box) && box.y2 < canvas.clientHeight / 2);
    showHint();
  }

  function showHint() {
    const usual = (hint.dataset.usual ??= hint.textContent);
    hint.textContent = asked || usual;
    hint.classList.toggle("asking", Boolean(asked));
    hint.hidden = !asked && (!mayDraw || book.drawn.concepts.size > 0);
  }

  function refresh() {
    for (const button of drawing.querySelectorAll("[data-do]")) {
      const what = button.dataset.do;
      if (["add", "connect", "arrange"].includes(what)) button.disabled = !mayDraw;
      if (what === "undo") button.disabled = !mayDraw || !history.canUndo;
      if (what === "redo") button.disabled = !mayDraw || !history.canRedo;
    }
  }

  function leave() {
    drawing.hidden = true;
    renewPicture();
    onLeave();
  }

  drawing.addEventListener("click", (event) => {
    const what = event.target.closest("[data-do]")?.dataset.do;
    if (doing[what]) doing[what]();
  });
  listenToKeys(drawing, canvas, doing);
  doing.listen();
  book.read(
    rowsOf(place, {
      describe,
      sideClass: (code) => state.sides.find((one) => one.code === code)?.css ?? "",
    }),
  );
  book.read((drawn) => {
    sheet.show(drawn);
    doing.keepChosen();
    panel.show(drawn);
    writeLegend(find("legend"), state, drawn.concepts);
    showHint();
    links.place();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", sheet.repaint);
  matchMedia("print").addEventListener("change", sheet.onPaper);
  addEventListener("pagehide", () => document.activeElement?.blur?.()); // what is being written is kept too
  refresh();
  sheet.begin();
  online.begin();

  return {
    show() {
      drawing.hidden = false;
      sheet.cy.resize();
    },
    focus: () => canvas.focus(),
    highlight: sheet.highlight,
  };
}
