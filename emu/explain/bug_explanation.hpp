// Explanation of BUG(): the condition in the module's source, or what the kernel's own check behind
// an export found (lists, slab, highmem, vmalloc).
#pragma once

#include <string>

#include "emu/machine/machine.hpp"

namespace mm32::emu {

std::string explain_bug(Machine& machine, const ReportedBug& bug);

}  // namespace mm32::emu
