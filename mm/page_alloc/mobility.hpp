// Keeps blocks of one kind of mobility together: which list an allocation takes from, and what
// happens when its own lists are empty.
//
// A request that finds nothing of its type takes the largest free block of another one and, where
// that helps, the whole pageblock with it. A few pageblocks are kept for atomic requests of more
// than one page.
// F1  a pageblock's free blocks are on the lists of its type, except for single blocks that were
//     stolen without the pageblock.
// Linux 6.1 mm/page_alloc.c: __rmqueue, __rmqueue_fallback, steal_suitable_fallback,
// reserve_highatomic_pageblock, boost_watermark.
#pragma once

#include <optional>

#include "mm/page_alloc/alloc_flags.hpp"
#include "mm/page_alloc/free_lists.hpp"

namespace mm32 {

class Mobility {
 public:
  explicit Mobility(FreeLists& lists) : lists_(lists) {}

  /// A block of `order`, preferably of `type`, off the lists and counted as taken; nullptr if the
  /// zone has none. Linux: __rmqueue.
  Page* take(Zone& zone, Order order, MigrateType type, AllocFlags flags) {
    Page* page = nullptr;
    if (has(flags, AllocFlags::kCma) && prefers_cma(zone)) [[unlikely]]
      page = lists_.take_smallest(zone, order, MigrateType::kCma);
    if (page == nullptr) [[likely]]
      page = lists_.take_smallest(zone, order, type);
    if (page == nullptr) [[unlikely]]
      page = take_other(zone, order, type, flags);
    if (page != nullptr)
      lists_.account_taken(zone, order.pages().raw(),
                           MigrateType(static_cast<std::uint8_t>(page->index)));
    return page;
  }
  /// A block from the reserve for atomic requests. Linux: __rmqueue_smallest(MIGRATE_HIGHATOMIC).
  Page* take_high_atomic(Zone& zone, Order order);

  /// Keeps the pageblock of a block that an atomic request has just taken, up to 1 % of the zone.
  void reserve_high_atomic(Zone& zone, Pfn pfn);
  /// Returns one reserved pageblock to `type`; kLastToo: even the last one. True if it freed one.
  enum class Extent : std::uint8_t { kKeepLast, kLastToo };
  bool unreserve_high_atomic(MigrateType type, Extent extent);

  struct Moved {
    std::uint32_t free = 0;     // free pages, now on the lists of the new type
    std::uint32_t movable = 0;  // pages in use that could be moved
  };
  /// Puts all free blocks of the pageblock around `pfn` on the lists of `type`. Nothing if the zone
  /// ends inside of the block. Linux: move_freepages_block.
  Moved move_block(Zone& zone, Pfn pfn, MigrateType type);

 private:
  struct Candidate {
    MigrateType type;
    bool whole_block;  // the pageblock may be taken over
  };
  // Movable requests use a CMA area evenly: from the moment that it is more than half of what is
  // free.
  static bool prefers_cma(const Zone& zone) {
    return zone.stat(ZoneStat::kFreeCma) > zone.stat(ZoneStat::kFreePages) / 2;
  }
  Page* take_other(Zone& zone, Order order, MigrateType type, AllocFlags flags);
  bool fall_back(Zone& zone, Order order, MigrateType type, AllocFlags flags);
  std::optional<Candidate> find_candidate(Zone& zone, Order order, MigrateType type) const;
  void steal(Zone& zone, Page& page, Order order, MigrateType type, AllocFlags flags,
             bool whole_block);
  bool boost_watermark(Zone& zone) const;
  bool may_take_block(Order order, MigrateType type) const;

  FreeLists& lists_;
};

}  // namespace mm32
