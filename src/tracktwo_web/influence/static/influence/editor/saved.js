// The line that says whether everything is saved. It waits a moment before it says that something is not:
// most changes are there before it could be read.
const MOMENT = 700;

export function savedLine(line, { book, voice, ask }) {
  let timer;

  function write(sentence) {
    clearTimeout(timer);
    timer = undefined;
    if (line.textContent !== sentence) line.textContent = sentence;
    line.classList.toggle("waiting", sentence !== voice.say("saved"));
  }

  const n = () => book.unsent;
  const sentences = {
    later: () => (n() ? voice.say("offline", { n: n() }) : voice.say("saved")),
    closed: () => (n() ? voice.say("closed", { n: n() }) : voice.say("closed_saved")),
    gone: () => voice.say("gone"),
  };

  function say(what) {
    line.dataset.unsent = n();
    if (sentences[what]) return write(sentences[what]());
    if (!n()) return write(voice.say("saved"));
    timer ??= setTimeout(
      () => write(n() ? voice.say("unsaved", { n: n() }) : voice.say("saved")),
      MOMENT,
    );
  }

  // Whether what was not taken shall be forgotten.
  const askToForget = () =>
    ask({
      sentence: voice.say("closed", { n: n() }),
      first: voice.say("closed_forget"),
      second: voice.say("closed_keep"),
    });

  return { say, askToForget };
}
