// Which allocation an address belongs to or is next to, live or freed.
#pragma once

#include <optional>

#include "emu/leaks/allocation_tracker.hpp"

namespace mm32::emu {

struct NearestAllocation {
  enum class Relation : std::uint8_t { kInside, kPastEnd, kBefore };
  Allocation allocation{};
  Relation relation = Relation::kInside;
  std::uint64_t distance = 0;  // bytes from the beginning, the end, or to the beginning
  bool is_freed = false;
  StackId freed_by = kUnknownStack;
};

/// A live allocation that holds the address, else the one freed last that did, else the nearest one
/// within 64 KB. Page blocks from `lowmem_end` on have no address of their own.
std::optional<NearestAllocation> nearest_allocation(const AllocationTracker& tracker,
                                                    VirtAddr address, VirtAddr lowmem_end);

}  // namespace mm32::emu
