// How much memory the slab caches hold that reclaim cannot get back, cache by cache.
//
// Reads the caches in guest memory; changes nothing. Linux 6.1 mm/slab_common.c:
// dump_unreclaimable_slab.
#pragma once

#include "mm/page_alloc/reclaim.hpp"
#include "mm/slab/slab.hpp"

namespace mm32 {

class UnreclaimableSlab final : public SlabCensus {
 public:
  explicit UnreclaimableSlab(const Slab& slab) : slab_(slab) {}
  void for_each_unreclaimable(const std::function<void(const Cache&)>& visit) const override;

 private:
  const Slab& slab_;
};

}  // namespace mm32
