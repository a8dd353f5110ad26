#include "emu/view/allocation_index.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "emu/leaks/leak_report.hpp"

namespace mm32::emu {

AllocationIndex::AllocationIndex(Machine& machine) : machine_(machine) {
  if (machine.allocations() == nullptr) return;
  machine.allocations()->note_local_maps();
  live_ = machine.allocations()->live();
  std::erase_if(live_, [](const Allocation& a) { return a.kind == AllocationKind::kCache; });
  std::ranges::sort(live_, {}, &Allocation::begin);
  freed_ = machine.allocations()->recently_freed();
}

bool AllocationIndex::holds(const Allocation& a, VirtAddr address) const {
  const bool has_address =
      a.kind != AllocationKind::kCache && a.begin() + a.bytes <= std::uint64_t{1} << 32 &&
      (a.kind != AllocationKind::kPages || Pfn(a.key) < machine_.mm().space().max_low_pfn);
  return has_address && address.raw() >= a.begin() && address.raw() - a.begin() < a.bytes;
}

std::optional<Allocation> AllocationIndex::live_at(VirtAddr address) const {
  const auto after =
      std::ranges::upper_bound(live_, std::uint64_t{address.raw()}, {}, &Allocation::begin);
  if (after == live_.begin() || !holds(*std::prev(after), address)) return std::nullopt;
  return *std::prev(after);
}

const FreedAllocation* AllocationIndex::freed_at(VirtAddr address) const {
  const auto found = std::ranges::find_if(
      freed_, [&](const FreedAllocation& f) { return holds(f.allocation, address); });
  return found == freed_.end() ? nullptr : &*found;
}

Fact AllocationIndex::describe(const Allocation& a, const StackId* freed_by) const {
  using Json = nlohmann::ordered_json;
  const CallStacks& stacks = machine_.allocations()->stacks();
  const std::string call = allocation_call(machine_, a);
  Fact fact{"made",
            fmt::format("by {}: {} bytes at 0x{:08x}{}", call, a.bytes, a.begin(),
                        freed_by != nullptr ? ", freed since" : ""),
            {{"by", call},
             {"bytes", a.bytes},
             {"address", fmt::format("0x{:08x}", a.begin())},
             {"live", freed_by == nullptr}}};
  const auto add_trace = [&](const char* key, StackId id) {
    Json trace = Json::array();
    for (const FrameText& frame : stacks.frames(id)) {
      trace.push_back(frame.text);
      fact.lines.push_back("  " + frame.text);
    }
    fact.data[key] = std::move(trace);
  };
  add_trace("trace", a.stack);
  if (freed_by != nullptr) {
    fact.lines.emplace_back("freed by");
    add_trace("freed_trace", *freed_by);
  }
  return fact;
}

std::optional<Fact> AllocationIndex::find(const std::vector<VirtAddr>& addresses) const {
  for (const VirtAddr address : addresses)
    if (const auto live = live_at(address)) return describe(*live, nullptr);
  for (const VirtAddr address : addresses)
    if (const FreedAllocation* freed = freed_at(address))
      return describe(freed->allocation, &freed->freed_by);
  return std::nullopt;
}

}  // namespace mm32::emu
