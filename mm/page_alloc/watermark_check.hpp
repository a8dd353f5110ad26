// Whether a zone may give away a block and stay above a watermark.
//
// Linux 6.1 mm/page_alloc.c: __zone_watermark_ok, zone_watermark_fast.
#pragma once

#include <algorithm>

#include "mm/page_alloc/alloc_flags.hpp"
#include "mm/page_alloc/free_lists.hpp"

namespace mm32 {

/// The mark is in pages, `free` what the zone has; slow and exact.
inline bool zone_watermark_ok(const FreeLists& lists, Zone& zone, const AllocRequest& request,
                              std::uint32_t mark, AllocFlags flags, std::int64_t free) {
  const bool harder = has(flags, AllocFlags::kHarder | AllocFlags::kOom);
  std::int64_t min = mark;
  free -= request.order.pages().raw() - 1;
  if (!harder) free -= zone.nr_reserved_highatomic;
  if (!has(flags, AllocFlags::kCma)) free -= zone.stat(ZoneStat::kFreeCma);
  if (has(flags, AllocFlags::kHigh)) min -= min / 2;
  if (harder) min -= has(flags, AllocFlags::kOom) ? min / 2 : min / 4;
  if (free <= min + zone.lowmem_reserve[raw(request.highest)]) return false;
  if (request.order == Order(0)) return true;
  for (Order o = request.order; o.raw() <= kMaxOrder; o = o.up()) {
    if (zone.free_area[o.raw()].nr_free == 0) continue;
    for (unsigned t = 0; t < kPcpTypes; ++t)
      if (!lists.empty(zone, o, MigrateType(static_cast<std::uint8_t>(t)))) return true;
    if (has(flags, AllocFlags::kCma) && !lists.empty(zone, o, MigrateType::kCma)) return true;
    if (harder && !lists.empty(zone, o, MigrateType::kHighAtomic)) return true;
  }
  return false;
}

/// Against the zone's own mark in `flags`, with a short way for single pages.
inline bool zone_watermark_fast(const FreeLists& lists, Zone& zone, const AllocRequest& request,
                                AllocFlags flags) {
  const std::uint32_t mark = zone.wmark(watermark_of(flags));
  const std::int64_t free = zone.stat(ZoneStat::kFreePages);
  if (request.order == Order(0)) {
    std::int64_t unusable = zone.nr_reserved_highatomic;
    if (has(flags, AllocFlags::kHarder | AllocFlags::kOom)) unusable = 0;
    if (!has(flags, AllocFlags::kCma)) unusable += zone.stat(ZoneStat::kFreeCma);
    const std::int64_t usable = free - std::min(free, unusable);
    const std::int64_t need = std::int64_t{mark} + zone.lowmem_reserve[raw(request.highest)];
    if (usable > need) [[likely]]
      return true;
  }
  if (zone_watermark_ok(lists, zone, request, mark, flags, free)) return true;
  const bool ignore_boost = request.order == Order(0) && has(request.gfp, Gfp::kAtomicFlag) &&
                            zone.watermark_boost != 0 &&
                            (flags & AllocFlags::kWmarkMask) == AllocFlags::kWmarkMin;
  return ignore_boost && zone_watermark_ok(lists, zone, request, zone.watermark[0], flags, free);
}

}  // namespace mm32
