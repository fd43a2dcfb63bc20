// What is wrong with the page as it is drawn at this width. Sizes are read first, styles only where a
// size is suspicious: this runs a thousand times.
() => {
  const wrong = new Set();
  const tooWide = document.documentElement.scrollWidth - innerWidth;
  const range = document.createRange();
  const named = (e) => `${e.tagName.toLowerCase()} “${e.textContent.trim().slice(0, 40)}”`;
  const isShown = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest(".aloud, .skip");

  function check(e, text) {
    const style = getComputedStyle(e);
    if (style.overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1) wrong.add(`cut off: ${named(e)}`);
    if (style.overflowY === "hidden" && e.scrollHeight > e.clientHeight + 1) wrong.add(`cut off below: ${named(e)}`);
    const isOutside = text.right > e.getBoundingClientRect().right + 1;
    if (style.display !== "inline" && isOutside) wrong.add(`spills over: ${named(e)}`);
    const isFar = text.right > innerWidth + 1 || text.left < -1;
    if (isFar && !e.closest(".scroll")) wrong.add(`out of sight: ${named(e)}`);
  }

  function look(node) {
    const e = node.parentElement;
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (!text.width) return;
    const isCut = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
    const isOut = text.left < -1 || text.right > Math.min(innerWidth, e.getBoundingClientRect().right) + 1;
    if ((isCut || isOut) && isShown(e)) check(e, text);
  }

  if (tooWide > 0) wrong.add(`the page is ${tooWide} px too wide`);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.data.trim() && node.parentElement instanceof HTMLElement) look(node);
  }

  const pen = document.createElement("canvas").getContext("2d");
  for (const e of document.querySelectorAll("select")) {
    const style = getComputedStyle(e);
    pen.font = style.font;
    const room = e.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 16;
    const chosen = e.selectedOptions[0]?.label ?? "";
    if (isShown(e) && pen.measureText(chosen).width > room) wrong.add(`cut off: select “${chosen}”`);
  }

  for (const svg of document.querySelectorAll("figure svg")) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    for (const text of svg.querySelectorAll("text")) {
      const box = text.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1) wrong.add(`outside its picture: ${named(text)}`);
    }
  }
  return [...wrong];
}
