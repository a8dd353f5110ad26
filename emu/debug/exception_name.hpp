// The CPU's exceptions in words.
#pragma once

#include <string>

#include "emu/cpu/cpu.hpp"

namespace mm32::emu {

/// "page fault at 00000000, error code 2 (write, ring 0, not present)", "invalid opcode", …
std::string exception_text(const Trap& trap);

}  // namespace mm32::emu
