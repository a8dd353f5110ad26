// The full check of the page allocator's invariants, for tests and `--verify`. Reads everything,
// changes nothing, takes time proportional to the RAM that was touched.
//
// Names what is broken: B1-B6 (free_lists.hpp), C1 (per_cpu_lists.hpp), Z1 (zone_boot.hpp) and
// G1  a block that is given out has a referenced first page, and its pages are on no free list.
#pragma once

#include <string>
#include <vector>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

struct PageAudit {
  std::vector<std::string> broken;  // one line for each violation, "B1: …"; at most 32
  // Frames of all zones by state; they add up to the frames that are present.
  std::uint32_t free = 0;      // buddy lists, deferred ones included
  std::uint32_t per_cpu = 0;   // per-CPU lists
  std::uint32_t given = 0;     // blocks that are in use
  std::uint32_t reserved = 0;  // PG_reserved, and frames of holes
  std::uint32_t other = 0;     // leaked, or single pages of a block that was taken apart
};

PageAudit audit(PageAllocator& pages);

}  // namespace mm32
