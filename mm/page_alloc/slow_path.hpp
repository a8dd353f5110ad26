// What an allocation does when no zone is above its low watermark.
//
// In this order: wake kswapd and go down to the min watermark with the reserves that the flags
// open; compaction for blocks; direct reclaim; the pages of the per-CPU lists and the high-atomic
// blocks; the OOM killer; give up with a report. __GFP_NOFAIL gives up with kAgain: the caller
// sleeps and calls again, since a host call cannot loop until others free memory (design D2).
// Linux 6.1 mm/page_alloc.c: __alloc_pages_slowpath.
#pragma once

#include "mm/base/result.hpp"
#include "mm/page_alloc/alloc_flags.hpp"

namespace mm32 {

class PageAllocator;

class SlowPath {
 public:
  SlowPath(PageAllocator& pages, const AllocRequest& request) : pages_(pages), request_(request) {}
  /// The prepared block, or kNoMem or kAgain after the report.
  Result<Page*> run();

 private:
  AllocFlags flags_of_gfp() const;
  void wake_kswapds();
  Page* reclaim_and_retry(AllocFlags flags);
  Page* compact_and_retry(AllocFlags flags);
  Page* kill_and_retry();
  Result<Page*> give_up();
  bool is_costly() const { return request_.order.raw() > kCostlyOrder; }

  PageAllocator& pages_;
  AllocRequest request_;
};

}  // namespace mm32
