// Everything that the page allocator keeps, as one structure in guest lowmem (design D1).
//
// It begins with the node (Linux: contig_page_data); behind it lie the per-CPU lists, the knobs and
// the counters that are separate variables in Linux. mem_map, the section states and the pageblock
// flags are arrays of their own; this structure points to them.
// All of it may be damaged by a guest: what is used as an index or a bound is checked at its use.
#pragma once

#include "mm/abi/zone.hpp"

namespace mm32 {

inline constexpr unsigned kVmEvents = 100;  // NR_VM_EVENT_ITEMS of the reference kernel

/// Linux: enum vm_event_item, the items that memory management here counts. The others stay 0.
enum class VmEvent : std::uint8_t {
  kPswpin = 2,
  kPswpout = 3,
  kPgallocDma = 4,  // + the zone's index
  kAllocstallDma = 8,
  kPgfree = 16,
  kPgfault = 20,
  kPgmajfault = 21,
  kOomKill = 45,
  kPgmigrateSuccess = 46,
  kPgmigrateFail = 47,
  kCompactMigrateScanned = 51,
  kCompactFreeScanned = 52,
  kCompactIsolated = 53,
  kCompactStall = 54,
  kCompactFail = 55,
  kCompactSuccess = 56,
};

/// Beside each Zone: what Debian's kernel has no field for.
struct ZoneSide {
  ListHead cma_free_list[kOrders];
  std::uint32_t deferred_blocks;  // free order-10 blocks, counted in nr_free, not linked yet
  std::uint32_t deferred_begin;   // they all lie in frames [deferred_begin, deferred_end)
  std::uint32_t deferred_end;
};

struct PageAllocState {
  PglistData node;
  PerCpuPages pcp[kZones];
  PerCpuZonestat zonestat[kZones];
  char zone_names[kZones][8];
  ZoneSide side[kZones];
  std::uint32_t vm_events[kVmEvents];
  std::int32_t vm_zone_stat[kZoneStats];  // the zones' counters, summed
  GuestPtr<Page> mem_map;
  GuestPtr<std::uint8_t> section_states;
  std::uint32_t max_mapnr;  // mem_map has entries for frames [0, max_mapnr)
  std::uint32_t max_low_pfn;
  std::uint32_t totalram_pages;
  std::uint32_t totalhigh_pages;
  std::uint32_t movable_zone;  // ZoneIndex that ZONE_MOVABLE takes its frames from
  std::uint32_t min_free_kbytes;
  std::uint32_t user_min_free_kbytes;  // what the user asked for, 0 if nothing
  std::uint32_t watermark_scale_factor;
  std::uint32_t watermark_boost_factor;
  std::uint32_t lowmem_reserve_ratio[kZones];
  std::uint32_t init_on_alloc;  // flags, 0 or 1
  std::uint32_t page_poison;
  std::uint32_t mobility_disabled;
  std::uint32_t bad_pages_shown;  // reports since bad_pages_since_ms
  std::uint32_t bad_pages_unshown;
  std::uint32_t bad_pages_since_ms;
  std::uint32_t failures_until_ms;  // no allocation failure report before; 0: never reported
  std::uint32_t oom_victim;         // pid of the task that the OOM killer chose, 0: none
  std::uint32_t warned_order;       // the one warning about an order that is too large was given
  std::uint32_t warned_nofail;      // the one about a block that may not fail
  std::uint32_t cma_begin_pfn;      // the CMA area, empty if there is none
  std::uint32_t cma_end_pfn;
  std::uint32_t cma_area;  // guest address of cma_begin_pfn, 0 without an area: struct cma *
};

}  // namespace mm32
