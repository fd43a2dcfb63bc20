// Links are drawn by dragging from a concept's rim, or in two steps: from here, then to there.
const SLOP = 8; // pixels a finger may tremble without meaning to drag

export function connector(rim, { sheet, mayDraw, isTaken, onWant, onLink, onCancel }) {
  const { cy } = sheet;
  let hovered, chosen, from, drag;

  const holder = () => drag?.id ?? hovered ?? chosen;

  function place() {
    const id = holder();
    const one = id ? cy.getElementById(id) : undefined;
    rim.hidden = !mayDraw() || !one?.nonempty() || !one.isNode() || Boolean(from) || isTaken();
    if (rim.hidden || drag?.isMoving) return;
    const box = sheet.boxOf(id);
    const isRight = box.x2 + 50 < cy.width();
    rim.style.left = `${isRight ? box.x2 - 4 : box.x1 - 40}px`;
    rim.style.top = `${(box.y1 + box.y2) / 2 - 22}px`;
  }

  function point(event) {
    const { left, top } = rim.offsetParent.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  function begin(event) {
    if (event.button) return;
    event.preventDefault();
    rim.setPointerCapture(event.pointerId);
    drag = { id: holder(), start: point(event), isMoving: false };
  }

  function drawPointer(at) {
    if (cy.getElementById("pointer").empty())
      cy.add([
        {
          group: "nodes",
          data: { id: "pointer", shape: "ellipse", w: 2, h: 2, label: "", side: "" },
          classes: "pointer",
          position: at,
        },
        {
          group: "edges",
          data: { id: "pointer-line", source: drag.id, target: "pointer", weight: 0.2, said: "" },
          classes: "pointer",
        },
      ]);
    cy.getElementById("pointer").position(at);
  }

  function move(event) {
    if (!drag) return;
    const at = point(event);
    drag.isMoving ||= Math.hypot(at.x - drag.start.x, at.y - drag.start.y) > SLOP;
    if (!drag.isMoving) return;
    drawPointer(sheet.toSheet(at));
    sheet.mark(
      "target",
      sheet.under(at).map((one) => one.id()),
    );
  }

  function stop(event) {
    if (!drag) return;
    const { id, isMoving } = drag;
    const target = event.type === "pointerup" ? sheet.under(point(event)) : undefined;
    drag = undefined;
    cy.getElementById("pointer").remove();
    sheet.mark("target", []);
    if (isMoving && target?.nonempty()) onLink(id, target.id());
    else if (!isMoving && event.type === "pointerup") want(id);
    place();
  }

  function want(id) {
    from = id;
    place();
    onWant(id);
  }

  function reach(id) {
    const source = from;
    from = undefined;
    onLink(source, id);
  }

  function cancel() {
    from = undefined;
    onCancel();
  }

  rim.addEventListener("pointerdown", begin);
  rim.addEventListener("pointermove", move);
  for (const end of ["pointerup", "pointercancel"]) rim.addEventListener(end, stop);
  rim.addEventListener("click", (event) => {
    if (!event.detail) want(holder());
  }); // by key, or by a reader of the screen
  cy.on("mouseover", "node", (event) => {
    if (!drag) hovered = event.target.id();
    place();
  });
  cy.on("tapdrag", (event) => {
    if (!drag && event.target === cy && hovered) {
      hovered = undefined;
      place();
    }
  });
  cy.on("viewport resize position", place);

  return {
    want,
    reach,
    cancel,
    place,
    get from() {
      return from;
    },
    choose(id) {
      [chosen, hovered] = [id, undefined];
      place();
    },
  };
}
