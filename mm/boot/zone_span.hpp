// Which frames belong to which zone, from the memory that there is.
//
// DMA is below 16 MiB, NORMAL reaches to the end of the direct map, HIGHMEM to the end of RAM;
// with `movablecore` the top of the highest of them becomes MOVABLE. The first zone begins at the
// first RAM frame (frame 1 on a PC). Spans may contain holes; `present` counts RAM only.
// Linux 6.1 mm/page_alloc.c: free_area_init, find_zone_movable_pfns_for_nodes.
#pragma once

#include <array>

#include "mm/abi/zone.hpp"
#include "mm/boot/memblock.hpp"

namespace mm32 {

inline constexpr Pfn kDmaEnd{4096};  // Linux: MAX_DMA_PFN

struct ZoneSpans {
  std::array<PfnRange, kZones> zones;
  ZoneIndex movable_zone;  // the zone whose top MOVABLE is or would be. Linux: movable_zone
};

/// The zones of a machine; `movablecore` frames at least shall be MOVABLE (0: no such zone).
ZoneSpans zone_spans(const Memblock& memblock, Pages movablecore);

/// RAM frames in `range`.
Pages present_pages(const Memblock& memblock, PfnRange range);

}  // namespace mm32
