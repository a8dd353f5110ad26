#include "mm/slab/unreclaimable_slab.hpp"

#include <algorithm>

#include "mm/slab/slub_report.hpp"

namespace mm32 {

void UnreclaimableSlab::for_each_unreclaimable(
    const std::function<void(const Cache&)>& visit) const {
  const SlabContext& ctx = slab_.context();
  slab_.for_each_cache([&](const KmemCache& s) {
    const KmemCacheNode* const node = ctx.view.object(s.node);
    if (any(s.flags & SlabFlags::kReclaimAccount) || node == nullptr || node->total_objects == 0)
      return;
    const std::uint64_t total = node->total_objects;
    const std::uint64_t free = std::min<std::uint64_t>(total, count_free(ctx, *node));
    visit({guest_string(ctx.view, VirtAddr(s.name)), (total - free) * s.size, total * s.size});
  });
}

}  // namespace mm32
