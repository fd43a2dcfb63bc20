// A passage becomes a field where it stands: by its button, by the key e, by a link that would lead to its
// page. Its page is fetched, and the field taken from it.
import { openEditor } from "./editor.js";

// As names_in_addresses.py writes them.
function inAddress(name) {
  const written = name.replace(/[^\p{L}\p{N}_.:-]|^\.+$/gu, (piece) =>
    [...new TextEncoder().encode(piece)].map((byte) => `~${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
  return encodeURIComponent(written);
}

export function editInPlace(sheet, here) {
  const tongues = [...here.querySelectorAll("[data-tongue]")];
  const open = new Map();

  const url = (unit, language) =>
    here.dataset.edit
      .replace("/UNIT/", `/${inAddress(unit)}/`)
      .replace("/LANGUAGE/", `/${encodeURIComponent(language)}/`);
  const languagesIn = (unit) =>
    [...unit.querySelectorAll(".tongues-of > .words[lang]")]
      .map((words) => tongues.find((one) => one.dataset.tag === words.lang))
      .filter(Boolean);
  const wordsIn = (unit, tongue) => unit.querySelector(`.tongues-of > .words[lang="${tongue.dataset.tag}"]`);

  function offer(unit) {
    if (unit.querySelector(".edit-unit")) return;
    const those = languagesIn(unit);
    for (const tongue of those) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "edit-unit" });
      button.dataset.edits = tongue.dataset.tongue;
      button.textContent = those.length > 1 ? `${here.dataset.editWord} · ${tongue.textContent}` : here.dataset.editWord;
      unit.querySelector(".beside-unit")?.append(button);
    }
  }

  function say(unit, sentence) {
    const line = unit.querySelector(".error") ?? Object.assign(document.createElement("p"), { className: "error" });
    line.setAttribute("role", "alert");
    line.textContent = sentence;
    unit.append(line);
  }

  async function edit(unit, language) {
    const address = url(unit.dataset.unit, language);
    const known = open.get(address);
    if (known) return known.field.focus();
    const tongue = tongues.find((one) => one.dataset.tongue === language);
    const answer = await fetch(address).catch(() => null);
    const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    const place = page && page.querySelector("[data-editor]");
    if (!place) return answer?.ok ? location.assign(address) : say(unit, here.dataset.lost);
    if (open.has(address)) return;
    unit.querySelector(".error")?.remove();
    const words = wordsIn(unit, tongue);
    words.hidden = true;
    words.after(place);
    const editor = openEditor(place);
    open.set(address, editor);
    place.querySelector("[data-leave]").addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
    place.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || editor.isComposing()) return;
      event.stopPropagation();
      leave();
    });

    async function leave() {
      if (!(await editor.settle())) return;
      editor.end();
      open.delete(address);
      place.remove();
      words.hidden = false;
      (unit.querySelector(`[data-edits="${language}"]`) ?? unit.querySelector("a"))?.focus();
    }

    editor.field.focus();
  }

  const offerAll = () => [...sheet.querySelectorAll("[data-unit]")].forEach(offer);
  sheet.addEventListener("click", (event) => {
    const button = event.target.closest(".edit-unit");
    if (button) edit(button.closest("[data-unit]"), button.dataset.edits);
  });
  sheet.addEventListener("keydown", (event) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing);
    const unit = event.target.closest("[data-unit]");
    if (event.key !== "e" || !isPlain || !unit || event.target.matches("textarea, input, select")) return;
    event.preventDefault();
    const language = event.target.dataset.edits ?? languagesIn(unit)[0]?.dataset.tongue;
    if (language) edit(unit, language);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    for (const unit of sheet.querySelectorAll("[data-unit]"))
      for (const tongue of languagesIn(unit))
        if (new URL(url(unit.dataset.unit, tongue.dataset.tongue), location).pathname === link.pathname) {
          event.preventDefault();
          unit.scrollIntoView({ block: "nearest" });
          return void edit(unit, tongue.dataset.tongue);
        }
  });
  new MutationObserver(offerAll).observe(sheet, { childList: true });
  offerAll();
}
