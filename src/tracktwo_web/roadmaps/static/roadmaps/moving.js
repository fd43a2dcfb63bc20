// A meeting is dragged to another day, or carried there with the arrow keys or a tap. The server says in
// its own words what the day would break, and saves nothing before that is confirmed.
const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const place = document.querySelector("[data-moving]");
const dialog = document.getElementById("would-break");
const carried = document.getElementById("carried");
let lifted = null; // the meeting that is being moved
let target = null; // the day over which it is

const days = () => [...place.querySelectorAll("[data-day]")];
const say = (words) => { carried.textContent = words; };

function pointAt(day) {
  target?.classList.remove("over");
  target = day;
  target?.classList.add("over");
}

function lift(meeting) {
  lifted = meeting;
  meeting.classList.add("lifted");
  pointAt(meeting.closest("[data-day]"));
}

function putDown() {
  lifted?.classList.remove("lifted");
  pointAt(null);
  lifted = null;
}

async function answerTo(url) {
  const answer = await fetch(url).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  return page ? page.querySelector("#answer") : null;
}

async function drop() {
  const [meeting, day] = [lifted, target];
  putDown();
  if (!day || day.contains(meeting)) return say(place.dataset.back);
  const asked = new URLSearchParams({ day: day.dataset.day, host: meeting.dataset.host });
  place.setAttribute("aria-busy", "true");
  const told = await answerTo(`${meeting.dataset.move}?${asked}`);
  place.removeAttribute("aria-busy");
  if (!told) return say(place.dataset.cannot);
  const form = told.querySelector("form");
  form.action = meeting.dataset.move;
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "from", value: "calendar" }));
  told.querySelector("[data-close]").before(" ");
  told.removeAttribute("role");
  told.prepend(Object.assign(document.createElement("p"), { className: "small", textContent: `${meeting.querySelector("a").textContent} → ${day.dataset.said}` }));
  dialog.replaceChildren(told);
  dialog.showModal();
}

dialog.addEventListener("click", (event) => {
  if (!event.target.closest("[data-close]")) return;
  event.preventDefault();
  dialog.close();
});

place.addEventListener("dragstart", (event) => {
  const meeting = event.target.closest?.("[data-move]");
  if (!meeting) return;
  event.dataTransfer.setData("text/plain", meeting.querySelector("a").textContent);
  event.dataTransfer.effectAllowed = "move";
  lift(meeting);
});
place.addEventListener("dragover", (event) => {
  const day = event.target.closest("[data-day]");
  if (!lifted || !day) return;
  event.preventDefault();
  if (day !== target) pointAt(day);
});
place.addEventListener("drop", (event) => {
  if (!lifted) return;
  event.preventDefault();
  drop();
});
place.addEventListener("dragend", putDown);

place.addEventListener("click", (event) => {
  const handle = event.target.closest("[data-carry]");
  const day = event.target.closest("[data-day]");
  if (lifted && (handle ? lifted.contains(handle) : day)) {
    event.preventDefault();
    if (!handle) pointAt(day);
    drop();
  } else if (handle) {
    putDown();
    lift(handle.closest("[data-move]"));
    say(place.dataset.taken);
  }
});
place.addEventListener("keydown", (event) => {
  if (!lifted || !event.target.matches("[data-carry]")) return;
  if (event.key === "Escape") {
    putDown();
    say(place.dataset.back);
  } else if (event.key in STEPS) {
    event.preventDefault();
    const all = days();
    const next = all[all.indexOf(target) + STEPS[event.key]];
    if (!next) return;
    pointAt(next);
    say(next.dataset.said);
  }
});

function help() {
  for (const meeting of place.querySelectorAll("[data-move]")) {
    meeting.draggable = true;
    for (const link of meeting.querySelectorAll("a")) link.draggable = false;
  }
  for (const hidden of place.querySelectorAll("[data-carry], [data-how]")) hidden.hidden = false;
}

help();
document.addEventListener("tracktwo:swapped", help);
