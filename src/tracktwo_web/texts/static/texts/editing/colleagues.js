// A colleague of one's own side is writing: seen from the savings of the side's drafts, which are asked for
// now and then while somebody looks. Nothing is told to anybody, so nobody else can hear it.
const EVERY = 4000;
const MOMENT = 1000;
const STILL = 12_000; // milliseconds after a saving for which somebody is taken to be writing

export function watchDrafts(here) {
  const known = new Map();
  const own = new Set();
  const writing = new Map();
  let isFirst = true;
  const key = (unit, language) => `${unit}\n${language}`;

  function marked(unit) {
    const beside = document.querySelector(`#sheet [data-unit="${CSS.escape(unit)}"] .beside-unit`);
    const line = beside?.querySelector(".writing");
    const isWriting = [...writing.keys()].some((one) => one.startsWith(`${unit}\n`));
    if (!isWriting) return line?.remove();
    if (line || !beside) return;
    const made = Object.assign(document.createElement("span"), { className: "writing" });
    made.textContent = here.dataset.writing;
    beside.append(made);
  }

  function show(unit, language, isWriting) {
    for (const editor of document.querySelectorAll("[data-editor]"))
      if (editor.dataset.unitName === unit && editor.dataset.language === language)
        editor.querySelector("[data-colleague]").hidden = !isWriting;
    marked(unit);
  }

  function says(unit, language) {
    const one = key(unit, language);
    clearTimeout(writing.get(one));
    writing.set(one, setTimeout(() => {
      writing.delete(one);
      show(unit, language, false);
    }, STILL));
    show(unit, language, true);
  }

  function notice({ unit, language, edition }) {
    const one = key(unit, language);
    const isNew = known.get(one) !== edition && !isFirst;
    known.set(one, edition);
    // The answer to a saving of one's own may still be on its way.
    if (isNew) setTimeout(() => own.has(`${one}\n${edition}`) || says(unit, language), MOMENT);
  }

  async function ask() {
    const answer = document.hidden ? null : await fetch(here.dataset.drafts, { redirect: "manual" }).catch(() => null);
    if (answer?.ok) {
      (await answer.json()).drafts.forEach(notice);
      isFirst = false;
    }
    if (answer && [403, 404].includes(answer.status)) return;
    setTimeout(ask, EVERY * (0.75 + Math.random() / 2));
  }

  document.addEventListener("tracktwo:saved", (event) => {
    const { unitName, language } = event.target.dataset;
    own.add(`${key(unitName, language)}\n${event.detail.edition}`);
  });
  ask();
}
