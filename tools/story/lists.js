// The lists of events and of the kernel's log: only the rows around the present step exist.

const lists = (() => {
  const rows = 13;
  const events = document.getElementById("event-list");
  const log = document.getElementById("log-list");

  const eventRow = (step) => {
    const row = document.createElement("li");
    row.textContent = `${String(step).padStart(6)}  ${model.seconds(step + 1).padStart(11)}  ${model.describe(step)}  ${model.text(model.place(step)[0])}`;
    if (step === state.step) row.setAttribute("aria-current", "step");
    if (step > state.step) row.className = "later";
    row.addEventListener("click", () => show.step(step));
    return row;
  };

  const logRow = (line) => {
    const row = document.createElement("li");
    row.textContent = `[${(line.ns / 1e9).toFixed(6).padStart(12)}] ${line.text}`;
    if (line.step > state.step) row.classList.add("later");
    if (line.level <= 3) row.classList.add("alarm");
    return row;
  };

  const update = () => {
    const first = Math.max(0, Math.min(state.step - Math.floor(rows / 2), model.count - rows));
    const shown = [];
    for (let step = first; step < Math.min(first + rows, model.count); ++step) shown.push(eventRow(step));
    events.replaceChildren(...shown);

    const last = model.lastAt(model.log, state.step);
    const from = Math.max(0, last - 150);
    log.replaceChildren(...model.log.slice(from, last + 51).map(logRow));
    const here = log.children[last - from];
    if (here) {
      here.setAttribute("aria-current", "step");
      log.scrollTop = here.offsetTop - log.offsetTop - log.clientHeight + 40;
    }
  };

  // The next step whose line has the text, from the present one on and around the end.
  document.getElementById("find").addEventListener("keydown", (event) => {
    event.stopPropagation();
    const wanted = event.target.value.trim().toLowerCase();
    if (event.key !== "Enter" || !wanted) return;
    for (let i = 1; i <= model.count; ++i) {
      const step = (state.step + i) % model.count;
      const line = `${model.describe(step)} ${model.text(model.place(step)[0])}`.toLowerCase();
      if (line.includes(wanted)) { show.step(step); return; }
    }
  });
  return {update};
})();
