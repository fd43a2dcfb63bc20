// What is said of the chosen concept or link. A field that somebody is writing in is left alone, whatever
// colleagues do to it meanwhile; if both changed it, that is asked when it is sent.
import { madeUpon } from "./drawn.js";
import { help } from "../../kit/readout.js";

const NUMBERS = ["weight", "low", "high", "confidence"];

// A number may have a slider beside it.
function isWrittenIn(field) {
  const active = document.activeElement;
  const isSlid = active.type === "range" && active.closest(".guess").contains(field);
  return isSlid || (field === active && field.matches("textarea, [type=number]"));
}

function fill(field, value) {
  if (isWrittenIn(field) || field.value === String(value)) return;
  field.value = value;
  field.dispatchEvent(new Event("input")); // the slider follows its number
}

function options(select, pairs) {
  select.replaceChildren(...pairs.map(([value, name]) => new Option(name, value)));
}

const shown = (row, name) =>
  name === "confidence" && row[name] !== null ? Math.round(row[name] * 100) : (row[name] ?? "");

function valueOf(field) {
  if (!NUMBERS.includes(field.name)) return field.value.trim();
  if (field.value === "") return null;
  return field.name === "confidence" ? field.valueAsNumber / 100 : field.valueAsNumber;
}

// A range always holds its weight: it is stretched where the weight leaves it.
function withRange(row, change) {
  const { weight, low = row.low, high = row.high } = change;
  if (weight === undefined) return change;
  return {
    ...change,
    ...(low !== null && low > weight && { low: weight }),
    ...(high !== null && high < weight && { high: weight }),
  };
}

export function panelOf(panel, { book, voice, describe, state, mayDraw, onChange, onLink }) {
  const [none, fixed, pair, word, wrong] = ["none", "fixed", "pair", "word", "wrong"].map((one) =>
    panel.querySelector(`[data-${one}]`),
  );
  const forms = {
    concepts: panel.querySelector("[data-concept]"),
    links: panel.querySelector("[data-link]"),
  };
  const slider = panel.querySelector("#map-slider");
  const to = panel.querySelector("#map-to");
  let chosen, read;

  options(forms.concepts.elements.kind, [
    ["", voice.say("no_kind")],
    ...state.kinds.map(({ id, name }) => [id, name]),
  ]);
  options(forms.concepts.elements.side, [
    ["", voice.say("no_side")],
    ...state.sides.map(({ code, name }) => [code, name]),
  ]);
  options(forms.links.elements.delay, [
    ["", voice.say("no_delay")],
    ...state.delays.map(({ id, name }) => [id, name]),
  ]);
  help(slider.closest(".guess"));

  const place = () => ["concepts", "links"].find((one) => book.drawn[one].has(chosen));
  const row = () => book.drawn[place()]?.get(chosen);

  function offerTargets(drawn) {
    const linked = new Set(
      [...drawn.links.values()].filter((link) => link.source === chosen).map((link) => link.target),
    );
    const free = [...drawn.concepts.values()].filter(
      (one) => one.id !== chosen && !linked.has(one.id),
    );
    if (to !== document.activeElement)
      options(
        to,
        free.map((one) => [one.id, one.text]),
      );
  }

  function showWord() {
    const weight = forms.links.elements.weight.valueAsNumber;
    word.textContent = Number.isNaN(weight) ? "" : voice.word(weight);
  }

  function show(drawn) {
    const kind = place();
    none.hidden = Boolean(kind);
    for (const [name, form] of Object.entries(forms)) form.hidden = name !== kind;
    if (!kind) return;
    const [form, one] = [forms[kind], row()];
    for (const field of form.querySelectorAll("[name]")) fill(field, shown(one, field.name));
    const isFixed = Boolean(one.is_shared);
    for (const field of form.querySelectorAll("[name], #map-slider"))
      field.disabled = !mayDraw() || isFixed;
    form.querySelector("[data-do=remove]").hidden = !mayDraw() || isFixed;
    for (const field of panel.querySelectorAll("#map-to, [data-do=connect-to]"))
      field.disabled = !mayDraw();
    if (kind === "concepts") {
      fixed.hidden = !isFixed;
      offerTargets(drawn);
    } else {
      pair.textContent = describe.name(one, drawn);
      showWord();
    }
  }

  function change({ target }) {
    wrong.hidden = true;
    const field = target === slider ? forms.links.elements.weight : target;
    const one = row();
    if (!one || !field.name || !field.validity.valid) return;
    const value = valueOf(field);
    if (
      value === one[field.name] ||
      (field.name === "text" && !value) ||
      (field.name === "weight" && value === null)
    )
      return;
    const kind = place() === "concepts" ? "concept" : "link";
    const upon = read?.id === chosen ? read : one;
    onChange(
      madeUpon(upon, one, withRange(one, { op: `set-${kind}`, id: chosen, [field.name]: value })),
    );
    read = row();
  }

  panel.addEventListener("change", change);
  panel.addEventListener("focusin", () => {
    read = row();
  });
  panel.addEventListener("focusout", () => setTimeout(() => show(book.drawn)));
  panel.addEventListener("input", showWord);
  panel.addEventListener("submit", (event) => event.preventDefault());
  panel
    .querySelector("[data-do=connect-to]")
    .addEventListener("click", () => onLink(chosen, to.value));

  return {
    show,
    choose(id) {
      chosen = id;
      wrong.hidden = true;
      show(book.drawn);
    },
    focus() {
      panel.querySelector("form:not([hidden]) :is(#map-slider, textarea):not([hidden])")?.focus();
    },
    say(sentence) {
      wrong.textContent = sentence;
      wrong.hidden = !sentence;
    },
  };
}
