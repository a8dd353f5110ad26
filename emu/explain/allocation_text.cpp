#include "emu/explain/allocation_text.hpp"

#include <fmt/format.h>

#include "emu/leaks/leak_report.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

std::string place(const CallStacks& stacks, StackId id) {
  for (const FrameText& frame : stacks.frames(id))
    if (!frame.module.empty()) return frame.line.empty() ? frame.text : frame.line;
  return {};
}

std::string_view noun(const Allocation& a) {
  switch (a.kind) {
    case AllocationKind::kPages:
      return "block of pages";
    case AllocationKind::kArea:
    case AllocationKind::kRamMap:
      return "area";
    case AllocationKind::kKmap:
    case AllocationKind::kKmapLocal:
      return "mapping of a page";
    default:
      return "object";
  }
}

}  // namespace

std::string place_text(Machine& machine, VirtAddr instruction) {
  const std::string line = machine.source_line(instruction);
  return machine.symbols().format(instruction) + (line.empty() ? "" : " (" + line + ")");
}

std::string return_place_text(Machine& machine, VirtAddr address) {
  const std::string line = machine.source_line(VirtAddr(address.raw() - 1));
  return machine.symbols().format_return_address(address) + (line.empty() ? "" : " (" + line + ")");
}

bool is_mapping(const Allocation& a) {
  return a.kind == AllocationKind::kKmap || a.kind == AllocationKind::kKmapLocal;
}

std::string count_text(std::uint64_t bytes) {
  return bytes == 1 ? "1 byte" : fmt::format("{} bytes", bytes);
}

std::string allocation_text(Machine& machine, const NearestAllocation& near) {
  const CallStacks& stacks = machine.allocations()->stacks();
  const Allocation& a = near.allocation;
  std::string text =
      fmt::format("the {}-byte {} from {}", a.bytes, noun(a), allocation_call(machine, a));
  const std::string_view made = is_mapping(a) ? "mapped" : "allocated";
  const std::string_view undone = is_mapping(a) ? "unmapped" : "freed";
  if (const std::string at = place(stacks, a.stack); !at.empty())
    text += fmt::format(", {} at {}", made, at);
  if (!near.is_freed) return text;
  const std::string at = place(stacks, near.freed_by);
  return text +
         (at.empty() ? fmt::format(", {} since", undone) : fmt::format(", {} at {}", undone, at));
}

std::string maker_text(Machine& machine, const Allocation& a) {
  const std::string at = place(machine.allocations()->stacks(), a.stack);
  return at.empty() ? at : " at " + at;
}

std::optional<NearestAllocation> allocation_near(Machine& machine, VirtAddr address) {
  if (machine.allocations() == nullptr) return std::nullopt;
  return nearest_allocation(*machine.allocations(), address, machine.mm().space().high_memory);
}

std::string inside_text(Machine& machine, VirtAddr address) {
  const auto near = allocation_near(machine, address);
  if (!near || near->relation != NearestAllocation::Relation::kInside) return {};
  if (near->distance == 0) return allocation_text(machine, *near);
  return count_text(near->distance) + " into " + allocation_text(machine, *near);
}

std::string former_code_sentences(Machine& machine, VirtAddr address) {
  const FormerCode* const gone = machine.modules().former_code(address);
  if (gone == nullptr || machine.symbols().find(address)) return {};
  if (gone->part == FormerCode::Part::kInit)
    return fmt::format(
        "The address was in the init part of module {}, which is freed when its init has returned. "
        "Likely cause: a function or variable marked __init or __initdata is used later.",
        gone->module);
  return fmt::format(
      "The address was in module {}, which has been unloaded. Likely cause: a timer, work item, "
      "callback or pointer to its data that was left behind.",
      gone->module);
}

}  // namespace mm32::emu
