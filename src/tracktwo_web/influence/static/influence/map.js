// The page of a map is a table, and stays one without this. The drawing, and what draws it, are fetched
// when somebody asks for them: by the button, by having been there before, by changes that were kept
// here unsent, or by a spiral that asks to be shown.
const place = document.getElementById("map");
const button = document.getElementById("draw");
const name = `tracktwo:map:${place.dataset.map}`;
const lost = Object.assign(document.createElement("p"), {
  className: "error",
  role: "alert",
  hidden: true,
});
let editor;

function isKept(start) {
  try {
    return [sessionStorage, localStorage].some((kept) =>
      Object.keys(kept).some((key) => key.startsWith(start)),
    );
  } catch {
    return false; // a browser may forbid to keep anything
  }
}

function remember(isOpen) {
  try {
    if (isOpen) sessionStorage.setItem(`${name}:open`, "1");
    else sessionStorage.removeItem(`${name}:open`);
  } catch {
    /* then it is not remembered */
  }
}

function hide() {
  remember(false);
  button.hidden = false;
  button.focus();
}

function say(sentence) {
  lost.textContent = sentence;
  lost.hidden = !sentence;
}

async function draw() {
  button.disabled = true;
  say("");
  try {
    const { openEditor } = await import("./editor/open.js");
    editor ??= await openEditor(place, { name, onLeave: hide });
    editor.show();
    button.hidden = true;
    remember(true);
    return true;
  } catch {
    say(JSON.parse(place.dataset.words).unreachable);
    return false;
  } finally {
    button.disabled = false;
  }
}

button.after(lost);
button.hidden = false;
button.addEventListener("click", async () => {
  if (await draw()) editor.focus();
});
document.addEventListener("tracktwo:highlight", async (event) => {
  if (await draw()) editor.highlight(event.detail.concepts);
});
const SHOWN = /^#show=([0-9a-f,-]+)$/;
function showAsked() {
  const asked = SHOWN.exec(location.hash);
  if (asked) document.dispatchEvent(new CustomEvent("tracktwo:highlight", { detail: { concepts: asked[1].split(",") } }));
}
addEventListener("hashchange", showAsked);
showAsked();
if (isKept(`${name}:open`) || isKept(`${name}:unsent:`)) draw();
