// The fixmap: pages at fixed addresses for fixed purposes, and the early ioremap slots among them.
//
// State: the page tables, and FixmapState (which early slots are taken) in guest RAM. Setting or
// clearing an entry flushes its page.
// Source: Linux 6.1 arch/x86/mm/pgtable.c (__native_set_fixmap), mm/early_ioremap.c.
#pragma once

#include <optional>

#include "mm/context.hpp"
#include "mm/layout/address_space.hpp"
#include "mm/paging/page_tables.hpp"
#include "mm/vmalloc/environment.hpp"

namespace mm32 {

inline constexpr unsigned kEarlySlots = 8;       // Linux: FIX_BTMAPS_SLOTS
inline constexpr unsigned kEarlySlotPages = 64;  // Linux: NR_FIX_BTMAPS

/// Linux: prev_map and prev_size of mm/early_ioremap.c.
struct FixmapState {
  std::uint32_t prev_map[kEarlySlots];
  std::uint32_t prev_size[kEarlySlots];
};

class Fixmap {
 public:
  /// Allocates the state. Errors: kNoMem.
  static Result<Fixmap> create(const MmContext& context, PageTables& kernel, ObjectSource& objects);
  Fixmap(const MmContext& context, PageTables& kernel, VirtAddr state)
      : context_(context), kernel_(kernel), state_(context.ram.at<FixmapState>(state)) {}

  /// Linux: __set_fixmap. An index behind the last one is a BUG.
  Outcome<VirtAddr> set(FixmapIndex index, PhysAddr pa, PteFlags flags);
  /// Linux: clear_fixmap.
  Outcome<void> clear(FixmapIndex index);
  /// Linux: fix_to_virt and virt_to_fix, with their BUGs.
  static Outcome<VirtAddr> to_virt(FixmapIndex index);
  static Outcome<FixmapIndex> to_index(VirtAddr va);

  /// Maps up to 64 pages in a free early slot. Errors (each with the kernel's warning): kNoMem (no
  /// slot), kInval (empty, wrapping or too large). Linux: early_ioremap.
  Result<VirtAddr> early_ioremap(PhysAddr pa, Bytes size, PteFlags flags);
  /// `size` must be what was mapped. Linux: early_iounmap.
  void early_iounmap(VirtAddr va, Bytes size);

 private:
  void write(VirtAddr va, std::uint64_t entry);
  static FixmapIndex first_index(unsigned slot) {
    return FixmapIndex(raw(FixmapIndex::kBtmapBegin) - kEarlySlotPages * slot);
  }

  const MmContext& context_;
  PageTables& kernel_;
  FixmapState& state_;
};

}  // namespace mm32
