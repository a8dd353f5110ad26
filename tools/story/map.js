// The address space to scale: a window into 4 GB that can be moved and zoomed.

const map = (() => {
  const layout = story.machine.layout;
  const at = (name) => Number(layout[name]);
  const top = 2 ** 32;
  const regions = [
    {name: "user", begin: 0, end: at("page_offset"), colour: "user"},
    {name: "lowmem", begin: at("page_offset"), end: at("high_memory"), colour: "lowmem"},
    {name: "gap", begin: at("high_memory"), end: at("vmalloc_start"), colour: "gap"},
    {name: "vmalloc", begin: at("vmalloc_start"), end: at("vmalloc_end"), colour: "vmalloc"},
    {name: "pkmap", begin: at("pkmap_base"), end: at("pkmap_base") + at("last_pkmap") * 4096, colour: "pkmap"},
    {name: "fixmap", begin: at("fixaddr_start"), end: top, colour: "fixmap"},
  ];
  let begin = at("page_offset"), size = top - begin;
  const range = document.getElementById("map-range");

  const unit = (bytes) => bytes >= 2 ** 30 ? `${+(bytes / 2 ** 30).toFixed(2)} GB`
    : bytes >= 2 ** 20 ? `${+(bytes / 2 ** 20).toFixed(2)} MB` : bytes >= 1024 ? `${+(bytes / 1024).toFixed(1)} KB` : `${bytes} B`;

  const draw = (c, width, height) => {
    const x = (address) => ((address - begin) / size) * width;
    const bar = (from, to, y, tall, colour, least) => {
      const left = Math.max(x(from), 0), right = Math.min(Math.max(x(to), x(from) + least), width);
      if (right <= 0 || left >= width) return null;
      c.fillStyle = colour;
      c.fillRect(left, y, right - left, tall);
      return {left, right};
    };
    for (const region of regions) {
      const box = bar(region.begin, region.end, 24, 44, theme.colour(region.colour), 0.5);
      if (!box || box.right - box.left < 46) continue;
      c.fillStyle = theme.colour("ink");
      c.textAlign = "center";
      c.fillText(region.name, (box.left + box.right) / 2, 40);
      if (box.right - box.left > 90) c.fillText(unit(region.end - region.begin), (box.left + box.right) / 2, 56);
    }
    const blockColour = theme.colour("l2"), objectColour = theme.colour("l3");
    for (const area of model.areas)
      if (area.from <= state.step && state.step < area.to)
        bar(area.begin, area.begin + area.size, 74, 16, theme.colour("l1"), 1.5);
    for (const life of model.lives)
      if (life.from <= state.step && state.step < life.to && life.begin < begin + size && life.begin + life.size > begin)
        bar(life.begin, life.begin + life.size, life.what.startsWith("mm_page") ? 94 : 110, 13,
            life.what.startsWith("mm_page") ? blockColour : objectColour, 1.5);
    c.fillStyle = theme.colour("quiet");
    c.textAlign = "left";
    for (let i = 0; i <= 8; ++i) {
      const address = begin + (size * i) / 8;
      c.textAlign = i === 0 ? "left" : i === 8 ? "right" : "center";
      c.fillText(model.hex(Math.min(Math.floor(address), top - 1)), (width * i) / 8, height - 10);
      c.fillRect(Math.min((width * i) / 8, width - 1), 126, 1, 6);
    }
    const here = state.step < model.count ? model.addressOf(state.step) : null;
    if (here !== null) {
      const mark = x(here);
      c.fillStyle = theme.colour("bad");
      c.beginPath();
      c.moveTo(mark, 24); c.lineTo(mark - 7, 10); c.lineTo(mark + 7, 10);
      c.fill();
      c.fillRect(mark - 0.75, 24, 1.5, 100);
      c.textAlign = mark > width / 2 ? "right" : "left";
      c.fillText(model.hex(here), mark + (mark > width / 2 ? -12 : 12), 12);
    }
    range.textContent = `${model.hex(Math.floor(begin))}–${model.hex(Math.min(begin + size, top) - 1)}  (${unit(size)})`;
  };
  const picture = new Picture("map-canvas", draw);

  const look = (newBegin, newSize) => {
    size = Math.min(Math.max(newSize, 256), top);
    begin = Math.min(Math.max(newBegin, 0), top - size);
    picture.ask();
  };
  const zoom = (factor, part = 0.5) => look(begin + size * part * (1 - factor), size * factor);
  const on = (id, action) => document.getElementById(id).addEventListener("click", action);
  on("map-all", () => look(0, top));
  on("map-kernel", () => look(at("page_offset"), top - at("page_offset")));
  on("map-vmalloc", () => {
    const areas = model.areas;
    if (!areas.length) return look(at("vmalloc_start"), at("vmalloc_end") - at("vmalloc_start"));
    const low = Math.min(...areas.map((a) => a.begin)), high = Math.max(...areas.map((a) => a.begin + a.size));
    look(low - (high - low) * 0.05, (high - low) * 1.1);
  });
  on("map-here", () => { if (state.step < model.count) look(model.addressOf(state.step) - 32768, 65536); });
  on("map-in", () => zoom(0.5));
  on("map-out", () => zoom(2));
  const canvas = picture.canvas;
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, event.offsetX / canvas.clientWidth);
  }, {passive: false});
  let dragged = null;
  canvas.addEventListener("pointerdown", (event) => { dragged = event.clientX; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    if (dragged === null || !(event.buttons & 1)) return;
    look(begin - ((event.clientX - dragged) / canvas.clientWidth) * size, size);
    dragged = event.clientX;
  });
  canvas.addEventListener("keydown", (event) => {
    const actions = {"+": () => zoom(0.5), "=": () => zoom(0.5), "-": () => zoom(2),
                     ArrowLeft: () => look(begin - size / 8, size), ArrowRight: () => look(begin + size / 8, size)};
    if (!actions[event.key]) return;
    actions[event.key]();
    event.preventDefault();
    event.stopPropagation();
  });

  const update = () => {
    const region = (address) => (regions.find((r) => address >= r.begin && address < r.end) || {name: "reserved"}).name;
    if (state.step < model.count) {
      const address = model.addressOf(state.step);
      picture.describe(`Address space; the event is at ${model.hex(address)}, in ${region(address)}`);
    }
    picture.ask();
  };
  return {update, ask: () => picture.ask()};
})();
