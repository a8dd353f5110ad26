#include "mm/page_alloc/per_cpu_lists.hpp"

#include <algorithm>

namespace mm32 {

void PerCpuLists::refill(Zone& zone, Order order, MigrateType type, AllocFlags flags,
                         ListHead& list) {
  PerCpuPages& pcp = of(zone);
  std::int32_t batch = std::clamp(pcp.batch, 1, 1 << kMaxOrder);
  if (batch > 1) batch = std::max(batch >> order.raw(), 2);
  for (; batch > 0; --batch) {
    Page* const page = mobility_.take(zone, order, type, flags);
    if (page == nullptr) return;
    if (!check_.is_fit_to_give(*page, order)) continue;
    list_push_back(lists_.ram(), list, page->lru);
    pcp.count += static_cast<std::int32_t>(order.pages().raw());
  }
}

// How many pages to give back: a batch, doubled as long as only freeing goes on.
std::int32_t PerCpuLists::surplus(PerCpuPages& pcp, std::int32_t high, bool all) {
  if (all) return pcp.count;
  const std::int32_t batch = std::clamp(pcp.batch, 1, 1 << kMaxOrder);
  if (high < batch) return 1;
  const std::int32_t most = std::max(batch, high - batch);
  const int factor = std::clamp<int>(pcp.free_factor, 0, 16);
  const std::int32_t count = batch << factor;
  if (count < most) pcp.free_factor = static_cast<std::int16_t>(factor + 1);
  return std::clamp(count, batch, most);
}

void PerCpuLists::give_back_block(Zone& zone, Page& page, Order order) {
  if (!check_.is_still_free(page)) return;
  const Pfn pfn = lists_.map().pfn_of(page);
  const bool as_before = page.index <= raw(MigrateType::kCma) && zone.nr_isolate_pageblock == 0;
  const MigrateType type =
      as_before ? MigrateType(static_cast<std::uint8_t>(page.index)) : lists_.block_type(zone, pfn);
  lists_.free_block(zone, pfn, order, type, FreeTo::kLikelyMerge);
}

void PerCpuLists::give_back(Zone& zone, std::int32_t count, unsigned first_list) {
  PerCpuPages& pcp = of(zone);
  count = std::min(pcp.count, count);
  unsigned empty_seen = 0;
  for (unsigned at = first_list; count > 0 && empty_seen <= kPcpLists; at = (at + 1) % kPcpLists) {
    ListHead& list = pcp.lists[at];
    empty_seen = list_empty(list) ? empty_seen + 1 : 0;
    const Order order = order_of(at);
    const auto pages = static_cast<std::int32_t>(order.pages().raw());
    while (count > 0 && !list_empty(list)) {
      Page& page = lists_.map().of_lru(list.prev);
      list_del(lists_.ram(), page.lru);
      count -= pages;
      pcp.count -= pages;
      give_back_block(zone, page, order);
    }
  }
}

void PerCpuLists::drain(Zone& zone) {
  while (of(zone).count > 0) {
    const std::int32_t before = of(zone).count;
    give_back(zone, before, 0);
    if (of(zone).count >= before) of(zone).count = 0;  // damaged: the lists are empty
  }
}

void PerCpuLists::drain_all() {
  for (Zone& zone : lists_.state().node.node_zones) drain(zone);
}

}  // namespace mm32
