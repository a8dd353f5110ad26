#include "mm/page_alloc/free_lists.hpp"

#include <algorithm>
#include <cstring>

namespace mm32 {
namespace {

// Types whose free blocks may join across pageblocks. Linux: migratetype_is_mergeable.
constexpr bool mergeable(MigrateType type) { return raw(type) < kPcpTypes; }

void mark_buddy(Page& page, Order order) {
  page.private_ = order.raw();
  page.page_type &= ~kPageTypeBuddy;
}

void clear_buddy(Page& page) {
  page.page_type |= kPageTypeBuddy;
  page.private_ = 0;
}

}  // namespace

FreeLists::FreeLists(const MmContext& context, PageAllocState& state, MemMap mem_map,
                     unsigned block_order)
    : ram_(&context.ram),
      events_(&context.events),
      state_(&state),
      map_(mem_map),
      block_order_(block_order) {}

void FreeLists::set_block_type(const Zone& zone, Pfn pfn, MigrateType type) {
  if (state_->mobility_disabled != 0 && raw(type) < kPcpTypes) type = MigrateType::kUnmovable;
  std::uint32_t& word = block_word(zone, pfn);
  const unsigned shift = block_index(zone, pfn) % kBlocksPerWord * kBlockBits;
  word = (word & ~(7u << shift)) | (raw(type) << shift);
}

void FreeLists::link(Zone& zone, Page& page, Order order, MigrateType type, FreeTo where) {
  mark_buddy(page, order);
  ListHead& head = list(zone, order, type);
  if (where == FreeTo::kTail)
    list_push_back(*ram_, head, page.lru);
  else
    list_push_front(*ram_, head, page.lru);
  ++zone.free_area[order.raw()].nr_free;
}

void FreeLists::remove(Zone& zone, Page& page, Order order) {
  list_del(*ram_, page.lru);
  clear_buddy(page);
  --zone.free_area[order.raw()].nr_free;
  if (order.raw() == kMaxOrder) [[unlikely]]
    refill(zone);
}

void FreeLists::move(Zone& zone, Page& page, Order order, MigrateType type) {
  list_del(*ram_, page.lru);
  list_push_back(*ram_, list(zone, order, type), page.lru);
  if (order.raw() == kMaxOrder) refill(zone);
}

void FreeLists::split(Zone& zone, Page& page, Order from, Order to, MigrateType type) {
  if (from == to) return;
  Page* const first = &page;
  for (Order high = from; high > to;) {
    high = high.down();
    link(zone, first[high.pages().raw()], high, type, FreeTo::kHead);
  }
  events_->emit(event::PageSplit{map_.pfn_of(page), from, to});
}

Page* FreeLists::take_smallest(Zone& zone, Order order, MigrateType type) {
  for (Order current = order; current.raw() <= kMaxOrder; current = current.up()) {
    ListHead& head = list(zone, current, type);
    if (list_empty(head)) continue;
    Page& page = map_.of_lru(head.next);
    remove(zone, page, current);
    split(zone, page, current, order, type);
    page.index = raw(type);
    return &page;
  }
  return nullptr;
}

Page* FreeLists::free_buddy(const Zone& zone, Pfn pfn, Order order) {
  if (pfn.raw() >= map_.capacity()) return nullptr;
  Page& buddy = map_.at(pfn);
  if (!is_buddy_of_order(buddy, order)) return nullptr;
  return buddy.zone_index() == raw(index_of(zone)) ? &buddy : nullptr;
}

// Whether the block at `pfn` will probably soon be joined into one of two orders more: then it is
// worth to hand it out last.
bool FreeLists::merge_likely(const Zone& zone, Pfn pfn, Pfn buddy, Order order) {
  if (order.raw() >= kMaxOrder - 1) return false;
  const Pfn upper(pfn.raw() & buddy.raw());
  return free_buddy(zone, Pfn(upper.raw() ^ order.up().pages().raw()), order.up()) != nullptr;
}

void FreeLists::free_block(Zone& zone, Pfn pfn, Order order, MigrateType type, FreeTo where) {
  if (type != MigrateType::kIsolate)
    add_free(zone, static_cast<std::int32_t>(order.pages().raw()), type);
  const Order before = order;
  Pfn buddy_pfn(pfn.raw() ^ order.pages().raw());
  for (; order.raw() < kMaxOrder; order = order.up()) {
    buddy_pfn = Pfn(pfn.raw() ^ order.pages().raw());
    Page* const buddy = free_buddy(zone, buddy_pfn, order);
    if (buddy == nullptr) break;
    if (order.raw() >= block_order_) {
      const MigrateType other = block_type(zone, buddy_pfn);
      if (other != type && !(mergeable(type) && mergeable(other))) break;
    }
    remove(zone, *buddy, order);
    pfn = Pfn(pfn.raw() & buddy_pfn.raw());
  }
  if (where == FreeTo::kLikelyMerge)
    where = merge_likely(zone, pfn, buddy_pfn, order) ? FreeTo::kTail : FreeTo::kHead;
  link(zone, map_.at(pfn), order, type, where);
  if (order != before) events_->emit(event::PageMerge{pfn, order});
}

void FreeLists::account_taken(Zone& zone, std::uint32_t pages, MigrateType type) {
  add_free(zone, -static_cast<std::int32_t>(pages), type);
}

void FreeLists::defer(Zone& zone, PfnRange sections) {
  ZoneSide& s = side(zone);
  const std::uint32_t blocks = sections.size().raw() / kSectionPages;
  for (Pfn at = sections.begin; at < sections.end; at += Pages(kSectionPages))
    map_.set_state(at, SectionState::kFree);
  if (s.deferred_blocks == 0) s.deferred_begin = sections.begin.raw();
  s.deferred_end = sections.end.raw();
  s.deferred_blocks += blocks;
  zone.free_area[kMaxOrder].nr_free += blocks;
  add_free(zone, static_cast<std::int32_t>(blocks * kSectionPages), MigrateType::kMovable);
}

// Lowmem was handed over in ascending order, highmem in descending order: the next deferred block
// is the lowest or the highest.
void FreeLists::refill(Zone& zone) {
  ZoneSide& s = side(zone);
  if (s.deferred_blocks == 0 || !empty(zone, Order(kMaxOrder), MigrateType::kMovable)) return;
  s.deferred_end = std::min(s.deferred_end, map_.capacity());
  const bool from_top = index_of(zone) >= ZoneIndex::kHighmem;
  while (s.deferred_begin < s.deferred_end) {
    const Pfn section(from_top ? s.deferred_end - kSectionPages : s.deferred_begin);
    if (from_top)
      s.deferred_end -= kSectionPages;
    else
      s.deferred_begin += kSectionPages;
    if (map_.state(section) == SectionState::kFree) return make_ready(zone, section);
  }
  s.deferred_blocks = 0;
}

void FreeLists::make_ready(Zone& zone, Pfn section) {
  map_.set_state(section, SectionState::kReady);
  map_.init({section, section + Pages(kSectionPages)}, index_of(zone), PageInit::kFree);
  if (state_->page_poison != 0)
    if (std::byte* bytes = ram_->host(phys_of(section), Order(kMaxOrder).bytes()))
      std::memset(bytes, kPagePoison, Order(kMaxOrder).bytes().raw());
  --side(zone).deferred_blocks;
  --zone.free_area[kMaxOrder].nr_free;  // link() counts it again
  link(zone, map_.at(section), Order(kMaxOrder), MigrateType::kMovable, FreeTo::kTail);
}

ZoneIndex FreeLists::zone_at(Pfn pfn) const {
  for (unsigned z = kZones; z-- > 0;)
    if (state_->node.node_zones[z].contains(pfn)) return ZoneIndex(static_cast<std::uint8_t>(z));
  return ZoneIndex::kDma;
}

void FreeLists::ensure(Pfn pfn) {
  const Pfn section(pfn.raw() & ~(kSectionPages - 1));
  const SectionState before = map_.state(section);
  if (before == SectionState::kReady) return;
  const ZoneIndex z = zone_at(section);
  if (before == SectionState::kFree && side(zone(z)).deferred_blocks > 0)
    return make_ready(zone(z), section);
  map_.set_state(section, SectionState::kReady);
  map_.init({section, section + Pages(kSectionPages)}, z, PageInit::kReserved);
}

}  // namespace mm32
