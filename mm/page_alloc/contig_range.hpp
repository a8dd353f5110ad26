// Allocates a given range of frames, and the CMA area on top of that.
//
// The pageblocks of the range are isolated: their free pages go to lists that nobody allocates
// from. Pages in use are moved away by their owners, then the whole range is taken off the lists.
// I1  isolated free pages do not count in NR_FREE_PAGES.
// I2  after a failed call every page is as it was, apart from pages that were moved.
// Linux 6.1 mm/page_isolation.c; mm/page_alloc.c: alloc_contig_range; mm/cma.c.
#pragma once

#include <vector>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

class ContigRange {
 public:
  explicit ContigRange(PageAllocator& pages) : pages_(pages) {}

  /// Every frame of `range` becomes a single page with one reference; nothing if it is empty.
  /// kBusy: a page in it cannot be moved, is no memory, or its pageblocks are not all of one zone.
  Result<void> allocate(PfnRange range);
  /// Frees `range` page by page. Linux: free_contig_range.
  void free(PfnRange range);

  /// `count` frames of the CMA area, aligned to 2^alignment. kInval: there is no area; kNoMem: no
  /// room. Linux: cma_alloc.
  Result<Pfn> cma_alloc(Pages count, Order alignment);
  /// False if the range is not in the area. Linux: cma_release.
  bool cma_release(Pfn pfn, Pages count);

  /// Takes the free pages of a pageblock out of circulation. Linux: set_migratetype_isolate.
  void isolate_block(Zone& zone, Pfn block);
  /// The reverse. Linux: unset_migratetype_isolate.
  void unisolate_block(Zone& zone, Pfn block, MigrateType type);

 private:
  struct Block {
    Pfn pfn;
    MigrateType type;
  };
  bool may_take(PfnRange range) const;
  std::vector<Block> isolate(Zone& zone, PfnRange range);
  bool evacuate(PfnRange range);
  bool all_free(PfnRange range, Pfn& first_block) const;
  void take(Zone& zone, PfnRange range, Pfn first_block);
  Pfn block_holding(Pfn pfn) const;

  PageAllocator& pages_;
};

}  // namespace mm32
