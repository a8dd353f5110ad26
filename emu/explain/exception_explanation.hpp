// Explanation of exceptions other than page faults: what the instruction asked for that the CPU
// refuses. Sources: Intel SDM vol. 2 (exceptions of each instruction), vol. 3 ch. 6.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_exception(Machine& machine, const ReportedException& exception);

}  // namespace mm32::emu
