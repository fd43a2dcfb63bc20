// A passage is written on a page of its own without this. With it, what is typed is saved as it is typed,
// and a passage of the text becomes a field where it stands.
import { openEditor } from "./editing/editor.js";
import { watchDrafts } from "./editing/colleagues.js";
import { editInPlace } from "./editing/place.js";

const here = document.querySelector("[data-drafts]");
for (const form of document.querySelectorAll("[data-editor]")) openEditor(form);
if (here) {
  watchDrafts(here);
  const sheet = document.getElementById("sheet");
  if (sheet) editInPlace(sheet, here);
}
