// What is wrong with the words of a page: its language, its heading, and words of another language.
// `english`: sentences of the interface that this language says otherwise; `vocabulary`: words of such.
({ language, english, vocabulary }) => {
  const wrong = new Set();
  const said = new Set(english);
  const words = new Set(vocabulary);
  const tongue = (e) => e.closest("[lang]").lang.toLowerCase().split("-")[0];
  const here = language.split("-")[0];

  if (document.documentElement.lang !== language) wrong.add(`lang is ${document.documentElement.lang}`);
  const headings = document.querySelectorAll("h1").length;
  if (headings !== 1) wrong.add(`${headings} headings of the first rank`);
  if (!document.title.replace("· Tracktwo", "").trim()) wrong.add("no title");

  const isQuoted = (e) => e.closest("q, code, kbd, pre, svg, script, style, noscript, .hash, .link");
  function hear(text, e) {
    const trimmed = text.replace(/\s+/g, " ").trim();
    const others = trimmed.replace(/中文|English/g, ""); // languages are called by their own names
    if (!trimmed || isQuoted(e)) return;
    if (/\p{Script=Han}/u.test(others)) {
      if (tongue(e) !== "zh") wrong.add(`Chinese that is not marked so: ${trimmed.slice(0, 60)}`);
      return;
    }
    if (tongue(e) !== here || here === "en") return;
    const latin = others.match(/[A-Za-z]{3,}/g) ?? [];
    const isEnglish = latin.length > 0 && latin.every((word) => words.has(word.toLowerCase()));
    if (said.has(others) || (here === "zh" && isEnglish)) wrong.add(`English: ${trimmed.slice(0, 60)}`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) hear(texts.currentNode.data, texts.currentNode.parentElement);
  for (const name of ["aria-label", "alt", "title", "placeholder", "data-copied", "data-left", "data-over"])
    for (const e of document.querySelectorAll(`[${name}]`)) hear(e.getAttribute(name), e);
  for (const e of document.querySelectorAll("textarea, input[type=text], input:not([type])")) hear(e.value, e);
  hear(document.title.replace("· Tracktwo", ""), document.documentElement);
  return [...wrong];
}
