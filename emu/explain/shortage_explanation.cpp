#include "emu/explain/shortage_explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

#include "emu/explain/allocation_text.hpp"
#include "emu/leaks/leak_report.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kShown = 3;

struct Holder {
  std::string who;  // "alloc_pages at use_up.c:17"
  std::uint64_t bytes = 0;
  std::uint64_t count = 0;
};

// Live allocations by call and place, the largest first.
std::vector<Holder> holders(Machine& machine) {
  std::map<std::pair<AllocationKind, StackId>, Holder> by_place;
  for (const Allocation& a : machine.allocations()->live()) {
    if (is_mapping(a) || a.kind == AllocationKind::kCache) continue;
    Holder& holder = by_place[{a.kind, a.stack}];
    if (holder.count++ == 0) holder.who = allocation_call(machine, a) + maker_text(machine, a);
    holder.bytes += std::max(a.bytes, a.allocated);
  }
  std::vector<Holder> sorted;
  for (auto& [place, holder] : by_place) sorted.push_back(std::move(holder));
  std::ranges::stable_sort(sorted, std::ranges::greater(), &Holder::bytes);
  return sorted;
}

}  // namespace

std::string explain_shortage(Machine& machine) {
  if (machine.allocations() == nullptr) return "the machine has no memory left.";
  std::uint64_t bytes = 0;
  std::uint64_t count = 0;
  const std::vector<Holder> all = holders(machine);
  for (const Holder& holder : all) {
    bytes += holder.bytes;
    count += holder.count;
  }
  std::string text =
      fmt::format("of {} MB of RAM the modules hold {} MB in {} allocation{}",
                  machine.config().mem.raw() >> 20, bytes >> 20, count, count == 1 ? "" : "s");
  for (std::size_t i = 0; i < std::min(all.size(), kShown); ++i)
    text += fmt::format("{}{} KB in {} from {}", i == 0 ? ": " : ", ", all[i].bytes >> 10,
                        all[i].count, all[i].who);
  return text + ". Likely cause: memory is allocated in a loop and not freed, or --mem is small.";
}

}  // namespace mm32::emu
