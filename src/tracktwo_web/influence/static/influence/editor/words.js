// What the editor says, in the page's language: sentences come with the page, plurals and numbers from
// the browser.
const LEVELS = [0.8, 0.6, 0.4, 0.2];

// -5..5: how strongly a weight acts, and which way.
export function levelOf(weight) {
  const size = Math.abs(weight);
  return Math.sign(weight) * (size && 5 - LEVELS.filter((least) => size < least - 1e-9).length);
}

export function speaker(words, language) {
  const plural = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language, {
    maximumFractionDigits: 2,
    signDisplay: "negative",
  });
  const shares = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });

  function say(key, values = {}) {
    const found = words[key] ?? key;
    const sentence = found.other ? (found[plural.select(values.n)] ?? found.other) : found;
    return sentence.replace(/\{(\w+)\}/g, (_, name) =>
      name === "n" ? figures.format(values.n) : values[name],
    );
  }

  const number = (value) => figures.format(value).replace("-", "−");
  const weight = (value) => (value > 0 ? "+" : "") + number(value);
  const word = (value) => say(`weight_${levelOf(value)}`);

  return {
    language,
    say,
    number,
    weight,
    word,
    share: (value) => shares.format(value),
    range: ({ low, high, weight: middle }) =>
      low === null && high === null
        ? ""
        : say("range", { low: number(low ?? middle), high: number(high ?? middle) }),
  };
}

// The same about a map's rows: names of kinds, sides and delays come with its state.
export function describer(voice, { kinds, sides, delays }) {
  const called = (list, id, none) => list.find((one) => (one.id ?? one.code) === id)?.name ?? none;
  const kind = (id, none = "") => called(kinds, id, none);
  const side = (code, none = "") => called(sides, code, none);
  const delay = (id) => called(delays, id, "");
  const name = (row, drawn) =>
    row.source
      ? voice.say("pair", {
          source: drawn.concepts.get(row.source)?.text ?? "",
          target: drawn.concepts.get(row.target)?.text ?? "",
        })
      : row.text;

  function degree(id, drawn) {
    const links = [...drawn.links.values()];
    const out = links.filter((link) => link.source === id).length;
    return `${voice.say("out", { n: out })} ${voice.say("in", { n: links.filter((link) => link.target === id).length })}`;
  }

  const link = (row, drawn) =>
    voice.say("link", {
      source: drawn.concepts.get(row.source)?.text ?? "",
      target: drawn.concepts.get(row.target)?.text ?? "",
      word: voice.word(row.weight),
      weight: voice.weight(row.weight),
    });
  const concept = (row, drawn) =>
    `${voice.say("concept", { text: row.text, kind: kind(row.kind, voice.say("no_kind")), side: side(row.side, voice.say("no_side")) })} ${degree(row.id, drawn)}`;

  // One field of a row as a person reads it.
  const field = {
    text: (row) => row.text,
    kind: (row) => kind(row.kind),
    side: (row) => side(row.side),
    source: (row, drawn) => drawn.concepts.get(row.source)?.text ?? "",
    target: (row, drawn) => drawn.concepts.get(row.target)?.text ?? "",
    weight: (row) => voice.weight(row.weight),
    word: (row) => voice.word(row.weight),
    range: (row) => voice.range(row),
    low: (row) => (row.low === null ? "" : voice.number(row.low)),
    high: (row) => (row.high === null ? "" : voice.number(row.high)),
    delay: (row) => delay(row.delay),
    confidence: (row) => (row.confidence === null ? "" : voice.share(row.confidence)),
    evidence: (row) => row.evidence,
    degree: (row, drawn) => degree(row.id, drawn),
  };
  return { name, degree, field, aloud: (row, drawn) => (row.source ? link : concept)(row, drawn) };
}
