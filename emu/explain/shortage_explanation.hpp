// Explanation of memory that is used up: who holds the most.
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_shortage(Machine& machine);

}  // namespace mm32::emu
