#include "emu/report/memory_totals.hpp"

#include <algorithm>

namespace mm32 {
namespace {

bool is_highmem(const PageAllocator& pages, unsigned z) {
  return z == raw(ZoneIndex::kHighmem) ||
         (z == raw(ZoneIndex::kMovable) && pages.state().movable_zone == raw(ZoneIndex::kHighmem));
}

std::int64_t node_stat(const PageAllocator& pages, NodeStat stat) {
  return pages.state().node.vm_stat[static_cast<unsigned>(stat)];
}

}  // namespace

MemoryTotals memory_totals(const PageAllocator& pages) {
  MemoryTotals t{};
  std::int64_t low_marks = 0;
  for (unsigned z = 0; z < kZones; ++z) {
    const Zone& zone = pages.state().node.node_zones[z];
    const auto free = static_cast<std::uint64_t>(std::max(0, zone.stat(ZoneStat::kFreePages)));
    t.total += zone.managed_pages;
    t.free += free;
    low_marks += zone.wmark(Watermark::kLow);
    if (!is_highmem(pages, z)) continue;
    t.high_total += zone.managed_pages;
    t.high_free += free;
  }
  const std::int64_t cache =
      node_stat(pages, NodeStat::kActiveFile) + node_stat(pages, NodeStat::kInactiveFile);
  const std::int64_t slab = node_stat(pages, NodeStat::kSlabReclaimable) +
                            node_stat(pages, NodeStat::kKernelMiscReclaimable);
  std::int64_t available = static_cast<std::int64_t>(t.free) -
                           static_cast<std::int64_t>(pages.state().node.totalreserve_pages);
  available += cache - std::min(cache / 2, low_marks);
  available += slab - std::min(slab / 2, low_marks);
  t.available = static_cast<std::uint64_t>(std::max<std::int64_t>(0, available));
  return t;
}

std::uint64_t dirtyable_pages(const PageAllocator& pages) {
  std::uint64_t sum = 0;
  for (unsigned z = 0; z < kZones; ++z)
    if (!is_highmem(pages, z))
      sum += static_cast<std::uint64_t>(
          std::max(0, pages.state().node.node_zones[z].stat(ZoneStat::kFreePages)));
  sum -= std::min<std::uint64_t>(sum, pages.state().node.totalreserve_pages);
  return sum + 1;
}

}  // namespace mm32
