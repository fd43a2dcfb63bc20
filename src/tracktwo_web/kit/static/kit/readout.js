// The number is what is sent; it may stay empty, which a slider cannot. The slider writes the number.
export function help(guess) {
  const unit = guess.dataset.unit ?? " %";
  const [slider, number] = ["range", "number"].map((type) => guess.querySelector(`[type=${type}]`));

  function show() {
    const isEmpty = number.value === "";
    guess.classList.toggle("unset", isEmpty);
    slider.value = isEmpty ? (Number(slider.min) + Number(slider.max)) / 2 : number.value;
    slider.setAttribute("aria-valuetext", isEmpty ? (guess.dataset.empty ?? "") : `${number.value}${unit}`);
  }

  function take() {
    number.value = slider.value;
    show();
  }

  slider.hidden = false;
  slider.addEventListener("input", take);
  // A click on the middle changes nothing on a slider that stands there already, yet it is an answer.
  slider.addEventListener("click", take);
  number.addEventListener("input", show);
  show();
}
