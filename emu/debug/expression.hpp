// What a user writes where an address or a value is wanted.
//
//   expression = term { ('+' | '-') term }
//   term       = 0xHEX | HEX with a digit in front or eight digits | $register | symbol
//              | module:symbol | '*' term (the word in guest memory)
// Numbers are hexadecimal, as addresses are everywhere in mm32; 0d16 is decimal.
#pragma once

#include <string_view>

#include "emu/failure.hpp"
#include "emu/machine/machine.hpp"

namespace mm32::emu {

/// The value, modulo 2^32. Fails with kUsage and a sentence that names the word.
Expected<std::uint32_t> evaluate(Machine& machine, std::string_view text);

/// "eax" … "eflags", "cs" … "gs", "cr0" …; nothing for another name.
std::optional<std::uint32_t> register_named(const Registers& registers, std::string_view name);

/// Changes a general register, EIP or EFLAGS. False for another name.
bool set_register(Registers& registers, std::string_view name, std::uint32_t value);

}  // namespace mm32::emu
