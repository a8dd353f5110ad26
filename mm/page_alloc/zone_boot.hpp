// Brings the zones up from what the boot left: the step between Memblock and PageAllocator.
//
// Lays out mem_map and the zones' fields, frees all memory that is not reserved (whole sections are
// deferred, see FreeLists), then sets the watermarks. With `--reserved` further frames are taken,
// lowest first, until present - managed of a zone is the given number.
// Z1  for every zone: free = managed <= present <= spanned.
// Linux 6.1 mm/page_alloc.c: free_area_init_core; mm/memblock.c: memblock_free_all.
#pragma once

#include "mm/boot/zone_span.hpp"
#include "mm/page_alloc/free_lists.hpp"

namespace mm32 {

/// All of it. Errors as PageAllocator::create.
Result<FreeLists> boot_zones(const MmContext& context, Memblock& memblock);

}  // namespace mm32
