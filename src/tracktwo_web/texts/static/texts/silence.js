// When the time has come the page shows what became of the silence, unless somebody is writing on it.
const LATE = 1000; // milliseconds, for clocks that run a little fast
const FARTHEST = 2 ** 31 - 1; // of a timer

const section = document.querySelector("[data-ends]");
const wait = section ? Date.parse(section.dataset.ends) - Date.now() + LATE : -1;

function show() {
  const isWritten = [...document.querySelectorAll("textarea")].some((field) => field.value.trim());
  if (!isWritten) location.reload();
}

if (wait > 0 && wait < FARTHEST) setTimeout(show, wait);
