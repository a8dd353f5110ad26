// The pointer that an instruction used: what is left of the address without the displacement.
#pragma once

#include <optional>

#include "emu/cpu/cpu.hpp"

namespace mm32::emu {

/// The base register's value when the instruction at `instruction` accessed `address` through one
/// register and a displacement; nothing when its operand is of another form.
std::optional<VirtAddr> used_pointer(const Cpu& cpu, VirtAddr instruction, VirtAddr address);

}  // namespace mm32::emu
