// A moment in UTC is shown on the clocks of both sides while it is typed.
const form = document.querySelector("[data-clocks]");
const zones = form.dataset.clocks.split(" ").filter(Boolean);

function show(input) {
  const place = input.parentElement.querySelector(".clocks")
    ?? input.insertAdjacentElement("afterend", Object.assign(document.createElement("p"), { className: "clocks" }));
  const moment = input.value ? new Date(`${input.value}Z`) : null;
  place.textContent = moment && !Number.isNaN(moment.valueOf()) ? zones.map((zone) => on(moment, zone)).join(" · ") : "";
}

function on(moment, timeZone) {
  const written = { timeZone, dateStyle: "medium", timeStyle: "short", hourCycle: "h23" };
  return `${timeZone.split("/").at(-1).replaceAll("_", " ")} ${new Intl.DateTimeFormat(document.documentElement.lang, written).format(moment)}`;
}

for (const input of form.querySelectorAll("[data-moment]")) {
  input.addEventListener("input", () => show(input));
  show(input);
}
