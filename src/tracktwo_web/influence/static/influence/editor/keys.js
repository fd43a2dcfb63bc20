// Keys of the drawing, only while the focus is on it (WCAG 2.1.4). Tab walks on through the map and out
// at its end; Escape leaves at once.
import { isArrow } from "./walking.js";

const SIMPLE = {
  n: "add",
  l: "connect",
  Delete: "remove",
  Backspace: "remove",
  "+": "in",
  "=": "in",
  "-": "out",
  0: "fit",
  Enter: "open",
  Escape: "escape",
};

function history(event) {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined;
  if (key === "y" || (key === "z" && event.shiftKey)) return "redo";
  return key === "z" ? "undo" : undefined;
}

function act(event, acts) {
  if (event.key === "Tab") return acts.walk(event.shiftKey ? -1 : 1);
  if (isArrow(event.key)) return event.shiftKey ? acts.move(event.key) : acts.go(event.key);
  const name = SIMPLE[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  return name ? (acts[name]() ?? true) : false;
}

export function listenToKeys(root, canvas, acts) {
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (act(event, acts)) event.preventDefault();
  });
  root.addEventListener("keydown", (event) => {
    const what = history(event);
    if (!what || event.target.matches("input, textarea")) return;
    event.preventDefault();
    acts[what]();
  });
}
