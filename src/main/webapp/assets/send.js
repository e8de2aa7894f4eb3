// Sends the photos that cards hand over, two at a time. Talks with a card by events on it:
// it hears "send" and "cancel", and says "sending", "again", "stored" or "failed".
const AT_ONCE = 2;
const TRIES = 4; // of a busy site, before the person is asked
const LONGEST_WAIT = 60; // seconds

const form = document.querySelector("#upload");
const waiting = [];
const running = new Map(); // card → what stops its sending
const say = (card, type, detail) => card.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));

function next() {
  while (running.size < AT_ONCE && waiting.length > 0) {
    send(waiting.shift(), 1);
  }
}

function finish(card, type, detail) {
  running.delete(card);
  say(card, type, detail);
  next();
}

function send(job, attempt) {
  const { card, file, caption, visibility, key } = job;
  const request = new XMLHttpRequest();
  running.set(card, () => request.abort());
  request.open("POST", "/api/photos");
  request.responseType = "text";
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Idempotency-Key", key);
  request.upload.addEventListener("progress", ({ loaded, total }) => say(card, "sending", { part: loaded / total }));
  request.upload.addEventListener("load", () => say(card, "sending", { part: 1 }));
  request.addEventListener("error", () => finish(card, "failed", { text: form.dataset.network, retry: true }));
  request.addEventListener("load", () => answered(job, attempt, request));

  const body = new FormData();
  body.append("caption", caption);
  body.append("visibility", visibility);
  body.append("photo", file, file.name);
  say(card, "sending", { part: 0 });
  request.send(body);
}

function answered(job, attempt, request) {
  const answer = read(request.responseText);
  const refused = answer.refused?.[0];
  const seconds = Number(request.getResponseHeader("Retry-After"));
  if (answer.stored?.length > 0) {
    finish(job.card, "stored", answer.stored[0]);
  } else if (request.status === 503 && attempt < TRIES && seconds > 0 && seconds <= LONGEST_WAIT) {
    say(job.card, "again", { seconds });
    const timer = setTimeout(() => send(job, attempt + 1), seconds * 1000);
    running.set(job.card, () => clearTimeout(timer));
  } else {
    const retry = !refused && (request.status < 400 || request.status >= 500 || [401, 408, 429].includes(request.status));
    finish(job.card, "failed", { text: refused?.detail ?? answer.detail ?? form.dataset.server, retry });
  }
}

/** The JSON that was answered; nothing where something in between answered for the site. */
function read(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

form.addEventListener("send", (event) => {
  waiting.push({ card: event.target, ...event.detail });
  next();
});

form.addEventListener("cancel", (event) => {
  const card = event.target;
  const place = waiting.findIndex((job) => job.card === card);
  if (place >= 0) {
    waiting.splice(place, 1);
  }
  running.get(card)?.();
  running.delete(card);
  next();
});

addEventListener("beforeunload", (event) => {
  if (running.size + waiting.length > 0) {
    event.preventDefault();
  }
});
