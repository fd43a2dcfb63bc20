// A text is read without this. With it, lines have numbers, a passage opens beside the text, and what
// the table changes is seen without asking for the page again.
import { numberLines } from "./lines.js";
import { openPanel } from "./panel.js";
import { keepFresh } from "./fresh.js";

const place = document.querySelector("[data-text]");
const sheet = document.getElementById("sheet");
let width = 0;

function renumber() {
  numberLines(sheet);
}

// A link to a passage of another part has lost that part on its way: the server does not see what
// stands behind the #.
function findPart() {
  const unit = decodeURIComponent(location.hash.slice(1));
  const isElsewhere = unit && document.querySelector(".pages") && !document.getElementById(unit);
  if (!isElsewhere || new URLSearchParams(location.search).get("unit") === unit) return;
  location.replace(`?unit=${encodeURIComponent(unit)}#${encodeURIComponent(unit)}`);
}

findPart();
document.fonts.ready.then(renumber);
new ResizeObserver(([entry]) => {
  if (entry.contentRect.width === width) return;
  width = entry.contentRect.width;
  renumber();
}).observe(sheet);
addEventListener("beforeprint", () => {
  sheet.classList.add("at-measure");
  renumber();
});
addEventListener("afterprint", () => {
  sheet.classList.remove("at-measure");
  renumber();
});

const panel = openPanel(place, sheet);
keepFresh(place, sheet, { onFresh: renumber, onChanged: panel.refresh });
