#include "mm/page_alloc/slow_path.hpp"

#include "mm/page_alloc/alloc_report.hpp"
#include "mm/page_alloc/compaction.hpp"
#include "mm/page_alloc/oom_killer.hpp"
#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {
namespace {

constexpr int kMaxReclaimRetries = 16;  // Linux: MAX_RECLAIM_RETRIES

// The place of Linux's own warning about an order that cannot be had.
constexpr WarnSite kOrderTooLarge{"mm/page_alloc.c", 5634, "__alloc_pages"};

}  // namespace

// Linux: gfp_to_alloc_flags.
AllocFlags SlowPath::flags_of_gfp() const {
  auto flags =
      AllocFlags::kWmarkMin | AllocFlags(raw(request_.gfp & (Gfp::kHigh | Gfp::kKswapdReclaim)));
  if (has(request_.gfp, Gfp::kAtomicFlag) && !has(request_.gfp, Gfp::kNoMemalloc))
    flags = flags | AllocFlags::kHarder;
  if (request_.type == MigrateType::kMovable) flags = flags | AllocFlags::kCma;
  return flags;
}

// Linux: __gfp_pfmemalloc_flags.
AllocFlags SlowPath::reserve_flags() const {
  if (has(request_.gfp, Gfp::kNoMemalloc)) return AllocFlags::kWmarkMin;
  if (has(request_.gfp, Gfp::kMemalloc) || is_reclaiming()) return AllocFlags::kNoWatermarks;
  return OomKiller::is_victim(pages_) ? AllocFlags::kOom : AllocFlags::kWmarkMin;
}

void SlowPath::wake_kswapds() {
  for (unsigned z = raw(request_.highest) + 1; z-- > 0;) {
    Zone& zone = pages_.state().node.node_zones[z];
    if (zone.managed_pages != 0) pages_.wake_kswapd(zone, request_.order, request_.highest);
  }
}

Result<Page*> SlowPath::run() {
  if (request_.order.raw() > kMaxOrder) {
    if (!has(request_.gfp, Gfp::kNoWarn) && pages_.state().warned_order == 0) {
      pages_.state().warned_order = 1;
      pages_.context().diagnostics.warning(kOrderTooLarge, {});
    }
    return fail(Errno::kNoMem);
  }
  AllocFlags flags = flags_of_gfp();
  if (has(flags, AllocFlags::kKswapd)) wake_kswapds();
  if (Page* page = pages_.take_from_zones(request_, flags)) return page;
  const bool can_reclaim = has(request_.gfp, Gfp::kDirectReclaim);
  if (can_reclaim &&
      (is_costly() || (request_.order != Order(0) && request_.type != MigrateType::kMovable)))
    if (Page* page = compact_and_retry(flags)) return page;
  if (const AllocFlags reserves = reserve_flags(); reserves != AllocFlags::kWmarkMin) {
    flags = reserves | (flags & (AllocFlags::kKswapd | AllocFlags::kCma));
    if (Page* page = pages_.take_from_zones(request_, flags)) return page;
  }
  if (!can_reclaim || is_reclaiming()) return give_up();
  if (pages_.context().diagnostics.shrink_first(raw(request_.gfp), request_.order.raw())) {
    count_stall();
    return fail(Errno::kAgain);
  }
  if (Page* page = reclaim_and_retry(flags)) return page;
  if (Page* page = compact_and_retry(flags)) return page;
  return gives_up_early() ? give_up() : kill_and_retry();
}

bool SlowPath::gives_up_early() const {
  return has(request_.gfp, Gfp::kNoRetry) ||
         (is_costly() && !has(request_.gfp, Gfp::kRetryMayfail));
}

bool SlowPath::is_reclaiming() const { return pages_.context().diagnostics.is_reclaiming(); }

void SlowPath::count_stall() {
  pages_.count(VmEvent(static_cast<std::uint8_t>(static_cast<unsigned>(VmEvent::kAllocstallDma) +
                                                 raw(request_.highest))));
}

Page* SlowPath::reclaim_and_retry(AllocFlags flags) {
  count_stall();
  Reclaimer* const reclaimer = pages_.reclaimer();
  for (int retry = 0; reclaimer != nullptr && retry < kMaxReclaimRetries; ++retry) {
    const Pages progress =
        reclaimer->try_to_free_pages(request_.highest, request_.order, request_.gfp);
    if (Page* page = pages_.take_from_zones(request_, flags)) return page;
    if (progress == Pages(0) || has(request_.gfp, Gfp::kNoRetry)) break;
  }
  // Nothing could be reclaimed: kswapd has given up.
  if (reclaimer == nullptr) pages_.state().node.kswapd_failures = kMaxReclaimRetries;
  pages_.mobility().unreserve_high_atomic(request_.type, Mobility::Extent::kLastToo);
  pages_.per_cpu().drain_all();
  return pages_.take_from_zones(request_, flags);
}

Page* SlowPath::compact_and_retry(AllocFlags flags) {
  if (request_.order == Order(0) || pages_.migrator() == nullptr) return nullptr;
  pages_.count(VmEvent::kCompactStall);
  Compaction compaction(pages_);
  for (unsigned z = raw(request_.highest) + 1; z-- > 0;)
    compaction.compact_zone(ZoneIndex(static_cast<std::uint8_t>(z)), request_.order);
  Page* const page = pages_.take_from_zones(request_, flags);
  pages_.count(page != nullptr ? VmEvent::kCompactSuccess : VmEvent::kCompactFail);
  return page;
}

// Killing tasks is for what everybody needs: not for large blocks, nor for a zone that few use.
bool SlowPath::may_kill() const {
  return !is_costly() && !has(request_.gfp, Gfp::kRetryMayfail | Gfp::kThisNode) &&
         request_.highest >= ZoneIndex::kNormal;
}

Result<Page*> SlowPath::kill_and_retry() {
  if (Page* page = pages_.take_from_zones(request_, AllocFlags::kWmarkHigh)) return page;
  if (!may_kill()) return give_up();
  if (Reclaimer* const reclaimer = pages_.reclaimer(); reclaimer != nullptr)
    if (reclaimer->out_of_memory(request_.gfp, request_.order))
      if (Page* page = pages_.take_from_zones(request_, flags_of_gfp())) return page;
  OomKiller killer(pages_);
  const OomKiller::Verdict verdict = killer.out_of_memory(request_.gfp, request_.order);
  if (verdict == OomKiller::Verdict::kNobody) return give_up();
  if (cannot_fail()) {
    if (Page* page = pages_.take_from_zones(request_, AllocFlags::kNoWatermarks)) return page;
    if (verdict == OomKiller::Verdict::kWait) return wait();
    killer.deadlocked(request_.gfp, request_.order);
    return fail(Errno::kAgain);
  }
  if (verdict == OomKiller::Verdict::kWait) return wait();
  if (verdict == OomKiller::Verdict::kKilled)
    if (Page* page = pages_.take_from_zones(request_, reserve_flags())) return page;
  return give_up();
}

Result<Page*> SlowPath::wait() {
  pages_.context().diagnostics.wait_for("free pages");
  return fail(Errno::kAgain);
}

Result<Page*> SlowPath::give_up() {
  if (cannot_fail()) {
    if (Page* page = pages_.take_from_zones(request_, AllocFlags::kHarder)) return page;
    return wait();
  }
  AllocReport(pages_).allocation_failure(request_.gfp, request_.order);
  return fail(Errno::kNoMem);
}

}  // namespace mm32
