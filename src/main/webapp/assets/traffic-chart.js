// The charts, as plain SVG: colours are the style sheet's, so that they follow light and dark by themselves.
const box = document.querySelector("#traffic");
const slider = document.querySelector("#look");
const charts = Object.fromEntries([...document.querySelectorAll(".chart")].map((svg) => [svg.dataset.chart, svg]));

const BELOW = 20; // for the times
const ABOVE = 14; // for the words of the topmost line

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 240, 360]; // between two times

let shown;

function add(parent, name, attributes, text) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== undefined) {
    element.textContent = text;
  }
  parent.append(element);
  return element;
}

const short = new Intl.NumberFormat("en", { notation: "compact" });
const round = (value) => Math.round(value * 10) / 10;

/** 1, 2 or 5 and noughts: the smallest such step of which two or three lines are enough. */
function step(most) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(most, 1) / 3 || 1));
  return Math.max(1, [1, 2, 5, 10].map((part) => part * ten).find((each) => each * 3 >= most));
}

/** Clears a chart and draws what all have: lines with their values, and times below. */
function frame(svg, lines, y) {
  const width = svg.clientWidth;
  const height = svg.clientHeight;
  const { windows } = shown;
  const x = (i) => round((i * width) / windows.length);
  svg.replaceChildren();
  lines.forEach((value) => add(svg, "line", { class: "grid", x1: 0, x2: width, y1: y(value), y2: y(value) }));
  const pixel = (windows.at(-1).start - windows[0].start) / width;
  const every = MINUTES.map((minutes) => minutes * 60_000).find((each) => each / pixel > 64) ?? 86_400_000;
  windows.forEach(({ start }, i) => {
    if (start % every === 0 && x(i) > 18 && x(i) < width - 18) {
      add(svg, "text", { x: x(i), y: height - 5, "text-anchor": "middle" }, new Date(start).toISOString().slice(11, 16));
    }
  });
  return { svg, width, height, x, y, lines, windows };
}

/** Over the curves: the values of the lines, the windows that still run, and the one looked at. */
function finish({ svg, width, height, x, y, lines, windows }, words) {
  const running = windows.findLastIndex((one) => one.complete) + 1;
  if (running < windows.length) {
    add(svg, "rect", { class: "running", x: x(running), y: 0, width: width - x(running), height: height - BELOW });
  }
  lines.forEach((value) => add(svg, "text", { class: "over", x: 2, y: y(value) - 4 }, words(value)));
  add(svg, "line", { class: "now", y1: 0, y2: height - BELOW });
}

/** A step for each window, from one edge up to another. */
function area(x, lower, upper) {
  const up = upper.map((y, i) => `V${y}H${x(i + 1)}`).join("");
  const back = lower.map((y, i) => `V${y}H${x(i)}`).reverse().join("");
  return `M0 ${lower[0]}${up}${back}Z`;
}

function stripes(svg) {
  const id = `hatch-${svg.dataset.chart}`;
  const pattern = add(svg, "pattern", { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" });
  add(pattern, "path", { class: "hatch", d: "M-2 2 2-2M0 8 8 0M6 10 10 6" });
  return `url(#${id})`;
}

/** Parts upon each other, every second one striped. */
function stack(svg, parts) {
  const { windows } = shown;
  const most = Math.max(1, ...windows.map((one) => parts.reduce((sum, part) => sum + part.of(one), 0)));
  const each = step(most);
  const top = Math.max(most, each);
  const height = svg.clientHeight;
  const y = (value) => round(height - BELOW - (value / top) * (height - BELOW - ABOVE));
  const lines = [1, 2, 3].map((i) => i * each).filter((value) => value <= top);
  const chart = frame(svg, [0, ...lines], y);
  const hatch = stripes(svg);
  let below = windows.map(() => 0);
  parts.forEach((part) => {
    const above = below.map((value, i) => value + part.of(windows[i]));
    const d = area(chart.x, below.map(y), above.map(y));
    add(svg, "path", { class: `part ${part.key}`, d });
    if (part.striped) {
      add(svg, "path", { fill: hatch, d });
    }
    below = above;
  });
  finish({ ...chart, lines }, short.format);
}

function percentiles(svg) {
  const { windows } = shown;
  const most = Math.max(10, ...windows.map((one) => one.percentiles?.[2] ?? 0));
  const decades = Math.ceil(Math.log10(most));
  const height = svg.clientHeight;
  const share = (value) => Math.max(0, Math.log10(Math.max(value, 0.5) / 0.5)) / Math.log10(10 ** decades / 0.5);
  const y = (value) => round(height - BELOW - share(value) * (height - BELOW - ABOVE));
  const lines = Array.from({ length: decades + 1 }, (_, i) => 10 ** i);
  const chart = frame(svg, lines, y);
  [50, 95, 99].forEach((percent, which) => {
    let drawing = false;
    const d = windows.map(({ percentiles: taken }, i) => {
      const point = taken && `${drawing ? "L" : "M"}${round((chart.x(i) + chart.x(i + 1)) / 2)} ${y(taken[which])}${drawing ? "" : "h.01"}`;
      drawing = Boolean(taken);
      return point || "";
    });
    add(svg, "path", { class: `curve p${percent}`, d: d.join("") });
  });
  finish(chart, (value) => (value < 1000 ? `${value} ms` : `${value / 1000} s`));
}

function draw() {
  if (!shown) {
    return;
  }
  stack(
    charts.requests,
    shown.names.map((name, i) => ({
      key: `s${name === "other" ? "other" : i}`,
      striped: name !== "other" && i % 2 === 1,
      of: (one) => one.parts.get(name)?.requests ?? 0,
    })),
  );
  stack(charts.errors, [
    { key: "e4", of: (one) => one.all?.clientErrors ?? 0 },
    { key: "e5", striped: true, of: (one) => one.all?.serverErrors ?? 0 },
  ]);
  percentiles(charts.times);
  mark();
}

/** The window looked at, in all charts. */
function mark() {
  Object.values(charts).forEach((svg) => {
    const x = round(((Number(slider.value) + 0.5) * svg.clientWidth) / shown.windows.length);
    const line = svg.querySelector(".now");
    line?.setAttribute("x1", x);
    line?.setAttribute("x2", x);
  });
}

function point(event) {
  const svg = event.currentTarget;
  const at = Math.floor(((event.clientX - svg.getBoundingClientRect().left) / svg.clientWidth) * (Number(slider.max) + 1));
  if (shown && Number(slider.value) !== at) {
    slider.value = at;
    slider.dispatchEvent(new Event("input"));
  }
}

box.addEventListener("counted", ({ detail }) => {
  shown = detail;
  draw();
});
box.addEventListener("look", () => shown && mark());
Object.values(charts).forEach((svg) => {
  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
});
new ResizeObserver(draw).observe(charts.requests);
