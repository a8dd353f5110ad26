// The functions that are being executed, innermost first.
//
// By the call-frame information of the image that has the code; where there is none (stubs of
// exports, modules without DWARF) by the frame pointer, which the kernel's functions keep. Nothing
// on the stack is trusted: frames must grow, and there is a bound.
#pragma once

#include <optional>
#include <vector>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

struct Frame {
  VirtAddr eip{};
  std::uint32_t esp = 0;
  std::uint32_t ebp = 0;
};

/// The frame of the caller, as it will be when `frame` has returned.
std::optional<Frame> caller_of(Machine& machine, const Frame& frame);

/// From the function on that the registers are in.
std::vector<Frame> all_frames(Machine& machine, const Registers& registers);

}  // namespace mm32::emu
