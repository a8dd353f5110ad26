// A place in a run that can be found again: how many instructions have begun since the debugger was
// armed, and whether the place is between two instructions or at an exception.
//
// A run is deterministic (design D5), so the same moment of a fresh machine is the same state.
#pragma once

#include <compare>
#include <cstdint>

namespace mm32::emu {

struct Moment {
  enum class Phase : std::uint8_t {
    kAtException,  // the last instruction that began raised an exception, not delivered yet
    kBoundary,     // in front of the next instruction
  };
  std::uint64_t instructions = 0;
  Phase phase = Phase::kBoundary;

  auto operator<=>(const Moment&) const = default;
};

}  // namespace mm32::emu
