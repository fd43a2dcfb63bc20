// Keys while the focus is inside the card (never outside: WCAG 2.1.4): the key written on an answer
// picks it and leads to the first prediction; Enter saves.
const WRITES = "textarea, select, [type=number], [type=text]";
const ACTS = "button, a, summary, textarea, select";

function pick(card, input) {
  input.checked = true;
  input.dispatchEvent(new Event("change", { bubbles: true }));
  (card.querySelector(".guess.unset [type=range]") ?? input).focus();
}

function onKey(card, event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.key === "Enter" && !event.target.matches(ACTS)) {
    event.preventDefault();
    card.requestSubmit(card.querySelector("[data-save]"));
  } else if (!event.target.matches(WRITES)) {
    const key = CSS.escape(event.key.toLowerCase());
    const input = card.querySelector(`input[data-key="${key}"]`);
    if (input) {
      event.preventDefault();
      pick(card, input);
    }
  }
}

// What could not be sent stays in the card, and the card says so. Where the door has closed meanwhile,
// its page says why.
function onFailure(card, lost, event) {
  const status = event.detail.xhr.status;
  if (status >= 400 && status < 500) location.assign(card.action);
  else lost.hidden = false;
}

// A new statement, or what was wrong with an answer, is read out, and the keys work at once; nobody who
// is elsewhere is pulled here.
export function help(card) {
  const lost = card.querySelector("[data-lost]");
  card.addEventListener("keydown", (event) => onKey(card, event));
  card.addEventListener("htmx:beforeRequest", () => { lost.hidden = true; });
  for (const failure of ["htmx:sendError", "htmx:responseError"])
    card.addEventListener(failure, (event) => onFailure(card, lost, event));

  const nobody = !document.activeElement || document.activeElement === document.body;
  if (!nobody || location.hash) return;
  const first = card.querySelector(".errors:not([hidden])") ?? card.querySelector(".statement");
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  if (card.getBoundingClientRect().top < 0) card.scrollIntoView();
}
