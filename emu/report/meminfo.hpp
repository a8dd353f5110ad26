// /proc/meminfo, in its exact format.
//
// Linux 6.1 fs/proc/meminfo.c, arch/x86/mm/pat/set_memory.c (DirectMap lines).
#pragma once

#include <string>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

/// What the other parts know and /proc/meminfo prints.
struct MeminfoFacts {
  Bytes vmalloc_total{};
  Bytes vmalloc_used{};
  Bytes percpu{};
  Pages swap_total{};
  Pages swap_free{};
  Pages committed{};
  Bytes direct_map_small{};  // mapped by 4 KB pages
  Bytes direct_map_large{};  // mapped by 4 MB (PAE: 2 MB) pages
};

std::string meminfo_report(const PageAllocator& pages, const MeminfoFacts& facts);

}  // namespace mm32
