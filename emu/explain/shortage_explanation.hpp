// Explanation of memory that is used up, and of panics: who holds the most.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_shortage(Machine& machine);
std::string explain_panic(Machine& machine, const ReportedPanic& panic);

}  // namespace mm32::emu
