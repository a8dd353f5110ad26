// All exports of the host, in the order of their stubs. One array a family, each in a file of its
// own; a new family is a line here and a line in registry.cpp.
#pragma once

#include <span>
#include <vector>

#include "emu/export/context.hpp"

namespace mm32::emu {

std::span<const KernelExport> internal_exports();        // mm32_*: the resident kernel's own calls
std::span<const KernelExport> page_alloc_exports();      // alloc_pages and its family
std::span<const KernelExport> memory_counter_exports();  // si_meminfo, vmstat
std::span<const KernelExport> slab_exports();            // kmalloc, kmem_cache
std::span<const KernelExport> vmalloc_exports();         // vmalloc, vmap
std::span<const KernelExport> ioremap_exports();         // ioremap, memremap
std::span<const KernelExport> highmem_exports();         // kmap, page_address
std::span<const KernelExport> paging_exports();          // set_memory, lookup_address, TLB flushes
std::span<const KernelExport> resource_exports();        // what the board occupies
std::span<const KernelExport> kprobe_exports();          // what probes in code need

/// What the calls of a family give to their caller, who has to undo it.
enum class HandsOut : std::uint8_t {
  kNothing,
  kPages,    // alloc_pages
  kObjects,  // kmalloc, kmem_cache_alloc, kmem_cache_create
  kAreas,    // vmalloc, vmap, ioremap
  kKmaps,    // kmap, kmap_local
};

/// For each of all_exports(), in the same order.
std::vector<HandsOut> export_roles();

/// Every family, one after the other. Aborts (MM_CHECK) when two have the same name.
std::vector<KernelExport> all_exports();

}  // namespace mm32::emu
