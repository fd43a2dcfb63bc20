// A name is written where it stands. Enter or going elsewhere keeps it, Escape does not; while letters
// are still being put together (Chinese input), Enter belongs to them.
export function namer(field, { sheet, onDone }) {
  let current;

  function place() {
    const [x, y] = current.at();
    const wide = Math.max(field.offsetWidth, 220);
    const room = field.offsetParent;
    field.style.left = `${Math.max(4, Math.min(x - wide / 2, room.clientWidth - wide - 4))}px`;
    field.style.top = `${Math.max(4, Math.min(y - field.offsetHeight / 2, room.clientHeight - field.offsetHeight - 4))}px`;
  }

  function begin({ text, at, keep }) {
    finish(true);
    current = { at, keep, was: text };
    field.value = text;
    field.hidden = false;
    place();
    field.focus({ preventScroll: true });
    field.select();
  }

  function finish(isKept) {
    if (!current) return;
    const { keep, was } = current;
    current = undefined;
    field.hidden = true;
    const text = field.value.trim().replace(/\s+/g, " ");
    if (isKept && text && text !== was) keep(text);
  }

  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    finish(event.key === "Enter");
    onDone();
  });
  field.addEventListener("blur", () => finish(true));
  sheet.cy.on("viewport", () => {
    if (current) place();
  });

  const centre = (box) => [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
  return {
    rename: (row, keep) => begin({ text: row.text, at: () => centre(sheet.boxOf(row.id)), keep }),
    nameAt: (spot, keep) =>
      begin({
        text: "",
        at: () => [
          spot.x * sheet.cy.zoom() + sheet.cy.pan("x"),
          spot.y * sheet.cy.zoom() + sheet.cy.pan("y"),
        ],
        keep,
      }),
  };
}
