// Words for days and hours come from the browser, in the page's language; the sentence from the page.
const UNITS = [["day", 1440], ["hour", 60], ["minute", 1]];

function inWords(minutes, language) {
  const parts = [];
  for (const [unit, length] of UNITS) {
    const n = Math.floor(minutes / length);
    minutes -= n * length;
    if (n && parts.length < 2)
      parts.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(n));
    else if (parts.length) break;
  }
  return parts.join(language.startsWith("zh") ? "" : " ");
}

export function help(line) {
  const { countdown, left, over } = line.dataset;
  const language = line.closest("[lang]").lang;

  function show() {
    const minutes = Math.ceil((Date.parse(countdown) - Date.now()) / 60000);
    line.textContent = minutes > 0 ? left.replace("{left}", inWords(minutes, language)) : over;
    if (minutes <= 0) clearInterval(timer);
  }

  const timer = setInterval(show, 60000);
  show();
}
