// A card for each chosen photo: its caption, its progress, its error; and the line that sums them up.
const form = document.querySelector("#upload");
const queue = form.querySelector(".queue");
const status = form.querySelector(".status");
const template = document.querySelector("#upload-card");
const text = (name, value) => form.dataset[name].replace("{0}", value);
const cards = (state) => [...queue.children].filter((card) => !state || card.dataset.state === state);
const underWay = () => cards("waiting").length + cards("sending").length > 0;

let shared = 0; // since nothing was under way
let kept = 0; // the same, of photos that are not for everyone

form.addEventListener("chosen", (event) => {
  if (!underWay()) {
    shared = 0;
    kept = 0;
  }
  event.detail.forEach(add);
  if (cards("ready").length > 0) {
    status.textContent = text("chosen", cards("ready").length);
  }
});

function add(file) {
  const card = template.content.firstElementChild.cloneNode(true);
  const key = newKey();
  const remove = card.querySelector(".remove");
  card.querySelector(".name").textContent = file.name;
  remove.setAttribute("aria-label", remove.dataset.label.replace("{0}", file.name));
  remove.addEventListener("click", () => removeCard(card, file.name));
  card.querySelector(".retry").addEventListener("click", () => send(card, file, key));
  card.addEventListener("go", () => send(card, file, key));
  card.addEventListener("sending", ({ detail }) => showSending(card, detail.part));
  card.addEventListener("again", ({ detail }) => show(card, "waiting", text("again", detail.seconds)));
  card.addEventListener("failed", ({ detail }) => showFailed(card, detail, file.name));
  card.addEventListener("stored", ({ detail }) => showStored(card, file.name, detail.visibility));
  queue.append(card);
  form.classList.remove("idle");
  card.dispatchEvent(new CustomEvent("card", { bubbles: true, detail: { file } }));
  if (file.size > Number(form.dataset.maxBytes)) {
    card.querySelector(".field").hidden = true;
    showFailed(card, { text: form.dataset.tooLarge, retry: false }, file.name);
  } else {
    show(card, "ready", "");
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  cards("ready").forEach((card) => card.dispatchEvent(new CustomEvent("go")));
  status.textContent = "";
  queue.focus(); // the button goes away
});

function send(card, file, key) {
  const caption = card.querySelector(".caption");
  const visibility = form.elements.visibility?.value ?? "public";
  caption.readOnly = true;
  caption.closest(".field").hidden = caption.value === "";
  show(card, "waiting", form.dataset.waiting);
  card.dispatchEvent(new CustomEvent("send", { bubbles: true, detail: { file, key, caption: caption.value, visibility } }));
}

function show(card, state, words, problem = "", retry = false) {
  card.dataset.state = state;
  card.classList.toggle("failed", state === "failed");
  card.querySelector(".state").textContent = words;
  card.querySelector(".error").textContent = problem;
  card.querySelector("progress").hidden = state !== "sending";
  hide(card, ".retry", !retry);
  hide(card, ".remove", false);
  form.querySelector(".send").hidden = cards("ready").length === 0;
}

/** A button that goes away hands the keyboard's place to the list. */
function hide(card, button, hidden) {
  const element = card.querySelector(button);
  if (hidden && element === document.activeElement) {
    queue.focus();
  }
  element.hidden = hidden;
}

function showSending(card, part) {
  const bar = card.querySelector("progress");
  const percent = Math.floor(part * 100);
  show(card, "sending", part < 1 ? text("sending", percent) : form.dataset.making);
  if (part < 1) {
    bar.value = percent;
  } else {
    bar.removeAttribute("value");
    hide(card, ".remove", true); // too late to take it back
  }
}

function showFailed(card, { text: problem, retry }, name) {
  show(card, "failed", "", problem, retry);
  status.textContent = text("failed", name);
  sumUp();
}

function showStored(card, name, visibility) {
  if (visibility === "public") {
    shared += 1;
  } else {
    kept += 1;
  }
  status.textContent = text("done", name);
  takeAway(card);
  sumUp();
}

function removeCard(card, name) {
  card.dispatchEvent(new CustomEvent("cancel", { bubbles: true }));
  takeAway(card);
  status.textContent = text("removed", name);
}

/** The keyboard's place moves to the other cards, or back to where photos are chosen. */
function takeAway(card) {
  const focused = queue.contains(document.activeElement);
  card.remove();
  form.classList.toggle("idle", queue.children.length === 0);
  if (queue.children.length === 0 && focused) {
    form.querySelector("input[type=file]").focus();
  } else if (focused && !queue.contains(document.activeElement)) {
    queue.focus();
  }
  form.querySelector(".send").hidden = cards("ready").length === 0;
}

function sumUp() {
  if (!underWay() && cards("ready").length === 0) {
    const failed = cards("failed").length;
    const words = [shared > 0 ? text("shared", shared) : "", kept > 0 ? text("kept", kept) : "", failed > 0 ? text("someFailed", failed) : ""];
    status.textContent = words.filter(Boolean).join(" ");
  }
}

/** One key for one file, however often it is sent. randomUUID is missing where the site has no HTTPS. */
function newKey() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
}
