// What the page allocator asks of others when memory is short.
//
// Without a Reclaimer nothing is reclaimable and a boosted watermark falls back at once, as if
// kswapd had run. All of these are leaf calls: they may free pages, they never run guest code.
#pragma once

#include <functional>
#include <string>

#include "mm/abi/gfp.hpp"
#include "mm/abi/zone.hpp"
#include "mm/base/types.hpp"

namespace mm32 {

class Reclaimer {
 public:
  virtual ~Reclaimer() = default;
  /// Direct reclaim; the number of pages freed. Linux: try_to_free_pages.
  virtual Pages try_to_free_pages(ZoneIndex highest, Order order, Gfp gfp) = 0;
  /// Linux: wakeup_kswapd.
  virtual void wakeup_kswapd(Zone& zone, Order order, ZoneIndex highest) = 0;
  /// Whether a task was killed, so that trying again makes sense. Linux: out_of_memory.
  virtual bool out_of_memory(Gfp gfp, Order order) = 0;
};

/// What the slab caches hold, for the report of the OOM killer.
class SlabCensus {
 public:
  struct Cache {
    std::string name;
    std::uint64_t used_bytes;
    std::uint64_t total_bytes;
  };
  virtual ~SlabCensus() = default;
  /// Every cache with slabs that reclaim cannot shrink, newest first. Linux:
  /// dump_unreclaimable_slab.
  virtual void for_each_unreclaimable(const std::function<void(const Cache&)>& visit) const = 0;
};

/// Who can move pages in use: their owners. Without one no page in use is movable.
class PageMigrator {
 public:
  virtual ~PageMigrator() = default;
  /// Whether the frame's page could be moved now.
  virtual bool is_movable(Pfn pfn) = 0;
  /// Moves contents and all references of `from` to the allocated frame `to` and drops `from`.
  /// False: nothing changed. Linux: migrate_pages for one page.
  virtual bool migrate(Pfn from, Pfn to) = 0;
};

}  // namespace mm32
