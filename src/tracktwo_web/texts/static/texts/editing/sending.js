// One saving at a time. What could not be sent is tried again, later each time; what the server says to it
// is told as one of: saved, meanwhile, refused, closed, gone, later.
const LONGEST_WAIT = 30_000;

async function read(response) {
  const isOurs = response.headers.get("content-type")?.startsWith("application/json");
  const status = response.type === "opaqueredirect" ? 404 : response.status;
  return { status, body: isOurs ? await response.json() : null };
}

function meaning(answer) {
  if (!answer || answer.status >= 500 || answer.status === 429) return "later";
  if (answer.status === 200 && answer.body?.saved) return "saved";
  if (answer.status === 409 && answer.body) return "meanwhile";
  if (answer.body?.sentence) return answer.status === 403 ? "closed" : "refused";
  return "gone";
}

export function sender({ url, token, letter, onAnswer }) {
  let isAgain = false,
    running = null,
    wait = 1000,
    timer;

  const post = (body) =>
    fetch(url, {
      method: "POST",
      redirect: "manual",
      keepalive: body.words.length < 10_000, // arrives even where the page is being left
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(body),
    }).then(read).catch(() => null);

  async function once() {
    const sent = letter();
    if (!sent) return;
    const answer = await post(sent);
    const what = meaning(answer);
    onAnswer(what, answer?.body, sent);
    if (what === "later") {
      timer = setTimeout(send, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    } else wait = 1000;
  }

  async function run() {
    while (isAgain) {
      isAgain = false;
      await once();
    }
    running = null;
  }

  function send() {
    clearTimeout(timer);
    isAgain = true;
    running ??= run();
    return running;
  }

  addEventListener("online", send);
  return {
    send,
    stop() {
      clearTimeout(timer);
      removeEventListener("online", send);
    },
  };
}
