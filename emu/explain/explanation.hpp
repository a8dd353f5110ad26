// "Explain this fault": one paragraph in mm32's own words about what a guest was reported for.
//
// Says what refused and why, what the addresses involved belong to, and the likely cause. It goes
// to standard error behind the run's diagnostics, not into the kernel log, which stays comparable
// with a real kernel's. What is known of allocations comes from the allocation tracker; without one
// addresses are placed in the address space only. Only reads; trusts nothing in guest memory.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// A few sentences on one line. To be asked in the state of the report.
std::string explain(Machine& machine, const Misbehaviour& what);

}  // namespace mm32::emu
