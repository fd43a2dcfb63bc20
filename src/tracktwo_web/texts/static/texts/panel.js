// A passage opens beside the text where there is room for both: its own page, fetched. The address
// changes with it, so that it can be sent on, and Back leads where it should.
const ROOM = matchMedia("(min-width: 900px)");

function pageIn(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  return [page.getElementById("unit-page"), page.getElementById("messages")];
}

export function openPanel(place, sheet) {
  const panel = document.getElementById("panel");
  const home = location.href;
  let opener = null,
    isUnsent = false;

  const mayLeave = () => !isUnsent || confirm(place.dataset.unsentWords);
  const shown = () => panel.querySelector("#unit-page")?.dataset.unitPage;

  const isBusy = () => isUnsent || Boolean(document.activeElement.closest("#panel form"));

  function mark() {
    for (const unit of sheet.querySelectorAll(".unit"))
      unit.classList.toggle("is-open", unit.dataset.unit === shown());
  }

  function fill(page, messages) {
    const close = Object.assign(document.createElement("button"), {
      type: "button",
      className: "panel-close",
      textContent: place.dataset.closeWord,
    });
    close.addEventListener("click", leave);
    messages?.removeAttribute("id");
    page.querySelector("h1").ariaLevel = 2;
    panel.replaceChildren(close, ...(messages ? [messages] : []), page);
    panel.hidden = panel.inert = isUnsent = false;
    mark();
    panel.dispatchEvent(new CustomEvent("tracktwo:swapped", { bubbles: true }));
  }

  function hide() {
    panel.hidden = true;
    panel.replaceChildren();
    isUnsent = false;
    mark();
    opener?.focus({ preventScroll: true });
  }

  async function show(url) {
    panel.inert = true; // nothing is written into what is about to go
    const answer = await fetch(url).catch(() => null);
    const [page, messages] = answer?.ok ? pageIn(await answer.text()) : [];
    if (!page) return location.assign(url);
    fill(page, messages);
    lead(page, url);
  }

  function lead(page, url) {
    const hash = new URL(url, location.href).hash;
    const wanted = hash && page.querySelector(`#${CSS.escape(decodeURIComponent(hash.slice(1)))}`);
    panel.scrollTop = 0;
    if (wanted) panel.scrollTop = wanted.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.focus({ preventScroll: true });
  }

  // The same passage, read anew: what was just said of one's own doing stays, and so does the place.
  async function again() {
    const answer = await fetch(history.state.panel).catch(() => null);
    const [page] = answer?.ok ? pageIn(await answer.text()) : [];
    if (!page || page.dataset.unitPage !== shown() || isBusy()) return;
    const top = panel.scrollTop;
    fill(page, panel.querySelector("[aria-live]"));
    panel.scrollTop = top;
  }

  async function open(url) {
    const isHere = !panel.hidden && new URL(url).pathname === location.pathname;
    if (isHere) return lead(panel.querySelector("#unit-page"), url);
    if (!mayLeave()) return;
    history.pushState({ panel: url, depth: (history.state?.depth ?? 0) + 1 }, "", url);
    await show(url);
  }

  function leave() {
    if (!mayLeave()) return;
    isUnsent = false;
    const depth = history.state?.depth ?? 0;
    if (depth) history.go(-depth);
    else hide();
  }

  async function send(form, submitter) {
    const action = submitter?.getAttribute("formaction") ?? form.action;
    const body = new FormData(form, submitter);
    const answer = await fetch(action, { method: "POST", body }).catch(() => null);
    if (!answer) return say(form);
    const [page, messages] = pageIn(await answer.text());
    if (page) {
      if (answer.redirected) history.replaceState(history.state, "", answer.url);
      const top = panel.scrollTop;
      fill(page, messages);
      panel.scrollTop = page.querySelector(".errors, .errorlist") ? 0 : top;
      panel.focus({ preventScroll: true });
    } else if (answer.redirected) location.assign(answer.url);
    else form.submit(); // refused: nothing is written, and the page that says why is shown
  }

  function say(form) {
    const lost = form.querySelector("[data-lost]") ?? document.createElement("p");
    Object.assign(lost, { className: "error", role: "alert", textContent: place.dataset.lostWords });
    lost.dataset.lost = "";
    form.append(lost);
  }

  place.addEventListener("click", (event) => {
    if (!ROOM.matches || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a");
    if (link?.matches("[data-close]")) {
      event.preventDefault();
      const unit = document.getElementById(shown());
      leave();
      unit?.scrollIntoView({ block: "center" });
    } else if (link?.matches("[data-panel]")) {
      event.preventDefault();
      if (sheet.contains(link)) opener = link;
      open(link.href);
    } else if (!link && !String(getSelection())) {
      const bracket = event.target.closest(".sheet:not(.alone-unit) [data-bracket]");
      const way = bracket?.closest(".unit")?.querySelector("a[data-panel]");
      if (!way) return;
      opener = way;
      open(`${way.href}#at-${encodeURIComponent(bracket.dataset.bracket)}`);
    }
  });
  panel.addEventListener("input", (event) => { isUnsent ||= event.target.matches("textarea, [type=text], [type=radio], [type=checkbox]"); });
  panel.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-stay]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !event.isComposing) leave();
  });
  addEventListener("popstate", (event) => {
    if (event.state?.panel) show(event.state.panel);
    else if (!panel.hidden) hide();
    else if (location.pathname !== new URL(home).pathname) location.reload();
  });

  return {
    // The table has changed these passages; one that is being worked on here is left as it is.
    refresh(changed) {
      mark();
      if (!panel.hidden && changed.includes(shown()) && !isBusy()) again();
    },
  };
}
