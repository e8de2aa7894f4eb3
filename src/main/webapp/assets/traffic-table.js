// The tables, which say what the charts show; and which window is looked at. Rows are written over, so that nothing moves.
const box = document.querySelector("#traffic");
const slider = document.querySelector("#look");
const sums = document.querySelector("#sums tbody");
const list = document.querySelector("#windows tbody");
const heads = document.querySelector("#windows thead tr");
const swatch = document.querySelector(".key .swatch.e5");
const summary = document.querySelector("#summary");

const BETWEEN_SUMMARIES = 60_000;

const number = (value) => Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ",");
const time = (start) => new Date(start).toISOString().slice(11, 19);
const label = (name) => (name === "other" ? box.dataset.other : name || box.dataset.all);

let shown; // the last that was counted
let looked = null; // the start of the window that someone chose
let summedUpAt = -Infinity;

function millis(value) {
  const tenths = Math.round(value * 10) / 10;
  if (tenths >= shown.bounds.at(-1)) {
    return `≥ ${number(shown.bounds.at(-1))}`;
  }
  return tenths < 10 ? tenths.toFixed(1) : number(tenths);
}

const NONE = { requests: 0, clientErrors: 0, serverErrors: 0, bytes: 0, times: [] };

const rest = (one) => [
  number(one.clientErrors),
  number(one.serverErrors),
  ...[50, 95, 99].map((percent) => millis(shown.percentile(one.times, percent))),
  number(one.bytes / 1000),
];

function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Makes as many rows as there are, each with a head and its cells. */
function fill(body, rows, head) {
  while (body.rows.length > rows.length) {
    body.lastElementChild.remove();
  }
  rows.forEach((row, i) => {
    const line = body.rows[i] ?? body.insertRow();
    if (line.cells.length !== row.cells.length + 1) {
      const first = document.createElement("th");
      first.scope = "row";
      line.replaceChildren(first, ...row.cells.map(() => document.createElement("td")));
    }
    head(line.cells[0], row, line, i);
    row.cells.forEach((text, at) => write(line.cells[at + 1], text));
  });
}

function nameRow(head, row, line, i) {
  const key = `s${row.name === "other" ? "other" : i}`;
  if (line.dataset.name !== row.name || head.childElementCount === 0) {
    const who = document.createElement("span");
    const words = document.createElement("span");
    who.className = "who";
    words.textContent = label(row.name);
    if (row.name) {
      who.append(swatch.cloneNode(true));
      who.firstChild.setAttribute("class", `swatch ${key}`);
    }
    who.append(words);
    head.replaceChildren(who);
    line.dataset.name = row.name;
  }
}

function windowRow(head, row) {
  const text = time(row.start);
  if (head.dataset.text !== text + row.running) {
    const when = document.createElement("time");
    const running = document.createElement("span");
    when.dateTime = new Date(row.start).toISOString();
    when.textContent = text;
    running.className = "running";
    running.textContent = row.running ? ` ${box.dataset.running}` : "";
    head.replaceChildren(when, running);
    head.dataset.text = text + row.running;
  }
}

/** The columns of the names are those between the requests and the errors. */
function writeHeads(names) {
  const there = [...heads.querySelectorAll(".name")];
  for (let i = there.length; i < names.length; i += 1) {
    const head = document.createElement("th");
    head.scope = "col";
    head.className = "name";
    heads.cells[1 + i].after(head);
    there.push(head);
  }
  there.splice(names.length).forEach((head) => head.remove());
  names.forEach((name, i) => write(there[i], label(name)));
}

function writeTables() {
  const { windows, names, plus } = shown;
  const add = (all) => all.filter(Boolean).reduce((sum, one) => (sum === NONE ? one : plus(sum, one)), NONE);
  const at = windows[Number(slider.value)];
  const sumRow = (name, inWindow, whole) => ({ name, cells: [number(inWindow?.requests ?? 0), number(whole.requests), ...rest(whole)] });
  write(document.querySelector("#in-window"), box.dataset.inWindow.replace("{0}", time(at.start)));
  fill(
    sums,
    [
      ...names.map((name) => sumRow(name, at.parts.get(name), add(windows.map((one) => one.parts.get(name))))),
      sumRow("", at.all, add(windows.map((one) => one.all))),
    ],
    nameRow,
  );
  writeHeads(names);
  fill(
    list,
    windows
      .filter((one) => one.all)
      .reverse()
      .map(({ start, parts, all, complete }) => ({
        start,
        running: !complete,
        cells: [number(all.requests), ...names.map((name) => number(parts.get(name)?.requests ?? 0)), ...rest(all)],
      })),
    windowRow,
  );
}

function place() {
  const { windows } = shown;
  const chosen = windows.findIndex((one) => one.start === looked);
  slider.max = windows.length - 1;
  slider.value = chosen >= 0 ? chosen : windows.findLastIndex((one) => one.complete);
  if (chosen < 0) {
    looked = null; // it has left the period: follow the newest
  }
}

const inWords = ({ start, all }) => box.dataset.look.replace("{0}", time(start)).replace("{1}", number(all?.requests ?? 0));

/** Now and then, for those who listen. */
function sumUp() {
  if (performance.now() - summedUpAt > BETWEEN_SUMMARIES) {
    summedUpAt = performance.now();
    summary.textContent = inWords(shown.windows.findLast((one) => one.complete));
  }
}

function tellLook() {
  slider.setAttribute("aria-valuetext", inWords(shown.windows[Number(slider.value)]));
  box.dispatchEvent(new CustomEvent("look", { detail: Number(slider.value) }));
}

function dropText({ instance, reason, requests }) {
  return (box.dataset[reason] ?? `{1}: {0} (${reason})`).replace("{0}", number(requests)).replace("{1}", instance);
}

function writeDrops({ dropped, drops }) {
  const line = document.querySelector("#dropped");
  const text = dropped === 0 ? box.dataset.allCounted : box.dataset.dropped.replace("{0}", number(dropped));
  const details = drops.map((one) => ` ${dropText(one)}`).join("");
  if (line.textContent.replace(/\s+/g, " ").trim() !== (text + details).trim()) {
    const words = document.createElement(dropped === 0 ? "span" : "strong");
    words.textContent = text;
    line.replaceChildren(words, details);
  }
}

box.addEventListener("counted", ({ detail }) => {
  shown = detail;
  place();
  writeTables();
  writeDrops(detail);
  tellLook();
  sumUp();
});

slider.addEventListener("input", () => {
  if (shown) {
    const { windows } = shown;
    const last = windows.findLastIndex((one) => one.complete);
    looked = Number(slider.value) >= last ? null : windows[Number(slider.value)].start;
    writeTables();
    tellLook();
  }
});
