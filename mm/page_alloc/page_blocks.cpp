// The page allocator's calls that are made of alloc_pages and free_pages.
#include <bit>

#include "mm/page_alloc/page_allocator.hpp"
#include "mm/page_alloc/watermark_check.hpp"

namespace mm32 {
namespace {

// Linux: get_order.
Order order_for(Bytes size) {
  const std::uint32_t pages = pages_for(size).raw();
  return Order(pages <= 1 ? 0 : static_cast<unsigned>(std::bit_width(pages - 1)));
}

}  // namespace

std::vector<PageAllocator::Variable> PageAllocator::variables() const {
  const PageAllocState& s = state();
  return {{"contig_page_data", guest_ptr(s.node).va()},
          {"vm_zone_stat", guest_ptr(s.vm_zone_stat[0]).va()},
          {"vm_node_stat", guest_ptr(s.node.vm_stat[0]).va()},
          {"vm_event_states", guest_ptr(s.vm_events[0]).va()},
          {"_totalram_pages", guest_ptr(s.totalram_pages).va()},
          {"_totalhigh_pages", guest_ptr(s.totalhigh_pages).va()},
          {"movable_zone", guest_ptr(s.movable_zone).va()},
          {"dma_contiguous_default_area", guest_ptr(s.cma_area).va()}};
}

void PageAllocator::put_page(Pfn pfn) {
  if (!pfn_valid(pfn)) return;
  Page* page = &core_->lists.page(pfn);
  if ((page->compound_head & 1u) != 0) {
    const Pfn head = core_->lists.map().pfn_of(GuestPtr<Page>(page->compound_head - 1));
    if (head > pfn || (pfn - head).raw() >= kSectionPages) return free_pages(pfn, Order(0));
    pfn = head;
    page = &core_->lists.page(pfn);
  }
  if (page->refcount > 1) {
    --page->refcount;
    return;
  }
  const bool compound = page->test(PageFlag::kHead) && page[1].compound_order <= kMaxOrder;
  free_pages(pfn, Order(compound ? page[1].compound_order : 0));
}

void PageAllocator::split_page(Pfn pfn, Order order) {
  if (order.raw() > kMaxOrder || !pfn_valid(pfn)) return;
  Page* const first = &core_->lists.page(pfn);
  for (std::uint32_t i = 0; i < order.pages().raw(); ++i) {
    if (i != 0) first[i].refcount = 1;
    first[i].given_order = 1;
  }
}

Result<Pfn> PageAllocator::alloc_pages_exact(Bytes size, Gfp gfp) {
  if (has(gfp, Gfp::kComp | Gfp::kHighmem)) {
    core_->context.diagnostics.warning({"mm/page_alloc.c", 5930, "alloc_pages_exact"}, {});
    gfp = gfp & ~(Gfp::kComp | Gfp::kHighmem);
  }
  // Linux: get_order(0) is that of all addresses.
  const Order order = size.raw() == 0 ? Order(20) : order_for(size);
  MM_TRY_ASSIGN(const Pfn pfn, alloc_pages(gfp, order));
  Page* const first = &core_->lists.page(pfn);
  const std::uint32_t used = pages_for(size).raw();
  for (std::uint32_t i = 0; i < order.pages().raw(); ++i) {
    first[i].given_order = 1;
    if (i != 0 && i < used) first[i].refcount = 1;
    if (i >= used) free_unreferenced(first[i], pfn + Pages(i), Order(0), FreeTo::kTail);
  }
  return pfn;
}

void PageAllocator::free_pages_exact(Pfn pfn, Bytes size) {
  for (std::uint32_t i = 0; i < pages_for(size).raw(); ++i) free_pages(pfn + Pages(i), Order(0));
}

// The first zone that stays above its low watermark with all of the pages gone.
Zone* PageAllocator::bulk_zone(const AllocRequest& request, std::uint32_t count) {
  AllocFlags flags = AllocFlags::kWmarkLow;
  if (request.type == MigrateType::kMovable) flags = flags | AllocFlags::kCma;
  for (unsigned z = raw(request.highest) + 1; z-- > 0;) {
    Zone& zone = state().node.node_zones[z];
    if (zone.managed_pages == 0) continue;
    const std::uint32_t mark = zone.wmark(Watermark::kLow) + count;
    if (zone_watermark_ok(core_->lists, zone, request, mark, flags,
                          zone.stat(ZoneStat::kFreePages)))
      return &zone;
  }
  return nullptr;
}

std::uint32_t PageAllocator::alloc_pages_bulk(Gfp gfp, std::uint32_t count, BulkPlaces& places) {
  std::uint32_t at = 0;
  while (at < count && places.is_filled(at)) ++at;
  if (at == count) return at;
  const AllocRequest request{gfp, Order(0), gfp_zone(gfp), type_of(gfp)};
  Zone* const zone = count - at == 1 ? nullptr : bulk_zone(request, count - at);
  const std::uint32_t begin = at;
  for (; zone != nullptr && at < count; ++at) {
    if (places.is_filled(at)) continue;
    Page* const page =
        core_->pcp.take(*zone, Order(0), request.type, AllocFlags::kWmarkLow | AllocFlags::kCma);
    if (page == nullptr) break;
    prepare_new(*page, request);
    count_allocation(*zone, *page, request);
    places.fill(at, *page);
  }
  if (at != begin) return at;
  Page* const page = alloc_block(gfp, Order(0));
  if (page != nullptr) places.fill(at++, *page);
  return at;
}

void PageAllocator::free_reserved_page(Pfn pfn) {
  if (!pfn_valid(pfn)) return;
  Page& page = core_->lists.page(pfn);
  page.clear(PageFlag::kReserved);
  page.refcount = 1;
  page.given_order = 1;
  Zone& zone = core_->lists.zone_of(page);
  ++zone.managed_pages;
  ++state().totalram_pages;
  if (core_->lists.index_of(zone) == ZoneIndex::kHighmem) ++state().totalhigh_pages;
  free_pages(pfn, Order(0));
}

}  // namespace mm32
