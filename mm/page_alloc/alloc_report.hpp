// What the kernel log says about memory: the report of a failed allocation and Mem-Info.
//
// Reads the allocator's state, changes nothing but the rate limit. Linux 6.1 mm/page_alloc.c:
// warn_alloc, show_free_areas; lib/show_mem.c; the texts compare with reference oops/atomic_fail.
#pragma once

#include <string>

#include "mm/page_alloc/page_allocator.hpp"

namespace mm32 {

class AllocReport {
 public:
  explicit AllocReport(PageAllocator& pages) : pages_(pages) {}

  /// "… page allocation failure: order:0, mode:0xa20(GFP_ATOMIC), …", the stack and Mem-Info; not
  /// with Gfp::kNoWarn, and once in 10 seconds.
  void allocation_failure(Gfp gfp, Order order);
  /// The same for another text in front of ", mode:". Linux: warn_alloc.
  void warn_alloc(Gfp gfp, const std::string& text);
  /// Mem-Info. Linux: show_mem.
  void show_mem();

 private:
  void print(const std::string& line);
  void show_totals();
  void show_node();
  void show_zone(const Zone& zone, unsigned index);
  void show_free_lists(Zone& zone, unsigned index);
  void show_ram();
  std::int32_t node(NodeStat stat) const {
    return pages_.state().node.vm_stat[static_cast<unsigned>(stat)];
  }
  long node_kb(NodeStat stat) const { return 4L * node(stat); }

  PageAllocator& pages_;
};

}  // namespace mm32
