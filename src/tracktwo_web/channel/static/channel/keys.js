// Keys for those who keep watch: they press and follow what stands on the page, and do nothing else.
const steps = () => [...document.querySelectorAll("[data-step]")];

function move(by) {
  const all = steps();
  if (!all.length) return;
  const here = all.indexOf(document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

export function showKeys() {
  document.getElementById("keys")?.showModal();
}

const isWriting = (element) => element.matches?.("input, textarea, select, [contenteditable]");

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "?") showKeys();
  else if ("ran".includes(event.key)) document.querySelector(`[data-key="${event.key}"]`)?.click();
  else return;
  event.preventDefault();
});
