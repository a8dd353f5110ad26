// Explanation of a kernel stack that is used up: recursion, or large local variables.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_stack_overflow(Machine& machine, const ReportedStackOverflow& overflow);

}  // namespace mm32::emu
