// Taking areas of addresses away: the mapping at once, the addresses lazily, the pages.
#include <algorithm>
#include <optional>
#include <tuple>

#include "mm/vmalloc/vmalloc.hpp"

namespace mm32 {
namespace {

constexpr WarnSite kBadAddress{"mm/vmalloc.c", 2695, "__vunmap+0x29d/0x2d0"};
constexpr WarnSite kNoSuchArea{"mm/vmalloc.c", 2701, "__vunmap+0x6d/0x2d0"};
constexpr WarnSite kOddEntry{"mm/vmalloc.c", 337, "__vunmap_range_noflush+0xf0/0x140"};

constexpr Pages whole_pages(Bytes size) { return pages_for(size); }
Pages usable_pages(const VmStruct& area) { return whole_pages(area.usable()); }

}  // namespace

void Vmalloc::unmap_range(VirtAddr va, Pages pages) {
  FlushBatch batch(parts_.context.tlb);
  // 4 KB entries only: nothing here is ever split, so no memory is needed.
  MM_CHECK(parts_.kernel.unmap_each(va, pages, batch, [&](VirtAddr, std::uint64_t entry) {
    if (!leads_to_frame(entry)) parts_.context.diagnostics.warning(kOddEntry, "");
  }));
  if (policy_ == FlushPolicy::kEager)
    batch.commit();
  else
    batch.hand_over();
}

void Vmalloc::free_unmap(VmapArea& area) {
  retire(area);
  if (areas_.wants_purge()) purge();
}

void Vmalloc::retire(VmapArea& area) {
  const VirtAddr begin(area.va_start);
  const Bytes size(area.size());
  unmap_range(begin, whole_pages(size));
  areas_.free_lazy(area);
  parts_.context.events.emit(event::VmapFree{begin, size});
}

bool Vmalloc::remove_vm_area(VirtAddr addr) {
  VmapArea* const area = areas_.find(addr);
  if (area == nullptr || !area->has_vm_struct()) return false;
  area->vm = 0;
  free_unmap(*area);
  return true;
}

void Vmalloc::free_vm_area(VmStruct& area) {
  MM_CHECK(remove_vm_area(VirtAddr(area.addr)));
  free_struct(area);
}

// The frame that an array names; none when a guest has damaged the pointer.
std::optional<Pfn> Vmalloc::frame_at(VirtAddr array, std::uint32_t index) const {
  const GuestPtr<Page> page = page_at(array, index);
  const Pfn pfn = parts_.pages.pfn_of_page(page);
  if (!page || !parts_.pages.pfn_valid(pfn) || guest_ptr(parts_.pages.page(pfn)) != page)
    return std::nullopt;
  return pfn;
}

// Gives back the pages of an area and the array that names them.
void Vmalloc::free_backing(VmStruct& area) {
  const VirtAddr array(area.pages);
  std::uint32_t freed = 0;
  for (std::uint32_t i = 0; i < std::min(area.nr_pages, area.size >> kPageShift); ++i) {
    const std::optional<Pfn> pfn = frame_at(array, i);
    if (!pfn) continue;
    parts_.pages.free_pages(*pfn, Order(0));
    ++freed;
  }
  if ((area.flags & vm_flag::kMapPutPages) == 0)
    areas_.state().nr_vmalloc_pages -= std::min(freed, areas_.state().nr_vmalloc_pages);
  free_page_array(array, usable_pages(area).raw());
}

// The pages' entries in the direct map, which followed the area's rights, are as at boot but for
// the global bit, which goes when they are taken out for a moment. Linux: set_area_direct_map.
void Vmalloc::reset_direct_map(const VmStruct& area) {
  FlushBatch batch(parts_.context.tlb);
  for (std::uint32_t i = 0; i < std::min(area.nr_pages, area.size >> kPageShift); ++i) {
    const std::optional<Pfn> pfn = frame_at(VirtAddr(area.pages), i);
    if (!pfn || *pfn >= parts_.space.max_low_pfn) continue;
    // Without memory for the table of a split the entry stays as it is, as in Linux.
    std::ignore =
        parts_.kernel.protect(direct_map_va(phys_of(*pfn)), Pages(1),
                              PteFlags::kPresent | PteFlags::kWrite, PteFlags::kGlobal, batch);
  }
  batch.commit();
}

void Vmalloc::vunmap_checked(VirtAddr addr, Backing backing) {
  if (page_offset_of(addr) != 0)
    return parts_.context.diagnostics.warning(kBadAddress,
                                              "Trying to vfree() bad address ((ptrval))");
  VmStruct* const area = find_vm_area(addr);
  if (area == nullptr)
    return parts_.context.diagnostics.warning(kNoSuchArea,
                                              "Trying to vfree() nonexistent vm area ((ptrval))");
  const bool reset = (area->flags & vm_flag::kFlushResetPerms) != 0;
  remove_vm_area(VirtAddr(area->addr));
  if (reset) {
    purge();
    reset_direct_map(*area);
  }
  if (backing == Backing::kFree) free_backing(*area);
  free_struct(*area);
}

void Vmalloc::vfree(VirtAddr addr) {
  if (addr.raw() != 0) vunmap_checked(addr, Backing::kFree);
}

void Vmalloc::vunmap(VirtAddr addr) {
  parts_.facts.might_sleep("mm/vmalloc.c", 2805);
  if (addr.raw() != 0) vunmap_checked(addr, Backing::kKeep);
}

}  // namespace mm32
