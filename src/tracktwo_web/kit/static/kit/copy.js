// The button appears only where it can do something; without it the field is selected by hand.
export function help(box) {
  const [field, button, status] = ["input", "button", "[role=status]"].map((s) => box.querySelector(s));

  async function copy() {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // plain http on a local network has no clipboard of its own
    }
    status.textContent = box.dataset.copied;
    setTimeout(() => { status.textContent = ""; }, 4000);
  }

  button.hidden = false;
  button.addEventListener("click", copy);
  field.addEventListener("focus", () => field.select());
}
