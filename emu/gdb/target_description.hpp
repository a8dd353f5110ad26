// What gdb is told about the CPU, and the registers in the order of that description.
//
// The i386 core of gdb's own feature list, and the control registers as a feature of ours. The x87
// registers are part of the core; they are declared and sent as unavailable: kernel code has none.
#pragma once

#include <optional>
#include <string>

#include "emu/cpu/registers.hpp"

namespace mm32::emu::gdb {

std::string target_xml();

/// All registers as a g packet has them.
std::string registers_hex(const Registers& r);
/// The same with nothing known: of a task that does not run.
std::string unknown_registers_hex();
/// One register by gdb's number; nothing for a number that is none.
std::optional<std::string> register_hex(const Registers& r, std::uint64_t number);
/// False for a number that is none, or a register that cannot be changed.
bool set_register(Registers& r, std::uint64_t number, std::uint32_t value);

inline constexpr unsigned kCoreRegisters = 16;  // eax … gs, 32 bits each

}  // namespace mm32::emu::gdb
