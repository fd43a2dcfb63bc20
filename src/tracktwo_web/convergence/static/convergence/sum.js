// How far the hundred points have come, while they are being typed. Without this the server says it.
const WHOLE = 100;

function pointsIn(row) {
  const written = row.querySelector(".num").value.replace(/\s/g, "").replace("−", "-");
  const points = /^-?\d{1,3}$/.test(written) ? Number(written) : 0;
  const costs = row.querySelector("[type=checkbox]").checked;
  return costs ? 0 : Math.max(points, 0);
}

function say(form) {
  const said = form.querySelector("[data-sum-said]");
  const sum = [...form.querySelectorAll(".to-value")].reduce((all, row) => all + pointsIn(row), 0);
  const { left, over, whole } = said.dataset;
  const words = sum === WHOLE ? whole : sum < WHOLE ? left : over;
  said.textContent = words
    .replace("{sum}", sum)
    .replace("{left}", WHOLE - sum)
    .replace("{over}", sum - WHOLE);
}

for (const form of document.querySelectorAll("form[data-sum]")) {
  form.addEventListener("input", () => say(form));
}
