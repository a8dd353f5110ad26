// What the allocation tracker knows of one allocation: facts of its event and who made it.
#pragma once

#include <cstdint>

#include "emu/leaks/call_stacks.hpp"
#include "mm/base/types.hpp"

namespace mm32::emu {

enum class AllocationKind : std::uint8_t {
  kObject,       // kmalloc and its family
  kCacheObject,  // kmem_cache_alloc
  kPages,        // alloc_pages and its family
  kArea,         // vmalloc, vmap, ioremap: an area of kernel addresses
  kRamMap,       // vm_map_ram
  kCache,        // kmem_cache_create
  kKmap,         // kmap: one user of a slot
  kKmapLocal,    // kmap_local, kmap_atomic
};

struct Allocation {
  std::uint32_t key = 0;  // the address; of kPages the frame number
  AllocationKind kind = AllocationKind::kObject;
  std::uint8_t order = 0;          // kPages
  std::uint16_t export_index = 0;  // the host call that made it
  std::uint32_t bytes = 0;         // as asked for
  std::uint32_t allocated = 0;     // as given
  std::uint32_t cache = 0;         // kCacheObject, kCache: address of the struct kmem_cache
  StackId stack = kUnknownStack;
  std::uint64_t sequence = 0;  // order in which allocations were made

  /// The first address; of highmem pages, which have none, one behind lowmem.
  std::uint64_t begin() const {
    return kind == AllocationKind::kPages ? kPageOffset + phys_of(Pfn(key)).raw() : key;
  }
};

struct FreedAllocation {
  Allocation allocation{};
  StackId freed_by = kUnknownStack;
};

}  // namespace mm32::emu
