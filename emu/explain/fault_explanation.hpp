// "Explain this fault": one paragraph in mm32's own words about a page fault that was an oops.
//
// Says which check failed at which level of the walk, what the address is nearest to, and the
// likely cause. It goes to standard error behind the run's diagnostics, not into the kernel log,
// which stays comparable with a real kernel's. What is known of allocations comes from the
// allocation tracker; without one the address is placed in the address space only.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// A few sentences on one line.
std::string explain_fault(Machine& machine, const ReportedFault& fault);

}  // namespace mm32::emu
