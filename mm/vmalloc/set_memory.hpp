// Changing the rights and the caching of kernel pages: set_memory_ro, _rw, _x, _nx, _uc, _wc, _wb,
// and taking freed pages out of the direct map (debug_pagealloc).
//
// A page of the vmalloc area that is lowmem has an alias in the direct map; rights other than NX
// are changed there too. Large pages are split where a change covers part of one. The kernel's
// rodata stays read-only whatever is asked for. Every change flushes. Source: Linux 6.1
// arch/x86/mm/pat/set_memory.c (change_page_attr_set_clr, __change_page_attr, static_protections,
// __kernel_map_pages). Deviation: split pages are not joined again.
#pragma once

#include <functional>
#include <utility>

#include "mm/vmalloc/vmalloc.hpp"

namespace mm32 {

enum class Presence : std::uint8_t { kAbsent, kPresent };

class SetMemory {
 public:
  /// `flush_unused_kmaps` drops the mappings of highmem pages that nobody uses any more.
  explicit SetMemory(
      Vmalloc& vmalloc, std::function<void()> flush_unused_kmaps = [] {})
      : vmalloc_(vmalloc), flush_unused_kmaps_(std::move(flush_unused_kmaps)) {}

  // Each works on whole pages from `va`. Errors: kFault (a page is not mapped; those before it are
  // changed), kNoMem (a split needed a table).
  Result<void> set_ro(VirtAddr va, Pages n) { return change(va, n, {}, PteFlags::kWrite); }
  Result<void> set_rw(VirtAddr va, Pages n) { return change(va, n, PteFlags::kWrite, {}); }
  Result<void> set_x(VirtAddr va, Pages n) { return change(va, n, {}, PteFlags::kNx); }
  Result<void> set_nx(VirtAddr va, Pages n) { return change(va, n, PteFlags::kNx, {}); }
  /// Not present, and not global any more. Linux: set_memory_np.
  Result<void> set_np(VirtAddr va, Pages n) {
    return change(va, n, {}, PteFlags::kPresent | PteFlags::kGlobal);
  }
  /// Linux: set_memory_uc (UC-), _wc, _wt, _wb.
  Result<void> set_cache(VirtAddr va, Pages n, CacheMode mode) {
    return change(va, n, cache_bits(mode), PteFlags::kCacheMask & ~cache_bits(mode));
  }
  /// Linux: set_pages_ro and friends are set_memory_* of the frame's direct-map page.
  Result<void> change(VirtAddr va, Pages n, PteFlags set, PteFlags clear);

  /// Maps or unmaps lowmem frames in the direct map, which must have 4 KB pages there; highmem is
  /// ignored. Linux: __kernel_map_pages.
  void kernel_map_pages(Pfn first, Pages n, Presence presence);

 private:
  Result<void> change_page(VirtAddr va, PteFlags set, PteFlags clear, FlushBatch& batch);
  Result<void> change_alias(VirtAddr va, PteFlags set, PteFlags clear, FlushBatch& batch);
  Pages whole_large_page(VirtAddr va, Pages left) const;
  PteFlags forbidden(VirtAddr va, std::uint64_t entry, PteFlags set) const;

  Vmalloc& vmalloc_;
  std::function<void()> flush_unused_kmaps_;
};

}  // namespace mm32
