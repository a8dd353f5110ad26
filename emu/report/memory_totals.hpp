// Sums over the zones that several reports need, by the kernel's rules.
//
// Linux 6.1 mm/page_alloc.c: si_meminfo, si_mem_available; mm/page-writeback.c:
// global_dirtyable_memory.
#pragma once

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

/// Pages. Linux: struct sysinfo as si_meminfo fills it.
struct MemoryTotals {
  std::uint64_t total;
  std::uint64_t free;
  std::uint64_t high_total;
  std::uint64_t high_free;
  std::uint64_t available;  // what a new program could get
};

MemoryTotals memory_totals(const PageAllocator& pages);

/// Pages that dirty data may be held in; highmem does not count.
std::uint64_t dirtyable_pages(const PageAllocator& pages);

}  // namespace mm32
