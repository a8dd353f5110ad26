// How many objects of a cache are in use at this moment, exactly.
//
// /proc/slabinfo counts every object of the CPU's slabs as active; here what lies on the CPU's free
// lists is free. Read from guest memory; lists are bounded by what the cache says it has.
#pragma once

#include "mm/slab/slab.hpp"

namespace mm32::emu {

struct SlabUsage {
  std::uint32_t used = 0;
  std::uint32_t objects = 0;
};

SlabUsage slab_usage(const SlabContext& ctx, const KmemCache& cache);

}  // namespace mm32::emu
