// What an allocation's flags say about the place: the zone to begin with and the migrate type.
//
// Linux 6.1 include/linux/gfp.h: GFP_ZONE_TABLE, gfp_migratetype; reference consts GFP_ZONE_TABLE.
#pragma once

#include "mm/abi/gfp.hpp"
#include "mm/abi/zone.hpp"

namespace mm32 {

inline constexpr std::uint32_t kGfpZoneTable = 0x1310121;
inline constexpr std::uint32_t kGfpZoneBad = 0xe8e8;

/// The highest zone that the flags allow. Linux: gfp_zone.
constexpr ZoneIndex gfp_zone(Gfp gfp) {
  const unsigned bits = raw(gfp & Gfp::kZoneMask);
  return ZoneIndex(static_cast<std::uint8_t>((kGfpZoneTable >> (bits * 2)) & 3u));
}

/// Whether the zone bits contradict each other (Linux only tests it with CONFIG_DEBUG_VM).
constexpr bool gfp_zone_is_bad(Gfp gfp) {
  return ((kGfpZoneBad >> raw(gfp & Gfp::kZoneMask)) & 1u) != 0;
}

/// Linux: gfp_migratetype. Both mobility bits at once are a caller's mistake and count as movable.
constexpr MigrateType gfp_migrate_type(Gfp gfp) {
  if (has(gfp, Gfp::kMovable)) return MigrateType::kMovable;
  return has(gfp, Gfp::kReclaimable) ? MigrateType::kReclaimable : MigrateType::kUnmovable;
}

}  // namespace mm32
