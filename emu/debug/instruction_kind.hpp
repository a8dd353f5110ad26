// What an instruction does to the depth of calls, by its first bytes.
#pragma once

#include <cstdint>

#include "emu/cpu/guest_memory.hpp"

namespace mm32::emu {

enum class FlowKind : std::uint8_t { kOther, kCall, kReturn, kInterruptReturn };

FlowKind flow_kind(const GuestMemory& memory, VirtAddr instruction);

}  // namespace mm32::emu
