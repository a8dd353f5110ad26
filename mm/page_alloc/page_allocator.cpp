#include "mm/page_alloc/page_allocator.hpp"

#include <cstring>

#include "mm/page_alloc/gfp_zone.hpp"
#include "mm/page_alloc/zone_boot.hpp"

namespace mm32 {

Result<PageAllocator> PageAllocator::create(const MmContext& context, Memblock& memblock) {
  MM_TRY_ASSIGN(FreeLists lists, boot_zones(context, memblock));
  return PageAllocator(context, std::move(lists));
}

void PageAllocator::ensure_section_of(VirtAddr address) {
  const std::uint32_t offset = address.raw() - lists_.map().first().raw;
  if (offset / sizeof(Page) < lists_.map().capacity())
    lists_.ensure(Pfn(offset / static_cast<std::uint32_t>(sizeof(Page))));
}

Page* PageAllocator::rmqueue(Zone& zone, Order order, MigrateType type) {
  Page* page = lists_.take_smallest(zone, order, type);
  for (unsigned t = 0; page == nullptr && t < kPcpTypes; ++t)
    page = lists_.take_smallest(zone, order, MigrateType(static_cast<std::uint8_t>(t)));
  if (page != nullptr) lists_.account_taken(zone, order.pages().raw(), type);
  return page;
}

Result<Pfn> PageAllocator::alloc_pages(Gfp gfp, Order order) {
  if (order.raw() > kMaxOrder) return fail(Errno::kNoMem);
  const MigrateType type = gfp_migrate_type(gfp);
  for (unsigned z = raw(gfp_zone(gfp)) + 1; z-- > 0;) {
    Page* page = rmqueue(state().node.node_zones[z], order, type);
    if (page == nullptr) continue;
    page->refcount = 1;
    const Pfn pfn = lists_.map().pfn_of(*page);
    if (has(gfp, Gfp::kZero))
      std::memset(context_.ram.base() + phys_of(pfn).raw(), 0, order.bytes().raw());
    context_.events.emit(event::PageAlloc{pfn, order, gfp, raw(type)});
    return pfn;
  }
  return fail(Errno::kNoMem);
}

void PageAllocator::free_pages(Pfn pfn, Order order) {
  Page& page = lists_.page(pfn);
  if (--page.refcount != 0) return;
  context_.events.emit(event::PageFree{pfn, order});
  Zone& zone = lists_.zone_of(page);
  lists_.free_block(zone, pfn, order, lists_.block_type(zone, pfn), FreeTo::kLikelyMerge);
}

}  // namespace mm32
