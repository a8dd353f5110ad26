#include "emu/explain/stack_explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "emu/explain/allocation_text.hpp"

namespace mm32::emu {
namespace {

constexpr unsigned kRecursive = 4;  // calls of one function that are no accident

struct MostFrequent {
  std::string function;
  unsigned calls = 0;
};

MostFrequent most_frequent(Machine& machine, const std::vector<TraceEntry>& trace) {
  std::map<std::string, unsigned> calls;
  for (const TraceEntry& entry : trace)
    if (entry.reliable) ++calls[machine.symbols().format_name(VirtAddr(entry.address.raw() - 1))];
  MostFrequent most;
  for (const auto& [function, count] : calls)
    if (count > most.calls) most = {function, count};
  return most;
}

}  // namespace

std::string explain_stack_overflow(Machine& machine, const ReportedStackOverflow& overflow) {
  const StackBounds& stack = overflow.stack;
  const Registers& r = overflow.registers;
  std::string text =
      fmt::format("{} accessed {:08x} below its kernel stack, which has {} bytes from {:08x} on. ",
                  place_text(machine, VirtAddr(r.eip)), overflow.address.raw(),
                  (stack.top - stack.bottom).raw(), stack.bottom.raw());
  const auto trace =
      backtrace(machine.cpu().memory(), machine.symbols(), r, stack, TopFrame::kInterrupted);
  const MostFrequent most = most_frequent(machine, trace);
  if (most.calls >= kRecursive)
    return text + fmt::format(
                      "The innermost {} frames hold {} calls of {}. Likely cause: a recursion that "
                      "does not end, or goes too deep for a kernel stack.",
                      trace.size(), most.calls, most.function);
  if (r.esp < stack.bottom.raw() || r.esp > stack.top.raw())
    return text + fmt::format(
                      "The stack pointer is {:08x}. Likely cause: local variables (an array, say) "
                      "that are too large for a kernel stack: allocate them.",
                      r.esp);
  return text + "Likely cause: an index that runs below a local array.";
}

}  // namespace mm32::emu
