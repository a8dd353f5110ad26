#include "emu/oops/backtrace.hpp"

#include <algorithm>

namespace mm32::emu {
namespace {

constexpr std::size_t kMaxEntries = 64;

bool in_stack(std::uint32_t at, const StackBounds& stack) {
  return at % 4 == 0 && at >= stack.bottom.raw() && at <= stack.top.raw() - 8;
}

// The places on the stack that hold return addresses, ascending.
std::vector<std::uint32_t> return_slots(const GuestMemory& memory, const SymbolTable& symbols,
                                        const Registers& r, const StackBounds& stack,
                                        TopFrame top) {
  std::vector<std::uint32_t> slots;
  // Within a function that has made a call of the host the word at ESP is one of its variables.
  const auto function = symbols.find(VirtAddr(r.eip));
  if (top == TopFrame::kCalled && (!function || function->offset == 0)) slots.push_back(r.esp);
  std::uint32_t frame = r.ebp;
  std::uint32_t above = r.esp;
  while (in_stack(frame, stack) && frame >= above && slots.size() < kMaxEntries) {
    slots.push_back(frame + 4);
    const auto next = memory.load<std::uint32_t>(VirtAddr(frame));
    if (!next) break;
    above = frame + 8;
    frame = *next;
  }
  return slots;
}

}  // namespace

std::vector<TraceEntry> backtrace(const GuestMemory& memory, const SymbolTable& symbols,
                                  const Registers& r, const StackBounds& stack, TopFrame top) {
  std::vector<TraceEntry> trace;
  const std::vector<std::uint32_t> slots = return_slots(memory, symbols, r, stack, top);
  // An overflown stack pointer lies below the stack.
  const bool overflown = stack.bottom.raw() - r.esp <= kPageSize;
  for (std::uint32_t at = overflown ? stack.bottom.raw() : r.esp & ~3u;
       in_stack(at, stack) || at == stack.top.raw() - 4; at += 4) {
    const auto word = memory.load<std::uint32_t>(VirtAddr(at));
    if (!word || trace.size() >= kMaxEntries) break;
    if (!symbols.in_text(VirtAddr(*word))) continue;
    trace.push_back({VirtAddr(*word), std::ranges::find(slots, at) != slots.end()});
  }
  return trace;
}

}  // namespace mm32::emu
