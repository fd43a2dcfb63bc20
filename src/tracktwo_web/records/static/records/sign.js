// Signs the draft that the page shows, where this browser has the key that must sign. Only drafts of
// entries are ever signed: the line before them says so, and means nothing anywhere else.
import { ALGORITHM, base64url, find } from "./keyring.js";

const SIGNED = "tracktwo/record/entry/v1\n";
const form = document.getElementById("sign");

async function help() {
  const [here, absent, elsewhere, failed] = ["here", "absent", "elsewhere", "failed"].map((name) =>
    form.querySelector(`[data-${name}]`),
  );
  const key = await find(form.dataset.key);
  if (!key) {
    absent.hidden = false;
    return;
  }
  const button = here.querySelector("button");
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const bytes = new TextEncoder().encode(SIGNED + form.elements.draft.value);
      form.elements.signature.value = base64url(await crypto.subtle.sign(ALGORITHM, key, bytes));
      form.elements.line.value = form.elements.file.value = "";
      form.submit();
    } catch {
      button.disabled = false;
      failed.hidden = false;
      elsewhere.open = true;
    }
  });
  here.hidden = false;
  elsewhere.open = false;
}

if (form) await help();
