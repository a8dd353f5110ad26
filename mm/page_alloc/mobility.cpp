#include "mm/page_alloc/mobility.hpp"

#include <algorithm>
#include <array>

namespace mm32 {
namespace {

// Where to look next, best first. Linux: fallbacks.
constexpr std::array<std::array<MigrateType, 2>, kPcpTypes> kFallbacks = {{
    {MigrateType::kReclaimable, MigrateType::kMovable},
    {MigrateType::kReclaimable, MigrateType::kUnmovable},
    {MigrateType::kUnmovable, MigrateType::kMovable},
}};

bool is_movable_in_use(const Page& page) {
  return page.test(PageFlag::kLru) || (page.mapping & 3u) == 2u;  // PAGE_MAPPING_MOVABLE
}

}  // namespace

// A free block of half a pageblock or more is worth taking over the rest for; unmovable and
// reclaimable requests do it always, since they would pollute the block anyway.
bool Mobility::may_take_block(Order order, MigrateType type) const {
  return lists_.state().mobility_disabled != 0 || order.raw() >= lists_.block_order() / 2 ||
         type == MigrateType::kReclaimable || type == MigrateType::kUnmovable;
}

std::optional<Mobility::Candidate> Mobility::find_candidate(Zone& zone, Order order,
                                                            MigrateType type) const {
  if (raw(type) >= kPcpTypes || zone.free_area[order.raw()].nr_free == 0) return std::nullopt;
  for (const MigrateType other : kFallbacks[raw(type)])
    if (!lists_.empty(zone, order, other)) return Candidate{other, may_take_block(order, type)};
  return std::nullopt;
}

Page* Mobility::take_other(Zone& zone, Order order, MigrateType type, AllocFlags flags) {
  if (has(flags, AllocFlags::kCma))
    if (Page* page = lists_.take_smallest(zone, order, MigrateType::kCma)) return page;
  while (fall_back(zone, order, type, flags))
    if (Page* page = lists_.take_smallest(zone, order, type)) return page;
  return nullptr;
}

// Largest first, so that other blocks stay clean. A movable request that cannot take over the
// pageblock takes the smallest block that fits instead.
bool Mobility::fall_back(Zone& zone, Order order, MigrateType type, AllocFlags flags) {
  std::optional<Candidate> found;
  Order current(kMaxOrder);
  for (;; current = current.down()) {
    found = find_candidate(zone, current, type);
    if (found || current == order) break;
  }
  if (!found) return false;
  if (!found->whole_block && type == MigrateType::kMovable && current > order) {
    for (current = order; current.raw() <= kMaxOrder; current = current.up()) {
      found = find_candidate(zone, current, type);
      if (found) break;
    }
    if (!found) return false;
  }
  Page& page = lists_.map().of_lru(lists_.list(zone, current, found->type).next);
  steal(zone, page, current, type, flags, found->whole_block);
  return true;
}

void Mobility::steal(Zone& zone, Page& page, Order order, MigrateType type, AllocFlags flags,
                     bool whole_block) {
  const Pfn pfn = lists_.map().pfn_of(page);
  const MigrateType old = lists_.block_type(zone, pfn);
  if (order.raw() >= lists_.block_order() && old != MigrateType::kHighAtomic) {
    for (Pfn at = pfn; at < pfn + order.pages(); at += Pages(lists_.block_pages()))
      lists_.set_block_type(zone, at, type);
    return lists_.move(zone, page, order, type);
  }
  if (old != MigrateType::kHighAtomic && boost_watermark(zone) && has(flags, AllocFlags::kKswapd))
    zone.flags |= kZoneBoostedWatermark;
  if (old == MigrateType::kHighAtomic || !whole_block) return lists_.move(zone, page, order, type);
  const Moved moved = move_block(zone, pfn, type);
  if (moved.free == 0) return lists_.move(zone, page, order, type);
  std::uint32_t alike = moved.movable;
  if (type != MigrateType::kMovable)
    alike = old == MigrateType::kMovable ? lists_.block_pages() - (moved.free + moved.movable) : 0;
  if (moved.free + alike >= lists_.block_pages() / 2 || lists_.state().mobility_disabled != 0)
    lists_.set_block_type(zone, pfn, type);
}

Mobility::Moved Mobility::move_block(Zone& zone, Pfn pfn, MigrateType type) {
  Pfn at(pfn.raw() & ~(lists_.block_pages() - 1));
  const Pfn end = at + Pages(lists_.block_pages());
  Moved moved;
  if (!zone.contains(at)) at = pfn;
  if (!zone.contains(end - Pages(1))) return moved;
  while (at < end) {
    Page& page = lists_.page(at);
    if (!page.is_buddy() || page.private_ > kMaxOrder) {
      if (is_movable_in_use(page)) ++moved.movable;
      at += Pages(1);
      continue;
    }
    const Order order(page.private_);
    lists_.move(zone, page, order, type);
    moved.free += order.pages().raw();
    at += order.pages();
  }
  return moved;
}

bool Mobility::boost_watermark(Zone& zone) const {
  const std::uint32_t factor = lists_.state().watermark_boost_factor;
  if (factor == 0 || lists_.block_pages() * 4 > zone.managed_pages) return false;
  const auto most = static_cast<std::uint32_t>(std::uint64_t{zone.watermark[2]} * factor / 10000);
  if (most == 0) return false;
  zone.watermark_boost =
      std::min(zone.watermark_boost + lists_.block_pages(), std::max(lists_.block_pages(), most));
  return true;
}

Page* Mobility::take_high_atomic(Zone& zone, Order order) {
  Page* page = lists_.take_smallest(zone, order, MigrateType::kHighAtomic);
  if (page != nullptr) lists_.account_taken(zone, order.pages().raw(), MigrateType::kHighAtomic);
  return page;
}

void Mobility::reserve_high_atomic(Zone& zone, Pfn pfn) {
  const std::uint32_t most = zone.managed_pages / 100 + lists_.block_pages();
  if (zone.nr_reserved_highatomic >= most) return;
  const MigrateType type = lists_.block_type(zone, pfn);
  if (raw(type) >= kPcpTypes) return;
  zone.nr_reserved_highatomic += lists_.block_pages();
  lists_.set_block_type(zone, pfn, MigrateType::kHighAtomic);
  move_block(zone, pfn, MigrateType::kHighAtomic);
}

bool Mobility::unreserve_high_atomic(MigrateType type, Extent extent) {
  for (unsigned z = kZones; z-- > 0;) {
    Zone& zone = lists_.state().node.node_zones[z];
    if (extent == Extent::kKeepLast && zone.nr_reserved_highatomic <= lists_.block_pages())
      continue;
    for (unsigned o = 0; o <= kMaxOrder; ++o) {
      ListHead& head = lists_.list(zone, Order(o), MigrateType::kHighAtomic);
      if (list_empty(head)) continue;
      const Pfn pfn = lists_.map().pfn_of(lists_.map().of_lru(head.next));
      if (lists_.block_type(zone, pfn) == MigrateType::kHighAtomic)
        zone.nr_reserved_highatomic -= std::min(lists_.block_pages(), zone.nr_reserved_highatomic);
      lists_.set_block_type(zone, pfn, type);
      if (move_block(zone, pfn, type).free != 0) return true;
      break;
    }
  }
  return false;
}

}  // namespace mm32
