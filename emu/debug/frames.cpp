#include "emu/debug/frames.hpp"

#include "emu/debug/instruction_kind.hpp"
#include "emu/machine/modules.hpp"

namespace mm32::emu {
namespace {

constexpr std::size_t kMostFrames = 256;

using FrameRule = LineTable::FrameRule;

// Without information: on the first instruction, behind `push %ebp` and on `ret` there is no frame.
FrameRule usual_rule(Machine& machine, const Frame& frame) {
  const auto symbol = machine.symbols().find(frame.eip);
  const FlowKind next = flow_kind(machine.cpu().memory(), frame.eip);
  if ((symbol && symbol->offset == 0) || next == FlowKind::kReturn)
    return {.base = FrameRule::Base::kEsp, .offset = 4};
  if (symbol && symbol->offset == 1)
    return {.base = FrameRule::Base::kEsp, .offset = 8, .saved_ebp = -8};
  return {.base = FrameRule::Base::kEbp, .offset = 8, .saved_ebp = -8};
}

}  // namespace

std::optional<Frame> caller_of(Machine& machine, const Frame& frame) {
  const LineTable* lines = machine.modules().lines_of(frame.eip);
  const auto known = lines != nullptr ? lines->frame_rule(frame.eip) : std::nullopt;
  const FrameRule rule = known ? *known : usual_rule(machine, frame);
  const std::uint32_t base = rule.base == FrameRule::Base::kEsp ? frame.esp : frame.ebp;
  const std::uint32_t top = base + static_cast<std::uint32_t>(rule.offset);
  if (top <= frame.esp) return std::nullopt;
  const GuestMemory memory = machine.cpu().memory();
  const auto address = memory.load<std::uint32_t>(VirtAddr(top - 4));
  if (!address || !machine.symbols().in_text(VirtAddr(*address))) return std::nullopt;
  Frame caller{VirtAddr(*address), top, frame.ebp};
  if (rule.saved_ebp) {
    const auto saved =
        memory.load<std::uint32_t>(VirtAddr(top + static_cast<std::uint32_t>(*rule.saved_ebp)));
    if (!saved) return std::nullopt;
    caller.ebp = *saved;
  }
  return caller;
}

std::vector<Frame> all_frames(Machine& machine, const Registers& r) {
  std::vector<Frame> frames{{VirtAddr(r.eip), r.esp, r.ebp}};
  while (frames.size() < kMostFrames) {
    auto next = caller_of(machine, frames.back());
    if (!next) break;
    frames.push_back(*next);
  }
  return frames;
}

}  // namespace mm32::emu
