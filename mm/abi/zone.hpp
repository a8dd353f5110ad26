// struct zone, struct pglist_data and what hangs on them, in the layout of Linux 6.1 i386 (Debian
// 6.1.0-50-686; offsets read off the real kernel with an offsetof module; the -pae flavour's
// are equal). The kernel was built without CMA: the free lists of CMA blocks lie beside the zone
// (page_alloc/state.hpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include "mm/abi/list.hpp"
#include "mm/abi/page.hpp"

namespace mm32 {

inline constexpr unsigned kMaxOrder = 10;  // the largest order; Linux's MAX_ORDER is 11
inline constexpr unsigned kOrders = kMaxOrder + 1;
inline constexpr unsigned kZones = 4;  // consts: __MAX_NR_ZONES
inline constexpr unsigned kCostlyOrder = 3;

/// Linux: enum zone_type, i386 without ZONE_DMA32.
enum class ZoneIndex : std::uint8_t { kDma = 0, kNormal = 1, kHighmem = 2, kMovable = 3 };
constexpr unsigned raw(ZoneIndex z) { return static_cast<unsigned>(z); }

/// Linux: enum migratetype. kCma has no list in FreeArea: see above.
enum class MigrateType : std::uint8_t {
  kUnmovable = 0,
  kMovable = 1,
  kReclaimable = 2,
  kHighAtomic = 3,
  kIsolate = 4,
  kCma = 5,
};
constexpr unsigned raw(MigrateType t) { return static_cast<unsigned>(t); }
inline constexpr unsigned kPcpTypes = 3;
inline constexpr unsigned kMigrateTypes = 5;
inline constexpr unsigned kPcpLists = 14;  // 3 types x orders 0-3, 2 for huge pages

/// Linux: enum zone_watermarks.
enum class Watermark : std::uint8_t { kMin = 0, kLow = 1, kHigh = 2, kPromo = 3 };

/// Linux: enum zone_stat_item.
enum class ZoneStat : std::uint8_t {
  kFreePages = 0,
  kInactiveAnon,
  kActiveAnon,
  kInactiveFile,
  kActiveFile,
  kUnevictable,
  kWritePending,
  kMlock,
  kBounce,
  kZspages,
  kFreeCma,
};
inline constexpr unsigned kZoneStats = 11;  // consts: NR_VM_ZONE_STAT_ITEMS

/// Bits of Zone::flags. Linux: enum zone_flags.
inline constexpr std::uint32_t kZoneBoostedWatermark = 1u << 0;
inline constexpr std::uint32_t kZoneReclaimActive = 1u << 1;

struct FreeArea {
  ListHead free_list[kMigrateTypes];
  std::uint32_t nr_free;
};
static_assert(sizeof(FreeArea) == 44);  // consts: sizeof(struct free_area)

struct PglistData;

struct PerCpuPages {
  std::uint32_t lock;
  std::int32_t count;
  std::int32_t high;
  std::int32_t batch;
  std::int16_t free_factor;
  std::uint16_t pad0;
  ListHead lists[kPcpLists];
  std::uint32_t pad1[15];
};
static_assert(sizeof(PerCpuPages) == 192);  // consts: sizeof(struct per_cpu_pages)
static_assert(offsetof(PerCpuPages, free_factor) == 16 && offsetof(PerCpuPages, lists) == 20);

struct PerCpuZonestat {
  std::int8_t vm_stat_diff[kZoneStats];
  std::int8_t stat_threshold;
};
static_assert(sizeof(PerCpuZonestat) == 12);

struct Zone {
  std::uint32_t watermark[4];  // Linux: _watermark, without the boost
  std::uint32_t watermark_boost;
  std::uint32_t nr_reserved_highatomic;
  std::uint32_t lowmem_reserve[kZones];
  GuestPtr<PglistData> zone_pgdat;
  GuestPtr<PerCpuPages> per_cpu_pageset;
  GuestPtr<PerCpuZonestat> per_cpu_zonestats;
  std::int32_t pageset_high;
  std::int32_t pageset_batch;
  GuestPtr<std::uint32_t> pageblock_flags;  // 4 bits a pageblock, from the zone's first block
  std::uint32_t zone_start_pfn;
  std::uint32_t managed_pages;
  std::uint32_t spanned_pages;
  std::uint32_t present_pages;
  GuestPtr<char> name;
  std::uint32_t nr_isolate_pageblock;
  std::int32_t initialized;
  std::uint32_t pad1[9];
  FreeArea free_area[kOrders];
  std::uint32_t flags;
  std::uint32_t lock;
  std::uint32_t pad2[5];
  std::uint32_t percpu_drift_mark;
  std::uint32_t compact_cached_free_pfn;
  std::uint32_t compact_cached_migrate_pfn[2];
  std::uint32_t compact_init_migrate_pfn;
  std::uint32_t compact_init_free_pfn;
  std::uint32_t compact_considered;
  std::uint32_t compact_defer_shift;
  std::int32_t compact_order_failed;
  std::uint8_t compact_blockskip_flush;
  std::uint8_t contiguous;
  std::uint8_t pad3[26];
  std::int32_t vm_stat[kZoneStats];
  std::uint32_t pad4[5];

  std::uint32_t end_pfn() const { return zone_start_pfn + spanned_pages; }
  bool contains(Pfn pfn) const { return pfn.raw() - zone_start_pfn < spanned_pages; }
  std::int32_t& stat(ZoneStat s) { return vm_stat[static_cast<unsigned>(s)]; }
  std::int32_t stat(ZoneStat s) const { return vm_stat[static_cast<unsigned>(s)]; }
  /// Linux: wmark_pages(): the boost counts.
  std::uint32_t wmark(Watermark w) const {
    return watermark[static_cast<unsigned>(w)] + watermark_boost;
  }
};
static_assert(sizeof(Zone) == 768);  // consts: sizeof(struct zone)
static_assert(offsetof(Zone, lowmem_reserve) == 24 && offsetof(Zone, zone_pgdat) == 40);
static_assert(offsetof(Zone, zone_start_pfn) == 64 && offsetof(Zone, managed_pages) == 68);
static_assert(offsetof(Zone, spanned_pages) == 72 && offsetof(Zone, present_pages) == 76);
static_assert(offsetof(Zone, name) == 80 && offsetof(Zone, free_area) == 128);
static_assert(offsetof(Zone, flags) == 612 && offsetof(Zone, lock) == 616);
static_assert(offsetof(Zone, percpu_drift_mark) == 640);
static_assert(offsetof(Zone, compact_order_failed) == 672 && offsetof(Zone, contiguous) == 677);
static_assert(offsetof(Zone, vm_stat) == 704);

struct Zoneref {
  GuestPtr<Zone> zone;
  std::int32_t zone_idx;
};
/// All zones from the highest populated one down, ended by a null zone. Linux: struct zonelist.
struct Zonelist {
  Zoneref zonerefs[kZones + 1];
};
static_assert(sizeof(Zonelist) == 40);

/// Linux: enum node_stat_item, the items that something here keeps.
enum class NodeStat : std::uint8_t {
  kInactiveAnon = 0,
  kActiveAnon = 1,
  kInactiveFile = 2,
  kActiveFile = 3,
  kUnevictable = 4,
  kSlabReclaimable = 5,  // in pages; Linux counts bytes and prints pages
  kSlabUnreclaimable = 6,
  kIsolatedAnon = 7,
  kIsolatedFile = 8,
  kAnonPages = 17,
  kMapped = 18,
  kFilePages = 19,
  kDirty = 20,
  kWriteback = 21,
  kWritebackTemp = 22,
  kShmem = 23,
  kShmemThps = 24,
  kShmemPmdMapped = 25,
  kAnonThps = 28,
  kKernelMiscReclaimable = 34,
  kKernelStackKb = 37,
  kPageTable = 38,
  kSecPageTable = 39,
  kSwapCache = 40,
};
inline constexpr unsigned kNodeStats = 41;  // consts: NR_VM_NODE_STAT_ITEMS

struct PglistData {
  Zone node_zones[kZones];
  Zonelist node_zonelists;
  std::int32_t nr_zones;
  GuestPtr<Page> node_mem_map;
  std::uint32_t pad0;
  std::uint32_t node_start_pfn;
  std::uint32_t node_present_pages;
  std::uint32_t node_spanned_pages;
  std::int32_t node_id;
  std::uint32_t pad1[20];
  GuestPtr<void> kswapd;
  std::int32_t kswapd_order;
  std::int32_t kswapd_highest_zoneidx;
  std::int32_t kswapd_failures;
  std::uint32_t pad2[7];
  std::uint32_t totalreserve_pages;
  std::uint32_t pad3[19];
  std::uint8_t lruvec[700];  // Linux: struct lruvec __lruvec
  std::uint32_t flags;
  std::uint32_t pad4[44];
  GuestPtr<std::uint8_t> per_cpu_nodestats;
  std::int32_t vm_stat[kNodeStats];
  std::uint32_t pad5[6];
};
static_assert(sizeof(PglistData) == 4416);  // consts: sizeof(struct pglist_data)
static_assert(offsetof(PglistData, node_zonelists) == 3072 &&
              offsetof(PglistData, nr_zones) == 3112);
static_assert(offsetof(PglistData, node_mem_map) == 3116);
static_assert(offsetof(PglistData, node_start_pfn) == 3124 &&
              offsetof(PglistData, node_id) == 3136);
static_assert(offsetof(PglistData, kswapd) == 3220);
static_assert(offsetof(PglistData, totalreserve_pages) == 3264);
static_assert(offsetof(PglistData, lruvec) == 3344 && offsetof(PglistData, flags) == 4044);
static_assert(offsetof(PglistData, per_cpu_nodestats) == 4224);
static_assert(offsetof(PglistData, vm_stat) == 4228);

}  // namespace mm32
