// The per-CPU page lists: a small stock of single pages and blocks up to order 3 (and of huge page
// size) in front of each zone's buddy system, last in first out.
//
// State: PageAllocState::pcp. Pages here are not free for the zone's count; their page_type is
// none, their refcount 0, index holds the migrate type. Refilled in batches from the buddy lists,
// drained by batches above `high`.
// C1  count = the sum of the pages on the lists.
// Linux 6.1 mm/page_alloc.c: rmqueue_pcplist, free_unref_page_commit, free_pcppages_bulk.
#pragma once

#include <algorithm>

#include "mm/page_alloc/mobility.hpp"
#include "mm/page_alloc/page_check.hpp"

namespace mm32 {

class PerCpuLists {
 public:
  PerCpuLists(FreeLists& lists, Mobility& mobility, PageCheck& check)
      : lists_(lists), mobility_(mobility), check_(check) {}

  /// Whether blocks of `order` go through these lists. Linux: pcp_allowed_order.
  bool holds(Order order) const {
    return order.raw() <= kCostlyOrder || order.raw() == lists_.block_order();
  }
  /// The youngest block of the order and type, refilled when there is none; nullptr if the zone has
  /// none either.
  Page* take(Zone& zone, Order order, MigrateType type, AllocFlags flags) {
    PerCpuPages& pcp = of(zone);
    pcp.free_factor = static_cast<std::int16_t>(pcp.free_factor >> 1);
    ListHead& list = pcp.lists[index_of(order, type)];
    if (list_empty(list)) [[unlikely]] {
      refill(zone, order, type, flags, list);
      if (list_empty(list)) return nullptr;
    }
    Page& page = pop(list);
    pcp.count -= static_cast<std::int32_t>(order.pages().raw());
    return &page;
  }
  /// Takes the first page off a list that is not empty.
  Page& pop(ListHead& list) {
    Page& page = lists_.map().at_lru(list.next);
    const GuestPtr<ListHead> next = page.lru.next;
    if (page.lru.prev != guest_ptr(list)) [[unlikely]]
      report_list_damage(lists_.ram(), page.lru);
    list.next = next;
    lists_.ram().at(next).prev = guest_ptr(list);
    page.lru = {GuestPtr<ListHead>(kListPoison1), GuestPtr<ListHead>(kListPoison2)};
    return page;
  }
  /// Puts a checked block from a pageblock of `type` on its list, that of movable pages if it has
  /// none; drains above `high`. `type` is not kIsolate.
  void put(Zone& zone, Page& page, Order order, MigrateType type) {
    PerCpuPages& pcp = of(zone);
    page.index = raw(type);
    const unsigned list = index_of(order, raw(type) < kPcpTypes ? type : MigrateType::kMovable);
    list_push_front(lists_.ram(), pcp.lists[list], page.lru);
    pcp.count += static_cast<std::int32_t>(order.pages().raw());
    const bool all = pcp.free_factor != 0 && order.raw() != 0 && order.raw() <= kCostlyOrder;
    const std::int32_t high = high_of(zone, pcp, all);
    if (pcp.count >= high) [[unlikely]]
      give_back(zone, surplus(pcp, high, all), list);
  }
  /// Gives all pages of a zone back to the buddy lists. Linux: drain_pages_zone.
  void drain(Zone& zone);
  void drain_all();

  PerCpuPages& of(const Zone& zone) const { return lists_.state().pcp[raw(lists_.index_of(zone))]; }
  /// Linux: order_to_pindex, pindex_to_order.
  unsigned index_of(Order order, MigrateType type) const {
    if (order.raw() > kCostlyOrder) return kPcpLists - 2 + (type == MigrateType::kMovable ? 1 : 0);
    return kPcpTypes * order.raw() + raw(type);
  }
  Order order_of(unsigned index) const {
    return index >= kPcpLists - 2 ? Order(lists_.block_order()) : Order(index / kPcpTypes);
  }

 private:
  void refill(Zone& zone, Order order, MigrateType type, AllocFlags flags, ListHead& list);
  void give_back(Zone& zone, std::int32_t count, unsigned first_list);
  void give_back_block(Zone& zone, Page& page, Order order);
  static std::int32_t high_of(const Zone& zone, const PerCpuPages& pcp, bool all) {
    if (all) [[unlikely]]
      return 0;
    if ((zone.flags & kZoneReclaimActive) == 0) [[likely]]
      return pcp.high;
    return std::min(pcp.batch << 2, pcp.high);
  }
  static std::int32_t surplus(PerCpuPages& pcp, std::int32_t high, bool all);

  FreeLists& lists_;
  Mobility& mobility_;
  PageCheck& check_;
};

}  // namespace mm32
