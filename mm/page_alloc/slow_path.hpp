// What an allocation does when no zone is above its low watermark.
//
// In this order: wake kswapd and go down to the min watermark with the reserves that the flags
// open; compaction for blocks; the guest's shrinkers, after which the request is made again
// (Diagnostics::shrink_first); direct reclaim; the pages of the per-CPU lists and the high-atomic
// blocks; the OOM killer; give up with a report. A request that has to wait for others gives kAgain
// and says so (Diagnostics::wait_for): the caller sleeps and calls again, since a host call cannot
// loop until others free memory (design D2). Those are __GFP_NOFAIL, and requests of up to order 3
// that may not use the file system, for which Linux kills nobody.
// Linux 6.1 mm/page_alloc.c: __alloc_pages_slowpath, __alloc_pages_may_oom.
#pragma once

#include "mm/base/result.hpp"
#include "mm/page_alloc/alloc_flags.hpp"

namespace mm32 {

class PageAllocator;

class SlowPath {
 public:
  SlowPath(PageAllocator& pages, const AllocRequest& request) : pages_(pages), request_(request) {}
  /// The prepared block, or kNoMem after the report, or kAgain.
  Result<Page*> run();

 private:
  AllocFlags flags_of_gfp() const;
  // The reserves of requests that help to free memory; 0 if this is none of them.
  AllocFlags reserve_flags() const;
  bool is_reclaiming() const;
  void wake_kswapds();
  void count_stall();
  Page* reclaim_and_retry(AllocFlags flags);
  Page* compact_and_retry(AllocFlags flags);
  bool gives_up_early() const;
  bool may_kill() const;
  Result<Page*> kill_and_retry();
  Result<Page*> give_up();
  Result<Page*> wait();
  bool is_costly() const { return request_.order.raw() > kCostlyOrder; }
  bool cannot_fail() const {
    return has(request_.gfp, Gfp::kNoFail) && has(request_.gfp, Gfp::kDirectReclaim);
  }

  PageAllocator& pages_;
  AllocRequest request_;
};

}  // namespace mm32
