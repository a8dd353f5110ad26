// Explanation of panic(), by which the kernel or a module stops the whole machine.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_panic(Machine& machine, const ReportedPanic& panic);

}  // namespace mm32::emu
