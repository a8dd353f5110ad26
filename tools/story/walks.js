// The player of page walks: one walk, level by level, with the instruction that caused it.

const player = (() => {
  const element = (id) => document.getElementById(id);
  const pae = story.machine.pae;
  const flagNames = [[0, "present"], [1, "writable"], [2, "user"], [3, "write-through"], [4, "cache-disable"],
                     [5, "accessed"], [6, "dirty"], [7, "large"], [8, "global"], [63, "no-execute"]];
  const tableName = {3: "Page directory pointers", 2: "Page directory", 1: "Page table"};
  const indexName = {3: "pointer", 2: "directory entry", 1: "table entry"};
  const shift = (level) => (pae ? {3: 30, 2: 21, 1: 12} : {2: 22, 1: 12})[level];
  const accessName = ["read", "write", "execute"];

  // { levels: [{level, index, at, entry}], page, size }: of what story.hpp calls a path.
  const unpack = (path) => {
    const levels = [];
    let i = 1;
    while (i + 4 <= path.length && (path.length - i !== 2))
      levels.push({level: path[i++], index: path[i++], at: path[i++], entry: BigInt(path[i++])});
    return {cr3: path[0], levels, page: path[i], size: path[i + 1]};
  };

  const node = (tag, text, name) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (name) made.className = name;
    return made;
  };

  const bits = (walk, parts) => {
    const binary = walk.address.toString(2).padStart(32, "0");
    let high = 32;
    const cut = (low, label, name) => {
      const part = node("span", binary.slice(32 - high, 32 - low), name);
      part.append(node("small", label));
      high = low;
      return part;
    };
    const spans = parts.levels.map((l) => cut(shift(l.level), `${indexName[l.level]} ${l.index}`, "c" + l.level));
    if (high > 0) spans.push(cut(0, parts.page === undefined ? "not used" : `offset 0x${(walk.address % 2 ** high).toString(16)}`, "c0"));
    return spans;
  };

  // What a bit means depends on the level, and on whether the entry is of a page or of a table.
  const flagName = (l, bit, name, large) => {
    if (bit === 7 && l.level === 1) return "pat";
    if (l.level === 2 && !large && (bit === 6 || bit === 8)) return `${name} (ignored)`;
    return l.level === 3 && ![0, 3, 4].includes(bit) ? `${name} (reserved)` : name;
  };

  const levelBox = (l, refused) => {
    const box = node("li");
    box.append(node("b", `${tableName[l.level]} [${l.index}]`, "c" + l.level));
    box.append(node("code", `at ${model.hex(l.at)}`), node("br"), node("code", `= ${"0x" + l.entry.toString(16).padStart(pae ? 16 : 8, "0")}`));
    const flags = node("div", undefined, "flags");
    const has = (bit) => ((l.entry >> BigInt(bit)) & 1n) !== 0n;
    for (const [bit, name] of flagNames) {
      if (has(bit) && (has(0) || bit === 0)) flags.append(node("i", flagName(l, bit, name, has(7))));
      else if (bit === 0 || (bit < 3 && has(0) && l.level < 3)) flags.append(node("i", name, "no"));
    }
    box.append(flags);
    if (refused) box.classList.add("refused");
    return box;
  };

  const source = (place) => {
    const [, instruction, file, line] = place;
    element("code-where").textContent = model.text(place[0]);
    element("code-instruction").textContent = instruction ? model.text(instruction) : "(the CPU itself)";
    const holder = element("code-source");
    const known = file >= 0 && story.sources[file].text;
    holder.hidden = !known;
    if (!known) return;
    if (holder.dataset.file !== String(file)) {
      holder.replaceChildren(...story.sources[file].text.split("\n").map((text, i) => {
        const row = node("div", text || " ");
        row.dataset.line = i + 1;
        return row;
      }));
      holder.dataset.file = file;
      holder.setAttribute("aria-label", `Source of ${story.sources[file].name}`);
    }
    for (const row of holder.querySelectorAll(".here")) row.classList.remove("here");
    const here = holder.children[line - 1];
    if (!here) return;
    here.classList.add("here");
    holder.scrollTop = here.offsetTop - holder.clientHeight / 2;
    element("code-where").textContent += ` (${story.sources[file].name}:${line})`;
  };

  // The walk of the present step, else the last one before it.
  const current = () => Math.max(0, model.lastAt(model.walks, state.step));

  const update = () => {
    if (!model.walks.length) { element("walk-what").textContent = "This run made no page walk."; return; }
    const number = current(), walk = model.walks[number], parts = unpack(walk.path);
    const stages = parts.levels.length + 2;
    state.level = Math.min(state.level, stages - 1);
    element("walk-number").textContent = `${number + 1} of ${model.walks.length}`;
    element("walk-what").textContent =
      `${accessName[walk.access]} at ${model.hex(walk.address)} from ring ${walk.user ? 3 : 0} — ${walk.notes[0] || ""}`;
    element("walk-bits").replaceChildren(...bits(walk, parts));
    const cr3 = node("li");
    cr3.append(node("b", "CR3"), node("code", model.hex(parts.cr3)));
    const boxes = [cr3, ...parts.levels.map((l, i) => levelBox(l, walk.check && i === parts.levels.length - 1))];
    const end = node("li");
    if (parts.page === undefined) {
      end.append(node("b", `#PF, error code ${walk.error}`), node("span", walk.check));
      end.classList.add("refused");
    } else {
      const mask = parts.size - 1;
      const physical = parts.page + (walk.address & 4095);
      end.append(node("b", `Frame ${model.hex(parts.page / 4096, 1)}`), node("code", `byte at ${model.hex(physical)}`),
                 node("br"), node("span", `${mask >= 2 ** 20 ? parts.size / 2 ** 20 + " MB" : "4 KB"} page`));
    }
    boxes.push(end);
    boxes.forEach((box, i) => {
      box.classList.toggle("later", i > state.level);
      box.classList.toggle("here", i === state.level);
      if (i === state.level) box.setAttribute("aria-current", "step");
    });
    element("walk-levels").replaceChildren(...boxes);
    const result = element("walk-result");
    result.classList.toggle("bad", Boolean(walk.check));
    result.textContent = walk.check ? `Refused: ${walk.check}. Error code ${walk.error}.`
      : `Granted: ${model.hex(walk.address)} is physical ${model.hex(parts.page + (walk.address & 4095))}.`;
    element("walk-notes").replaceChildren(...walk.notes.slice(1).map((text) => node("li", text)));
    source(walk.place);
  };

  const goTo = (number, level) => {
    if (!model.walks.length) return;
    const walk = model.walks[Math.min(Math.max(number, 0), model.walks.length - 1)];
    show.step(walk.step, level);
  };
  const stagesNow = () => (model.walks.length ? unpack(model.walks[current()].path).levels.length + 2 : 1);
  const actions = {
    back: () => { goTo(current() - (model.walks[current()]?.step === state.step ? 1 : 0)); },
    next: () => { goTo(current() + (model.walks[current()]?.step <= state.step ? 1 : 0)); },
    // Through the levels of a walk, and on to the next one.
    levelNext: () => {
      if (state.level + 1 < stagesNow()) { state.level += 1; update(); return; }
      if (current() + 1 >= model.walks.length) return;
      goTo(current() + 1, 0);
    },
    levelBack: () => {
      if (state.level > 0) { state.level -= 1; update(); return; }
      if (current() === 0) return;
      goTo(current() - 1);
    },
  };
  element("walk-back").addEventListener("click", actions.back);
  element("walk-next").addEventListener("click", actions.next);
  element("level-back").addEventListener("click", actions.levelBack);
  element("level-next").addEventListener("click", actions.levelNext);
  return {update, ...actions};
})();
