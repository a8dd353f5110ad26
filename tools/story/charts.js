// The pictures: canvases that show all steps at once, with a line at the present one.

const state = {step: 0, level: 9};

const theme = {
  colour: (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim(),
};

// A canvas that is drawn anew when its size, the theme or the step changes: at most once a frame.
class Picture {
  constructor(id, draw) {
    this.canvas = document.getElementById(id);
    this.height = this.canvas.height;
    this.draw = draw;
    this.asked = false;
    new ResizeObserver(() => this.ask()).observe(this.canvas);
  }
  ask() {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => { this.asked = false; this.paint(); });
  }
  paint() {
    const scale = window.devicePixelRatio || 1;
    const width = this.canvas.clientWidth;
    if (!width) return;
    this.canvas.width = width * scale;
    this.canvas.height = this.height * scale;
    this.canvas.style.height = this.height + "px";
    const context = this.canvas.getContext("2d");
    context.scale(scale, scale);
    context.clearRect(0, 0, width, this.height);
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    this.draw(context, width, this.height);
  }
  describe(text) { this.canvas.setAttribute("aria-label", text); }
}

// Steps to pixels, for pictures with time to the right.
const timeAxis = (left, width) => ({
  x: (step) => left + (step / Math.max(model.count, 1)) * (width - left),
  step: (x) => Math.round(((x - left) / (width - left)) * model.count),
});

const drawCursor = (c, x, height) => {
  c.strokeStyle = theme.colour("bad");
  c.lineWidth = 1.5;
  c.beginPath();
  c.moveTo(x, 0);
  c.lineTo(x, height);
  c.stroke();
};

const clickSeeks = (picture, left, right = 0) => {
  const seek = (event) => {
    const box = picture.canvas.getBoundingClientRect();
    show.step(timeAxis(left, box.width - right).step(event.clientX - box.left));
  };
  picture.canvas.addEventListener("pointerdown", (event) => {
    picture.canvas.setPointerCapture(event.pointerId);
    seek(event);
  });
  picture.canvas.addEventListener("pointermove", (event) => { if (event.buttons & 1) seek(event); });
};

// Free blocks: a row an order, the colour by the logarithm of their number.
const buddy = (() => {
  const orders = 11, left = 64, right = 56;
  const select = document.getElementById("zone");
  story.machine.zones.forEach((zone, number) => {
    if (zone.pages) select.add(new Option(`${zone.name} (${(zone.pages / 256).toFixed(0)} MB)`, number));
  });
  const normal = story.machine.zones.findIndex((zone) => zone.name === "Normal" && zone.pages);
  if (normal >= 0) select.value = normal;
  const blocks = (sample, order) => sample.free[Number(select.value) * orders + order];
  const current = () => model.samples[Math.max(0, model.lastAt(model.samples, state.step))];

  // The map of all samples is painted once, and again when the size, the zone or the colours change.
  const painted = {canvas: document.createElement("canvas"), key: ""};
  const heatMap = (width, height) => {
    const heat = theme.colour("heat"), key = [width, height, select.value, heat].join();
    if (painted.key === key) return painted.canvas;
    painted.key = key;
    const scale = window.devicePixelRatio || 1;
    painted.canvas.width = width * scale;
    painted.canvas.height = height * scale;
    const c = painted.canvas.getContext("2d"), axis = timeAxis(left, width), row = height / orders;
    c.scale(scale, scale);
    let most = 1;
    for (const sample of model.samples)
      for (let order = 0; order < orders; ++order) most = Math.max(most, blocks(sample, order));
    const empty = theme.colour("gap");
    model.samples.forEach((sample, i) => {
      const x = Math.floor(axis.x(sample.step));
      const end = i + 1 < model.samples.length ? Math.floor(axis.x(model.samples[i + 1].step)) : width;
      for (let order = 0; order < orders && end > x; ++order) {
        const free = blocks(sample, order);
        c.fillStyle = free ? `rgba(${heat}, ${0.12 + 0.88 * Math.log1p(free) / Math.log1p(most)})` : empty;
        c.fillRect(x, (orders - 1 - order) * row + 1, end - x, row - 2);
      }
    });
    return painted.canvas;
  };

  const draw = (c, full, height) => {
    const width = full - right, axis = timeAxis(left, width), row = height / orders;
    c.drawImage(heatMap(width, height), 0, 0, width, height);
    const now = current();
    for (let order = 0; order < orders; ++order) {
      const y = (orders - 0.5 - order) * row;
      c.fillStyle = theme.colour("quiet");
      c.textAlign = "right";
      c.fillText(`${2 ** order * 4 >= 1024 ? 2 ** order / 256 + " MB" : 2 ** order * 4 + " KB"}  ${order}`, left - 8, y);
      c.fillStyle = theme.colour("ink");
      c.textAlign = "left";
      c.fillText(String(blocks(now, order)), width + 8, y);
    }
    drawCursor(c, axis.x(state.step), height);
    picture.describe(`Free blocks of zone ${story.machine.zones[select.value].name} by order: ` +
      Array.from({length: orders}, (_, order) => `${order}: ${blocks(now, order)}`).join(", "));
  };
  const picture = new Picture("buddy-canvas", draw);
  clickSeeks(picture, left, right);
  select.addEventListener("change", () => picture.ask());
  return picture;
})();

// Areas as boxes: addresses upwards, time to the right.
const vmap = (() => {
  const left = 84;
  const list = document.getElementById("vmap-list");
  // User and kernel addresses lie far apart: a band with a scale of its own for each that has areas.
  const isUser = (address) => address < 0xc0000000;
  const bands = [true, false].map((user) => {
    const areas = model.areas.filter((area) => isUser(area.begin) === user);
    return areas.length && {user, low: Math.min(...areas.map((area) => area.begin)),
                            high: Math.max(...areas.map((area) => area.begin + area.size))};
  }).filter(Boolean);
  const share = bands.length === 2 ? 0.35 : 1;
  for (const band of bands) {
    band.from = bands.length === 2 && !band.user ? share + 0.05 : 0;
    band.to = bands.length === 2 && band.user ? share : 1;
  }
  const draw = (c, width, height) => {
    if (!bands.length) return;
    const axis = timeAxis(left, width);
    const bandOf = (address) => bands.find((band) => band.user === isUser(address));
    const y = (address, band) => height - 6 -
      (band.from + ((address - band.low) / (band.high - band.low)) * (band.to - band.from)) * (height - 12);
    c.fillStyle = theme.colour("quiet");
    c.textAlign = "right";
    for (const band of bands) {
      const ticks = bands.length === 1 ? 4 : band.user ? 1 : 3;
      for (let i = 0; i <= ticks; ++i) {
        const at = band.low + ((band.high - band.low) * i) / ticks;
        c.fillText(model.hex(Math.floor(at)), left - 8, Math.min(Math.max(y(at, band), 8), height - 8));
      }
    }
    for (const area of model.areas) {
      const x = axis.x(area.from), end = axis.x(area.to), band = bandOf(area.begin);
      const top = y(area.begin + area.size, band);
      const alive = area.from <= state.step && state.step < area.to;
      c.fillStyle = theme.colour(alive ? "accent" : "vmalloc");
      c.fillRect(x, top, Math.max(end - x, 2), Math.max(y(area.begin, band) - top - 1, 2));
    }
    drawCursor(c, axis.x(state.step), height);
  };
  const picture = new Picture("vmap-canvas", draw);
  clickSeeks(picture, left);
  const update = () => {
    const alive = model.areas.filter((area) => area.from <= state.step && state.step < area.to);
    list.replaceChildren(...alive.slice(-8).map((area) => {
      const item = document.createElement("li");
      item.textContent = `${model.hex(area.begin)}–${model.hex(area.begin + area.size)}  ${area.size / 1024} KB  ${area.text}`;
      return item;
    }));
    picture.describe(`${alive.length} areas exist at this moment, of ${model.areas.length} in the whole run`);
    picture.ask();
  };
  return {ask: () => picture.ask(), update};
})();

// The caches whose use changes most.
const slab = (() => {
  const names = new Map();
  for (const sample of model.samples)
    for (const [name, used] of sample.caches) {
      const range = names.get(name) || {low: used, high: used};
      names.set(name, {low: Math.min(range.low, used), high: Math.max(range.high, used)});
    }
  const chosen = [...names].sort(([, a], [, b]) => b.high - b.low - (a.high - a.low)).slice(0, 8)
    .filter(([, range], i) => i < 2 || range.high > range.low).map(([name]) => name);
  const colours = ["#2f7de1", "#e4572e", "#1f9d6b", "#a05bd6", "#d19a00", "#d6457f", "#00a3b4", "#7f8c3a"];
  const holder = document.getElementById("slab-plot");
  const data = [model.samples.map((sample) => sample.step), ...chosen.map((name) =>
    model.samples.map((sample) => (sample.caches.find(([number]) => number === name) || [0, 0])[1]))];
  let plot = null;
  const make = () => {
    if (plot) plot.destroy();
    const axis = {stroke: theme.colour("quiet"), grid: {stroke: theme.colour("line"), width: 1}};
    plot = new uPlot({
      width: Math.max(holder.clientWidth, 200), height: 230,
      scales: {x: {time: false, range: [0, Math.max(model.count, 1)]}},
      axes: [{...axis, label: "event"}, {...axis, size: 56}],
      cursor: {y: false, drag: {x: false, y: false}}, legend: {show: false},
      series: [{label: "event"}, ...chosen.map((name, i) => ({
        label: model.text(name), stroke: colours[i], width: 2, paths: uPlot.paths.stepped({align: 1}), points: {show: false},
      }))],
      hooks: {draw: [(u) => {
        const x = u.valToPos(state.step, "x", true);
        u.ctx.fillStyle = theme.colour("bad");
        u.ctx.fillRect(x, u.bbox.top, 1.5 * (window.devicePixelRatio || 1), u.bbox.height);
      }]},
    }, data, holder);
    plot.over.addEventListener("click", (event) => show.step(Math.round(plot.posToVal(event.offsetX, "x"))));
  };
  new ResizeObserver(() => { if (plot && holder.clientWidth) plot.setSize({width: holder.clientWidth, height: 230}); }).observe(holder);
  const update = () => {
    const at = Math.max(0, model.lastAt(model.samples, state.step));
    plot.redraw(false, false);
    holder.setAttribute("aria-label", `Objects in use, of ${chosen.map((name) => model.text(name)).join(", ")}`);
    const objects = new Map(model.samples[at].caches.map(([name, , all]) => [name, all]));
    document.getElementById("slab-keys").replaceChildren(...chosen.map((name, i) => {
      const item = document.createElement("li");
      item.style.setProperty("--key", colours[i]);
      item.textContent = `${model.text(name)}: ${data[i + 1][at]} of ${objects.get(name) || 0}`;
      return item;
    }));
  };
  make();
  return {update, make};
})();
