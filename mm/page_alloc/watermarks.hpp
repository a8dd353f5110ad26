// How much of each zone is kept for whom: watermarks, lowmem_reserve, sizes of the per-CPU lists.
//
// Everything is computed from the zones' managed pages and the knobs in PageAllocState, and written
// to the zones. Linux 6.1 mm/page_alloc.c: calculate_min_free_kbytes, __setup_per_zone_wmarks,
// setup_per_zone_lowmem_reserve, zone_batchsize, zone_highsize; mm/khugepaged.c:
// set_recommended_min_free_kbytes; mm/vmstat.c: calculate_normal_threshold.
#pragma once

#include "mm/page_alloc/state.hpp"

namespace mm32 {

class Watermarks {
 public:
  explicit Watermarks(PageAllocState& state, unsigned block_order)
      : state_(&state), block_order_(block_order) {}

  /// min_free_kbytes from the size of lowmem, then everything else. On a machine with at least 512
  /// MiB khugepaged raises it; a kernel that has it turned off computes it a second time, now that
  /// there are watermarks to subtract. Linux: init_per_zone_wmark_min, start_stop_khugepaged.
  enum class Khugepaged : std::uint8_t { kAbsent, kRuns, kTurnedOff };
  void initialise(Khugepaged khugepaged);

  /// Recomputes min, low and high of every zone. Linux: setup_per_zone_wmarks.
  void setup_watermarks();
  /// Linux: setup_per_zone_lowmem_reserve.
  void setup_lowmem_reserve();
  /// Batch and high of the per-CPU lists. Linux: zone_pcp_update.
  void setup_pagesets();

  /// Pages above the high watermarks of the zones up to `highest`. Linux: nr_free_zone_pages.
  std::uint32_t nr_free_zone_pages(ZoneIndex highest) const;

 private:
  Zone& zone(unsigned z) const { return state_->node.node_zones[z]; }
  bool is_highmem(unsigned z) const;
  std::uint32_t lowmem_pages() const;
  void setup_zone(unsigned z, std::uint32_t pages_min, std::uint32_t lowmem);
  void calculate_totalreserve();
  void calculate_min_free();
  void raise_for_huge_pages();

  PageAllocState* state_;
  unsigned block_order_;
};

}  // namespace mm32
