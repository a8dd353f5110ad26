// Temporary mappings: kmap_local and, with counters kept by guest code, kmap_atomic.
#include <algorithm>
#include <cstring>

#include "mm/highmem/highmem.hpp"

namespace mm32 {
namespace {

constexpr unsigned kLocksHeld = 1;  // preemption is off where the checks are

constexpr WarnSite kOutOfOrder{"mm/highmem.c", 610, "kunmap_local_indexed+0xd8/0xf0"};
constexpr WarnSite kUserAddress{"mm/highmem.c", 604, "kunmap_local_indexed+0xc8/0xf0"};
constexpr WarnSite kToPagePkmap{"mm/highmem.c", 162, "__kmap_to_page+0x4c/0x130"};
constexpr WarnSite kToPageLocal{"mm/highmem.c", 167, "__kmap_to_page+0x95/0x130"};

// The slot of nesting level `idx` on CPU 0.
constexpr VirtAddr slot_at(int idx) {
  return VirtAddr(fix_to_virt(FixmapIndex::kKmapBegin).raw() -
                  static_cast<std::uint32_t>(idx) * kPageSize);
}

template <PagingPolicy P>
std::uint64_t exchange(std::byte* table, VirtAddr va, std::uint64_t entry) {
  std::byte* const at = table + table_index<P>(va, 1) * sizeof(typename P::Entry);
  typename P::Entry before = 0;
  const auto after = static_cast<typename P::Entry>(entry);
  std::memcpy(&before, at, sizeof before);
  std::memcpy(at, &after, sizeof after);
  return before;
}

}  // namespace

// Writes the entry of a temporary slot and returns what was there. All slots of a task lie in one
// level-1 table, which exists since boot and stays; Linux keeps a pointer to it as well.
std::uint64_t Highmem::exchange_slot(VirtAddr va, std::uint64_t entry) {
  if (kmap_table_ == nullptr) {
    const EntryRef ref = parts_.kernel.lookup(va);
    MM_CHECK(ref.level == 1);
    const PhysAddr table(align_down(ref.entry_pa.raw(), kPageSize));
    kmap_table_ = parts_.context.ram.host(table, Bytes(kPageSize));
    MM_CHECK(kmap_table_ != nullptr);
  }
  return parts_.kernel.mode() == PagingMode::kPae ? exchange<Pae>(kmap_table_, va, entry)
                                                  : exchange<TwoLevel>(kmap_table_, va, entry);
}

Outcome<VirtAddr> Highmem::kmap_local_pfn(VirtAddr ctrl_va, Pfn pfn, PteFlags prot) {
  KmapCtrl& ctrl = ctrl_at(ctrl_va);
  const int idx = ctrl.idx;
  ctrl.idx = static_cast<std::int32_t>(static_cast<std::uint32_t>(idx) + 1);
  if (idx < 0 || idx + 1 >= static_cast<int>(KmapCtrl::kMax))
    return bug("mm/highmem.c", 467, "__kmap_local_pfn_prot", kLocksHeld);
  const VirtAddr va = slot_at(idx);
  if (parts_.kernel.lookup(va).entry != 0)
    return bug("mm/highmem.c", 543, "__kmap_local_pfn_prot", kLocksHeld);
  const PagingMode mode = parts_.kernel.mode();
  const std::uint64_t entry = phys_of(pfn).raw() | raw(supported(prot, mode));
  set_slot(va, entry);
  ctrl.set_entry(mode, static_cast<unsigned>(idx), entry);
  parts_.context.events.emit(event::KmapSet{va, pfn});
  return va;
}

Outcome<VirtAddr> Highmem::kmap_local_page(VirtAddr ctrl, GuestPtr<Page> page, PteFlags prot) {
  const Pfn pfn = parts_.pages.pfn_of_page(page);
  if (!is_highmem(page)) return direct_map_va(phys_of(pfn));
  return kmap_local_pfn(ctrl, pfn, prot);
}

Outcome<std::optional<VirtAddr>> Highmem::kunmap_local(VirtAddr ctrl_va, VirtAddr va) {
  const VirtAddr page = page_floor(va);
  if (page < parts_.space.fix_kmap_end_va || page > parts_.space.fix_kmap_begin_va) {
    if (page.raw() < kPageOffset && first_time(highmem_warning::kUnmapUser))
      parts_.context.diagnostics.warning(kUserAddress, "");
    return std::nullopt;
  }
  KmapCtrl& ctrl = ctrl_at(ctrl_va);
  // A damaged count wraps, as on the chip.
  const int top = static_cast<int>(static_cast<std::uint32_t>(ctrl.idx) - 1u);
  if (top < -1 || top >= static_cast<int>(KmapCtrl::kMax))
    return bug("mm/highmem.c", 479, "kunmap_local_indexed", kLocksHeld);
  if (page != slot_at(top) && first_time(highmem_warning::kUnmapOrder))
    parts_.context.diagnostics.warning(kOutOfOrder, "");
  // The kernel clears the entry of the last mapping even when another address was given.
  exchange_slot(slot_at(top), 0);
  ctrl.idx = top;
  if (top < 0) return bug("mm/highmem.c", 479, "kunmap_local_indexed", kLocksHeld);
  ctrl.set_entry(parts_.kernel.mode(), static_cast<unsigned>(top), 0);
  parts_.context.events.emit(event::KmapClear{page});
  return page;
}

void Highmem::forget_local_mappings(VirtAddr ctrl_va) {
  KmapCtrl& ctrl = ctrl_at(ctrl_va);
  if (ctrl.idx == 0) return;
  const int used = std::clamp(ctrl.idx, 0, static_cast<int>(KmapCtrl::kMax));
  for (int i = 0; i < used; ++i) {
    exchange_slot(slot_at(i), 0);
    ctrl.set_entry(parts_.kernel.mode(), static_cast<unsigned>(i), 0);
  }
  ctrl.idx = 0;
  parts_.context.tlb.flush_all();
}

GuestPtr<Page> Highmem::kmap_to_page(VirtAddr ctrl_va, VirtAddr va) {
  const auto page_of = [this](PhysAddr pa) { return guest_ptr(parts_.pages.page(pfn_of(pa))); };
  if (slot_of(va)) {
    if (first_time(highmem_warning::kToPagePkmap))
      parts_.context.diagnostics.warning(kToPagePkmap, "");
    const auto pa = parts_.kernel.translate(va);
    if (pa && parts_.pages.pfn_valid(pfn_of(*pa))) return page_of(*pa);
  }
  const VirtAddr page = page_floor(va);
  // As in Linux the highest slot, the first one of CPU 0, is not looked at.
  if (page >= parts_.space.fix_kmap_end_va && page < parts_.space.fix_kmap_begin_va) {
    if (first_time(highmem_warning::kToPageLocal))
      parts_.context.diagnostics.warning(kToPageLocal, "");
    const auto pa = parts_.kernel.translate(va);
    if (pa && ctrl_at(ctrl_va).idx > 0 && parts_.pages.pfn_valid(pfn_of(*pa))) return page_of(*pa);
  }
  const Pfn linear = pfn_of(direct_map_pa(va));
  const VirtAddr first = guest_ptr(parts_.pages.page(Pfn(0))).va();
  return GuestPtr<Page>(first + Bytes(std::uint64_t{linear.raw()} * sizeof(Page)));
}

}  // namespace mm32
