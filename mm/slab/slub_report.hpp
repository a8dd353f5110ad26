// Notices of the slab allocator that do not concern a single object.
//
// Text as Linux prints it; nothing here changes guest memory but the count of reports made.
// Linux 6.1 mm/slub.c slab_out_of_memory, mm/slab_common.c kmalloc_fix_flags.
#pragma once

#include "mm/slab/slab_context.hpp"

namespace mm32 {

/// Drops flags that no slab may have, with Linux's warning. Linux: kmalloc_fix_flags.
Gfp fix_flags(const SlabContext& ctx, Gfp gfp);

/// Linux: slab_out_of_memory. Deviation: ten reports a boot, not ten in five seconds.
void report_out_of_memory(const SlabContext& ctx, const KmemCache& s, Gfp gfp);

/// Free objects on the slabs of the node's partial list, counted up to a bound.
std::uint32_t count_free(const SlabContext& ctx, const KmemCacheNode& node);

/// Objects, free or not, on those slabs.
std::uint32_t count_partial_objects(const SlabContext& ctx, const KmemCacheNode& node);

}  // namespace mm32
