#include "emu/explain/nearest_allocation.hpp"

namespace mm32::emu {
namespace {

constexpr std::uint64_t kFar = 64 * 1024;

// Where `address` lies seen from the allocation; nothing when it is too far away.
std::optional<NearestAllocation> relate(const Allocation& a, VirtAddr address,
                                        VirtAddr lowmem_end) {
  using Relation = NearestAllocation::Relation;
  if (a.kind == AllocationKind::kCache) return std::nullopt;
  const std::uint64_t at = address.raw();
  const std::uint64_t begin = a.begin();
  if (a.kind == AllocationKind::kPages && begin >= lowmem_end.raw()) return std::nullopt;
  const std::uint64_t end = begin + a.bytes;
  if (at >= begin && at < end) return NearestAllocation{a, Relation::kInside, at - begin};
  if (at >= end && at - end < kFar) return NearestAllocation{a, Relation::kPastEnd, at - end};
  if (at < begin && begin - at < kFar) return NearestAllocation{a, Relation::kBefore, begin - at};
  return std::nullopt;
}

bool is_nearer(const NearestAllocation& a, const std::optional<NearestAllocation>& b) {
  using Relation = NearestAllocation::Relation;
  if (!b) return true;
  const bool a_inside = a.relation == Relation::kInside;
  const bool b_inside = b->relation == Relation::kInside;
  return a_inside != b_inside ? a_inside : !a_inside && a.distance < b->distance;
}

}  // namespace

std::optional<NearestAllocation> nearest_allocation(const AllocationTracker& tracker,
                                                    VirtAddr address, VirtAddr lowmem_end) {
  std::optional<NearestAllocation> best;
  for (const Allocation& a : tracker.live())
    if (const auto found = relate(a, address, lowmem_end); found && is_nearer(*found, best))
      best = found;
  for (const FreedAllocation& freed : tracker.recently_freed()) {
    auto found = relate(freed.allocation, address, lowmem_end);
    if (!found || !is_nearer(*found, best)) continue;
    found->is_freed = true;
    found->freed_by = freed.freed_by;
    best = found;
  }
  return best;
}

}  // namespace mm32::emu
