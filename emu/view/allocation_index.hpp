// The allocations of a machine by address, looked up once for many walks.
//
// A copy of the allocation tracker's record at the time it was made.
#pragma once

#include <optional>
#include <vector>

#include "emu/leaks/allocation_tracker.hpp"
#include "emu/machine/machine.hpp"
#include "emu/view/fact.hpp"

namespace mm32::emu {

class AllocationIndex {
 public:
  /// Empty when the machine keeps no record.
  explicit AllocationIndex(Machine& machine);

  /// "made": the live allocation that holds one of `addresses`, else the one freed last that did;
  /// who made it and who freed it.
  std::optional<Fact> find(const std::vector<VirtAddr>& addresses) const;

 private:
  std::optional<Allocation> live_at(VirtAddr address) const;
  const FreedAllocation* freed_at(VirtAddr address) const;
  bool holds(const Allocation& a, VirtAddr address) const;
  Fact describe(const Allocation& a, const StackId* freed_by) const;

  Machine& machine_;
  std::vector<Allocation> live_;  // by begin(); they do not overlap
  std::vector<FreedAllocation> freed_;
};

}  // namespace mm32::emu
