// Explanation of a page fault: which check failed at which level of the walk, what the address is
// nearest to, and the likely cause. See explanation.hpp.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_fault(Machine& machine, const ReportedFault& fault);

}  // namespace mm32::emu
