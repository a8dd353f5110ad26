// The registers that a user names with a dollar sign in front.
//
// "eax" … "eflags", "cs" … "gs", "cr0" …, and gdb's "pc", "sp", "fp".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "emu/cpu/registers.hpp"

namespace mm32::emu {

/// Nothing for another name.
std::optional<std::uint32_t> register_named(const Registers& registers, std::string_view name);

/// Changes a general register, EIP or EFLAGS. False for another name.
bool set_register(Registers& registers, std::string_view name, std::uint32_t value);

}  // namespace mm32::emu
