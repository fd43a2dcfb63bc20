// Changes go out one by one, in the order in which they were made. What could not be sent is tried again,
// later each time; what is refused is said; what somebody else changed meanwhile is settled first.
const LONGEST_WAIT = 30_000;

// An answer that is not the map's own (a sign-in page, a proxy) is as good as a closed door.
async function read(response) {
  const isOurs = response.headers.get("content-type")?.startsWith("application/json");
  return {
    status: response.type === "opaqueredirect" ? 404 : response.status,
    body: isOurs ? await response.json() : null,
  };
}

function post(url, token, change) {
  const { key, was, ...body } = change; // those two stay here
  return fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify(body),
  }).then(read, () => null);
}

// One of: taken, later, meanwhile, closed, gone, wrong.
function meaning(answer) {
  if (!answer || answer.status >= 500 || answer.status === 429) return "later";
  if (answer.status === 200) return answer.body ? "taken" : "gone";
  if (answer.status === 409) return "meanwhile";
  if (answer.status === 403) return answer.body?.sentence ? "closed" : "gone";
  return [401, 404].includes(answer.status) ? "gone" : "wrong";
}

export function sender(book, { url, token, settle, refuse, askAgain, say }) {
  let isBusy = false,
    isOver = false,
    wait = 1000,
    timer;

  const acts = {
    taken: (change, { body }) => {
      if (!book.accept(change, body)) askAgain();
    },
    meanwhile: (change, { body }) => settle(change, body),
    wrong: (change, { body }) => refuse(change, body?.sentence ?? ""),
    closed: () => {
      isOver = true;
    },
    gone: () => {
      isOver = true;
    },
    later: () => {
      timer = setTimeout(run, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    },
  };

  async function sendNext() {
    const change = book.next;
    book.sending = change;
    const answer = await post(url, token, change);
    book.sending = undefined;
    const what = meaning(answer);
    await acts[what](change, answer);
    if (what === "taken") wait = 1000;
    return what;
  }

  async function run() {
    clearTimeout(timer);
    if (isBusy) return;
    isBusy = true;
    let what = "taken";
    while (book.next && !isOver && what !== "later") {
      say("sending");
      what = await sendNext();
    }
    isBusy = false;
    say(what);
  }

  return {
    run,
    again: () => {
      [isOver, wait] = [false, 1000];
      return run();
    },
  };
}
