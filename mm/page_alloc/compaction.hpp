// Makes large free blocks by moving pages in use towards the end of the zone.
//
//   zone start ─► migrate scanner: pages that can be moved      free scanner ◄─ zone end
// ends where the scanners meet, or when a block of the wanted order is free. Only pages whose owner
// (PageMigrator) says so are moved; sections that nobody touched are left alone.
// Linux 6.1 mm/compaction.c: compact_zone.
#pragma once

#include "mm/abi/zone.hpp"
#include "mm/base/types.hpp"

namespace mm32 {

class PageAllocator;
class PageMigrator;

class Compaction {
 public:
  explicit Compaction(PageAllocator& pages) : pages_(pages) {}

  /// Stops early when the zone has a free block of `wanted` or more. Pages moved.
  Pages compact_zone(ZoneIndex zone, Order wanted);
  /// Everything, as a write to /proc/sys/vm/compact_memory does. Pages moved.
  Pages compact_all();

 private:
  bool has_block(Zone& zone, Order wanted) const;
  // A single free page from a movable pageblock above `floor`, scanning down from `ceiling`.
  Page* take_target(Zone& zone, Pfn floor, Pfn& ceiling);
  bool move(Zone& zone, PageMigrator& migrator, Pfn from, Pfn& ceiling);

  PageAllocator& pages_;
};

}  // namespace mm32
