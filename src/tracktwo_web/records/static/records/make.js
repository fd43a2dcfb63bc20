// A key made in this browser. Its secret leaves it once, in a file under a passphrase; what stays can sign
// and cannot be read out.
import { ALGORITHM, canSign, keep, nameOf } from "./keyring.js";
import { locked } from "./locked.js";

const SHORTEST = 12;
const place = document.querySelector("[data-make]");

async function made(passphrase) {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const secret = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
  const name = nameOf(await crypto.subtle.exportKey("raw", pair.publicKey));
  await keep(name, await crypto.subtle.importKey("pkcs8", secret, ALGORITHM, false, ["sign"]));
  return { name, file: await locked(secret, passphrase) };
}

function help() {
  const form = place.querySelector("form");
  const [first, again] = form.querySelectorAll("[type=password]");
  const [wrong, button] = [form.querySelector("[data-wrong]"), form.querySelector("button")];
  const [ready, file, on] = ["[data-made]", "[data-file]", "[data-on]"].map((s) => place.querySelector(s));

  function complain(sentence) {
    wrong.textContent = sentence;
    wrong.hidden = !sentence;
  }

  function offer({ name, file: text }) {
    file.href = URL.createObjectURL(new Blob([text], { type: "application/x-pem-file" }));
    file.download = `${place.dataset.side}.key`;
    file.addEventListener("click", () => { on.hidden = false; });
    on.href = `?key=${encodeURIComponent(name)}`;
    form.hidden = true;
    ready.hidden = false;
    file.focus();
  }

  async function make() {
    if ([...first.value].length < SHORTEST) return complain(place.dataset.short);
    if (first.value !== again.value) return complain(place.dataset.differ);
    complain("");
    button.disabled = true;
    try {
      offer(await made(first.value));
    } catch {
      complain(place.dataset.failed);
    } finally {
      button.disabled = false;
      first.value = again.value = "";
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    make();
  });
  place.hidden = false;
}

if (place && (await canSign())) help();
