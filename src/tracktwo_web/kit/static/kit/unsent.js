// Asks before words nobody has saved are left behind. They are deliberately kept nowhere: devices are
// shared within a delegation, and a browser restores what a tab has stored for whoever opens it next.
export function help(form) {
  let isUnsent = false;
  form.addEventListener("input", (event) => { isUnsent ||= event.target.matches("textarea, [type=text]"); });
  form.addEventListener("submit", () => { isUnsent = false; });
  for (const failure of ["htmx:sendError", "htmx:responseError"])
    form.addEventListener(failure, () => { isUnsent = true; });
  addEventListener("beforeunload", (event) => { if (isUnsent && form.isConnected) event.preventDefault(); });
}
