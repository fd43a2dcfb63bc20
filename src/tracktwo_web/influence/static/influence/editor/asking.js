// A question in the page, not over it: whoever is writing goes on writing, and answers when ready.
// Questions wait for each other; each is answered by true (the first button) or false.
export function asker(box) {
  const [sentence, theirs, yours] = ["sentence", "theirs", "yours"].map((one) =>
    box.querySelector(`[data-${one}]`),
  );
  const [first, second] = ["first", "second"].map((one) => box.querySelector(`[data-${one}]`));
  let before = Promise.resolve();

  function write(place, text = "") {
    place.textContent = text;
    place.hidden = !text;
  }

  const answered = (asked) =>
    new Promise((resolve) => {
      write(sentence, asked.sentence);
      write(theirs, asked.theirs);
      write(yours, asked.yours);
      [first.textContent, second.textContent] = [asked.first, asked.second];
      box.hidden = false;
      first.onclick = () => resolve(true);
      second.onclick = () => resolve(false);
    });

  async function askNow(asked) {
    const isFirst = await answered(asked);
    box.hidden = true;
    return isFirst;
  }

  return (asked) => (before = before.then(() => askNow(asked)));
}
