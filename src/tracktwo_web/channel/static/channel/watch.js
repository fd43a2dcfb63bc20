// The watch follows the line: at every event, and every half minute, since time alone makes things late.
// Where the keyboard is in the list it stays. Sound and notices are off until somebody switches them on,
// and neither says a word of a message.
import { showKeys } from "./keys.js";

const EVERY = 30000; // milliseconds
const place = document.querySelector("[data-watch]");
const line = place.querySelector(".live");
const usual = line.textContent;
let audio = null, notices = false, asking = null;

const unread = () => Number(document.getElementById("watch").dataset.unread);

function tell(isLost) {
  line.textContent = isLost ? place.dataset.liveLost : usual;
  line.classList.toggle("lost", isLost);
}

function swap(html) {
  const next = new DOMParser().parseFromString(html, "text/html").getElementById("watch");
  const old = document.getElementById("watch");
  if (!next) return tell(true);
  const [before, focused] = [unread(), old.contains(document.activeElement) ? document.activeElement.id : ""];
  old.replaceWith(next);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  tell(false);
  if (unread() > before) call();
}

async function ask() {
  const answer = await fetch(location.href).catch(() => null);
  if (answer?.ok && !answer.redirected) swap(await answer.text());
  else tell(true);
}

// Several events at once ask once; one that comes while the answer is under way asks again.
function askSoon() {
  asking ??= setTimeout(() => { asking = null; ask(); }, 200);
}

function sound() {
  for (const [at, tone] of [[0, 660], [.25, 880], [.5, 660]]) {
    const [wave, gain] = [audio.createOscillator(), audio.createGain()];
    wave.frequency.value = tone;
    gain.gain.setValueAtTime(.2, audio.currentTime + at);
    gain.gain.exponentialRampToValueAtTime(.001, audio.currentTime + at + .22);
    wave.connect(gain).connect(audio.destination);
    wave.start(audio.currentTime + at);
    wave.stop(audio.currentTime + at + .24);
  }
}

function call() {
  if (audio) sound();
  if (notices) new Notification(place.dataset.came, { tag: "tracktwo-line", requireInteraction: true });
}

place.querySelector("[data-sound]").addEventListener("click", ({ currentTarget: button }) => {
  if (audio) {
    audio.close();
    audio = null;
  } else {
    audio = new AudioContext();
    sound();
  }
  button.setAttribute("aria-pressed", String(Boolean(audio)));
});

const notify = place.querySelector("[data-notify]");
if (!("Notification" in window)) notify.hidden = true;
notify.addEventListener("click", async () => {
  notices = !notices && (await Notification.requestPermission()) === "granted";
  notify.setAttribute("aria-pressed", String(notices));
});

place.querySelector("[data-keys]").addEventListener("click", showKeys);
place.querySelector("[data-tools]").hidden = false;
place.addEventListener("tracktwo:heard", (event) => {
  event.preventDefault();
  askSoon();
});
setInterval(ask, EVERY);
