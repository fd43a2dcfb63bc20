// One passage in a field. It is saved a moment after the last key, never in the midst of a character that
// is still being composed. Words are kept nowhere else: devices are shared within a delegation.
import { askAbout } from "./meanwhile.js";
import { sender } from "./sending.js";

const MOMENT = 400;

function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 4}px`;
}

export function openEditor(place) {
  const form = place.querySelector("form");
  const [field, line] = ["textarea", "[data-state]"].map((one) => place.querySelector(one));
  const known = { seen: Number(form.elements.seen.value), was: form.elements.was.value };
  let saved = field.value,
    isComposing = false,
    isOver = false,
    isAsking = false,
    timer;
  const isUnsaved = () => field.value !== saved;

  function say(sentence, isWaiting) {
    line.hidden = false;
    if (line.textContent !== sentence) line.textContent = sentence;
    line.classList.toggle("waiting", isWaiting);
  }

  function take(told) {
    [known.seen, known.was] = [told.edition, told.was];
    form.elements.seen.value = told.edition;
    form.elements.was.value = told.was;
  }

  const answers = {
    saved(body, sent) {
      take(body);
      saved = sent.words;
      place.dispatchEvent(new CustomEvent("tracktwo:saved", { bubbles: true, detail: { edition: body.edition } }));
      if (isUnsaved()) return soon();
      say(body.edition ? place.dataset.saved : place.dataset.unchanged, false);
    },
    meanwhile(body) {
      isAsking = true;
      say(place.dataset.choose, true);
      asked.show(body);
    },
    refused: (body) => say(body.sentence, true),
    closed(body) {
      isOver = true;
      say(body.sentence, true);
    },
    gone() {
      isOver = true;
      say(place.dataset.gone, true);
    },
    later: () => say(place.dataset.offline, true),
  };

  const post = sender({
    url: place.dataset.save,
    token: form.elements.csrfmiddlewaretoken.value,
    letter: () => (isUnsaved() && !isOver && !isAsking ? { words: field.value, ...known } : null),
    onAnswer: (what, body, sent) => answers[what](body, sent),
  });

  function soon() {
    clearTimeout(timer);
    if (!isComposing) timer = setTimeout(post.send, MOMENT);
  }

  const asked = askAbout(place.querySelector("[data-meanwhile]"), {
    mine(told) {
      isAsking = false;
      take(told);
      saved = null; // whatever it reads, it is to be saved over theirs
      post.send();
    },
    theirs(told) {
      isAsking = false;
      take(told);
      field.value = saved = told.words;
      grow(field);
      say(told.edition ? place.dataset.saved : place.dataset.unchanged, false);
    },
    goOn: () => field.focus(),
  });

  // Whether all that was written is on the server, which it is asked for at once.
  async function settle() {
    clearTimeout(timer);
    await post.send();
    if (isUnsaved()) await post.send();
    return !isUnsaved();
  }

  field.addEventListener("compositionstart", () => {
    isComposing = true;
    clearTimeout(timer);
  });
  field.addEventListener("compositionend", () => {
    isComposing = false;
    soon();
  });
  field.addEventListener("input", (event) => {
    grow(field);
    if (isOver) return;
    if (isUnsaved() && !isAsking) say(place.dataset.waiting, true);
    if (!event.isComposing) soon();
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter?.matches("[data-discard]")) return end();
    event.preventDefault(); // it is saved as it is typed
    post.send();
  });
  const links = place.querySelectorAll("[data-table], [data-leave]");
  for (const link of links)
    link.addEventListener("click", async (event) => {
      if (event.defaultPrevented || !isUnsaved()) return;
      event.preventDefault();
      if (await settle()) location.assign(link.href);
    });
  const guard = (event) => {
    if (place.isConnected && isUnsaved()) event.preventDefault();
  };
  const flush = () => document.hidden && post.send();
  addEventListener("beforeunload", guard);
  document.addEventListener("visibilitychange", flush);

  function end() {
    isOver = true;
    clearTimeout(timer);
    post.stop();
    removeEventListener("beforeunload", guard);
    document.removeEventListener("visibilitychange", flush);
  }

  place.querySelector("[data-unhelped]").hidden = true;
  grow(field);
  return { field, settle, end, isComposing: () => isComposing };
}
