// Keeps the page's windows up to date: all of them at first and now and then, else the newest. Others draw them.
const box = document.querySelector("#traffic");
const { by, minutes } = box.dataset;
const most = Number(box.dataset.most);
const writing = Number(box.dataset.writing);
const button = document.querySelector("#pause");
const live = document.querySelector("#live");

const EVERY = 2000;
const SLOWEST = 60_000;
const LOOK_BACK = 60_000; // so long a window's counts may still change
const ALL_AGAIN = 60_000 * (minutes > 60 ? 5 : 1);

let names = [...document.querySelectorAll("#sums tr[data-name]")].map((row) => row.dataset.name).filter((name) => name && name !== "other");
let kept = new Map(); // by start, by name
let newest = 0; // the database's time at the last answer
let allAt = -Infinity;
let failures = 0;
let paused = false;
let over = false;
let timer;

/** Who has the most requests, but whoever is shown already keeps the place, and with it the colour. */
function rename(sums) {
  const top = [...sums.keys()].filter((name) => name !== "other").sort((a, b) => sums.get(b) - sums.get(a)).slice(0, most);
  const fresh = top.filter((name) => !names.includes(name));
  names = [...names.map((name) => (top.includes(name) ? name : fresh.shift())).filter(Boolean), ...fresh];
}

function address() {
  const query = new URLSearchParams({ minutes });
  if (performance.now() - allAt > ALL_AGAIN) {
    query.set("clients", by === "client" ? most : 0);
  } else {
    query.set("since", new Date(newest - LOOK_BACK).toISOString());
    if (by === "instance" || names.length === 0) {
      query.set("clients", by === "client" ? most : 0);
    } else {
      names.forEach((name) => query.append("client", name));
    }
  }
  return { all: !query.has("since"), url: `/api/traffic?${query}` };
}

function take(answer, all) {
  const counted = by === "client" ? answer.windows : answer.instances;
  newest = Date.parse(answer.now);
  bounds = answer.bounds;
  if (all) {
    const sums = new Map();
    counted.forEach((one) => sums.set(one[by], (sums.get(one[by]) ?? 0) + one.requests));
    rename(sums);
    kept = new Map();
    allAt = performance.now();
  } else if (names.length === 0 && counted.length > 0) {
    allAt = -Infinity; // the first ones
  }
  const fresh = new Map();
  for (const one of counted) {
    const start = Date.parse(one.start);
    const name = names.includes(one[by]) ? one[by] : "other";
    const parts = fresh.get(start) ?? new Map();
    fresh.set(start, parts.set(name, parts.has(name) ? plus(parts.get(name), one) : one));
  }
  fresh.forEach((parts, start) => kept.set(start, parts));
  show(answer);
}

const ADDED = ["requests", "clientErrors", "serverErrors", "bytes"];

function plus(one, other) {
  const sum = { complete: one.complete && other.complete, times: one.times.map((count, i) => count + other.times[i]) };
  ADDED.forEach((name) => (sum[name] = one[name] + other[name]));
  return sum;
}

let bounds = []; // of the counts in times, in milliseconds

/** As the server does it: how far the share is among those between two bounds. */
function percentile(times, percent) {
  const wanted = (times.reduce((a, b) => a + b, 0) * percent) / 100;
  let before = 0;
  for (let i = 0; i < bounds.length; i += 1) {
    if (times[i] > 0 && before + times[i] >= wanted) {
      const from = i === 0 ? 0 : bounds[i - 1];
      return from + ((bounds[i] - from) * (wanted - before)) / times[i];
    }
    before += times[i];
  }
  return wanted > 0 ? bounds.at(-1) : 0;
}

/** Every window of the period, also those without requests. */
function show({ from, seconds, dropped, drops }) {
  const begin = Date.parse(from);
  const windows = [];
  kept.forEach((parts, start) => start < begin && kept.delete(start));
  for (let start = begin; start <= newest; start += seconds * 1000) {
    const parts = kept.get(start) ?? new Map();
    const all = [...parts.values()].reduce((sum, one) => (sum ? plus(sum, one) : one), null);
    const complete = all?.complete ?? start + seconds * 1000 + writing <= newest;
    windows.push({ start, parts, all, complete, percentiles: all && [50, 95, 99].map((percent) => percentile(all.times, percent)) });
  }
  const shown = windows.some((one) => one.parts.has("other")) ? [...names, "other"] : names;
  box.dispatchEvent(new CustomEvent("counted", { detail: { windows, names: shown, bounds, dropped, drops, plus, percentile } }));
}

async function look() {
  const { all, url } = address();
  const response = await fetch(url, { cache: "no-store", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(20_000) });
  if (response.status === 401 || response.status === 403) {
    over = true;
    tell(box.dataset.signedOut);
    return;
  }
  if (!response.ok) {
    throw new Error(response.status);
  }
  const answer = await response.json();
  if (!paused) {
    take(answer, all);
    tell(box.dataset.live);
  }
}

async function turn() {
  try {
    await look();
    failures = 0;
  } catch {
    failures += 1;
    tell(box.dataset.again.replace("{0}", Math.round(pause() / 1000)));
  }
  next(pause());
}

const pause = () => Math.min(SLOWEST, EVERY * 2 ** failures);

function next(delay) {
  clearTimeout(timer);
  if (!paused && !over && !document.hidden) {
    timer = setTimeout(turn, delay);
  }
}

function tell(words) {
  if (live.textContent !== words) {
    live.textContent = words;
  }
}

button.addEventListener("click", () => {
  paused = !paused;
  button.textContent = paused ? box.dataset.continue : box.dataset.pause;
  if (paused) {
    tell(box.dataset.paused);
  }
  next(0);
});
document.addEventListener("visibilitychange", () => next(0));
next(0);
