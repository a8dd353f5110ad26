#include "mm/page_alloc/page_allocator.hpp"

#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "mm/page_alloc/gfp_zone.hpp"
#include "mm/page_alloc/slow_path.hpp"
#include "mm/page_alloc/watermark_check.hpp"
#include "mm/page_alloc/zone_boot.hpp"

namespace mm32 {

Result<PageAllocator> PageAllocator::create(const MmContext& context, Memblock& memblock) {
  MM_TRY_ASSIGN(FreeLists lists, boot_zones(context, memblock));
  return PageAllocator(std::make_unique<Core>(context, std::move(lists)));
}

std::string_view PageAllocator::zone_name(unsigned index) const {
  const char(&name)[8] = state().zone_names[index % kZones];
  return {name, strnlen(name, sizeof(name))};
}

void PageAllocator::ensure_section_of(VirtAddr address) {
  FreeLists& lists = core_->lists;
  const std::uint32_t offset = address.raw() - lists.map().first().raw;
  if (offset / sizeof(Page) < lists.map().capacity())
    lists.ensure(Pfn(offset / static_cast<std::uint32_t>(sizeof(Page))));
}

// Past the per-CPU lists: the high-atomic reserve, then the buddy lists.
Page* PageAllocator::rmqueue_buddy(Zone& zone, const AllocRequest& request, AllocFlags flags) {
  for (;;) {
    Page* page = nullptr;
    if (request.order != Order(0) && has(flags, AllocFlags::kHarder))
      page = core_->mobility.take_high_atomic(zone, request.order);
    if (page == nullptr) page = core_->mobility.take(zone, request.order, request.type, flags);
    if (page == nullptr || core_->check.is_fit_to_give(*page, request.order)) return page;
  }
}

[[gnu::cold]] void PageAllocator::warn_about_nofail(Order order) {
  if (order <= Order(1) || state().warned_nofail != 0) return;
  state().warned_nofail = 1;
  context().diagnostics.warning({"mm/page_alloc.c", 3891, "get_page_from_freelist"}, {});
}

inline Page* PageAllocator::rmqueue(Zone& zone, const AllocRequest& request, AllocFlags flags) {
  Page* page = nullptr;
  if (has(request.gfp, Gfp::kNoFail)) [[unlikely]]
    warn_about_nofail(request.order);
  if (core_->pcp.holds(request.order)) [[likely]]
    page = core_->pcp.take(zone, request.order, request.type, flags);
  if (page == nullptr) [[unlikely]] {
    page = rmqueue_buddy(zone, request, flags);
    if (page == nullptr) return nullptr;
  }
  if ((zone.flags & kZoneBoostedWatermark) != 0) [[unlikely]] {
    zone.flags &= ~kZoneBoostedWatermark;
    wake_kswapd(zone, Order(0), core_->lists.index_of(zone));
  }
  return page;
}

void PageAllocator::prepare_new(Page& page, const AllocRequest& request) {
  page.private_ = 0;
  page.refcount = 1;
  page.given_order = request.order.raw() + 1;
  const PageAllocState& s = state();
  if (s.page_poison != 0) [[unlikely]]
    core_->check.compare_with_poison(core_->lists.map().pfn_of(page), request.order);
  if (has(request.gfp, Gfp::kZero) || s.init_on_alloc != 0)
    clear(core_->lists.map().pfn_of(page), request.order);
  if (request.order != Order(0) && has(request.gfp, Gfp::kComp)) make_compound(page, request.order);
}

[[gnu::flatten]] Page* PageAllocator::take_from_zones(const AllocRequest& request,
                                                      AllocFlags flags) {
  for (unsigned z = raw(request.highest) + 1; z-- > 0;) {
    Zone& zone = state().node.node_zones[z];
    if (zone.managed_pages == 0) continue;
    if (!has(flags, AllocFlags::kNoWatermarks) &&
        !zone_watermark_fast(core_->lists, zone, request, flags))
      continue;
    Page* const page = rmqueue(zone, request, flags);
    if (page == nullptr) continue;
    prepare_new(*page, request);
    if (request.order != Order(0) && has(flags, AllocFlags::kHarder))
      core_->mobility.reserve_high_atomic(zone, core_->lists.map().pfn_of(*page));
    state().vm_events[static_cast<unsigned>(VmEvent::kPgallocDma) + z] +=
        request.order.pages().raw();
    return page;
  }
  return nullptr;
}

// A page that did not come through take_from_zones and allocate.
void PageAllocator::count_allocation(const Zone& zone, const Page& page,
                                     const AllocRequest& request) {
  ++state()
        .vm_events[static_cast<unsigned>(VmEvent::kPgallocDma) + raw(core_->lists.index_of(zone))];
  core_->context.events.emit(event::PageAlloc{core_->lists.map().pfn_of(page), request.order,
                                              request.gfp, raw(request.type)});
}

Page* PageAllocator::slow_path(const AllocRequest& request, Errno& error) {
  const Result<Page*> page = SlowPath(*this, request).run();
  if (page) return *page;
  error = page.error();
  return nullptr;
}

inline Page* PageAllocator::allocate(const AllocRequest& request, Errno& error) {
  AllocFlags flags = AllocFlags::kWmarkLow | AllocFlags(raw(request.gfp & Gfp::kKswapdReclaim));
  if (request.type == MigrateType::kMovable) flags = flags | AllocFlags::kCma;
  Page* page = nullptr;
  if (request.order.raw() <= kMaxOrder) [[likely]]
    page = take_from_zones(request, flags);
  if (page == nullptr) [[unlikely]] {
    page = slow_path(request, error);
    if (page == nullptr) return nullptr;
  }
  if (core_->context.events.active()) [[unlikely]]
    core_->context.events.emit(event::PageAlloc{core_->lists.map().pfn_of(*page), request.order,
                                                request.gfp, raw(request.type)});
  return page;
}

// The short way of a single page: nobody watches, the first zone has plenty, its per-CPU list has a
// page. Takes exactly what the long way would take; nullptr, with nothing changed, if anything at
// all is special.
inline Page* PageAllocator::take_single(Gfp gfp) {
  PageAllocState& s = state();
  const unsigned highest = raw(gfp_zone(gfp));
  unsigned z = highest;
  while (z > 0 && s.node.node_zones[z].managed_pages == 0) --z;
  Zone& zone = s.node.node_zones[z];
  const std::int64_t need = std::int64_t{zone.watermark[1]} + zone.watermark_boost +
                            zone.lowmem_reserve[highest] + zone.nr_reserved_highatomic +
                            zone.stat(ZoneStat::kFreeCma);
  if (zone.stat(ZoneStat::kFreePages) <= need || (zone.flags & kZoneBoostedWatermark) != 0 ||
      (s.init_on_alloc | s.page_poison | s.cma_end_pfn | raw(gfp & Gfp::kZero)) != 0 ||
      core_->context.events.active()) [[unlikely]]
    return nullptr;
  PerCpuPages& pcp = s.pcp[z];
  ListHead& list = pcp.lists[raw(type_of(gfp))];
  if (list_empty(list)) [[unlikely]]
    return nullptr;
  Page& page = core_->pcp.pop(list);
  pcp.free_factor = static_cast<std::int16_t>(pcp.free_factor >> 1);
  --pcp.count;
  ++s.vm_events[static_cast<unsigned>(VmEvent::kPgallocDma) + z];
  page.private_ = 0;
  page.refcount = 1;
  page.given_order = 1;
  return &page;
}

// Its counterpart: false, with nothing changed, unless the page is one that goes to its per-CPU
// list and leaves that below its mark.
inline bool PageAllocator::give_single(Page& page) {
  PageAllocState& s = state();
  const bool plain =
      page.refcount == 1 && page.given_order == 1 && page.page_type == kPageTypeNone &&
      (page.mapping | page.memcg_data | (page.flags & kCheckAtFree) | s.page_poison) == 0;
  const unsigned z = page.zone_index();
  const Zone& zone = s.node.node_zones[z];
  PerCpuPages& pcp = s.pcp[z];
  if (!plain || pcp.count + 1 >= pcp.high || (zone.flags & kZoneReclaimActive) != 0 ||
      core_->context.events.active()) [[unlikely]]
    return false;
  const MigrateType type = core_->lists.block_type(zone, core_->lists.map().pfn_of(page));
  if (raw(type) >= kPcpTypes) [[unlikely]]
    return false;
  page.flags &= ~kCheckAtPrep;
  page.refcount = 0;
  page.given_order = 0;
  page.index = raw(type);
  list_push_front(core_->lists.ram(), pcp.lists[raw(type)], page.lru);
  ++pcp.count;
  ++s.vm_events[static_cast<unsigned>(VmEvent::kPgfree)];
  return true;
}

Page* PageAllocator::alloc_block(Gfp gfp, Order order) {
  if (order == Order(0)) [[likely]]
    if (Page* page = take_single(gfp)) [[likely]]
      return page;
  Errno error{};
  return allocate({gfp, order, gfp_zone(gfp), type_of(gfp)}, error);
}

Result<Pfn> PageAllocator::alloc_pages(Gfp gfp, Order order) {
  if (order == Order(0)) [[likely]]
    if (const Page* page = take_single(gfp)) [[likely]]
      return core_->lists.map().pfn_of(*page);
  Errno error{};
  Page* const page = allocate({gfp, order, gfp_zone(gfp), type_of(gfp)}, error);
  if (page == nullptr) return fail(error);
  return core_->lists.map().pfn_of(*page);
}

void PageAllocator::wake_kswapd(Zone& zone, Order order, ZoneIndex highest) {
  if (core_->reclaimer != nullptr)
    core_->reclaimer->wakeup_kswapd(zone, order, highest);
  else
    zone.watermark_boost = 0;
}

void PageAllocator::clear(Pfn pfn, Order order) {
  if (std::byte* bytes = core_->context.ram.host(phys_of(pfn), order.bytes()))
    std::memset(bytes, 0, order.bytes().raw());
}

// The first tail page carries what concerns the whole: destructor, order, mapcount, pincount.
void PageAllocator::make_compound(Page& page, Order order) {
  page.set(PageFlag::kHead);
  const std::uint32_t head = guest_ptr(page).raw;
  for (std::uint32_t i = 1; i < order.pages().raw(); ++i) {
    Page& tail = (&page)[i];
    tail.mapping = kTailMapping;
    tail.compound_head = head | 1u;
    tail.private_ = 0;
  }
  Page& first_tail = (&page)[1];
  first_tail.compound_dtor = 1;
  first_tail.compound_order = static_cast<std::uint8_t>(order.raw());
  first_tail.mapping = ~0u;  // compound_mapcount
  first_tail.index = 0;      // compound_pincount
}

// The page has no owner (freed twice), or more than one: then its tails, if they are not compound,
// go at once and the page itself with the last reference.
void PageAllocator::free_shared(Page& page, Pfn pfn, Order order) {
  if (page.refcount <= 0) {
    const std::uint32_t type = page.page_type;
    const std::int32_t references = page.refcount;
    --page.refcount;
    core_->check.bad_page(page, "nonzero _refcount");
    page.refcount = references;
    page.page_type = type;
    return;
  }
  const bool is_block = !page.test(PageFlag::kHead) && order.raw() <= kMaxOrder &&
                        page.given_order == order.raw() + 1;
  --page.refcount;
  if (!is_block) return;
  page.given_order = 1;
  while (order.raw() > 0) {
    order = order.down();
    free_unreferenced((&page)[order.pages().raw()], pfn + order.pages(), order,
                      FreeTo::kLikelyMerge);
  }
}

// A page that never came from here may be freed singly (the boot's own pages); anything else has to
// go back as it was given.
bool PageAllocator::order_is_right(Page& page, Pfn pfn, Order order) {
  if (page.given_order == 0 && order == Order(0)) return true;
  if (page.given_order == 0 && page.test(PageFlag::kReserved))
    return core_->check.prepare_to_free(page, Order(0));
  const std::uint32_t given = std::exchange(page.given_order, 0u);
  if (Page* const in_use = first_page_in_use(pfn, given, order)) {
    core_->check.bad_page(*in_use, "nonzero _refcount");
    return false;
  }
  const std::uint32_t type = page.page_type;
  core_->check.bad_page(
      page,
      given == 0
          ? fmt::format("freed with order {}, but it is not the first page of a block", order.raw())
          : fmt::format("freed with order {}, allocated with order {}", order.raw(), given - 1));
  page.page_type = type;
  return false;
}

// Freed with too large an order: the first page behind the block that somebody else has.
Page* PageAllocator::first_page_in_use(Pfn pfn, std::uint32_t given_order, Order order) {
  if (given_order == 0 || given_order > order.raw() || order.raw() > kMaxOrder) return nullptr;
  const std::uint32_t end = pfn.raw() + order.pages().raw();
  for (std::uint32_t at = pfn.raw() + (1u << (given_order - 1)); at < end; ++at)
    if (pfn_valid(Pfn(at)) && page(Pfn(at)).refcount != 0) return &page(Pfn(at));
  return nullptr;
}

void PageAllocator::free_unreferenced(Page& page, Pfn pfn, Order order, FreeTo where) {
  core_->context.events.emit(event::PageFree{pfn, order});
  page.given_order = 0;
  if (!core_->check.prepare_to_free(page, order)) [[unlikely]]
    return;
  core_->check.poison(pfn, order);
  count(VmEvent::kPgfree, order.pages().raw());
  Zone& zone = core_->lists.zone_of(page);
  const MigrateType type = core_->lists.block_type(zone, pfn);
  if (type == MigrateType::kIsolate || !core_->pcp.holds(order) || where == FreeTo::kTail)
      [[unlikely]]
    return core_->lists.free_block(zone, pfn, order, type, where);
  core_->pcp.put(zone, page, order, type);
}

void PageAllocator::free_block(Page& page, Order order) {
  if (order != Order(0) || !give_single(page)) [[unlikely]]
    free_checked(page, order);
}

void PageAllocator::free_checked(Page& page, Order order) {
  const Pfn pfn = core_->lists.map().pfn_of(page);
  if (page.refcount != 1) [[unlikely]]
    return free_shared(page, pfn, order);
  page.refcount = 0;
  if (page.given_order != order.raw() + 1 && !order_is_right(page, pfn, order)) [[unlikely]]
    return;
  free_unreferenced(page, pfn, order, FreeTo::kLikelyMerge);
}

std::uint32_t PageAllocator::free_buffer_pages() const {
  return watermarks().nr_free_zone_pages(ZoneIndex::kNormal);
}

void PageAllocator::free_pages(Pfn pfn, Order order) {
  if (pfn_valid(pfn)) free_block(core_->lists.page(pfn), order);
}

}  // namespace mm32
