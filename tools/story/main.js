// One moment for all pictures: the step, and what changes it.

const show = (() => {
  const element = (id) => document.getElementById(id);
  const slider = element("time");
  const last = Math.max(model.count - 1, 0);
  let playing = 0;
  slider.max = last;

  const update = () => {
    slider.value = state.step;
    const text = model.count
      ? `event ${state.step + 1} of ${model.count}, ${model.seconds(state.step + 1)}: ${model.describe(state.step)}`
      : "nothing happened in this run";
    element("now").textContent = text;
    slider.setAttribute("aria-valuetext", text);
    if (!model.count) return;
    for (const part of [player, map, vmap, slab, lists]) part.update();
    buddy.ask();
  };
  // `level` of the walk that is shown: all of it, unless somebody goes through the levels.
  const step = (wanted, level = 9) => {
    state.level = level;
    state.step = Math.min(Math.max(wanted, 0), last);
    update();
  };

  const stop = () => {
    clearInterval(playing);
    playing = 0;
    element("play").setAttribute("aria-pressed", "false");
  };
  // A run of any length is played in half a minute, a short one slowly enough to be read.
  const play = () => {
    if (playing) { stop(); return; }
    const stride = Math.max(1, Math.round(model.count / 600));
    if (state.step === last) step(0);
    playing = setInterval(() => { if (state.step >= last) stop(); else step(state.step + stride); }, 60);
    element("play").setAttribute("aria-pressed", "true");
  };

  window.addEventListener("hashchange", () => { if (Number(location.hash.slice(1)) >= 0) step(Number(location.hash.slice(1))); });

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const setTheme = (name) => {
    document.documentElement.dataset.theme = name;
    element("theme").setAttribute("aria-pressed", String(name === "dark"));
    slab.make();
    update();
  };

  const keys = {
    ArrowRight: () => step(state.step + 1), ArrowLeft: () => step(state.step - 1),
    ArrowDown: () => player.levelNext(), ArrowUp: () => player.levelBack(),
    PageDown: () => player.next(), PageUp: () => player.back(),
    Home: () => step(0), End: () => step(last), " ": play,
  };
  const start = () => {
    element("summary").textContent =
      `${(story.machine.memory / 2 ** 20).toFixed(0)} MB${story.machine.pae ? ", PAE" : ""} · ${model.count} events · ` +
      `${model.walks.length} page walks · ${model.seconds(model.count)} of virtual time` +
      (story.complete ? "" : " · the run went on after that");
    for (const [id, action] of [["first", keys.Home], ["back", keys.ArrowLeft], ["next", keys.ArrowRight],
                                ["last", keys.End], ["play", play]])
      element(id).addEventListener("click", action);
    slider.addEventListener("input", () => step(Number(slider.value)));
    element("theme").addEventListener("click", () =>
      setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
    dark.addEventListener("change", () => setTheme(dark.matches ? "dark" : "light"));
    document.addEventListener("keydown", (event) => {
      const tag = event.target.tagName;
      if (event.ctrlKey || event.altKey || event.metaKey || tag === "SELECT" || tag === "INPUT" && event.target.type !== "range") return;
      if (tag === "BUTTON" && event.key === " ") return;
      if (event.target.id === "code-source" && (event.key === "ArrowUp" || event.key === "ArrowDown")) return;
      if (!keys[event.key]) return;
      keys[event.key]();
      event.preventDefault();
    });
    // #120 in the page's address is a moment; else the first walk that code of a module makes.
    const first = model.walks.find((walk) => walk.place[2] >= 0);
    const wanted = Number(location.hash.slice(1));
    state.step = Math.min(location.hash.length > 1 && wanted >= 0 ? wanted : first ? first.step : 0, last);
    setTheme(dark.matches ? "dark" : "light");
  };
  return {step, start};
})();

show.start();
