// A full sweep over the slab allocator: do its structures say what they must?
//
// Reads every cache, every slab and every free list in guest memory, and every struct page for
// PG_slab; for tests and --verify. Changes nothing, and survives any damage.
// Checked: R1 of cache_registry.hpp; P1 of slab_pages.hpp; N1, N2 of node_lists.hpp; S1, S3 of
// slub.hpp; and
// A1  each frame with PG_slab belongs to a cache on the list, which counts it.
#pragma once

#include <string>
#include <vector>

#include "mm/slab/slab.hpp"

namespace mm32 {

struct SlabAudit {
  std::vector<std::string> broken{};  // one sentence a violation, named by its invariant
  std::uint32_t caches = 0;
  std::uint32_t slabs = 0;
  std::uint32_t objects = 0;
  std::uint32_t used = 0;  // objects that no free list reaches
};

SlabAudit audit(const Slab& slab);

}  // namespace mm32
