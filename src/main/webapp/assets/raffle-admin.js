// The count as it grows, and a fresh page when the raffle's state is another one.
const state = document.querySelector("#state");
const count = document.querySelector("#count");
const closes = document.querySelector("#closes-at");

async function look() {
  const answer = await fetch(`/api/raffle/${state.dataset.raffle}`);
  if (!answer.ok) {
    return;
  }
  const raffle = await answer.json();
  count.textContent = raffle.entries;
  if (raffle.state !== state.dataset.state || String(Boolean(raffle.receiptsSha256)) !== state.dataset.sealed) {
    location.replace(location.pathname + location.search);
  }
}

// What is being typed must not be lost: a raffle that is drawn changes no more.
if (state && state.dataset.state !== "drawn") {
  setInterval(() => document.hidden || look().catch(() => {}), 1000);
}

if (document.querySelector("[data-mail=sending]")) {
  setTimeout(() => location.replace(location.pathname + location.search), 3000);
}

function local() {
  const time = new Date(`${closes.value}Z`);
  document.querySelector("#closes-local").textContent = Number.isNaN(time.valueOf()) ? "" : `= ${time.toLocaleString(document.documentElement.lang)}`;
}
closes?.addEventListener("input", local);
