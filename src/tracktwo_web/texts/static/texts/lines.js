// Numbers every fifth line, as drafts on paper have it. A number says the same to everybody only where
// lines break alike: at the full measure, which screens of some breadth and paper give.
const EVERY = 5;

function isAtMeasure(sheet) {
  return sheet.clientWidth + 1 >= parseFloat(getComputedStyle(sheet).maxWidth);
}

// The middle of each line of a passage: what stands on one line in several pieces is met once.
function middles(words) {
  const range = document.createRange();
  range.selectNodeContents(words);
  const found = [];
  let bottom = -Infinity;
  for (const piece of range.getClientRects()) {
    if (piece.width < 2 || piece.height < 4) continue; // what is only read aloud
    const middle = (piece.top + piece.bottom) / 2;
    if (middle > bottom) found.push(middle);
    bottom = Math.max(bottom, piece.bottom);
  }
  return found;
}

export function numberLines(sheet) {
  for (const old of sheet.querySelectorAll(".line-no")) old.remove();
  if (!isAtMeasure(sheet)) return;
  const size = parseFloat(getComputedStyle(sheet).fontSize);
  const places = [];
  let line = 0;
  for (const unit of sheet.querySelectorAll(".unit")) {
    const top = unit.getBoundingClientRect().top;
    for (const middle of middles(unit.querySelector(".words")))
      if ((line += 1) % EVERY === 0) places.push([unit, (middle - top) / size, line]);
  }
  for (const [unit, down, number] of places) {
    const shown = document.createElement("span");
    shown.className = "line-no";
    shown.ariaHidden = "true";
    shown.style.setProperty("--down", down); // in the type's own size: on paper it is another
    shown.append(Object.assign(document.createElement("span"), { textContent: number }));
    unit.append(shown);
  }
}
