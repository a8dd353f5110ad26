// The buddy system of all zones: free blocks of 2^order frames, by order and migrate type.
//
// State: Zone::free_area, ZoneSide, struct page and the pageblock flags, all in guest RAM. A free
// block's head has PG_buddy in its page_type, its order in private_, and hangs on the list of its
// type by lru. Counts go along: nr_free of the order, NR_FREE_PAGES, NR_FREE_CMA_PAGES.
//
// B1  a block of order o begins at a frame that is a multiple of 2^o.
// B2  free blocks are disjoint; no two free buddies of one zone stand side by side in a pageblock.
//     (Whole pageblocks join when one is freed; a later change of their types does not join them.)
// B3  nr_free(o) = linked blocks of order o (+ deferred ones at the largest order).
// B4  the zone's NR_FREE_PAGES = the sum of nr_free(o) * 2^o.
// B5  while a zone has deferred blocks, its movable list of the largest order is not empty.
// B6  a section is kFree only if its block is deferred.
// Deferred blocks are sections that nobody touched since boot: they count as free, and are
// initialised and linked at the tail one by one as the list runs empty, or when somebody looks at
// one (ensure()). Linux 6.1 mm/page_alloc.c: __free_one_page, expand, __rmqueue_smallest.
#pragma once

#include "mm/boot/mem_map.hpp"
#include "mm/context.hpp"
#include "mm/page_alloc/state.hpp"

namespace mm32 {

inline constexpr std::uint8_t kPagePoison = 0xaa;  // Linux: PAGE_POISON

inline constexpr unsigned kBlockBits = 4;  // Linux: NR_PAGEBLOCK_BITS
inline constexpr unsigned kBlocksPerWord = 32 / kBlockBits;

enum class FreeTo : std::uint8_t { kHead, kTail, kLikelyMerge };

class FreeLists {
 public:
  FreeLists(const MmContext& context, PageAllocState& state, MemMap mem_map, unsigned block_order);

  const Ram& ram() const { return *ram_; }
  PageAllocState& state() const { return *state_; }
  MemMap& map() { return map_; }
  const MemMap& map() const { return map_; }
  EventStream& events() const { return *events_; }

  Zone& zone(ZoneIndex z) const { return state_->node.node_zones[raw(z)]; }
  Zone& zone_of(const Page& page) const { return state_->node.node_zones[page.zone_index()]; }
  ZoneIndex index_of(const Zone& zone) const {
    return ZoneIndex(static_cast<std::uint8_t>(&zone - state_->node.node_zones));
  }
  ZoneSide& side(const Zone& zone) const { return state_->side[raw(index_of(zone))]; }

  /// The frame's struct page, its section initialised. `pfn` < capacity().
  Page& page(Pfn pfn) {
    if (map_.state(pfn) != SectionState::kReady) [[unlikely]]
      ensure(pfn);
    return map_.at(pfn);
  }
  /// Initialises the section that holds `pfn` if that was deferred.
  void ensure(Pfn pfn);

  /// Pageblocks. Linux: pageblock_order, get/set_pageblock_migratetype.
  unsigned block_order() const { return block_order_; }
  std::uint32_t block_pages() const { return 1u << block_order_; }
  /// The number of the block that holds `pfn` within the zone's flags.
  std::uint32_t block_index(const Zone& zone, Pfn pfn) const {
    return (pfn.raw() - (zone.zone_start_pfn & ~(block_pages() - 1))) >> block_order_;
  }
  MigrateType block_type(Pfn pfn) const { return block_type(zone_of(map_.at(pfn)), pfn); }
  MigrateType block_type(const Zone& zone, Pfn pfn) const {
    const unsigned shift = block_index(zone, pfn) % kBlocksPerWord * kBlockBits;
    const std::uint32_t type = (block_word(zone, pfn) >> shift) & 7u;
    return MigrateType(static_cast<std::uint8_t>(type <= raw(MigrateType::kCma) ? type : 0));
  }
  void set_block_type(const Zone& zone, Pfn pfn, MigrateType type);

  ListHead& list(Zone& zone, Order order, MigrateType type) const {
    return type == MigrateType::kCma ? side(zone).cma_free_list[order.raw()]
                                     : zone.free_area[order.raw()].free_list[raw(type)];
  }
  bool empty(Zone& zone, Order order, MigrateType type) const {
    return list_empty(list(zone, order, type));
  }

  /// The smallest free block of exactly `type` that holds `order`, split down to it, taken off the
  /// lists with its page's index set to the type; nullptr if there is none. NR_FREE_PAGES is left
  /// to the caller (account_taken). Linux: __rmqueue_smallest.
  Page* take_smallest(Zone& zone, Order order, MigrateType type);
  /// Takes the whole free block `page` of `order` off its list. Linux: del_page_from_free_list.
  void remove(Zone& zone, Page& page, Order order);
  /// Splits a block that is off the lists: the upper parts become free. Linux: expand.
  void split(Zone& zone, Page& page, Order from, Order to, MigrateType type);
  /// Puts a free block on the list of another type, at the tail. Linux: move_to_free_list.
  void move(Zone& zone, Page& page, Order order, MigrateType type);
  /// Frees a block whose pages were checked: joins it with free buddies, counts it as free.
  /// Linux: __free_one_page.
  void free_block(Zone& zone, Pfn pfn, Order order, MigrateType type, FreeTo where);
  /// Counts 2^order frames of `type` as no longer free. Linux: __mod_zone_freepage_state.
  void account_taken(Zone& zone, std::uint32_t pages, MigrateType type);

  /// Adds to a counter of the zone and to its sum. Linux: zone_page_state_add.
  void add_zone_stat(Zone& zone, ZoneStat stat, std::int32_t n) {
    zone.stat(stat) += n;
    state_->vm_zone_stat[static_cast<unsigned>(stat)] += n;
  }
  /// Counts free frames of `type`, or of no longer free ones. Linux: __mod_zone_freepage_state.
  void add_free(Zone& zone, std::int32_t pages, MigrateType type) {
    add_zone_stat(zone, ZoneStat::kFreePages, pages);
    if (type == MigrateType::kCma) [[unlikely]]
      add_zone_stat(zone, ZoneStat::kFreeCma, pages);
  }

  /// Counts the sections [begin, end) of a zone as free order-10 blocks without touching them.
  void defer(Zone& zone, PfnRange sections);
  /// Keeps B5. Called after blocks were taken or deferred.
  void refill(Zone& zone);

 private:
  void link(Zone& zone, Page& page, Order order, MigrateType type, FreeTo where);
  Page* free_buddy(const Zone& zone, Pfn pfn, Order order);
  bool merge_likely(const Zone& zone, Pfn pfn, Pfn buddy, Order order);
  void make_ready(Zone& zone, Pfn section);
  ZoneIndex zone_at(Pfn pfn) const;
  // The flags word of the block that holds `pfn`. The address wraps at 32 bits, so a damaged zone
  // reads nonsense but stays inside of the RAM window.
  std::uint32_t& block_word(const Zone& zone, Pfn pfn) const {
    return ram_->at(GuestPtr<std::uint32_t>(zone.pageblock_flags.raw +
                                            block_index(zone, pfn) / kBlocksPerWord * 4));
  }

  const Ram* ram_;
  EventStream* events_;
  PageAllocState* state_;
  MemMap map_;
  unsigned block_order_;
};

inline bool is_buddy_of_order(const Page& page, Order order) {
  return page.is_buddy() && page.private_ == order.raw();
}

}  // namespace mm32
