// Pages work without any of this. What an element asks for by its data attribute is fetched only then.
const helpers = {
  "[data-answer]": () => import("./answer.js"),
  "[data-readout]": () => import("./readout.js"),
  "[data-live]": () => import("./live.js"),
  "[data-copy]": () => import("./copy.js"),
  "[data-countdown]": () => import("./countdown.js"),
  "[data-unsent]": () => import("./unsent.js"),
};
const helped = new Map(Object.keys(helpers).map((selector) => [selector, new WeakSet()]));

async function help(element, selector) {
  if (helped.get(selector).has(element)) return;
  helped.get(selector).add(element);
  (await helpers[selector]()).help(element);
}

function helpAll(root) {
  for (const selector of Object.keys(helpers)) {
    if (root.matches?.(selector)) help(root, selector);
    for (const element of root.querySelectorAll(selector)) help(element, selector);
  }
}

document.documentElement.classList.add("js");
helpAll(document);
document.addEventListener("htmx:load", (event) => helpAll(event.detail.elt));
document.addEventListener("tracktwo:swapped", (event) => helpAll(event.target));
