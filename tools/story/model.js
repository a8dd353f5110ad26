"use strict";
// The story as the page uses it: what was embedded, unpacked once. Nothing here touches the page.

const story = JSON.parse(document.getElementById("data").textContent);

const model = (() => {
  const raw = atob(story.steps);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; ++i) bytes[i] = raw.charCodeAt(i);
  const words = new Uint32Array(bytes.buffer);
  const count = story.count;
  const time = new Float64Array(count + 1);
  for (let i = 0; i < count; ++i) time[i + 1] = time[i] + words[4 * i + 1];

  const kind = (step) => story.kinds[words[4 * step] & 255];
  const place = (step) => story.places[words[4 * step] >>> 8];
  const a = (step) => words[4 * step + 2];
  const b = (step) => words[4 * step + 3];
  const text = (number) => story.texts[number];
  const hex = (value, digits = 8) => "0x" + value.toString(16).padStart(digits, "0");

  // The last entry of a sorted list whose step is not behind `step`; -1 when all are.
  const lastAt = (list, step, key = (item) => item.step) => {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (key(list[middle]) <= step) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const walks = story.walks.map(([step, address, placeNumber, access, check, error, path, notes]) => ({
    step, address, place: story.places[placeNumber], access: access & 3, user: access >= 4,
    check: check ? text(check) : "", error, path: story.paths[path], notes: notes.map(text),
  }));
  const areas = story.areas.map(([begin, size, from, to, name]) => ({begin, size, from, to, text: text(name)}));
  const log = story.log.map(([step, ns, level, line]) => ({step, ns, level, text: line}));

  // What is allocated when: from the events that make and free it.
  const makers = {
    kmalloc: "kfree", kmem_cache_alloc: "kmem_cache_free", mm_page_alloc: "mm_page_free", kmap_set: "kmap_clear",
  };
  const pageOffset = Number(story.machine.layout.page_offset);
  const lives = [];
  const open = new Map();
  for (let step = 0; step < count; ++step) {
    const name = kind(step);
    const isPage = name.startsWith("mm_page");
    const at = isPage ? pageOffset + a(step) * 4096 : a(step);
    if (makers[name]) {
      const size = isPage ? 4096 * 2 ** b(step) : name === "kmap_set" ? 4096 : b(step);
      const life = {begin: at, size, from: step, to: count, what: name};
      lives.push(life);
      open.set(makers[name] + at, life);
    } else if (open.has(name + at)) {
      open.get(name + at).to = step;
      open.delete(name + at);
    }
  }

  const words2 = {
    kmalloc: (s) => `${hex(a(s))}, ${b(s)} bytes`,
    kmem_cache_alloc: (s) => `${hex(a(s))}, ${b(s)} bytes`,
    mm_page_alloc: (s) => `frame ${hex(a(s), 1)}, order ${b(s)}`,
    mm_page_free: (s) => `frame ${hex(a(s), 1)}, order ${b(s)}`,
    page_split: (s) => `frame ${hex(a(s), 1)} down to order ${b(s)}`,
    page_merge: (s) => `frame ${hex(a(s), 1)} up to order ${b(s)}`,
    vmap_area_alloc: (s) => `${hex(a(s))}, ${b(s)} bytes`,
    vmap_area_free: (s) => `${hex(a(s))}, ${b(s)} bytes`,
    vma_store: (s) => `${hex(a(s))}, ${b(s)} bytes`,
    vma_mas_szero: (s) => `${hex(a(s))}, ${b(s)} bytes`,
    pte_set: (s) => `${hex(a(s))} becomes ${hex(b(s))}`,
    tlb_flush: (s) => (b(s) ? `${b(s)} pages from ${hex(a(s))}` : "everything"),
    kmap_set: (s) => `${hex(a(s))} maps frame ${hex(b(s), 1)}`,
    kmap: (s) => `${hex(a(s))} maps frame ${hex(b(s), 1)}`,
    page_fault_kernel: (s) => `${hex(a(s))}, error code ${b(s)}`,
    mm_vmscan_direct_reclaim_end: (s) => `${a(s)} pages`,
  };
  const describe = (step) => `${kind(step)} ${(words2[kind(step)] || ((s) => hex(a(s))))(step)}`;

  const addressOf = (step) => {
    const name = kind(step);
    if (name.startsWith("mm_page") || name.startsWith("page_")) {
      if (name !== "page_fault_kernel") return Math.min(pageOffset + a(step) * 4096, 0xffffffff);
    }
    return name.startsWith("mm_vmscan") ? 0 : a(step);
  };

  const seconds = (step) => {
    const us = time[Math.min(step, count)] / 1000;
    return us < 1000 ? `${us.toFixed(1)} µs` : `${(us / 1000).toFixed(3)} ms`;
  };

  return {count, kind, place, a, b, text, hex, lastAt, walks, areas, log, lives, describe, addressOf, seconds,
          samples: story.samples, pageOffset};
})();
